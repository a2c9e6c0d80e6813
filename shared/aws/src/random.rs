//! Randomness.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

/// The operating system's randomness. Passed to whatever needs it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Random;

impl Random {
    /// So many random bytes.
    ///
    /// # Panics
    /// If the operating system has no randomness to give, without which no answer would be safe.
    #[must_use]
    pub fn bytes<const N: usize>(self) -> [u8; N] {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
        bytes
    }

    /// 20 characters of Crockford's base 32 in lower case: 100 bits, fit for any identifier.
    #[must_use]
    pub fn id(self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        self.bytes::<20>().iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
    }

    /// 256 bits as base64url: fit for a secret.
    #[must_use]
    pub fn secret(self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }
}
