//! What a partner's contact sees at the address of a case of another company than the one they act for.

use caseport_domain::case::Case;
use caseport_domain::id::{CaseNumber, CompanyId};
use serde::Serialize;

/// That a case is another company's, which its reader may act for, with the way to do so.
#[derive(Clone, Debug, Serialize)]
pub struct CaseElsewhere {
    /// The case's number.
    pub number: CaseNumber,
    /// The identifier of the company it is of.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
}

impl CaseElsewhere {
    /// The page at the address of this case.
    #[must_use]
    pub fn new(case: &Case) -> Self {
        let company = &case.company;
        Self { number: case.number, company: company.id.clone(), name: company.name.clone() }
    }
}

crate::page!(CaseElsewhere, "case/elsewhere.html");
