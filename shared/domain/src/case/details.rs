//! What a case is filed by beside its product: category, version, build.

use serde::{Deserialize, Serialize};

use crate::form::Answers;
use crate::person::Language;
use crate::text::Line;

/// A category, version or build.
pub type Detail = Line<80>;

/// What a case is filed by beside its product. The customer gives it where the form asks for it; engineers set it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Of what sort the matter is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Detail>,
    /// The product's version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Detail>,
    /// The product's build.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build: Option<Detail>,
}

impl Details {
    /// Whether nothing is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.category.is_none() && self.version.is_none() && self.build.is_none()
    }

    /// What was answered to the questions whose keys are `category`, `version` and `build`. A choice is taken in English,
    /// so that the same one is filed the same, whoever chose it.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let detail = |key: &str| {
            let answer = answers.answers.iter().find(|answer| answer.key.as_str() == key)?;
            let text = answer.value.plain(Language::En)?;
            let line: String = text.lines().next().unwrap_or_default().chars().take(80).collect();
            Detail::try_from(line).ok()
        };
        Self { category: detail("category"), version: detail("version"), build: detail("build") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E48, E56
    #[test]
    fn e48_what_was_answered_is_what_it_is_filed_by() {
        let said = |text: &str| serde_json::json!({ "en": text, "nl": "nl", "fr": "fr" });
        let chosen = serde_json::json!({ "code": "trunks", "label": said("Trunks") });
        let answers = serde_json::json!({
            "form": "f", "version": 1, "name": said("A form"),
            "answers": [
                { "key": "category", "label": said("What is it?"), "kind": "choice", "value": chosen },
                { "key": "build", "label": said("Build"), "kind": "line", "value": "x".repeat(100) },
                { "key": "versions", "label": said("Versions"), "kind": "line", "value": "all" },
            ],
        });
        let details = Details::of(&serde_json::from_value(answers).unwrap());
        assert_eq!(details.category.as_ref().map(Line::as_str), Some("Trunks"), "whoever chose it");
        assert_eq!(details.build.as_ref().map(|build| build.as_str().len()), Some(80), "as much as fits");
        assert_eq!((details.version.as_ref(), details.is_empty()), (None, false));
    }
}
