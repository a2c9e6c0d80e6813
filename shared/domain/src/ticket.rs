//! What a mailed link is good for: one thing, once, for a while (X10).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

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
        user: UserId,
    },
    /// Choosing a first password, on the vendor's invitation.
    Invitation {
        /// Whose.
        user: UserId,
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
        user: UserId,
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

impl Purpose {
    /// How long a link is good.
    #[must_use]
    pub const fn life(&self) -> SignedDuration {
        match self {
            Self::Password { .. } => SignedDuration::from_hours(1),
            Self::Activation { .. } => SignedDuration::from_hours(24),
            Self::AccessConfirmation { .. } => SignedDuration::from_hours(7 * 24),
            Self::Invitation { .. } => SignedDuration::from_hours(14 * 24),
            Self::EmailChange { .. } => email_change::LIFE,
        }
    }

    /// Whom it concerns.
    #[must_use]
    pub const fn user(&self) -> &UserId {
        match self {
            Self::Password { user }
            | Self::Invitation { user }
            | Self::AccessConfirmation { user, .. }
            | Self::Activation { user, .. }
            | Self::EmailChange { user, .. } => user,
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

    /// X10: a link is neither eternal nor good twice.
    #[test]
    fn a_ticket_is_good_once_and_for_a_while() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let purpose = Purpose::Password { user: "anna".parse().unwrap() };
        let ticket = Ticket::new("t1".parse().unwrap(), purpose, now);
        assert!(ticket.is_good(now + SignedDuration::from_mins(59)));
        assert!(!ticket.is_good(now + SignedDuration::from_mins(60)));
        assert!(!Ticket { used_at: Some(now), ..ticket }.is_good(now));
    }
}
