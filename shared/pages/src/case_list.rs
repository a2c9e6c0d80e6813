//! A customer's cases.

use caseport_domain::case::CaseRow;
use serde::Serialize;

/// A customer's cases: the open ones, or all.
#[derive(Clone, Debug, Serialize)]
pub struct CaseList {
    /// The cases of this page.
    pub cases: Vec<CaseRow>,
    /// Whether closed ones are among them (`?show=all`).
    pub all: bool,
    /// The cursor of the next page (`?after=`), if there is one.
    pub next: Option<String>,
    /// Whether this is not the first page.
    #[serde(skip)]
    further: bool,
}

impl CaseList {
    /// A page of cases. `after` is the cursor it was asked for with, `next` that of the one after it.
    #[must_use]
    pub fn new(cases: Vec<CaseRow>, all: bool, after: Option<&str>, next: Option<String>) -> Self {
        let cases = cases.into_iter().map(CaseRow::for_customer).collect();
        Self { cases, all, next, further: after.is_some() }
    }

    /// Whether any case of this page has a reference: a column of dashes helps nobody.
    pub(crate) fn has_references(&self) -> bool {
        self.cases.iter().any(|case| case.reference.is_some())
    }

    pub(crate) fn has_plans(&self) -> bool {
        self.cases.iter().any(|case| case.planned_on.is_some())
    }
}

crate::page!(CaseList, "case_list.html");
