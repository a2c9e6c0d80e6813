//! What the link of a mail leads to that turns off the mails about its case. Looking at the page turns nothing off.

use caseport_domain::id::CaseNumber;
use serde::Serialize;

/// The button that turns off the mails about one case, or on again. It posts `link` and `decision`, `off` or `on`, to
/// `/unsubscribe`.
#[derive(Clone, Debug, Serialize)]
pub struct Unsubscribe {
    #[serde(skip)]
    pub(crate) link: String,
    /// The case.
    pub number: CaseNumber,
    /// Whether the mails about it are off.
    pub is_off: bool,
    /// Whether they follow it from outside: then it is off for good.
    #[serde(skip)]
    pub(crate) is_outside: bool,
    /// Whether that was done just now.
    #[serde(skip)]
    pub(crate) is_done: bool,
}

impl Unsubscribe {
    /// The page behind this link.
    #[must_use]
    pub fn new(link: &str, number: CaseNumber, is_off: bool) -> Self {
        Self { link: link.to_owned(), number, is_off, is_outside: false, is_done: false }
    }

    /// The page of somebody outside.
    #[must_use]
    pub fn outside(self) -> Self {
        Self { is_outside: true, ..self }
    }

    /// The page once it was done.
    #[must_use]
    pub fn done(self) -> Self {
        Self { is_done: true, ..self }
    }
}

crate::page!(Unsubscribe, "entrance/unsubscribe.html");
