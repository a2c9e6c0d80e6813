//! What a mailed link is good for: one thing, once, for a while (X10).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::access_request;
use crate::email_change::{self, Side};
use crate::id::{AccessRequestId, ChangeId, TicketId, UserId};
use crate::registration::Registration;

/// What a mailed link is good for. The link's secret is nowhere kept, only digests of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Its identifier, the first half of the link's token.
    pub id: TicketId,
    /// What it is good for.
    pub purpose: Purpose,
    /// When it is good no more.
    pub ends_at: Timestamp,
    /// When it was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_at: Option<Timestamp>,
}

/// What a ticket is good for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Purpose {
    /// Choosing a password.
    Password {
        /// Whose.
        to: Mailed,
    },
    /// Choosing a first password, on the vendor's invitation.
    Invitation {
        /// Whose.
        to: Mailed,
    },
    /// Confirming a request for access, or not.
    AccessConfirmation {
        /// The prime contact who does.
        user: UserId,
        /// The request.
        request: AccessRequestId,
    },
    /// Activating an account.
    Activation {
        /// Whose.
        to: Mailed,
        /// As they registered.
        registration: Registration,
    },
    /// Confirming a change of address, or refusing it.
    EmailChange {
        /// Whose address.
        user: UserId,
        /// Which change of it.
        change: ChangeId,
        /// For which of both mailboxes.
        side: Side,
    },
}

/// For which account a link was mailed, as that was then. It is good while the account still is so: whoever reads an address
/// that was put right since, or a link from before a password was chosen, opens nothing (attack class X10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailed {
    /// Whose.
    pub user: UserId,
    /// The address on record, where the link was mailed to.
    pub address: String,
    /// How often the password had changed.
    pub password_generation: u32,
}

impl Mailed {
    /// Whether an account with this address, whose password has changed so often, is as it was.
    #[must_use]
    pub fn is_for(&self, address: &str, password_generation: u32) -> bool {
        self.address == address && self.password_generation == password_generation
    }
}

impl Purpose {
    /// How long a link is good.
    #[must_use]
    pub const fn life(&self) -> SignedDuration {
        match self {
            Self::Password { .. } => SignedDuration::from_hours(1),
            Self::Activation { .. } => SignedDuration::from_hours(24),
            Self::AccessConfirmation { .. } => access_request::PRIME_ANSWERS_WITHIN,
            Self::Invitation { .. } => SignedDuration::from_hours(14 * 24),
            Self::EmailChange { .. } => email_change::LIFE,
        }
    }

    /// Whom it concerns.
    #[must_use]
    pub const fn user(&self) -> &UserId {
        match self {
            Self::Password { to } | Self::Invitation { to } | Self::Activation { to, .. } => &to.user,
            Self::AccessConfirmation { user, .. } | Self::EmailChange { user, .. } => user,
        }
    }
}

impl Ticket {
    /// A ticket given now.
    #[must_use]
    pub fn new(id: TicketId, purpose: Purpose, now: Timestamp) -> Self {
        let ends_at = now + purpose.life();
        Self { id, purpose, ends_at, used_at: None }
    }

    /// Whether it is still good.
    #[must_use]
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.ends_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailed() -> Mailed {
        let (user, address) = ("anna".parse().unwrap(), "anna@acme.example".to_owned());
        Mailed { user, address, password_generation: 2 }
    }

    /// X10: a link outlives neither the address it was mailed to nor the password it was to replace.
    #[test]
    fn x10_a_link_is_for_the_account_as_it_was() {
        assert!(mailed().is_for("anna@acme.example", 2));
        assert!(!mailed().is_for("a.whitfield@acme.example", 2));
        assert!(!mailed().is_for("anna@acme.example", 3));
    }

    /// X10: a link is neither eternal nor good twice.
    #[test]
    fn a_ticket_is_good_once_and_for_a_while() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let purpose = Purpose::Password { to: mailed() };
        let ticket = Ticket::new("t1".parse().unwrap(), purpose, now);
        assert!(ticket.is_good(now + SignedDuration::from_mins(59)));
        assert!(!ticket.is_good(now + SignedDuration::from_mins(60)));
        assert!(!Ticket { used_at: Some(now), ..ticket }.is_good(now));
    }
}
