//! The form to open a case with, as typed.

use std::fmt;
use std::sync::LazyLock;

use caseport_domain::draft::{Draft, OPENING};
use caseport_domain::form::Paths;
use caseport_domain::records::Typed;
use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::drafts::typed;

/// The fields of the form as typed. Answers are an object in JSON, `{"answers": {"since": {"how": "unknown"}}}`, and fields
/// with a path in a form, `answers/since/how=unknown`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenValues {
    /// The product's identifier.
    pub product: String,
    /// Code of the type of issue.
    pub case_type: String,
    /// Code of how many it touches.
    pub impact: String,
    /// Code of how soon it must be dealt with.
    pub urgency: String,
    /// The title.
    pub title: String,
    /// The customer's own reference.
    pub reference: String,
    /// What is the matter.
    pub description: String,
    /// E-mail addresses of colleagues, separated by line ends or commas.
    pub observers: String,
    /// Identifiers of uploaded files.
    pub attachments: Vec<String>,
    /// What is answered to the questions of the form that applies, by their keys.
    pub answers: Typed,
    /// The form that was answered, by its tag, empty for none; not there if nobody says.
    pub form: Option<String>,
    /// Identifier of the company it was filled in for, empty if nobody says.
    pub company: String,
    /// Anything, for the form to be shown as it stands and no case to be opened.
    pub show: String,
    /// The version of the draft that it is; empty or 0 for none.
    pub draft: String,
}

impl OpenValues {
    /// The fields of a draft; none if it cannot be read.
    #[must_use]
    pub fn begun(draft: &Draft) -> Self {
        let values: Self = typed(draft);
        Self { draft: draft.version.to_string(), ..values }
    }
}

/// What the form says beside what is filled in.
const BESIDE: [&str; 3] = ["company", "show", "draft"];

/// The names of all fields.
static FIELDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| OPENING.iter().chain(&BESIDE).copied().collect());

impl<'de> Deserialize<'de> for OpenValues {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = OpenValues;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the fields of a form")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OpenValues, A::Error> {
        let mut values = OpenValues::default();
        let mut seen: Vec<String> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let known = FIELDS.iter().find(|field| **field == name);
            if let Some(field) = known.filter(|_| seen.contains(&name)) {
                return Err(de::Error::duplicate_field(field));
            }
            match name.as_str() {
                "product" => values.product = map.next_value()?,
                "case_type" => values.case_type = map.next_value()?,
                "impact" => values.impact = map.next_value()?,
                "urgency" => values.urgency = map.next_value()?,
                "title" => values.title = map.next_value()?,
                "reference" => values.reference = map.next_value()?,
                "description" => values.description = map.next_value()?,
                "observers" => values.observers = map.next_value()?,
                "attachments" => values.attachments = map.next_value()?,
                "answers" => values.answers = map.next_value::<Paths>()?.0,
                "form" => values.form = Some(map.next_value()?),
                "company" => values.company = map.next_value()?,
                "show" => values.show = map.next_value()?,
                "draft" => values.draft = map.next_value()?,
                path => {
                    let Some(key) = path.strip_prefix("answers/") else {
                        map.next_value::<IgnoredAny>()?;
                        return Err(de::Error::unknown_field(path, &FIELDS));
                    };
                    let texts: Vec<String> = map.next_value()?;
                    values.answers = answered(values.answers, key, texts);
                }
            }
            seen.push(name);
        }
        Ok(values)
    }
}

/// The answers with one more, as a form sends it: once or several times.
fn answered(answers: Typed, key: &str, mut texts: Vec<String>) -> Typed {
    match (texts.len(), texts.pop()) {
        (1, Some(text)) => answers.with(key, text),
        (_, last) => answers.with_list(key, texts.into_iter().chain(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_an_object_or_fields_with_a_path() {
        let form: OpenValues = serde_html_form::from_str(
            "product=voice&attachments=u1&answers/account=GL&answers/since/how=unknown&answers/log=u2&answers/log=u3",
        )
        .expect("it is a form");
        let json: OpenValues = serde_json::from_str(
            r#"{"product":"voice","attachments":["u1"],
                "answers":{"account":"GL","since":{"how":"unknown"},"log":["u2","u3"]}}"#,
        )
        .expect("it is JSON");
        assert_eq!(form, json);
        assert_eq!(form.answers.all("log"), ["u2", "u3"]);
        assert_eq!(form.form, None);
    }

    /// X6
    #[test]
    fn x6_what_is_no_field_is_named_with_those_there_are() {
        let error = serde_json::from_str::<OpenValues>(r#"{"is_admin":true}"#).expect_err("it is none");
        assert!(
            error.to_string().starts_with("unknown field `is_admin`, expected one of `product`, `case_type`")
        );
        assert!(serde_json::from_str::<OpenValues>(r#"{"title":"a","title":"b"}"#).is_err());
        assert!(serde_json::from_str::<OpenValues>(r#"{"title":5}"#).is_err());
        assert!(serde_json::from_str::<OpenValues>(r#"{"answers":"none"}"#).is_err());
    }

    /// What a draft keeps and what the form reads are of one list.
    #[test]
    fn every_field_is_read() {
        for &field in FIELDS.as_slice() {
            let value = match field {
                "attachments" => "[]",
                "answers" => "{}",
                _ => "\"1\"",
            };
            let json = format!("{{\"{field}\":{value}}}");
            assert!(serde_json::from_str::<OpenValues>(&json).is_ok(), "{json}");
        }
    }
}
