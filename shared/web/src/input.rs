//! What a request asks for: a form or JSON, read into the same type.

use caseport_domain::input::{Flaw, Flaws};
use serde::de::{DeserializeOwned, IgnoredAny};
use sha2::{Digest, Sha256};

use crate::failure::Failure;

/// The fields that every form carries beside its own.
const CONTROL: [&str; 2] = ["csrf", "idempotency_key"];

/// The media types that are read.
pub(crate) const JSON: &str = "application/json";
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

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
            Some(FORM) => Self::Form(form_urlencoded::parse(bytes).into_owned().collect()),
            Some(JSON) => Self::Json(bytes.to_vec()),
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
    let text = std::str::from_utf8(bytes).map_err(|_| Failure::NotJson)?;
    // Serde would also read the fields in their order from a list, and nest as deep as the list does.
    if !text.trim_ascii_start().starts_with('{') {
        return Err(Failure::NotJson);
    }
    // All of it first: where it breaks off, what is wrong with its fields before that is no news.
    serde_json::from_str::<IgnoredAny>(text).map_err(|_| Failure::NotJson)?;
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(text)).map_err(|error| {
        match error.inner().classify() {
            serde_json::error::Category::Data => flaw(&error.path().to_string(), &error.inner().to_string()),
            _ => Failure::NotJson,
        }
    })
}

/// What serde says, as the flaw of a field. An unknown field and a missing one are named in serde's message only:
/// "unknown field `c`, expected `a` or `b`", "missing field `a`".
fn flaw(path: &str, message: &str) -> Failure {
    let mut names = message.split('`').skip(1).step_by(2).map(str::to_owned);
    let path = path.trim_start_matches('.').replace(['.', '['], "/").replace(']', "");
    let mut flaws = Flaws::default();
    match names.next() {
        Some(name) if message.starts_with("unknown field `") => {
            flaws.add(name, Flaw::NoSuchField { accepted: names.collect() });
        }
        Some(name) if message.starts_with("missing field `") => {
            flaws.add(if path.is_empty() { name } else { format!("{path}/{name}") }, Flaw::Required);
        }
        _ => flaws.add(path, Flaw::WrongType),
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
        let accepted = vec!["title".to_owned(), "attachments".to_owned()];
        let expected = [("role".to_owned(), Flaw::NoSuchField { accepted })];
        assert_eq!(flaws(parse("application/json", r#"{"title":"a","role":"admin"}"#)), expected);
        assert_eq!(flaws(parse("application/x-www-form-urlencoded", "title=a&role=admin")), expected);
    }

    #[test]
    fn a_missing_field_is_told_with_its_path() {
        #[derive(Debug, Deserialize)]
        struct Parts {
            #[expect(dead_code, reason = "never read, since it is never there")]
            parts: Vec<Part>,
        }
        #[derive(Debug, Deserialize)]
        struct Part {
            #[expect(dead_code, reason = "never read, since it is never there")]
            number: u64,
        }
        let missing = |body: &str| match Body::read(Some(JSON), body.as_bytes()).parse::<Parts>() {
            Err(Failure::Flaws(flaws)) => flaws.iter().map(|(f, w)| (f.to_owned(), w.clone())).collect(),
            other => panic!("{other:?}"),
        };
        let first: Vec<(String, Flaw)> = missing("{}");
        assert_eq!(first, [("parts".to_owned(), Flaw::Required)]);
        assert_eq!(
            missing(r#"{"parts":[{"number":1},{}]}"#),
            [("parts/1/number".to_owned(), Flaw::Required)]
        );
    }

    #[test]
    fn json_that_breaks_off_is_none_whatever_it_named_before() {
        for body in [
            r#"{"role":"admin""#,
            r#"{"role":"admin"}}"#,
            r#"{"title":5,"#,
            r#"{"role":tru}"#,
            r#"{"role":"\x"}"#,
            "{\"role\":\"a\nb\"}",
        ] {
            assert!(matches!(parse("application/json", body), Err(Failure::NotJson)), "{body}");
        }
        let deep = format!(r#"{{"title":{}"#, "[".repeat(100_000));
        assert!(matches!(parse("application/json", &deep), Err(Failure::NotJson)));
        let latin = Body::read(Some(JSON), b"{\"role\":\"\xe9\"}").parse::<Input>();
        assert!(matches!(latin, Err(Failure::NotJson)));
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
