//! What a form says, in each of the portal's languages.

use serde::{Deserialize, Serialize};

use crate::person::Language;
use crate::text::{Line, Text};

/// The name of a form, a question or a choice.
pub type Label = Line<120>;
/// What helps to answer.
pub type Help = Text<500>;

/// The same in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts<T> {
    /// In English.
    pub en: T,
    /// In Dutch.
    pub nl: T,
    /// In French.
    pub fr: T,
}

impl<T> Texts<T> {
    /// In this language.
    #[must_use]
    pub const fn get(&self, language: Language) -> &T {
        match language {
            Language::En => &self.en,
            Language::Nl => &self.nl,
            Language::Fr => &self.fr,
        }
    }

    /// In this language, to be changed.
    pub(super) const fn get_mut(&mut self, language: Language) -> &mut T {
        match language {
            Language::En => &mut self.en,
            Language::Nl => &mut self.nl,
            Language::Fr => &mut self.fr,
        }
    }
}

impl<T: ToString> Texts<T> {
    /// As they would be typed.
    pub(super) fn typed(&self) -> Texts<String> {
        Texts { en: self.en.to_string(), nl: self.nl.to_string(), fr: self.fr.to_string() }
    }
}
