//! The page a contact begins on.

use caseport_domain::actor::{Contact, Level, Scope};
use caseport_domain::case::{CaseRow, CaseType, Status};
use caseport_domain::contract::Product;
use caseport_domain::coverage::{Coverage, CoverageState};
use caseport_domain::id::AssetId;
use caseport_domain::records::{Assets, Licence};
use jiff::Timestamp;
use serde::Serialize;

/// How many cases the page has at most.
const CASES: usize = 5;

/// The page a contact begins on.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// Who it is.
    pub contact: HomeContact,
    /// When they had signed in before, if they had.
    pub last_sign_in: Option<Timestamp>,
    /// The required fields of their details that are yet to be filled in, by name.
    pub incomplete: Vec<&'static str>,
    /// The contracts of their company: what needs attention first.
    pub contracts: Vec<Coverage>,
    /// The products that are covered now.
    pub products: Vec<Product>,
    /// What the company has.
    #[serde(flatten)]
    pub assets: Assets,
    /// The licences whose last day is over, by number.
    pub ended_licences: Vec<AssetId>,
    /// The newest of the open cases, those that wait for the customer first; none for whom access includes no cases.
    pub cases: Option<Vec<CaseRow>>,
    /// The types of issue that have an entry of their own to the form, for the reader.
    #[serde(skip)]
    pub entries: Vec<CaseType>,
}

/// Who reads the page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeContact {
    /// Their identifier, also called Contact ID.
    pub contact_id: String,
    /// Their name.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
    /// Name of their company.
    pub company: String,
    /// What they are there.
    pub job_title: Option<String>,
    /// Where they can be called.
    pub phone: Option<String>,
    /// What they may do.
    pub level: Level,
    /// Whose cases they see.
    pub scope: Scope,
}

impl HomeContact {
    /// What the page says of this contact.
    #[must_use]
    pub fn of(contact: &Contact, email: String, company: String) -> Self {
        Self {
            contact_id: contact.person.id.to_string(),
            name: contact.person.name.clone(),
            email,
            company,
            job_title: None,
            phone: None,
            level: contact.level,
            scope: contact.scope,
        }
    }
}

/// The cases of these that the page has, in its order: what waits for the customer first, each newest first.
#[must_use]
pub fn foremost(mut cases: Vec<CaseRow>) -> Vec<CaseRow> {
    let waits = |case: &CaseRow| matches!(case.status, Status::WaitingForCustomer | Status::SolutionProposed);
    cases.sort_by_key(|case| !waits(case));
    cases.truncate(CASES);
    cases.into_iter().map(CaseRow::for_customer).collect()
}

impl Home {
    /// Whether the last day of this licence is over.
    pub(crate) fn is_over(&self, licence: &Licence) -> bool {
        self.ended_licences.contains(&licence.id)
    }

    /// Whether no contract runs.
    pub(crate) fn none_runs(&self) -> bool {
        let runs = |state| matches!(state, CoverageState::Running | CoverageState::Ending);
        !self.contracts.iter().any(|coverage| runs(coverage.state))
    }
}

crate::page!(Home, "home.html");
