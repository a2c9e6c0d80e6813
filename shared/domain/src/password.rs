//! Passwords, kept as Argon2id hashes only.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

/// The longest password that is looked at: hashing must not be a way to keep us busy.
const LONGEST: usize = 1_000;

/// What is verified against when nobody is known, so that it takes as long as when somebody is.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password's Argon2id hash as a PHC string.
///
/// # Panics
/// Never: the parameters are the crate's own.
#[must_use]
pub fn hash(password: &str, salt: &[u8; 16]) -> String {
    let hash: PasswordHash =
        Argon2::default().hash_password_with_salt(password.as_bytes(), salt).expect("the parameters fit");
    hash.to_string()
}

/// Whether the password is the one hashed; never, without a hash, after the same time.
#[must_use]
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    let known = PasswordHash::new(hash.unwrap_or(NOBODY)).is_ok_and(|hash| {
        password.len() <= LONGEST && Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
    });
    known && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_verifies() {
        let hash = hash("correct horse", &[7; 16]);
        assert!(verify("correct horse", Some(&hash)));
        assert!(!verify("Correct horse", Some(&hash)));
        assert!(!verify("correct horse", None));
        assert!(PasswordHash::new(NOBODY).is_ok());
    }
}
