//! Passwords, kept as Argon2id hashes only.
//!
//! Any characters will do, white space and emoji too, in any number from [`SHORTEST`] characters up to [`LONGEST`]
//! bytes; what would soon be guessed will not. The same letter can be typed in two ways ("é" as one character or as "e" and
//! an accent), by keyboard and by system: passwords are hashed in Unicode's normal form C, so that both are one.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use unicode_normalization::UnicodeNormalization;
use zxcvbn::Score;

use crate::input::Flaw;

/// The fewest characters of a password.
pub const SHORTEST: usize = 10;

/// The most bytes of a password: hashing must not be a way to keep us busy.
pub const LONGEST: usize = 1_000;

/// The most bytes that are looked at. Typed in the other way, a password takes up to three times as many.
const LONGEST_TYPED: usize = 3 * LONGEST;

/// What is verified against when nobody is known, so that it takes as long as when somebody is.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password that somebody chose, fit to be theirs.
#[derive(Clone, PartialEq, Eq)]
pub struct Chosen(String);

impl Chosen {
    /// The password as typed, if it is fit. `about` is what everybody may know of its owner: name, address, the
    /// portal's name.
    ///
    /// What is common is judged by zxcvbn, which knows the thirty thousand most used passwords, names and words of several
    /// lists, dates, keyboard rows, repeats, and their usual disguises ("P@ssw0rd2026"); a list alone would let such
    /// variants through, and rules about capitals and digits make people write them. It takes 10⁸ guesses at least.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(typed: &str, about: &[&str]) -> Result<Self, Flaw> {
        if typed.is_empty() {
            return Err(Flaw::Required);
        }
        if typed.len() > LONGEST_TYPED {
            return Err(Flaw::TooLong { max: LONGEST });
        }
        let text = normal(typed);
        if text.chars().count() < SHORTEST {
            return Err(Flaw::TooShort { min: SHORTEST });
        }
        if text.len() > LONGEST {
            return Err(Flaw::TooLong { max: LONGEST });
        }
        let words = about.iter().flat_map(|text| {
            let parts = text.split(['@', '.', ' ']);
            text.split(|c: char| !c.is_alphanumeric()).chain(parts).chain([*text])
        });
        let words: Vec<&str> = words.filter(|word| word.chars().count() > 2).collect();
        let is_easy = zxcvbn::zxcvbn(&text, &words).score() < Score::Three;
        if is_easy || is_mostly(&text, &words) { Err(Flaw::TooCommon) } else { Ok(Self(text)) }
    }

    /// Its Argon2id hash as a PHC string.
    #[must_use]
    pub fn hash(&self, salt: &[u8; 16]) -> String {
        hash(&self.0, salt)
    }
}

/// Whether little is left of the password without these words. Strung together by signs they would count as many parts,
/// and so as hard to guess.
fn is_mostly(text: &str, words: &[&str]) -> bool {
    let mut words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let lower = text.to_lowercase();
    let rest = words.iter().fold(lower.clone(), |rest, word| rest.replace(word.as_str(), ""));
    rest.len() < lower.len() && zxcvbn::zxcvbn(&rest, &[]).score() < Score::Two
}

impl std::fmt::Debug for Chosen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Chosen")
    }
}

/// A password's Argon2id hash as a PHC string.
///
/// # Panics
/// Never: the parameters are the crate's own.
#[must_use]
pub fn hash(password: &str, salt: &[u8; 16]) -> String {
    let password = normal(password);
    let hash: PasswordHash =
        Argon2::default().hash_password_with_salt(password.as_bytes(), salt).expect("the parameters fit");
    hash.to_string()
}

/// Whether the password is the one hashed; never, without a hash, after the same time.
#[must_use]
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    let known = PasswordHash::new(hash.unwrap_or(NOBODY)).is_ok_and(|hash| {
        password.len() <= LONGEST_TYPED
            && Argon2::default().verify_password(normal(password).as_bytes(), &hash).is_ok()
    });
    known && hash.is_some()
}

fn normal(text: &str) -> String {
    text.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: [&str; 3] =
        ["Anneliese Vandevoorde", "anneliese@schaefers-accountants.example", "Voxline Support"];

    #[test]
    fn only_the_password_itself_verifies() {
        let hash = hash("correct horse", &[7; 16]);
        assert!(verify("correct horse", Some(&hash)));
        assert!(!verify("Correct horse", Some(&hash)));
        assert!(!verify("correct horse", None));
        assert!(PasswordHash::new(NOBODY).is_ok());
    }

    /// X9: what is verified against for nobody takes what the password of somebody takes, whatever the crate's parameters are by then.
    #[test]
    fn x9_nobodys_password_takes_as_long_as_anybodys() {
        let anybodys = hash("correct horse", &[7; 16]);
        let parts = |text: &str| text.split('$').map(str::to_owned).collect::<Vec<_>>();
        let (nobodys, anybodys) = (parts(NOBODY), parts(&anybodys));
        // The algorithm, its version, and memory, passes and lanes.
        assert_eq!(nobodys[..4], anybodys[..4]);
        let lengths = |parts: &[String]| parts.iter().map(String::len).collect::<Vec<_>>();
        assert_eq!(lengths(&nobodys), lengths(&anybodys), "salt and digest are as long");
    }

    /// C4: the letter case counts. The way an accent is typed does not.
    #[test]
    fn the_same_letters_are_the_same_password() {
        let chosen = Chosen::new("Blé noir, crème brûlée", &ABOUT).unwrap();
        let hash = chosen.hash(&[7; 16]);
        assert!(verify("Ble\u{301} noir, cre\u{300}me bru\u{302}le\u{301}e", Some(&hash)));
        assert!(!verify("blé noir, crème brûlée", Some(&hash)));
    }

    #[test]
    fn any_characters_will_do() {
        for password in [
            "  zeven scheve daken  ",
            "ткань-окно-медведь",
            "🦀🌧🚲🎻🧊🪁🦔🍋🛶🔭",
            "x\"; DROP TABLE 'km",
            "line\nfeed\tand tab 7",
        ] {
            assert!(Chosen::new(password, &ABOUT).is_ok(), "{password}");
        }
        assert!(Chosen::new(&"long enough, and then some. ".repeat(35), &ABOUT).is_ok());
    }

    #[test]
    fn what_would_soon_be_guessed_is_refused() {
        for password in [
            "1234567890",
            "qwertyuiop",
            "password123",
            "P@ssw0rd2026",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabc",
            "Welcome2026!",
            "anneliese1985",
            "Vandevoorde!",
            "schaefers-accountants",
            "Anneliese-Vandevoorde",
            "anneliese.vandevoorde@schaefers",
            "voxline support",
        ] {
            assert_eq!(Chosen::new(password, &ABOUT), Err(Flaw::TooCommon), "{password}");
        }
    }

    #[test]
    fn its_length_is_bounded() {
        assert_eq!(Chosen::new("", &[]), Err(Flaw::Required));
        assert_eq!(Chosen::new("kX9#fw2!q", &[]), Err(Flaw::TooShort { min: 10 }));
        assert_eq!(Chosen::new(&"ж".repeat(501), &[]), Err(Flaw::TooLong { max: 1000 }));
        assert_eq!(Chosen::new(&"e\u{301}".repeat(100_000), &[]), Err(Flaw::TooLong { max: 1000 }));
        // Nine letters, however many characters they were typed with.
        assert_eq!(Chosen::new(&"e\u{301}".repeat(9), &[]), Err(Flaw::TooShort { min: 10 }));
    }
}
