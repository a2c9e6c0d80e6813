//! What somebody answered.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{FieldKey, Label, Texts};
use crate::id::{FormId, UploadId};
use crate::person::Language;
use crate::text::{Line, Text};

/// The answers of one form, with the questions as they were asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// The form.
    pub form: FormId,
    /// Its version.
    pub version: u32,
    /// What it was called.
    pub name: Texts<Label>,
    /// What was answered, in the form's order.
    pub answers: Vec<Answer>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's key.
    pub key: FieldKey,
    /// The question, as it was asked.
    pub label: Texts<Label>,
    /// What was answered.
    #[serde(flatten)]
    pub value: Value,
}

/// What was answered, as the kind of question has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum Value {
    /// One line.
    Line(Line<200>),
    /// Lines of text.
    Paragraph(Text<4000>),
    /// One of the choices.
    Choice(Chosen),
    /// A number.
    Number(i64),
    /// An instant.
    Moment(Moment),
    /// The address of a machine.
    Ip(IpAddr),
    /// An e-mail address.
    Email(String),
    /// A telephone number.
    Phone(Line<40>),
    /// A ticked box. One that is not ticked is no answer.
    Check,
    /// Files, which are among the attachments.
    File(Vec<UploadId>),
}

/// One of the choices, as it was offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Its code.
    pub code: FieldKey,
    /// What it said.
    pub label: Texts<Label>,
}

/// An instant, as well as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum Moment {
    /// To the minute.
    Exact {
        /// The instant.
        at: Timestamp,
    },
    /// Roughly.
    About {
        /// The instant.
        at: Timestamp,
    },
    /// Nobody knows.
    Unknown,
}

impl Moment {
    /// The codes of how well an instant can be known.
    pub const HOW: [&'static str; 3] = ["exact", "about", "unknown"];
}

impl Answers {
    /// The files that were answered with.
    pub fn files(&self) -> impl Iterator<Item = &UploadId> {
        self.answers.iter().flat_map(|answer| match &answer.value {
            Value::File(files) => files.as_slice(),
            _ => &[],
        })
    }
}

impl Value {
    /// It as text, where it needs neither words nor a time zone to say it.
    #[must_use]
    pub fn plain(&self, language: Language) -> Option<String> {
        match self {
            Self::Line(line) => Some(line.to_string()),
            Self::Paragraph(text) => Some(text.to_string()),
            Self::Choice(chosen) => Some(chosen.label.get(language).to_string()),
            Self::Number(number) => Some(number.to_string()),
            Self::Ip(address) => Some(address.to_string()),
            Self::Email(address) => Some(address.clone()),
            Self::Phone(number) => Some(number.to_string()),
            Self::Moment(_) | Self::Check | Self::File(_) => None,
        }
    }
}
