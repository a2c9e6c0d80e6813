//! The engineers' queue.

use caseport_domain::case::CaseRow;
use caseport_domain::case_lists::Column;
use serde::Serialize;

use crate::listing::{Head, Listing, heads};

/// The engineers' queue of cases.
#[derive(Clone, Debug, Serialize)]
pub struct Desk {
    /// The cases of this page.
    pub cases: Vec<CaseRow>,
    /// What was asked for, and where it goes on.
    #[serde(flatten)]
    pub list: Listing,
}

impl Desk {
    /// A page of the queue.
    #[must_use]
    pub fn new(cases: Vec<CaseRow>, list: Listing) -> Self {
        Self { cases, list }
    }

    pub(crate) fn heads(&self, chrome: &crate::Chrome<'_>) -> Vec<Head> {
        heads(&self.list, &Column::DESK, &self.cases, chrome)
    }
}

crate::page!(Desk, "desk.html");
