//! Secrets that open something for whoever has them: mailed links, refresh tokens, personal access tokens, recovery codes.
//! They are given out once and kept as digests only (X10).

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A secret that opens something for whoever has it, made of 100 random bits at least.
#[derive(Clone, PartialEq, Eq)]
pub struct BearerSecret(String);

/// What is kept of a secret: its SHA-256 digest in lower-case hex, which suffices for what nobody can guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SecretDigest(String);

impl BearerSecret {
    /// The secret of this text: random, or as somebody sent it.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// As text, to be given out.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> SecretDigest {
        let digest = Sha256::digest(&self.0);
        SecretDigest(digest.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")))
    }
}

impl SecretDigest {
    /// As text, fit to be stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for BearerSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BearerSecret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// X10: what is stored, or logged by mistake, opens nothing.
    #[test]
    fn a_secret_is_kept_as_its_digest() {
        let secret = BearerSecret::new("abc".into());
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(secret.digest().as_str(), known, "the test vector of FIPS 180-2");
        assert_eq!(serde_json::to_value(secret.digest()).unwrap(), known);
        assert_ne!(BearerSecret::new("abd".into()).digest(), secret.digest());
        assert_eq!(format!("{secret:?}"), "BearerSecret");
    }
}
