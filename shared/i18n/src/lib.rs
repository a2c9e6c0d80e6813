//! What the portal says, in each of its languages.
//!
//! [`Tr`] is the way in: a small copyable handle on one language. Keys are string literals wherever it is
//! called outside this crate, so that a test can hold the language files against the sources; families of
//! messages (`status-…`, `flaw-…`) have a method each, which takes the domain's own type.

mod answer;
mod bundle;
mod countries;
mod labels;
mod number;
mod time;

use std::borrow::Cow;

pub use caseport_domain::person::Language;

/// An argument of a message. Numbers are grouped as the language does; pass a case's number as text.
pub type Arg<'a> = fluent_bundle::FluentValue<'a>;

/// The portal's texts in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tr {
    language: Language,
}

impl Tr {
    /// The texts in this language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The message of this key.
    #[must_use]
    pub fn t(self, key: &str) -> Cow<'static, str> {
        bundle::message(self.language, key, None)
    }

    /// The message of this key with its arguments.
    #[must_use]
    pub fn t_with(self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        let args = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        bundle::message(self.language, key, Some(&args)).into_owned()
    }
}
