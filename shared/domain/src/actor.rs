//! Who acts.

use serde::{Deserialize, Serialize};

use crate::id::{CompanyId, UserId};

/// Somebody signed in, with what the rules need to know of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// A contact of a customer.
    Contact(Contact),
    /// An engineer of the vendor.
    Engineer(Engineer),
}

/// An engineer of the vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engineer {
    /// Who it is.
    pub person: Person,
    /// Whether they also keep the records and decide who gets which access.
    #[serde(default)]
    pub is_admin: bool,
}

/// How often the records had changed that an access token was given on: those of its bearer and of the company they
/// speak for. A write by the token demands that neither has changed since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revisions {
    /// Of the person's record.
    pub user: u32,
    /// Of the company's record; none for an engineer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<u32>,
}

/// A contact of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who it is.
    pub person: Person,
    /// For whom they speak.
    pub company: CompanyId,
    /// What they may do.
    pub level: Level,
    /// Whose cases they see.
    pub scope: Scope,
}

/// A person by identifier and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's identifier.
    pub id: UserId,
    /// The name shown beside what they did.
    pub name: String,
}

/// A contact's access level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Sees no cases.
    Basic,
    /// Views cases.
    ReadOnly,
    /// Opens and changes cases: a Designated Contact.
    ReadWrite,
}

impl Level {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Basic, Self::ReadOnly, Self::ReadWrite];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::ReadOnly => "read-only",
            Self::ReadWrite => "read-write",
        }
    }

    /// The level of this code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Whose cases a contact sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Those they reported or observe.
    Own,
    /// Those of their company.
    Company,
    /// Those of their company and, one at a time, of the companies it serves: see [`crate::relation`].
    Partner,
}

impl Scope {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Own, Self::Company, Self::Partner];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Company => "company",
            Self::Partner => "partner",
        }
    }
}

impl Actor {
    /// An engineer who is no administrator.
    #[must_use]
    pub const fn engineer(person: Person) -> Self {
        Self::Engineer(Engineer { person, is_admin: false })
    }

    /// The person.
    #[must_use]
    pub fn person(&self) -> &Person {
        match self {
            Self::Contact(contact) => &contact.person,
            Self::Engineer(engineer) => &engineer.person,
        }
    }

    /// The company a contact speaks for.
    #[must_use]
    pub const fn company(&self) -> Option<&CompanyId> {
        match self {
            Self::Contact(contact) => Some(&contact.company),
            Self::Engineer(_) => None,
        }
    }

    /// As the author of an event.
    #[must_use]
    pub fn author(&self) -> Author {
        match self {
            Self::Contact(contact) => Author::Contact(contact.person.clone()),
            Self::Engineer(engineer) => Author::Engineer(engineer.person.clone()),
        }
    }
}

/// Who made an event happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Author {
    /// A contact of the customer.
    Contact(Person),
    /// An engineer of the vendor.
    Engineer(Person),
    /// The portal itself: reminders and auto-close.
    System,
}

impl Author {
    /// The person, if it was one.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Contact(person) | Self::Engineer(person) => Some(person),
            Self::System => None,
        }
    }
}
