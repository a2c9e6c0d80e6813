//! Refresh tokens: session and secret joined by a full stop, of which the store keeps a digest only.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use caseport_aws::Random;
use caseport_domain::id::SessionId;
use sha2::{Digest, Sha256};

/// A refresh token, taken apart.
pub(crate) struct RefreshToken {
    pub(crate) session: SessionId,
    secret: String,
}

impl RefreshToken {
    /// A new one for this session.
    pub(crate) fn new(session: SessionId, random: Random) -> Self {
        Self { session, secret: random.secret() }
    }

    /// The token in this text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (session, secret) = text.split_once('.')?;
        Some(Self { session: session.parse().ok()?, secret: secret.to_owned() })
    }

    /// The token as text.
    pub(crate) fn text(&self) -> String {
        format!("{}.{}", self.session, self.secret)
    }

    /// What the store keeps of it.
    pub(crate) fn digest(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&self.secret))
    }
}
