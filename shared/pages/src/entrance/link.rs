//! What mailed links lead to. Looking at these pages uses nothing up: programs that check mail look at links too.

use caseport_domain::input::Flaws;
use caseport_domain::password;
use serde::Serialize;

use super::Asked;

/// The form to choose a password with. It posts `link` and `password` to `/password/new`.
#[derive(Clone, Debug, Serialize)]
pub struct NewPassword {
    /// The link's token.
    #[serde(skip)]
    pub(crate) link: String,
    /// Whether it is the first, on the vendor's invitation.
    pub is_first: bool,
    /// The fewest characters.
    pub shortest: usize,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl NewPassword {
    /// The form behind this link.
    #[must_use]
    pub fn new(link: &str, is_first: bool) -> Self {
        Self { link: link.to_owned(), is_first, shortest: password::SHORTEST, flaws: Flaws::default() }
    }

    /// The form again, with what is wrong with what was chosen.
    #[must_use]
    pub fn again(self, flaws: Flaws) -> Self {
        Self { flaws, ..self }
    }
}

/// The button that activates an account. It posts `link` to `/activate`.
#[derive(Clone, Debug, Serialize)]
pub struct Activate {
    #[serde(skip)]
    pub(crate) link: String,
    /// The user name that was chosen.
    pub username: String,
    /// Whether somebody else has taken that name meanwhile.
    pub is_taken: bool,
    #[serde(skip)]
    pub(crate) has_no_contract: bool,
}

impl Activate {
    /// The page behind this link.
    #[must_use]
    pub fn new(link: &str, username: &str) -> Self {
        let (link, username) = (link.to_owned(), username.to_owned());
        Self { link, username, is_taken: false, has_no_contract: false }
    }

    /// The page, after somebody else has taken the name.
    #[must_use]
    pub fn taken(self) -> Self {
        Self { is_taken: true, ..self }
    }

    /// The page, after the contract of the company has ended.
    #[must_use]
    pub fn without_contract(self) -> Self {
        Self { has_no_contract: true, ..self }
    }
}

/// Says that a link is good no more, and where to get another.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct LinkGone {
    /// What the link was for; none for a change of address, which is asked for on one's own pages.
    pub asked: Option<Asked>,
}

crate::page!(NewPassword, "entrance/new_password.html");
crate::page!(Activate, "entrance/activate.html");
crate::page!(LinkGone, "entrance/link_gone.html");
