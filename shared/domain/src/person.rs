//! What is kept of a person, as far as others than themselves need it.

use serde::{Deserialize, Serialize};

use crate::actor::Actor;

/// A person who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// As whom they act.
    pub actor: Actor,
    /// Where mail reaches them.
    pub email: String,
    /// The language of their pages and mails.
    pub language: Language,
    /// IANA name of the time zone their times are shown in.
    pub zone: String,
}

/// A language of the portal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
    /// French.
    Fr,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Nl, Self::Fr];

    /// Its ISO 639-1 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
            Self::Fr => "fr",
        }
    }

    /// The language of an ISO 639-1 code or BCP 47 tag, if it is one of ours.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The first of ours that an `Accept-Language` header names. Weights are ignored: browsers list what
    /// is preferred first.
    #[must_use]
    pub fn negotiate(header: &str) -> Option<Self> {
        header.split(',').filter_map(|part| part.split(';').next()).find_map(|tag| Self::of(tag.trim()))
    }
}
