//! The number a contact proves on the telephone who they are with.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::input::Flaw;

/// How many digits a PIN has.
pub const DIGITS: usize = 6;

/// A contact's PIN: six digits, told by telephone and never written in a mail, a log or an export (attack class X28).
///
/// It is kept as it is and not as a digest: its owner must be able to read it again, and a million numbers are tried on a
/// digest in no time. What keeps it is who may read its item, and how often one may guess.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pin([u8; DIGITS]);

impl Pin {
    /// The PIN of these random bytes.
    #[must_use]
    pub fn of(random: [u8; 16]) -> Self {
        // A hundred and twenty-eight bits: what is left over by six digits favours none that anybody could measure.
        let mut rest = u128::from_be_bytes(random);
        let mut digits = [0; DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
        }
        Self(digits)
    }

    /// Whether this is the PIN, found out in a time that does not tell how much of it is right.
    #[must_use]
    pub fn is(&self, told: &Self) -> bool {
        self.0.iter().zip(told.0).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
    }

    /// Its digits in two groups, to be read out.
    #[must_use]
    pub fn grouped(&self) -> String {
        let digits = String::from(self.clone());
        let (first, second) = digits.split_at(DIGITS / 2);
        format!("{first} {second}")
    }
}

impl TryFrom<String> for Pin {
    type Error = Flaw;

    /// Spaces and hyphens, as people group digits, are no part of it.
    fn try_from(text: String) -> Result<Self, Flaw> {
        let digits: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b' ' | b'-')).collect();
        if digits.is_empty() {
            return Err(Flaw::Required);
        }
        let digits: [u8; DIGITS] = digits.try_into().map_err(|_| Flaw::NotAPin)?;
        if digits.iter().all(u8::is_ascii_digit) { Ok(Self(digits)) } else { Err(Flaw::NotAPin) }
    }
}

impl From<Pin> for String {
    fn from(pin: Pin) -> Self {
        pin.0.map(char::from).into_iter().collect()
    }
}

impl fmt::Debug for Pin {
    /// Not the digits: what is debugged ends in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(text: &str) -> Result<Pin, Flaw> {
        Pin::try_from(text.to_owned())
    }

    #[test]
    fn a_pin_is_six_digits_however_they_are_grouped() {
        let known = Pin::of(123_456_u128.to_be_bytes());
        assert_eq!(known.grouped(), "123 456");
        for told in ["123456", " 123 456 ", "12-34-56"] {
            assert!(known.is(&pin(told).expect("it is a PIN")), "{told}");
        }
        assert!(!known.is(&pin("123457").expect("it is a PIN")));
        assert_eq!(Pin::of(7_u128.to_be_bytes()).grouped(), "000 007");
        assert_eq!(pin(" "), Err(Flaw::Required));
        for wrong in ["12345", "1234567", "12345a", "１２３４５６"] {
            assert_eq!(pin(wrong), Err(Flaw::NotAPin), "{wrong}");
        }
    }

    /// X28
    #[test]
    fn x28_a_pin_is_not_debugged() {
        assert_eq!(format!("{:?}", Pin::of([7; 16])), "Pin");
    }
}
