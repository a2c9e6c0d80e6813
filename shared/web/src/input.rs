//! What a request asks for: a form or JSON, read into the same type.

use caseport_domain::input::{Flaw, Flaws};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::failure::Failure;

/// The fields that every form carries beside its own.
const CONTROL: [&str; 2] = ["csrf", "idempotency_key"];

/// The longest body that is read. Files go to storage, never through here.
pub(crate) const MAX_BODY: usize = 512 << 10;

/// A body as it came.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// No body, or nothing in it.
    None,
    /// The fields of a form.
    Form(Vec<(String, String)>),
    /// JSON, not looked at yet.
    Json(Vec<u8>),
    /// Of a type nobody asked for.
    Other,
    /// More than is read.
    TooLarge,
}

impl Body {
    pub(crate) fn read(media_type: Option<&str>, bytes: &[u8]) -> Self {
        let media_type = media_type.map(|text| text.split(';').next().unwrap_or_default().trim());
        match media_type {
            _ if bytes.len() > MAX_BODY => Self::TooLarge,
            _ if bytes.is_empty() => Self::None,
            Some("application/x-www-form-urlencoded") => {
                Self::Form(form_urlencoded::parse(bytes).into_owned().collect())
            }
            Some("application/json") => Self::Json(bytes.to_vec()),
            _ => Self::Other,
        }
    }

    /// A field of a form.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        match self {
            Self::Form(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()),
            _ => None,
        }
    }

    /// A form's own fields, encoded again.
    pub(crate) fn encoded(&self) -> String {
        let Self::Form(fields) = self else { return String::new() };
        let own = fields.iter().filter(|(name, _)| !CONTROL.contains(&name.as_str()));
        form_urlencoded::Serializer::new(String::new()).extend_pairs(own).finish()
    }

    /// The input it carries.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        match self {
            Self::None => from_form(""),
            Self::Form(_) => from_form(&self.encoded()),
            Self::Json(bytes) => from_json(bytes),
            Self::Other => Err(Failure::MediaType),
            Self::TooLarge => Err(Failure::TooLarge),
        }
    }

    /// A digest of what it asks for, the same for the same request sent again.
    pub(crate) fn print(&self, route: &str, path: &str) -> String {
        let own = match self {
            Self::Json(bytes) => bytes.clone(),
            _ => self.encoded().into_bytes(),
        };
        let digest = Sha256::new().chain_update(route).chain_update([0]).chain_update(path).chain_update([0]);
        caseport_domain::case::chain::Digest::from_bytes(digest.chain_update(own).finalize().into())
            .to_string()
    }
}

fn from_form<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    let deserializer = serde_html_form::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
    serde_path_to_error::deserialize(deserializer)
        .map_err(|error| flaw(&error.path().to_string(), &error.inner().to_string()))
}

fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    // Serde would also read the fields in their order from a list, and nest as deep as the list does.
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err(Failure::NotJson);
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        match error.inner().classify() {
            serde_json::error::Category::Data => flaw(&error.path().to_string(), &error.inner().to_string()),
            _ => Failure::NotJson,
        }
    })?;
    deserializer.end().map_err(|_| Failure::NotJson)?;
    Ok(value)
}

/// What serde says, as the flaw of a field. An unknown field is named in serde's message only.
fn flaw(path: &str, message: &str) -> Failure {
    let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
    let path = path.replace(['.', '['], "/").replace(']', "");
    let mut flaws = Flaws::default();
    match unknown {
        Some(name) => flaws.add(name, Flaw::NoSuchField),
        None => flaws.add(path, Flaw::WrongType),
    }
    Failure::Flaws(flaws)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Input {
        title: String,
        attachments: Vec<String>,
    }

    impl Default for Input {
        fn default() -> Self {
            Self { title: "none".into(), attachments: Vec::new() }
        }
    }

    fn parse(media_type: &str, body: &str) -> Result<Input, Failure> {
        Body::read(Some(media_type), body.as_bytes()).parse()
    }

    fn flaws(result: Result<Input, Failure>) -> Vec<(String, Flaw)> {
        match result {
            Err(Failure::Flaws(flaws)) => flaws.iter().map(|(f, w)| (f.to_owned(), w.clone())).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_form_and_json_say_the_same() {
        let form =
            parse("application/x-www-form-urlencoded", "title=a&attachments=1&attachments=2&csrf=x").unwrap();
        let json =
            parse("application/json; charset=utf-8", r#"{"title":"a","attachments":["1","2"]}"#).unwrap();
        assert_eq!((form.title, form.attachments), (json.title, json.attachments));
    }

    /// X6
    #[test]
    fn an_extra_field_is_refused_by_name() {
        let found = flaws(parse("application/json", r#"{"title":"a","role":"admin"}"#));
        assert_eq!(found, [("role".to_owned(), Flaw::NoSuchField)]);
        let found = flaws(parse("application/x-www-form-urlencoded", "title=a&role=admin"));
        assert_eq!(found, [("role".to_owned(), Flaw::NoSuchField)]);
    }

    #[test]
    fn a_wrong_type_is_told_with_its_path() {
        let found = flaws(parse("application/json", r#"{"attachments":["1",2]}"#));
        assert_eq!(found, [("attachments/1".to_owned(), Flaw::WrongType)]);
    }

    #[test]
    fn what_is_neither_is_refused() {
        assert!(matches!(parse("text/plain", "title=a"), Err(Failure::MediaType)));
        assert!(matches!(parse("application/json", "{"), Err(Failure::NotJson)));
        assert!(matches!(parse("application/json", "{} {}"), Err(Failure::NotJson)));
        assert!(matches!(parse("application/json", r#"["title",[]]"#), Err(Failure::NotJson)));
        assert!(matches!(parse("application/json", &"[".repeat(100_000)), Err(Failure::NotJson)));
        assert!(matches!(parse("application/json", &" ".repeat(MAX_BODY + 1)), Err(Failure::TooLarge)));
    }
}
