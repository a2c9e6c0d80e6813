//! A customer's cases.

use caseport_domain::case::{CaseRow, CaseType};
use caseport_domain::case_lists::{CaseLists, Column};
use serde::Serialize;

use crate::listing::{Head, Listing, heads};

/// A customer's cases.
#[derive(Clone, Debug, Serialize)]
pub struct CaseList {
    /// The cases of this page.
    pub cases: Vec<CaseRow>,
    /// What was asked for, and where it goes on.
    #[serde(flatten)]
    pub list: Listing,
    #[serde(skip)]
    columns: Vec<Column>,
    #[serde(skip)]
    pub(crate) entries: Vec<CaseType>,
}

impl CaseList {
    /// A page of cases, listed as this portal does.
    #[must_use]
    pub fn new(cases: Vec<CaseRow>, list: Listing, lists: &CaseLists) -> Self {
        let cases = cases.into_iter().map(CaseRow::for_customer).collect();
        Self { cases, list, columns: lists.columns.clone(), entries: lists.entries.clone() }
    }

    pub(crate) fn heads(&self, chrome: &crate::Chrome<'_>) -> Vec<Head> {
        heads(&self.list, &self.columns, &self.cases, chrome)
    }
}

crate::page!(CaseList, "case_list.html");
