//! Looking for cases by words: what of a case can be found, by whom, and what is told of one that was.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::case::{Case, Event};
use crate::form::Value;
use crate::id::{CaseNumber, CompanyId, UserId};
use crate::person::Language;

/// How many characters one may look for.
pub const MAX_QUERY: usize = 200;

/// How many bytes of what people wrote in a case can be found: the first text, and as many of the newest.
const MAX_TEXT: usize = 200_000;

/// Whose index it is: each holds what its readers may know of, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Readers {
    /// The contacts of a company, and who acts for it.
    Company(CompanyId),
    /// The vendor's engineers.
    Staff,
}

/// What somebody may find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach<'a> {
    /// In whose index.
    pub readers: Readers,
    /// Only the cases that this person reported or follows.
    pub only: Option<&'a UserId>,
}

/// What the worker that keeps the indexes is asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Errand {
    /// Bring these cases of an index to what they are now.
    Index {
        /// Whose index.
        readers: Readers,
        /// Which cases.
        numbers: Vec<CaseNumber>,
    },
    /// Bring all cases from this number on to what they are now, in every index they belong to.
    Rebuild {
        /// The first number.
        #[serde(default)]
        from: u64,
    },
}

/// What of a case its readers can find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findable {
    /// What people call it.
    pub number: CaseNumber,
    /// Who reported it and who follows it.
    pub people: Vec<UserId>,
    /// Name of the company, for engineers.
    pub company: Option<String>,
    /// The customer's own reference.
    pub reference: Option<String>,
    /// Its title.
    pub title: String,
    /// The names of its attachments.
    pub files: Vec<String>,
    /// What people wrote in it.
    pub text: String,
}

/// A piece of a text: what was looked for, or what stands before it and behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The piece.
    pub text: String,
    /// Whether it was looked for.
    pub found: bool,
}

/// A case that was found, with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What people call it.
    pub number: CaseNumber,
    /// Where what was looked for stands.
    pub found: Highlights,
}

/// Where in a case what was looked for stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Highlights {
    /// The title.
    pub title: Vec<Piece>,
    /// The customer's own reference, if it is in there.
    pub reference: Option<Vec<Piece>>,
    /// The names of the attachments that it is in.
    pub files: Vec<Vec<Piece>>,
    /// The part of what people wrote that it is in.
    pub text: Option<Vec<Piece>>,
}

impl Readers {
    /// A name fit for keys and addresses, which no other's is the beginning of, with a slash behind it.
    #[must_use]
    pub fn place(&self) -> String {
        match self {
            Self::Company(id) => format!("companies/{id}"),
            Self::Staff => "staff".to_owned(),
        }
    }

    /// The group of messages about their index: those of one are worked off one after the other.
    #[must_use]
    pub fn group(&self) -> String {
        match self {
            Self::Company(id) => format!("company-{id}"),
            Self::Staff => "staff".to_owned(),
        }
    }

    /// Whether a case is one of theirs.
    #[must_use]
    pub fn have(&self, case: &Case) -> bool {
        match self {
            Self::Company(id) => *id == case.company.id,
            Self::Staff => true,
        }
    }

    fn may_know_of(&self, event: &Event) -> bool {
        *self == Self::Staff || !event.what.is_internal()
    }
}

impl Findable {
    /// What of this case, with all of its events, these readers can find.
    #[must_use]
    pub fn of(case: &Case, events: &[Event], readers: &Readers) -> Self {
        let events: Vec<&Event> = events.iter().filter(|event| readers.may_know_of(event)).collect();
        let files = events.iter().flat_map(|event| event.what.attachments());
        let people = std::iter::once(&case.reporter).chain(&case.observers);
        Self {
            number: case.number,
            people: people.map(|person| person.id.clone()).collect(),
            company: (*readers == Readers::Staff).then(|| plain(&case.company.name)),
            reference: case.reference.as_ref().map(|reference| plain(reference.as_str())),
            title: plain(case.title.as_str()),
            files: files.map(|file| plain(file.name.as_str())).collect(),
            text: joined(&events.iter().flat_map(|event| written(event)).collect::<Vec<_>>()),
        }
    }
}

/// A text with each letter in the one form that can be looked for, whichever way its accents were typed.
#[must_use]
pub fn plain(text: &str) -> String {
    text.nfc().collect()
}

/// What people wrote in an event.
fn written(event: &Event) -> Vec<String> {
    let answers = event.what.answers().into_iter().flat_map(|answers| &answers.answers);
    let text = event.what.text().map(str::to_owned).into_iter();
    text.chain(answers.filter_map(|answer| typed(&answer.value))).map(|text| plain(&text)).collect()
}

/// What people typed of an answer. A choice says nothing of one case that it does not say of many, and a number is counted.
fn typed(value: &Value) -> Option<String> {
    let is_typed = !matches!(value, Value::Choice(_) | Value::Number(_));
    // It is the same in every language.
    is_typed.then(|| value.plain(Language::En)).flatten()
}

/// The first of these and as many of the last as there is room for.
fn joined(texts: &[String]) -> String {
    let Some((first, later)) = texts.split_first() else { return String::new() };
    let mut room = MAX_TEXT.saturating_sub(first.len());
    let fits = |text: &&String| {
        let left = room.checked_sub(text.len() + 1);
        room = left.unwrap_or(room);
        left.is_some()
    };
    let mut kept: Vec<&str> = later.iter().rev().take_while(fits).map(String::as_str).collect();
    kept.push(first);
    kept.reverse();
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_case_the_beginning_and_the_end_are_kept() {
        let long = "x".repeat(MAX_TEXT / 2);
        let texts = ["first", "second", &long, "next to last", &"y".repeat(MAX_TEXT / 2)].map(str::to_owned);
        let kept = joined(&texts);
        assert!(kept.len() <= MAX_TEXT + texts.len());
        assert!(kept.starts_with("first\nnext to last\nyyy"));
        assert_eq!(joined(&[]), "");
        assert_eq!(joined(&["one".into(), "two".into()]), "one\ntwo");
    }

    /// E54: an answer is found by what was typed, also by the address of a machine or a telephone number.
    #[test]
    fn e54_what_was_typed_into_a_question_is_found() {
        for (kind, value, found) in [
            ("line", "QUAI-07", Some("QUAI-07")),
            ("ip", "2001:DB8::0001", Some("2001:db8::1")),
            ("email", "anna@acme.example", Some("anna@acme.example")),
            ("phone", "+31 6 12 34 56 78", Some("+31 6 12 34 56 78")),
        ] {
            let value = serde_json::json!({ "kind": kind, "value": value });
            assert_eq!(typed(&serde_json::from_value(value).unwrap()).as_deref(), found, "{kind}");
        }
        assert_eq!(typed(&Value::Number(12)), None);
        assert_eq!(typed(&Value::Check), None);
    }

    #[test]
    fn accents_are_the_same_however_they_are_typed() {
        assert_eq!(plain("re\u{301}seau"), "réseau");
    }

    /// What is on the queue when a new version is deployed is still understood.
    #[test]
    fn an_errand_is_json() {
        let index = Errand::Index {
            readers: Readers::Company("acme".parse().unwrap()),
            numbers: vec![CaseNumber(20_601)],
        };
        let json = r#"{"do":"index","readers":{"company":"acme"},"numbers":[20601]}"#;
        assert_eq!(serde_json::to_string(&index).unwrap(), json);
        assert_eq!(serde_json::from_str::<Errand>(json).unwrap(), index);
        let staff = r#"{"do":"index","readers":"staff","numbers":[]}"#;
        assert!(matches!(
            serde_json::from_str(staff).unwrap(),
            Errand::Index { readers: Readers::Staff, .. }
        ));
        assert_eq!(
            serde_json::from_str::<Errand>(r#"{"do":"rebuild"}"#).unwrap(),
            Errand::Rebuild { from: 0 }
        );
    }
}
