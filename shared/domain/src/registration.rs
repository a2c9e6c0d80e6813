//! Registering: what a contact types to get an account of their own (E7 to E23).

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::contract::Standing;
use crate::id::UserId;
use crate::input::Flaw;
use crate::letter::Says;
use crate::person::{Language, User};

/// The rules that are to be accepted: the newest of those that [`points`] knows. A new text gets a new number, and its
/// points are added there; whoever accepted an earlier one is asked when they next sign in.
pub const RULES: u16 = 1;

/// What the rules of this version say, point by point: codes for the language files. None for a version that there is not,
/// or whose text is kept no more. A point that says something else in a later version gets another code there.
#[must_use]
pub const fn points(version: u16) -> Option<&'static [&'static str]> {
    match version {
        1 => Some(&["own", "secret", "content", "confidential", "data", "end"]),
        _ => None,
    }
}

/// Whether somebody is to be asked for the rules of this version, after what they accepted before. Engineers are not: they
/// are the vendor's own, whose employer tells them what holds.
#[must_use]
pub fn is_owed(actor: &Actor, accepted: Option<Accepted>, version: u16) -> bool {
    matches!(actor, Actor::Contact(_)) && accepted.is_none_or(|accepted| accepted.version < version)
}

/// A user name: what one may sign in with beside one's address. It has no `@`, so that it is no address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UserName(String);

impl UserName {
    /// The fewest characters.
    pub const SHORTEST: usize = 3;
    /// The most characters.
    pub const LONGEST: usize = 40;

    /// The name as it was chosen. Letter case makes no other name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for UserName {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        let text = text.trim();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        match text.chars().count() {
            0 => Err(Flaw::Required),
            n if n < Self::SHORTEST => Err(Flaw::TooShort { min: Self::SHORTEST }),
            n if n > Self::LONGEST => Err(Flaw::TooLong { max: Self::LONGEST }),
            _ if text.chars().all(fits) => Ok(Self(text.to_owned())),
            _ => Err(Flaw::NotAUserName),
        }
    }
}

impl From<UserName> for String {
    fn from(name: UserName) -> Self {
        name.0
    }
}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What somebody typed to register, beside their address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// The user name they choose.
    pub username: UserName,
    /// Their password as an Argon2id PHC string.
    pub password: String,
    /// The Contact ID, as typed.
    pub contact_id: String,
    /// IANA name of their time zone; none to keep that of the record.
    pub zone: Option<String>,
    /// The language they registered in.
    pub language: Language,
    /// The rules they accepted.
    pub rules: Accepted,
}

/// Rules that were accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// Which.
    pub version: u16,
    /// When.
    pub at: Timestamp,
}

/// What is known of whom a registration claims to be.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Who has the address.
    pub user: &'a User,
    /// Whether they have chosen a password before.
    pub is_active: bool,
    /// How their company stands.
    pub standing: Standing,
    /// Whether somebody else has the user name.
    pub name_is_taken: bool,
}

impl Registration {
    /// Whom the registration is to activate, or what they are told instead. Asked when the link is mailed and again
    /// when it is used (E17).
    ///
    /// # Errors
    /// What they are told.
    pub fn check<'a>(&self, known: Option<&Known<'a>>) -> Result<&'a UserId, Says> {
        let known = known.ok_or(Says::RegistrationUnknown)?;
        let Actor::Contact(contact) = &known.user.actor else { return Err(Says::RegistrationUnknown) };
        let id = &contact.person.id;
        if !id.as_str().eq_ignore_ascii_case(self.contact_id.trim()) {
            return Err(Says::RegistrationUnknown);
        }
        if known.is_active {
            return Err(Says::RegistrationKnown);
        }
        if !known.standing.runs {
            return Err(Says::RegistrationNoContract);
        }
        if known.name_is_taken { Err(Says::RegistrationNameTaken) } else { Ok(id) }
    }
}

#[cfg(test)]
mod tests {
    use crate::actor::{Contact, Level, Person, Scope};

    use super::*;

    fn anna() -> User {
        let person = Person { id: "K7M2-94QX".parse().unwrap(), name: "Anna".into() };
        let company = "acme".parse().unwrap();
        let contact = Contact { person, company, level: Level::ReadWrite, scope: Scope::Company };
        let email = "anna@acme.example".into();
        User { actor: Actor::Contact(contact), email, language: Language::En, zone: "UTC".into() }
    }

    fn registration(contact_id: &str) -> Registration {
        Registration {
            username: "anna.w".to_owned().try_into().unwrap(),
            password: String::new(),
            contact_id: contact_id.into(),
            zone: None,
            language: Language::Fr,
            rules: Accepted { version: RULES, at: Timestamp::UNIX_EPOCH },
        }
    }

    /// E10, E12, E17: address, Contact ID and a contract that runs, all three.
    #[test]
    fn only_a_contact_with_their_id_and_a_contract_is_let_in() {
        let anna = anna();
        let standing = Standing { runs: true, until: None };
        let known = Known { user: &anna, is_active: false, standing, name_is_taken: false };
        let check = |id: &str, known: Option<Known<'_>>| registration(id).check(known.as_ref()).is_ok();
        assert!(check(" k7m2-94qx ", Some(known)));
        assert!(!check("K7M2-94QY", Some(known)));
        assert!(!check("K7M2-94QX", None));
        let told = |known| registration("K7M2-94QX").check(Some(&known)).unwrap_err();
        assert_eq!(told(Known { is_active: true, ..known }), Says::RegistrationKnown);
        let ended = Standing { runs: false, until: None };
        assert_eq!(told(Known { standing: ended, ..known }), Says::RegistrationNoContract);
        assert_eq!(told(Known { name_is_taken: true, ..known }), Says::RegistrationNameTaken);
        // Who does not know the Contact ID learns nothing of the rest.
        let guess = registration("guess").check(Some(&Known { is_active: true, ..known }));
        assert_eq!(guess, Err(Says::RegistrationUnknown));
        let engineer = User { actor: Actor::engineer(anna.actor.person().clone()), ..anna.clone() };
        assert!(!check("K7M2-94QX", Some(Known { user: &engineer, ..known })));
    }

    /// E14: who accepted no rules, or earlier ones, is asked; the vendor's own are not.
    #[test]
    fn e14_rules_are_owed_by_contacts_who_did_not_accept_these() {
        let contact = anna().actor;
        let accepted = |version| Some(Accepted { version, at: Timestamp::UNIX_EPOCH });
        assert!(is_owed(&contact, None, 2));
        assert!(is_owed(&contact, accepted(1), 2));
        assert!(!is_owed(&contact, accepted(2), 2));
        assert!(!is_owed(&contact, accepted(3), 2), "those of a deployment that was taken back");
        assert!(!is_owed(&Actor::engineer(contact.person().clone()), None, 2));
    }

    /// E14: those in force are the newest that are known.
    #[test]
    fn e14_the_rules_in_force_have_a_text() {
        assert!(points(RULES).is_some_and(|points| !points.is_empty()));
        assert_eq!(points(RULES + 1), None);
        assert_eq!(points(0), None);
    }

    #[test]
    fn a_user_name_is_no_address() {
        let name = |text: &str| UserName::try_from(text.to_owned());
        assert_eq!(name(" anna.w ").unwrap().as_str(), "anna.w");
        assert_eq!(name("anna@acme.example"), Err(Flaw::NotAUserName));
        assert_eq!(name("an"), Err(Flaw::TooShort { min: 3 }));
        assert_eq!(name("анна"), Err(Flaw::NotAUserName), "no letters that look like others");
    }
}
