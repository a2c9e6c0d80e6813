//! Refresh tokens: person, session and secret joined by full stops, of which the store keeps a digest only.

use caseport_aws::Random;
use caseport_domain::bearer::{BearerSecret, SecretDigest};
use caseport_domain::id::{SessionId, UserId};

/// A refresh token, taken apart.
pub(crate) struct RefreshToken {
    pub(crate) user: UserId,
    pub(crate) session: SessionId,
    secret: BearerSecret,
}

impl RefreshToken {
    /// A new one for this session.
    pub(crate) fn new(user: UserId, session: SessionId, random: Random) -> Self {
        Self { user, session, secret: BearerSecret::new(random.secret()) }
    }

    /// The token in this text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (user, session) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { user, session, secret: BearerSecret::new(parts.next()?.to_owned()) })
    }

    /// The token as text.
    pub(crate) fn text(&self) -> String {
        format!("{}.{}.{}", self.user, self.session, self.secret.text())
    }

    /// What the store keeps of it.
    pub(crate) fn digest(&self) -> SecretDigest {
        self.secret.digest()
    }
}
