//! A change of address, which both the old mailbox and the new confirm before it is made (M15).
//!
//! The old one agrees, so that whoever got hold of a session or a password cannot walk off with the account; the new one
//! proves that mails arrive there. Until both have, the old address is in force and nothing else has changed.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::id::ChangeId;
use crate::input::Flaw;
use crate::person;

/// How long both have to confirm.
pub const LIFE: SignedDuration = SignedDuration::from_hours(24);

/// One of the two mailboxes that are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The address in force, which agrees.
    Old,
    /// The address asked for, which proves that it is theirs.
    New,
}

impl Side {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Old, Self::New];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }
}

/// A change of address that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailChange {
    /// Its identifier: the links of another change do nothing to it.
    pub id: ChangeId,
    /// The address in force when it was asked for.
    pub from: String,
    /// The address asked for.
    pub to: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When the old mailbox agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_at: Option<Timestamp>,
    /// When the new mailbox was proved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proved_at: Option<Timestamp>,
}

impl EmailChange {
    /// A change asked for now.
    #[must_use]
    pub const fn new(id: ChangeId, from: String, to: String, asked_at: Timestamp) -> Self {
        Self { id, from, to, asked_at, agreed_at: None, proved_at: None }
    }

    /// When it lapses.
    #[must_use]
    pub fn ends_at(&self) -> Timestamp {
        self.asked_at + LIFE
    }

    /// Whether it is under way for who has this address: another one in force, set by the vendor meanwhile, ends it.
    #[must_use]
    pub fn is_under_way(&self, address: &str, now: Timestamp) -> bool {
        self.from == address && now < self.ends_at()
    }

    /// When this mailbox confirmed it.
    #[must_use]
    pub const fn confirmed_at(&self, side: Side) -> Option<Timestamp> {
        match side {
            Side::Old => self.agreed_at,
            Side::New => self.proved_at,
        }
    }
}

/// The address typed to be had in the place of the present one.
///
/// # Errors
/// [`Flaw::Unchanged`] if it is the same, in whatever case it is written, for it signs in the same; else as
/// [`person::address`].
pub fn another(typed: &str, present: &str) -> Result<String, Flaw> {
    let address = person::address(typed)?;
    let is_same = address.to_lowercase() == present.trim().to_lowercase();
    if is_same { Err(Flaw::Unchanged) } else { Ok(address) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> (EmailChange, Timestamp) {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let (from, to) = ("anna@acme.example".to_owned(), "a.whitfield@acme.example".to_owned());
        (EmailChange::new("c1".parse().unwrap(), from, to, now), now)
    }

    #[test]
    fn a_change_lapses_after_a_day_or_with_the_address_it_is_from() {
        let (change, now) = asked();
        let minute = SignedDuration::from_mins(1);
        assert!(change.is_under_way("anna@acme.example", now + LIFE - minute));
        assert!(!change.is_under_way("anna@acme.example", now + LIFE));
        assert!(!change.is_under_way("anna.w@acme.example", now), "the vendor recorded another one");
    }

    #[test]
    fn each_side_confirms_for_itself() {
        let (change, now) = asked();
        let agreed = EmailChange { agreed_at: Some(now), ..change };
        assert_eq!(Side::ALL.map(|side| agreed.confirmed_at(side)), [Some(now), None]);
        assert_eq!(agreed.confirmed_at(Side::Old.other()), None);
    }

    #[test]
    fn the_same_address_is_no_other() {
        let present = "Anna@acme.example";
        assert_eq!(another(" anna@ACME.example ", present), Err(Flaw::Unchanged));
        assert_eq!(another("", present), Err(Flaw::Required));
        assert_eq!(another("anna at acme", present), Err(Flaw::NotAnAddress));
        assert_eq!(another(" a.w@acme.example", present).unwrap(), "a.w@acme.example");
    }

    /// What is stored has no attribute for what did not happen: the store's conditions go by that.
    #[test]
    fn what_did_not_happen_is_not_there() {
        let json = serde_json::to_value(asked().0).unwrap();
        assert!(json.get("agreed_at").is_none() && json.get("proved_at").is_none());
    }
}
