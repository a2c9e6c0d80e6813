//! How the vendor is reached beside the portal, and what it says of itself there: words of the deployment's own.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::form::Texts;
use crate::person::{self, Language};
use crate::text::Line;

/// How the vendor is reached beside the portal, and what it says of itself. All of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// Where it can be called, the number to try first at the beginning.
    pub phones: Vec<Phone>,
    /// Where it can be mailed.
    pub email: Option<String>,
    /// When somebody answers, in a few words.
    pub hours: Option<Texts<String>>,
    /// How what the portal holds is to be treated, instead of what the portal says of that by itself (M9).
    pub notice: Option<Texts<String>>,
    /// Where customers get the tool that engineers work on their computers with: an `https` address (M43).
    pub remote: Option<String>,
}

/// Why settings do not say how the vendor is reached.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSupport {
    /// A number is none.
    #[error("SUPPORT_PHONE: `{0}` is no telephone number")]
    Phone(String),
    /// The address is none.
    #[error("SUPPORT_EMAIL: `{0}` is no e-mail address")]
    Email(String),
    /// A setting has no words for everybody.
    #[error(
        "{0}: `{1}` is neither a text nor `en: <text> | nl: <text> | fr: <text>`, each of 300 characters at most"
    )]
    Words(&'static str, String),
    /// The tool's address is none, or not a safe one.
    #[error("REMOTE_SUPPORT_URL: `{0}` is no https address")]
    Remote(String),
}

impl Support {
    /// That nothing is said.
    pub const NONE: &'static Self =
        &Self { phones: Vec::new(), email: None, hours: None, notice: None, remote: None };

    /// What these settings say: `SUPPORT_PHONE` (numbers, with commas between them), `SUPPORT_EMAIL`, `SUPPORT_HOURS` and
    /// `CONFIDENTIALITY_NOTICE` (words, see below) and `REMOTE_SUPPORT_URL`. An empty one says nothing.
    ///
    /// Words are one text for all languages, or one for each: `en: … | nl: … | fr: …`. A language that is missing gets the
    /// text that names no language, or else the first.
    ///
    /// # Errors
    /// The first of them that cannot be read.
    pub fn read(setting: impl Fn(&'static str) -> String) -> Result<Self, NotSupport> {
        Ok(Self {
            phones: phones(&setting("SUPPORT_PHONE"))?,
            email: email(&setting("SUPPORT_EMAIL"))?,
            hours: words("SUPPORT_HOURS", &setting("SUPPORT_HOURS"))?,
            notice: words("CONFIDENTIALITY_NOTICE", &setting("CONFIDENTIALITY_NOTICE"))?,
            remote: remote(&setting("REMOTE_SUPPORT_URL"))?,
        })
    }

    /// Whether it says where the vendor can be called or mailed.
    #[must_use]
    pub fn can_be_reached(&self) -> bool {
        !self.phones.is_empty() || self.email.is_some()
    }
}

/// A telephone number, as people write it: digits and what makes them easy to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Phone(String);

/// A text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("that is no telephone number")]
pub struct NotAPhone;

impl FromStr for Phone {
    type Err = NotAPhone;

    /// Reads a number of 3 to 15 digits, such as `+31 (0)20 555 01 00`: short ones exist within a country.
    fn from_str(text: &str) -> Result<Self, NotAPhone> {
        let text = text.trim();
        let national = text.strip_prefix('+').unwrap_or(text);
        let is_plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '-' | '.' | '/');
        let digits = national.chars().filter(char::is_ascii_digit).count();
        let fits = national.chars().all(is_plain) && (3..=15).contains(&digits);
        if fits { Ok(Self(text.to_owned())) } else { Err(NotAPhone) }
    }
}

impl Phone {
    /// The address by which it is called (RFC 3966).
    #[must_use]
    pub fn link(&self) -> String {
        // The zero in brackets is for callers from within the country, who do not dial what is before it.
        let text = if self.0.starts_with('+') { self.0.replace("(0)", "") } else { self.0.clone() };
        let dialled = text.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        format!("tel:{}", dialled.collect::<String>())
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn phones(text: &str) -> Result<Vec<Phone>, NotSupport> {
    let numbers = text.split(',').map(str::trim).filter(|number| !number.is_empty());
    numbers
        .map(|number| number.parse::<Phone>().map_err(|NotAPhone| NotSupport::Phone(number.to_owned())))
        .collect()
}

fn email(text: &str) -> Result<Option<String>, NotSupport> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    person::address(text).map(Some).map_err(|_| NotSupport::Email(text.to_owned()))
}

/// Such an address and no other is led to: no script, and no name of a host that hides behind another's.
fn remote(text: &str) -> Result<Option<String>, NotSupport> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_address = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            && rest.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '@'))
    };
    match text.strip_prefix("https://") {
        Some(rest) if is_address(rest) => Ok(Some(text.to_owned())),
        _ => Err(NotSupport::Remote(text.to_owned())),
    }
}

fn words(setting: &'static str, text: &str) -> Result<Option<Texts<String>>, NotSupport> {
    let wrong = || NotSupport::Words(setting, text.to_owned());
    let mut said: Vec<(Option<Language>, String)> = Vec::new();
    for part in text.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        let (language, words) = labelled(part);
        let words = Line::<300>::try_from(words.to_owned()).map_err(|_| wrong())?;
        if said.iter().any(|(known, _)| *known == language) {
            return Err(wrong());
        }
        said.push((language, words.into()));
    }
    let of = |language| {
        let own = said.iter().find(|(known, _)| *known == Some(language));
        let all = || said.iter().find(|(known, _)| known.is_none());
        own.or_else(all).or(said.first()).map(|(_, words)| words.clone())
    };
    Ok(match (of(Language::En), of(Language::Nl), of(Language::Fr)) {
        (Some(en), Some(nl), Some(fr)) => Some(Texts { en, nl, fr }),
        _ => None,
    })
}

/// A part of a setting: the language it names, and what it says.
fn labelled(part: &str) -> (Option<Language>, &str) {
    let label = part.split_once(':').and_then(|(code, words)| {
        let language = Language::ALL.into_iter().find(|language| language.code() == code.trim_end());
        Some((language?, words))
    });
    label.map_or((None, part), |(language, words)| (Some(language), words))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a deployment with this one setting says.
    fn with(name: &'static str, value: &str) -> Result<Support, NotSupport> {
        Support::read(|setting| if setting == name { value.to_owned() } else { String::new() })
    }

    /// E23, M8: numbers and address are the deployment's to say; what it does not say is not there.
    #[test]
    fn e23_m8_a_deployment_says_where_it_is_reached() {
        assert_eq!(Support::read(|_| String::new()).as_ref(), Ok(Support::NONE));
        assert!(!Support::NONE.can_be_reached());
        let numbers = with("SUPPORT_PHONE", "+31 (0)20 555 01 00, 0800-0119").unwrap();
        let links: Vec<String> = numbers.phones.iter().map(Phone::link).collect();
        assert_eq!(links, ["tel:+31205550100", "tel:08000119"]);
        assert_eq!(numbers.phones[0].to_string(), "+31 (0)20 555 01 00", "it is shown as it was written");
        assert!(numbers.can_be_reached());
        let mailed = with("SUPPORT_EMAIL", "help@vendor.example").unwrap();
        assert!(mailed.can_be_reached() && mailed.email.as_deref() == Some("help@vendor.example"));
        for wrong in ["call us", "12", "+31 20 555 01 00 01 00 01 00", "020+5550100", "javascript:1"] {
            assert_eq!(with("SUPPORT_PHONE", wrong), Err(NotSupport::Phone(wrong.to_owned())));
        }
        let wrong = "help.vendor.example".to_owned();
        assert_eq!(with("SUPPORT_EMAIL", &wrong), Err(NotSupport::Email(wrong)));
    }

    /// M9: words are said in each language, or once for all.
    #[test]
    fn m9_words_are_said_in_each_language_or_once_for_all() {
        let notice = |text: &str| {
            with("CONFIDENTIALITY_NOTICE", text).map(|support| {
                support.notice.map(|Texts { en, nl, fr }| format!("{en}/{nl}/{fr}")).unwrap_or_default()
            })
        };
        assert_eq!(notice("en: Ours | nl: Van ons | fr: À nous").as_deref(), Ok("Ours/Van ons/À nous"));
        assert_eq!(
            notice("Ours: all of it").as_deref(),
            Ok("Ours: all of it/Ours: all of it/Ours: all of it")
        );
        assert_eq!(notice("nl: Van ons | Ours").as_deref(), Ok("Ours/Van ons/Ours"));
        assert_eq!(notice("nl: Van ons | fr: À nous").as_deref(), Ok("Van ons/Van ons/À nous"));
        assert_eq!(notice(" | ").as_deref(), Ok(""));
        for wrong in ["One | Another", "en: One | en: Another", "en:", "a\u{202e}b"] {
            let error = NotSupport::Words("CONFIDENTIALITY_NOTICE", wrong.to_owned());
            assert_eq!(notice(wrong), Err(error));
        }
    }

    /// M43: nobody is led to anything but an https address.
    #[test]
    fn m43_the_tool_has_an_https_address() {
        let address = "https://assist.vendor.example/get?for=customers#now";
        assert_eq!(with("REMOTE_SUPPORT_URL", address).unwrap().remote.as_deref(), Some(address));
        for wrong in [
            "http://assist.vendor.example",
            "https://",
            "https:///get",
            "https://bank.example@assist.example",
            "javascript:alert(1)",
            "https://assist.example/\"x",
            "https://assist.example/a b",
        ] {
            assert_eq!(with("REMOTE_SUPPORT_URL", wrong), Err(NotSupport::Remote(wrong.to_owned())));
        }
    }
}
