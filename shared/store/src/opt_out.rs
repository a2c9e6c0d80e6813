//! The links by which people turn off the mails about one case without signing in (RFC 8058), or begin to get them from
//! outside (C29).
//!
//! Each names its case and its person and is signed: it does that and nothing else, whoever has it, and nobody can make
//! another. One that turns mails off never lapses, since old mails are unsubscribed from too. How long an invitation is good,
//! and that it is good once, the case itself says. Another [`CursorKey`] ends all there are.

use caseport_domain::id::{CaseNumber, UserId};
use serde::{Deserialize, Serialize};

use crate::cursor::CursorKey;

/// What is signed beside the link's content. The scopes of cursors have a slash in them, so that no cursor is a link.
const OPT_OUT: &str = "opt-out";
/// The same, beside an invitation's.
const INVITATION: &str = "invitation";

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
    #[must_use]
    pub fn seal(&self, key: &CursorKey) -> String {
        key.seal(OPT_OUT, self)
    }

    /// What this token says, if it was signed with this key.
    #[must_use]
    pub fn open(key: &CursorKey, token: &str) -> Option<Self> {
        key.open(OPT_OUT, token.trim()).ok()
    }
}

/// Who is asked, from outside, to follow which case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The case.
    pub number: CaseNumber,
    /// Who is asked.
    pub outsider: UserId,
}

impl Invitation {
    /// The token of its link: the same one each time.
    #[must_use]
    pub fn seal(&self, key: &CursorKey) -> String {
        key.seal(INVITATION, self)
    }

    /// What this token says, if it was signed with this key.
    #[must_use]
    pub fn open(key: &CursorKey, token: &str) -> Option<Self> {
        key.open(INVITATION, token.trim()).ok()
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD;

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
        let invitation = Invitation { number: CaseNumber(20_601), outsider: "anna".parse().unwrap() };
        let asked = invitation.seal(&key);
        assert_eq!(Invitation::open(&key, &asked), Some(invitation));
        assert_eq!(OptOut::open(&key, &asked), None, "neither is good for the other");
        assert_eq!(Invitation::open(&key, &token), None);
        let mut forged = BASE64_URL_SAFE_NO_PAD.decode(&token).unwrap()[..16].to_vec();
        forged.extend(serde_json::to_vec(&of(20_601, "bram")).unwrap());
        assert_eq!(OptOut::open(&key, &BASE64_URL_SAFE_NO_PAD.encode(forged)), None);
    }
}
