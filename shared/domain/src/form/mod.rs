//! The questions a case is opened with: a form for each product and type of issue, kept as data.
//!
//! A [`Draft`] is a form as it is typed, a [`Form`] one that holds together: [`Draft::form`] leads from one to the other.
//! [`applying`] says which form a case of this product and type is opened with. [`Form::read`] makes [`Answers`] of what
//! somebody filled in; a case keeps them with the texts of the questions, so that it shows the form it was opened with
//! whatever becomes of that.

mod answers;
mod applies;
mod check;
mod draft;
mod edit;
mod field;
mod paths;
mod read;
mod standard;
mod texts;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use answers::{Answer, Answers, Chosen, Moment, Value};
pub use applies::{Prospect, applying, rival};
pub use draft::{Draft, DraftAsked, DraftChoice, DraftCondition, DraftField};
pub use edit::Edit;
pub use field::{Choice, Condition, Field, FieldKey, Kind, KindCode, NO, Prefill, YES};
pub use paths::Paths;
pub use standard::{Asked, Standard};
pub use texts::{Help, Label, Texts};

use crate::case::CaseType;
use crate::id::{FormId, ProductId};

/// How many questions a form may ask.
pub const MAX_FIELDS: usize = 40;
/// How many choices a question may offer.
pub const MAX_CHOICES: usize = 50;
/// How many characters a form may have as JSON, so that all forms of a deployment are read at once.
pub const MAX_JSON: usize = 30_000;
/// How many characters the answers of one case may have.
pub const MAX_ANSWERS: usize = 20_000;

/// A form: the questions that are asked when a case is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its identifier.
    pub id: FormId,
    /// How often it has been saved, from 1.
    #[serde(default = "first")]
    pub version: u32,
    /// What it is called above its questions.
    pub name: Texts<Label>,
    /// What is said before the first question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Texts<Help>>,
    /// The products it is for; none for all of them.
    #[serde(default)]
    pub products: Vec<ProductId>,
    /// The types of issue it is for; none for all of them.
    #[serde(default)]
    pub case_types: Vec<CaseType>,
    /// Whether it is out of use.
    #[serde(default)]
    pub retired: bool,
    /// The standard questions that it asks otherwise than the portal does.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub standard: BTreeMap<Standard, Asked>,
    /// Its questions, in their order.
    pub fields: Vec<Field>,
}

const fn first() -> u32 {
    1
}

impl Form {
    /// What names this version of it in the form that is sent back: `incident.3`.
    #[must_use]
    pub fn tag(&self) -> String {
        format!("{}.{}", self.id, self.version)
    }

    /// The question of this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key.as_str() == key)
    }
}
