//! A contact as their record says it.

use serde::{Deserialize, Serialize};

use super::Typed;
use crate::actor::{Actor, Contact, Level, Person, Scope};
use crate::erasure;
use crate::id::{CompanyId, UserId};
use crate::input::{Flaw, Flaws};
use crate::person::{Language, User};
use crate::profile::{ContactDetails, Profile};

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
    /// What they are there, and how they are reached: as they or an administrator said (G18, G19).
    #[serde(flatten)]
    pub details: ContactDetails,
}

impl ContactRecord {
    /// The record of a contact, of whom this is known beside it; none for anybody else.
    #[must_use]
    pub fn of(user: &User, profile: Option<&Profile>, active: bool) -> Option<Self> {
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
            details: profile.map(|profile| profile.details.clone()).unwrap_or_default(),
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

    /// Has a person be as the record says; what it does not say of them stays. What they said of their name goes with it: else
    /// the next time they change anything would bring the former one back.
    pub fn apply(&self, user: &mut User, profile: &mut Option<Profile>) {
        let said = self.user();
        user.actor = said.actor;
        user.email = said.email;
        user.language = said.language;
        user.zone = said.zone;
        if profile.is_some() || self.details != ContactDetails::default() {
            let profile = profile.get_or_insert_default();
            profile.rename(&self.name);
            profile.details.clone_from(&self.details);
        }
    }

    /// The record that these fields say, with everything that is wrong with them. `active` may be empty: who is new is there.
    pub fn read(typed: &Typed, flaws: &mut Flaws) -> Option<Self> {
        let id = typed.id("id", flaws);
        let is_kept = |id: &UserId| erasure::is_nobody(id) || id.is_outside();
        let id = id.map(|id| if is_kept(&id) { Err(Flaw::Taken) } else { Ok(id) });
        let id = id.and_then(|id| flaws.take("id", id));
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
        let details = ContactDetails::read(ContactDetails::FIELDS.map(|field| typed.get(field)), flaws);
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
            details,
        })
    }

    /// The record as these fields change it, with everything that is wrong with them. What they do not have stays, and so
    /// does `active` where it is empty: who has left comes back only when that is said (attack class X27). A country that was
    /// said can become another, and not none (G20).
    pub fn changed(&self, typed: Typed, flaws: &mut Flaws) -> Option<Self> {
        let stored = self.typed();
        let typed = if typed.get("active").is_empty() { typed.without("active") } else { typed };
        let typed = typed.keeping(&stored);
        if self.details.country.is_some() && typed.get("country").is_empty() {
            flaws.add("country", Flaw::Required);
        }
        Self::read(&typed, flaws)
    }

    /// Their fields.
    #[must_use]
    pub fn typed(&self) -> Typed {
        let typed = Typed::default()
            .with("company", self.company.as_str())
            .with("id", self.id.as_str())
            .with("name", &self.name)
            .with("email", &self.email)
            .with("language", self.language.code())
            .with("zone", &self.zone)
            .with("level", self.level.code())
            .with("case_scope", self.scope.code())
            .with("active", if self.active { "yes" } else { "no" });
        let details = ContactDetails::FIELDS.into_iter().zip(self.details.values());
        details.fold(typed, |typed, (field, value)| typed.with(field, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left() -> ContactRecord {
        ContactRecord {
            id: "C-1".parse().unwrap(),
            company: "acme".parse().unwrap(),
            name: "Jeroen".into(),
            email: "jeroen@acme.example".into(),
            language: Language::Nl,
            zone: "Europe/Brussels".into(),
            level: Level::ReadOnly,
            scope: Scope::Own,
            active: false,
            details: ContactDetails::default(),
        }
    }

    fn details() -> Typed {
        let said = Typed::default().with("country", "be").with("job_title", "Planner");
        let said = said.with("phone", " +32 9 555 01 02 ").with("address", "Kouter 1");
        said.with("postcode", "9000").with("city", "Gent")
    }

    /// G19, A10: what an administrator says of a contact is what they can say themselves, and becomes what they said; what is
    /// not said stays. A country is asked of them, and cannot be taken away again.
    #[test]
    fn g19_how_a_contact_is_reached_is_kept_with_them() {
        let mut flaws = Flaws::default();
        let said = left().changed(details(), &mut flaws).expect("it is good");
        assert_eq!(said.typed().get("phone"), "+32 9 555 01 02");
        assert_eq!(ContactRecord::read(&said.typed(), &mut flaws).as_ref(), Some(&said), "and is read back");
        let (mut user, mut profile) = (said.user(), None);
        left().apply(&mut user, &mut profile);
        assert_eq!(profile, None, "nothing was said");
        said.apply(&mut user, &mut profile);
        assert_eq!(ContactRecord::of(&user, profile.as_ref(), false).as_ref(), Some(&said));
        let moved = said.changed(Typed::default().with("city", "Aalst").with("phone", ""), &mut flaws);
        let moved = moved.expect("it is good").typed();
        assert_eq!(["country", "city", "phone"].map(|field| moved.get(field)), ["BE", "Aalst", ""]);
        assert!(flaws.is_empty(), "{flaws:?}");
        let wrong = Typed::default().with("country", "").with("phone", "0".repeat(41)).with("city", "a\tb");
        let _ = said.changed(wrong, &mut flaws);
        let told: Vec<(&str, &str)> = flaws.iter().map(|(field, flaw)| (field, flaw.code())).collect();
        assert_eq!(told, [("country", "required"), ("phone", "too-long"), ("city", "control-characters")]);
    }

    /// Nobody is given the identifier of everybody who was erased: they would be among the people of all their cases. Nor one
    /// that means somebody outside in a case (C29): that person's mails would be theirs.
    #[test]
    fn nobody_is_who_was_erased_or_is_outside() {
        for id in ["erased", "Erased", "outside-7", "Outside-7"] {
            let mut flaws = Flaws::default();
            assert_eq!(ContactRecord::read(&left().typed().with("id", id), &mut flaws), None);
            assert_eq!(flaws.iter().collect::<Vec<_>>(), [("id", &Flaw::Taken)]);
        }
    }

    /// X27: who has left is not back because a sheet does not say so.
    #[test]
    fn x27_who_has_left_is_back_only_when_that_is_said() {
        let mut flaws = Flaws::default();
        let mut changed = |typed: Typed| left().changed(typed, &mut flaws);
        assert_eq!(changed(Typed::default()), Some(left()));
        assert_eq!(changed(Typed::default().with("active", "")), Some(left()));
        let back = changed(Typed::default().with("active", "yes").with("level", "basic"));
        assert_eq!(back, Some(ContactRecord { active: true, level: Level::Basic, ..left() }));
        assert_eq!(changed(Typed::default().with("name", "")), None);
        assert_eq!(flaws.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["name"]);
    }
}
