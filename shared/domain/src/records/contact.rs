//! A contact as their record says it.

use serde::{Deserialize, Serialize};

use super::Typed;
use crate::actor::{Actor, Contact, Level, Person, Scope};
use crate::id::{CompanyId, UserId};
use crate::input::Flaws;
use crate::person::{Language, User};

/// A contact as their record says it. It has no PIN and no password: those are nobody's but their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRecord {
    /// The Contact ID.
    pub id: UserId,
    /// For whom they speak.
    pub company: CompanyId,
    /// Their name.
    pub name: String,
    /// Where mail reaches them, and what they sign in with.
    pub email: String,
    /// The language of their pages and mails.
    pub language: Language,
    /// IANA name of their time zone.
    pub zone: String,
    /// What they may do.
    pub level: Level,
    /// Whose cases they see.
    #[serde(rename = "case_scope")]
    pub scope: Scope,
    /// Whether they are still with the company: who has left signs in no more.
    pub active: bool,
}

impl ContactRecord {
    /// The record of a contact; none for anybody else.
    #[must_use]
    pub fn of(user: &User, active: bool) -> Option<Self> {
        let Actor::Contact(contact) = &user.actor else { return None };
        Some(Self {
            id: contact.person.id.clone(),
            company: contact.company.clone(),
            name: contact.person.name.clone(),
            email: user.email.clone(),
            language: user.language,
            zone: user.zone.clone(),
            level: contact.level,
            scope: contact.scope,
            active,
        })
    }

    /// The person who can sign in, as the record says them.
    #[must_use]
    pub fn user(&self) -> User {
        let contact = Contact {
            person: Person { id: self.id.clone(), name: self.name.clone() },
            company: self.company.clone(),
            level: self.level,
            scope: self.scope,
        };
        User {
            actor: Actor::Contact(contact),
            email: self.email.clone(),
            language: self.language,
            zone: self.zone.clone(),
        }
    }

    /// Has a person be as the record says; what it does not say of them stays.
    pub fn apply(&self, user: &mut User) {
        let said = self.user();
        user.actor = said.actor;
        user.email = said.email;
        user.language = said.language;
        user.zone = said.zone;
    }

    /// The record that these fields say, with everything that is wrong with them. `active` may be left out.
    pub fn read(typed: &Typed, flaws: &mut Flaws) -> Option<Self> {
        let id = typed.id("id", flaws);
        let company = typed.id("company", flaws);
        let name = typed.line::<120>("name", flaws);
        let email = typed.address("email", flaws);
        let language = typed.choice("language", &Language::ALL, Language::code, flaws);
        let zone = typed.zone("zone", flaws);
        let level = typed.choice("level", &Level::ALL, Level::code, flaws);
        let scope = typed.choice("case_scope", &Scope::ALL, Scope::code, flaws);
        let active = match typed.get("active") {
            "" => Some(true),
            _ => typed.choice("active", &[true, false], |yes| if yes { "yes" } else { "no" }, flaws),
        };
        Some(Self {
            id: id?,
            company: company?,
            name: name?,
            email: email?,
            language: language?,
            zone: zone?,
            level: level?,
            scope: scope?,
            active: active?,
        })
    }

    /// Their fields.
    #[must_use]
    pub fn typed(&self) -> Typed {
        Typed::default()
            .with("company", self.company.as_str())
            .with("id", self.id.as_str())
            .with("name", &self.name)
            .with("email", &self.email)
            .with("language", self.language.code())
            .with("zone", &self.zone)
            .with("level", self.level.code())
            .with("case_scope", self.scope.code())
            .with("active", if self.active { "yes" } else { "no" })
    }
}
