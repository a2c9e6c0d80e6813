//! The token in a mailed link: ticket and secret joined by a full stop. Only a digest of the secret is kept (X10).

use caseport_aws::Random;
use caseport_domain::bearer::{BearerSecret, SecretDigest};
use caseport_domain::id::TicketId;

/// The token in a mailed link, taken apart.
pub struct Link {
    /// The ticket it opens.
    pub ticket: TicketId,
    secret: BearerSecret,
}

impl Link {
    /// A new one for this ticket.
    #[must_use]
    pub fn new(ticket: TicketId, random: Random) -> Self {
        Self { ticket, secret: BearerSecret::new(random.secret()) }
    }

    /// The token in this text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (ticket, secret) = text.trim().split_once('.')?;
        Some(Self { ticket: ticket.parse().ok()?, secret: BearerSecret::new(secret.to_owned()) })
    }

    /// What the store keeps of it.
    #[must_use]
    pub fn digest(&self) -> SecretDigest {
        self.secret.digest()
    }

    /// As text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}.{}", self.ticket, self.secret.text())
    }
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Link({})", self.ticket)
    }
}
