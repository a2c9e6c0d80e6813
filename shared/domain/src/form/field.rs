//! A question of a form.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Help, Label, Texts};
use crate::input::Flaw;

/// What a check box that is ticked is called in conditions and in JSON.
pub const YES: &str = "yes";
/// What one that is not is called.
pub const NO: &str = "no";

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What its answer is called in JSON.
    pub key: FieldKey,
    /// The question.
    pub label: Texts<Label>,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Texts<Help>>,
    /// How it is answered.
    #[serde(flatten)]
    pub kind: Kind,
    /// Whether it must be answered, where it is asked.
    #[serde(default)]
    pub required: bool,
    /// What it is filled in with before anybody types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefill: Option<Prefill>,
    /// When it is asked; always without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_if: Option<Condition>,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// With one line.
    Line {
        /// The most characters.
        #[serde(default = "line_max")]
        max: u16,
    },
    /// With lines of text.
    Paragraph {
        /// The most characters.
        #[serde(default = "paragraph_max")]
        max: u16,
    },
    /// With one of these.
    Choice {
        /// What there is to choose from.
        choices: Vec<Choice>,
    },
    /// With a whole number.
    Number {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// With an instant, known exactly, about, or not at all.
    Moment,
    /// With the address of a machine, of either version of the internet protocol.
    Ip,
    /// With an e-mail address.
    Email,
    /// With a telephone number.
    Phone,
    /// By ticking it, or not.
    Check,
    /// With files.
    File,
}

/// How a question is answered, without what belongs to each way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is said at `Kind`")]
pub enum KindCode {
    Line,
    Paragraph,
    Choice,
    Number,
    Moment,
    Ip,
    Email,
    Phone,
    Check,
    File,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What it is called in JSON.
    pub code: FieldKey,
    /// What it says.
    pub label: Texts<Label>,
}

/// When a question is asked: if an earlier one was asked, and answered with one of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The earlier question: a choice or a check box.
    pub field: FieldKey,
    /// The codes of its choices; [`YES`] and [`NO`] for a check box.
    pub values: Vec<FieldKey>,
}

/// What a question is filled in with before anybody types, to be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prefill {
    /// The name of who opens the case.
    Name,
    /// Their telephone number, if they told it.
    Phone,
}

/// What a question or a choice is called in JSON: 1 to 40 small ASCII letters, digits, underscores and hyphens, the first
/// of them a letter or digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FieldKey(String);

const fn line_max() -> u16 {
    Kind::LINE_MAX
}

const fn paragraph_max() -> u16 {
    Kind::PARAGRAPH_MAX
}

impl Kind {
    /// The most characters a line can be allowed.
    pub const LINE_MAX: u16 = 200;
    /// The most characters a paragraph can be allowed.
    pub const PARAGRAPH_MAX: u16 = 4000;
    /// The largest number there can be; the least is the same below zero.
    pub const NUMBER_MAX: i64 = 1_000_000_000_000;

    /// How it is answered, without what belongs to that.
    #[must_use]
    pub const fn code(&self) -> KindCode {
        match self {
            Self::Line { .. } => KindCode::Line,
            Self::Paragraph { .. } => KindCode::Paragraph,
            Self::Choice { .. } => KindCode::Choice,
            Self::Number { .. } => KindCode::Number,
            Self::Moment => KindCode::Moment,
            Self::Ip => KindCode::Ip,
            Self::Email => KindCode::Email,
            Self::Phone => KindCode::Phone,
            Self::Check => KindCode::Check,
            Self::File => KindCode::File,
        }
    }

    /// What there is to choose from, of a choice.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Choice { choices } => choices,
            _ => &[],
        }
    }
}

impl KindCode {
    /// All of them, as the editor offers them.
    pub const ALL: [Self; 10] = [
        Self::Line,
        Self::Paragraph,
        Self::Choice,
        Self::Check,
        Self::Number,
        Self::Moment,
        Self::Ip,
        Self::Email,
        Self::Phone,
        Self::File,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Paragraph => "paragraph",
            Self::Choice => "choice",
            Self::Number => "number",
            Self::Moment => "moment",
            Self::Ip => "ip",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Check => "check",
            Self::File => "file",
        }
    }
}

impl Prefill {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Name, Self::Phone];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phone => "phone",
        }
    }
}

impl FieldKey {
    /// The key itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for FieldKey {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        match text.as_bytes() {
            [] => Err(Flaw::Required),
            [first, rest @ ..]
                if rest.len() < 40
                    && fits(*first)
                    && rest.iter().all(|b| fits(*b) || matches!(b, b'_' | b'-')) =>
            {
                Ok(Self(text))
            }
            _ => Err(Flaw::NotAKey),
        }
    }
}

impl FromStr for FieldKey {
    type Err = Flaw;

    fn from_str(text: &str) -> Result<Self, Flaw> {
        Self::try_from(text.to_owned())
    }
}

impl From<FieldKey> for String {
    fn from(key: FieldKey) -> Self {
        key.0
    }
}

impl fmt::Display for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
