//! Refresh tokens: person, session and secret joined by full stops, of which the store keeps a digest only.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use caseport_aws::Random;
use caseport_domain::id::{SessionId, UserId};
use sha2::{Digest, Sha256};

/// A refresh token, taken apart.
pub(crate) struct RefreshToken {
    pub(crate) user: UserId,
    pub(crate) session: SessionId,
    secret: String,
}

impl RefreshToken {
    /// A new one for this session.
    pub(crate) fn new(user: UserId, session: SessionId, random: Random) -> Self {
        Self { user, session, secret: random.secret() }
    }

    /// The token in this text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '.');
        let (user, session) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { user, session, secret: parts.next()?.to_owned() })
    }

    /// The token as text.
    pub(crate) fn text(&self) -> String {
        format!("{}.{}.{}", self.user, self.session, self.secret)
    }

    /// What the store keeps of it.
    pub(crate) fn digest(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&self.secret))
    }
}
