//! The links by which people turn off the mails about one case without signing in (RFC 8058).
//!
//! Each names its case and its person and is signed: it does that and nothing else, whoever has it, and nobody can make
//! another. It never lapses, since old mails are unsubscribed from too; another [`CursorKey`] ends all there are.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use caseport_domain::id::{CaseNumber, UserId};
use hmac::Mac;
use serde::{Deserialize, Serialize};

use crate::cursor::CursorKey;

/// How many bytes of the signature go into a link.
const TAG: usize = 16;

/// What is signed beside the link's content. The scopes of cursors have a slash in them, so that no cursor is a link.
const SCOPE: &str = "opt-out";

/// Whose mails about which case a link turns off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptOut {
    /// The case.
    pub number: CaseNumber,
    /// Who is mailed.
    pub user: UserId,
}

impl OptOut {
    /// The token of its link: the same one each time.
    ///
    /// # Panics
    /// Never: it is a number and a string.
    #[must_use]
    pub fn seal(&self, key: &CursorKey) -> String {
        let content = serde_json::to_vec(self).expect("it is a number and a string");
        let mut bytes = key.mac(SCOPE, &content).finalize().into_bytes()[..TAG].to_vec();
        bytes.extend(content);
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What this token says, if it was signed with this key.
    #[must_use]
    pub fn open(key: &CursorKey, token: &str) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(token.trim()).ok()?;
        let (tag, content) = bytes.split_at_checked(TAG)?;
        key.mac(SCOPE, content).verify_truncated_left(tag).ok()?;
        serde_json::from_slice(content).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// C29: nobody makes a link of another, or of nothing.
    #[test]
    fn a_link_is_good_for_its_own_case_and_person_only() {
        let key = CursorKey::new(b"secret");
        let of = |number, user: &str| OptOut { number: CaseNumber(number), user: user.parse().unwrap() };
        let token = of(20_601, "anna").seal(&key);
        assert_eq!(OptOut::open(&key, &token), Some(of(20_601, "anna")));
        assert_eq!(of(20_601, "anna").seal(&key), token, "a mail sent again is the same mail");
        assert_ne!(of(20_602, "anna").seal(&key), token);
        assert_eq!(OptOut::open(&CursorKey::new(b"other"), &token), None);
        for end in 0..token.len() {
            assert_eq!(OptOut::open(&key, &token[..end]), None, "{end}");
        }
        let mut forged = BASE64_URL_SAFE_NO_PAD.decode(&token).unwrap()[..TAG].to_vec();
        forged.extend(serde_json::to_vec(&of(20_601, "bram")).unwrap());
        assert_eq!(OptOut::open(&key, &BASE64_URL_SAFE_NO_PAD.encode(forged)), None);
    }
}
