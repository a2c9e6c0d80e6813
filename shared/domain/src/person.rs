//! What is kept of a person, as far as others than themselves need it.

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::input::Flaw;

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

/// The longest address there can be (RFC 5321, section 4.5.3.1.3).
const LONGEST_ADDRESS: usize = 254;

/// An e-mail address as typed, trimmed: whether it exists only a mail can tell.
///
/// # Errors
/// [`Flaw::Required`] for none, [`Flaw::NotAnAddress`] for what cannot be one.
pub fn address(typed: &str) -> Result<String, Flaw> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Flaw::Required);
    }
    let ends =
        |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')');
    let parts = text.split_once('@').filter(|(name, host)| !name.is_empty() && !host.is_empty());
    let fits = parts.is_some_and(|(_, host)| !host.contains('@')) && text.len() <= LONGEST_ADDRESS;
    if fits && !text.contains(ends) { Ok(text.to_owned()) } else { Err(Flaw::NotAnAddress) }
}

/// Whether the mail service may take this address: it is ASCII, and its host has a name and a domain. Asked of addresses that
/// nobody was registered with.
#[must_use]
pub fn is_mailable(address: &str) -> bool {
    let host = address.rsplit_once('@').map_or("", |(_, host)| host);
    address.is_ascii() && host.contains('.') && host.split('.').all(|label| !label.is_empty())
}

/// The IANA name of a time zone as typed; nothing for none.
///
/// # Errors
/// [`Flaw::NotAZone`].
pub fn zone(typed: &str) -> Result<Option<String>, Flaw> {
    match typed.trim() {
        "" => Ok(None),
        name => match TimeZone::get(name).ok().and_then(|zone| zone.iana_name().map(str::to_owned)) {
            Some(name) => Ok(Some(name)),
            None => Err(Flaw::NotAZone),
        },
    }
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

    /// The language of this code, as a form says it.
    ///
    /// # Errors
    /// [`Flaw::Required`] or [`Flaw::NoSuchChoice`].
    pub fn chosen(code: &str) -> Result<Self, Flaw> {
        let known = Self::ALL.into_iter().find(|language| language.code() == code);
        known.ok_or(if code.is_empty() { Flaw::Required } else { Flaw::NoSuchChoice })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// C29: what no mail service takes is not written to.
    #[test]
    fn c29_an_address_is_mailable_in_ascii_and_at_a_domain() {
        assert!(is_mailable("zoe.b+case@mail.outside.example"));
        for wrong in
            ["zo\u{e9}@outside.example", "zoe@b\u{fc}ro.example", "zoe@host", "zoe@.example", "zoe@host."]
        {
            assert!(!is_mailable(wrong), "{wrong}");
        }
    }
}
