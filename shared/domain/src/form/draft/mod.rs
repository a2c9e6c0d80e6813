//! A form as it is typed.

mod checked;
mod kept;
mod typed;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{KindCode, Paths, Standard, Texts};
use crate::person::Language;

/// A form as it is typed: any text may stand anywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Form`")]
pub struct Draft {
    pub id: String,
    pub name: Texts<String>,
    pub lead: Texts<String>,
    pub products: Vec<String>,
    pub case_types: Vec<String>,
    pub retired: bool,
    pub standard: BTreeMap<Standard, DraftAsked>,
    pub fields: Vec<DraftField>,
}

/// How a standard question is asked, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Asked`")]
pub struct DraftAsked {
    pub left_out: bool,
    pub label: Texts<String>,
    pub help: Texts<String>,
    pub choices: BTreeMap<&'static str, Texts<String>>,
}

/// A question as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Field`")]
pub struct DraftField {
    pub key: String,
    pub label: Texts<String>,
    pub help: Texts<String>,
    pub kind: String,
    pub min: String,
    pub max: String,
    pub choices: Vec<DraftChoice>,
    pub required: bool,
    pub prefill: String,
    pub shown_if: DraftCondition,
}

/// Something to choose, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Choice`")]
pub struct DraftChoice {
    pub code: String,
    pub label: Texts<String>,
}

/// When a question is asked, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of `Condition`")]
pub struct DraftCondition {
    pub field: String,
    pub values: Vec<String>,
}

impl Draft {
    /// How many changes are told at most.
    const CHANGES: usize = 100;

    /// Which fields are others than before: path, value before, value after. A hundred of them at most; what a form was is
    /// in its versions.
    #[must_use]
    pub fn changes(before: Option<&Self>, after: &Self) -> Vec<(String, String, String)> {
        let typed = |draft: &Self| {
            let json = serde_json::to_value(draft).and_then(serde_json::from_value::<Paths>);
            json.map(|Paths(typed)| typed).unwrap_or_default()
        };
        let (from, to) = (before.map(typed).unwrap_or_default(), typed(after));
        let names: BTreeSet<&str> = from.names().chain(to.names()).collect();
        let each = names.into_iter().map(|name| (name.to_owned(), from.text(name), to.text(name)));
        each.filter(|(_, from, to)| from != to).take(Self::CHANGES).collect()
    }
}

impl DraftAsked {
    /// Whether nothing is said: it is asked as the portal does.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        !self.left_out && [&self.label, &self.help].into_iter().chain(self.choices.values()).all(is_empty)
    }
}

impl DraftField {
    /// How the question is answered, as far as it says.
    #[must_use]
    pub fn code(&self) -> Option<KindCode> {
        KindCode::ALL.into_iter().find(|kind| kind.code() == self.kind)
    }
}

fn is_empty(texts: &Texts<String>) -> bool {
    Language::ALL.into_iter().all(|language| texts.get(language).trim().is_empty())
}

#[cfg(test)]
mod tests;
