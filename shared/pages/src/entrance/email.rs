//! What the links of a change of address lead to (M15). Looking at the page uses nothing up.

use caseport_domain::email_change::Side;
use serde::Serialize;

/// The buttons behind such a link. They post `link` and `decision`, `confirm` or `refuse`, to `/email-change`.
#[derive(Clone, Debug, Serialize)]
pub struct EmailLink {
    #[serde(skip)]
    pub(crate) link: String,
    /// Whose mailbox is asked: that of the address in force, or that of the one asked for.
    pub side: Side,
    /// The address asked for.
    pub to: String,
}

impl EmailLink {
    /// The page behind this link.
    #[must_use]
    pub fn new(link: &str, side: Side, to: String) -> Self {
        Self { link: link.to_owned(), side, to }
    }

    pub(crate) fn is_old(&self) -> bool {
        self.side == Side::Old
    }
}

/// What became of a change of address when a link of it was followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmailOutcome {
    /// The other mailbox is yet to confirm.
    Waiting,
    /// Both have: it is made.
    Changed,
    /// This one refused: there will be none.
    Refused,
}

/// Says what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct EmailAnswered {
    /// What became of it.
    pub outcome: EmailOutcome,
    /// Whose mailbox was asked.
    pub side: Side,
    /// The address asked for.
    pub to: String,
}

impl EmailAnswered {
    pub(crate) fn is_old(&self) -> bool {
        self.side == Side::Old
    }
}

crate::page!(EmailLink, "entrance/email_link.html");
crate::page!(EmailAnswered, "entrance/email_answered.html");
