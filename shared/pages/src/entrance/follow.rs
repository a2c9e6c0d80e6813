//! What the link leads to that is mailed to who is asked, from outside, to follow a case (C29). Looking at the page confirms
//! nothing.

use caseport_domain::id::CaseNumber;
use serde::Serialize;

/// The buttons behind such a link. They post `link` and `decision`, `confirm` or `refuse`, to `/follow`.
#[derive(Clone, Debug, Serialize)]
pub struct Follow {
    #[serde(skip)]
    pub(crate) link: String,
    /// The case.
    pub number: CaseNumber,
    /// Whose case it is. What it is about is told to who confirmed.
    pub company: String,
    /// Whether they follow it from now on, once they said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<bool>,
}

impl Follow {
    /// The page behind this link.
    #[must_use]
    pub fn new(link: &str, number: CaseNumber, company: &str) -> Self {
        Self { link: link.to_owned(), number, company: company.to_owned(), follows: None }
    }

    /// The page once they said whether they want to.
    #[must_use]
    pub fn done(self, follows: bool) -> Self {
        Self { follows: Some(follows), ..self }
    }
}

crate::page!(Follow, "entrance/follow.html");
