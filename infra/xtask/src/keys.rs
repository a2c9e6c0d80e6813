//! The keys of a deployment: one that signs access tokens, one that signs the cursors of lists.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What precedes the 32 bytes of an Ed25519 key in PKCS#8.
const PKCS8_PREFIX: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// The private key that signs access tokens, as the secret holds it.
#[derive(Debug, Deserialize, Serialize)]
pub struct TokenKey {
    /// Its id, which tokens name.
    kid: String,
    /// The key: base64 of PKCS#8.
    pkcs8: String,
}

impl TokenKey {
    /// A new one.
    pub fn generate() -> Result<Self> {
        let seed = random::<32>()?;
        let public = SigningKey::from_bytes(&seed).verifying_key();
        let kid = BASE64_URL_SAFE_NO_PAD.encode(&public.as_bytes()[..6]);
        Ok(Self { kid, pkcs8: BASE64_STANDARD.encode([&PKCS8_PREFIX[..], &seed].concat()) })
    }

    /// The one a secret holds.
    ///
    /// # Errors
    /// When it holds something else.
    pub fn from_secret(text: &str) -> Result<Self> {
        serde_json::from_str(text).context("The secret does not hold a token key: {\"kid\", \"pkcs8\"}.")
    }

    /// As the secret holds it.
    pub fn to_secret(&self) -> Result<String> {
        Ok(serde_json::to_string(self)?)
    }

    /// What verifies its tokens: `{"<kid>": "<base64url of the public key>"}`.
    ///
    /// # Errors
    /// When it is not an Ed25519 key.
    pub fn public(&self) -> Result<String> {
        let der = BASE64_STANDARD.decode(&self.pkcs8)?;
        let seed = der
            .strip_prefix(&PKCS8_PREFIX)
            .and_then(|seed| <&[u8; 32]>::try_from(seed).ok())
            .context("The token key is not an Ed25519 key in PKCS#8.")?;
        let public = SigningKey::from_bytes(seed).verifying_key();
        let mut keys = serde_json::Map::new();
        keys.insert(self.kid.clone(), json!(BASE64_URL_SAFE_NO_PAD.encode(public.as_bytes())));
        Ok(serde_json::Value::Object(keys).to_string())
    }
}

/// A key for cursors: base64 of 32 random bytes.
pub fn cursor_key() -> Result<String> {
    Ok(BASE64_STANDARD.encode(random::<32>()?))
}

/// The keys of a local portal.
#[derive(Debug, Deserialize, Serialize)]
pub struct LocalKeys {
    /// Signs access tokens.
    pub token: TokenKey,
    /// Signs cursors.
    pub cursor: String,
}

impl LocalKeys {
    /// Those in the file, which gets new ones the first time.
    ///
    /// # Errors
    /// When the file can be neither read nor written.
    pub fn in_file(file: &Path) -> Result<Self> {
        if let Ok(text) = fs::read_to_string(file) {
            return serde_json::from_str(&text).with_context(|| {
                format!("{} does not hold keys: remove it to get new ones.", file.display())
            });
        }
        let keys = Self { token: TokenKey::generate()?, cursor: cursor_key()? };
        fs::create_dir_all(file.parent().unwrap_or(file))?;
        let mut out = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
        out.write_all(serde_json::to_string_pretty(&keys)?.as_bytes())?;
        Ok(keys)
    }
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow!("The operating system gives no random bytes: {error}"))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::TokenKey;

    #[test]
    fn a_key_survives_its_secret() -> anyhow::Result<()> {
        let key = TokenKey::generate()?;
        let again = TokenKey::from_secret(&key.to_secret()?)?;
        assert_eq!(key.public()?, again.public()?);
        assert!(key.public()?.starts_with(&format!("{{\"{}\":", key.kid)));
        Ok(())
    }
}
