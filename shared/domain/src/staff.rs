//! Accounts of the vendor's own people. No page gives them out: whoever operates the deployment does, by a command.

use serde::{Deserialize, Serialize};

use crate::actor::{Actor, Engineer, Person};
use crate::id::UserId;
use crate::person::{Language, User};
use crate::text::Line;

/// The whole name of somebody of the vendor.
pub type StaffName = Line<120>;

/// What an operator has done about somebody's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "kebab-case")]
pub enum Order {
    /// Give them one, or theirs back if it is disabled.
    Add(Recruit),
    /// Let them sign in no more, and end what they are signed in with.
    Disable {
        /// What they sign in with.
        email: String,
    },
    /// Forget their second factor, which they have lost, and end what they are signed in with.
    ResetSecondFactor {
        /// What they sign in with.
        email: String,
    },
}

/// Somebody of the vendor who is to have an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recruit {
    /// Where mail reaches them, and what they sign in with: as [`crate::person::address`] reads it.
    pub email: String,
    /// The name shown beside what they do.
    pub name: StaffName,
    /// Whether they also keep the records and decide who gets which access.
    pub is_admin: bool,
    /// The language of their pages and mails.
    pub language: Language,
    /// IANA name of their time zone.
    pub zone: String,
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// They have an account, and are mailed a link to choose a password with.
    Added,
    /// They have their account back without its password, and are mailed a link to choose another with.
    BroughtBack,
    /// They sign in no more.
    Disabled {
        /// How many open cases are still theirs.
        open_cases: u32,
    },
    /// They sign in with their password alone until they set up another second factor.
    SecondFactorReset,
}

/// Why an order was not done: nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The address is somebody's.
    #[error(
        "Somebody has this address already. To change whether they administer, disable them and add them anew."
    )]
    AddressTaken,
    /// The address is a contact's.
    #[error("This is a contact of a customer: an administrator looks after them, in the portal.")]
    IsContact,
    /// The address is nobody's.
    #[error("Nobody has this address.")]
    Unknown,
    /// They sign in no more already.
    #[error("Their account is disabled already; `add` brings it back.")]
    IsDisabled,
    /// They have set up no second factor.
    #[error("They have no second factor.")]
    NoSecondFactor,
    /// The account changed at the same time.
    #[error("Their account changed at the same time. Try again.")]
    Overtaken,
}

impl Order {
    /// The address of whom it is about.
    #[must_use]
    pub fn email(&self) -> &str {
        match self {
            Self::Add(recruit) => &recruit.email,
            Self::Disable { email } | Self::ResetSecondFactor { email } => email,
        }
    }

    /// What the audit trail calls it: see [`crate::audit::Entry::what`].
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Add(Recruit { is_admin: true, .. }) => "administrator-added",
            Self::Add(Recruit { is_admin: false, .. }) => "staff-added",
            Self::Disable { .. } => "staff-disabled",
            Self::ResetSecondFactor { .. } => "second-factor-reset",
        }
    }
}

impl Recruit {
    /// As who they are in the portal, under this identifier.
    #[must_use]
    pub fn user(&self, id: UserId) -> User {
        let person = Person { id, name: self.name.as_str().to_owned() };
        User {
            actor: Actor::Engineer(Engineer { person, is_admin: self.is_admin }),
            email: self.email.clone(),
            language: self.language,
            zone: self.zone.clone(),
        }
    }
}

impl Done {
    /// It as a sentence for the operator.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Added => {
                "They have an account, and are mailed a link to choose a password with: good for two weeks. \
                After that, they ask for one where one signs in."
            }
            Self::BroughtBack => {
                "They have their account back, without its password, and are mailed a link to choose another with."
            }
            Self::Disabled { .. } => {
                "They are signed out everywhere, their personal access tokens have ended, and they sign in no more."
            }
            Self::SecondFactorReset => {
                "They are signed out everywhere, their personal access tokens have ended, and they sign in with their \
                password alone until they set up another second factor."
            }
        }
    }

    /// What is left for others to do, as sentences for the operator; none if nothing is.
    #[must_use]
    pub fn leaves(self) -> Option<String> {
        match self {
            Self::Disabled { open_cases: 0 } | Self::Added | Self::BroughtBack | Self::SecondFactorReset => {
                None
            }
            Self::Disabled { open_cases } => Some(format!(
                "Open cases that are still theirs: {open_cases}. Have somebody take them over: the desk finds them by \
                engineer."
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy;

    fn recruit(is_admin: bool) -> Recruit {
        Recruit {
            email: "ines@vendor.example".into(),
            name: "Ines".to_owned().try_into().unwrap(),
            is_admin,
            language: Language::Fr,
            zone: "UTC".into(),
        }
    }

    /// C5: only who was added as an administrator administers, and the trail says so.
    #[test]
    fn who_is_added_may_what_was_said() {
        for is_admin in [true, false] {
            let user = recruit(is_admin).user("i1".parse().unwrap());
            assert_eq!(policy::administer(&user.actor).is_ok(), is_admin);
            assert_eq!(user.actor.company(), None);
        }
        assert_eq!(Order::Add(recruit(true)).code(), "administrator-added");
        assert_eq!(Order::Add(recruit(false)).code(), "staff-added");
    }

    #[test]
    fn an_order_is_read_as_it_was_written() {
        let email = "ines@vendor.example".to_owned();
        let orders = [
            Order::Add(recruit(true)),
            Order::Disable { email: email.clone() },
            Order::ResetSecondFactor { email },
        ];
        for order in orders {
            assert_eq!(order.email(), "ines@vendor.example");
            let text = serde_json::to_string(&order).unwrap();
            assert_eq!(serde_json::from_str::<Order>(&text).unwrap(), order);
        }
    }
}
