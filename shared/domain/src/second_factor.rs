//! The second proof of who one is: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for when it is
//! lost.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Totp};

use crate::bearer::{BearerSecret, SecretDigest};
use crate::input::Flaw;

/// How many recovery codes one is given.
pub const RECOVERY_CODES: usize = 10;

/// What an authenticator app and the portal both know: 160 bits, as base 32.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Secret([u8; 20]);

impl Secret {
    /// The secret of these random bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// As authenticator apps take it when it is typed.
    #[must_use]
    pub fn text(&self) -> String {
        totp_rs::Secret::from(self.0).to_base32()
    }

    /// The address that authenticator apps read from a QR code, by which they name the portal and the account.
    #[must_use]
    pub fn uri(&self, portal: &str, account: &str) -> String {
        // The address has no place for a colon in them.
        let plain = |text: &str| text.replace(':', " ");
        let named = Builder::new()
            .with_secret(self.0)
            .with_account_name(plain(account))
            .with_issuer(Some(plain(portal)))
            .build();
        named.and_then(|totp| totp.to_url()).unwrap_or_default()
    }

    /// The step of thirty seconds that this code is of: the present one or either beside it, for clocks that are not
    /// quite right.
    #[must_use]
    pub fn step(&self, code: &str, now: Timestamp) -> Option<u64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        self.totp().check(&digits, seconds(now))
    }

    /// The code of an instant: what an authenticator app shows then.
    #[must_use]
    pub fn code(&self, now: Timestamp) -> String {
        self.totp().generate(seconds(now)).to_string()
    }

    fn totp(&self) -> Totp {
        Builder::new().with_secret(self.0).with_skew(1).build_noncompliant()
    }
}

fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.as_second()).unwrap_or_default()
}

impl TryFrom<String> for Secret {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        let secret = totp_rs::Secret::try_from_base32(text).map_err(|_| Flaw::WrongType)?;
        secret.as_bytes().try_into().map(Self).map_err(|_| Flaw::WrongType)
    }
}

impl From<Secret> for String {
    fn from(secret: Secret) -> Self {
        secret.text()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// A recovery code: twenty letters and digits, 100 bits, shown in groups of five.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(BearerSecret);

impl RecoveryCode {
    /// The code with these letters and digits of Crockford's base 32. What people confuse in it (O and 0, I, l and 1),
    /// letter case, hyphens and spaces make no difference.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let plain = text.chars().filter(char::is_ascii_alphanumeric);
        let plain = plain.map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        });
        Self(BearerSecret::new(plain.collect()))
    }

    /// As it is shown.
    #[must_use]
    pub fn text(&self) -> String {
        let letters: Vec<char> = self.0.text().chars().collect();
        letters.chunks(5).map(String::from_iter).collect::<Vec<_>>().join("-")
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> SecretDigest {
        self.0.digest()
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// The test vectors of RFC 6238, appendix B, in six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = Secret::new(*b"12345678901234567890");
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            assert_eq!(secret.code(at(second)), code);
        }
    }

    #[test]
    fn a_code_is_good_for_its_step_and_those_beside_it() {
        let secret = Secret::new([7; 20]);
        let code = secret.code(at(3000));
        assert_eq!(secret.step(&code, at(2970)), Some(100));
        assert_eq!(secret.step(&format!("{} {}", &code[..3], &code[3..]), at(3059)), Some(100));
        assert_eq!(secret.step(&code, at(3060)), None);
        for wrong in ["", "12345", "1234567", "+12345", "abcdef"] {
            assert_eq!(secret.step(wrong, at(3000)), None, "{wrong}");
        }
    }

    #[test]
    fn a_secret_is_read_back_and_named_to_the_app() {
        let secret = Secret::new(*b"12345678901234567890");
        assert_eq!(Secret::try_from(secret.text()).unwrap(), secret);
        assert_eq!(Secret::try_from("GEZDGNBV".to_owned()), Err(Flaw::WrongType), "too short to be safe");
        let uri = secret.uri("Norland: Support", "amelie@norland.example");
        assert!(
            uri.starts_with("otpauth://totp/Norland%20%20Support:amelie%40norland.example?secret=GEZDGNBV"),
            "{uri}"
        );
    }

    #[test]
    fn a_recovery_code_is_the_same_however_it_is_typed() {
        let code = RecoveryCode::new("0123456789abcdefghjk");
        assert_eq!(code.text(), "01234-56789-abcde-fghjk");
        assert_eq!(RecoveryCode::new(" O1234 56789-ABCDE fghjk").digest(), code.digest());
        assert_ne!(RecoveryCode::new("0123456789abcdefghjm").digest(), code.digest());
    }
}
