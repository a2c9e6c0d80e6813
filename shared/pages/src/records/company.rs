//! A company's record.

use caseport_domain::actor::Level;
use caseport_domain::contract::Contract;
use caseport_domain::input::Flaws;
use caseport_domain::records::{Assets, CompanyRecord, Typed};
use caseport_domain::relation::Relation;
use jiff::Timestamp;
use serde::Serialize;

use super::{RecordForm, Trail};

/// A company with all that is kept of it.
#[derive(Clone, Debug, Serialize)]
pub struct CompanyPage {
    /// Its record.
    pub company: CompanyRecord,
    /// How often its record or a contract has changed.
    pub revision: u32,
    /// Its contracts.
    pub contracts: Vec<Contract>,
    /// Its contacts, a page of them by name.
    pub contacts: Vec<Typed>,
    /// The cursor of the next page of contacts (`?after=`), if there is one.
    pub next: Option<String>,
    /// Its hardware and licences.
    #[serde(flatten)]
    pub assets: Assets,
    /// Whom it serves.
    pub serves: Vec<Relation>,
    /// Who serves it.
    pub served_by: Vec<Partner>,
    /// Who changed what.
    #[serde(flatten)]
    pub trail: Trail,
    /// The form that is open (`?edit=contracts/<id>`, `?remove=contracts/<id>`, `?add=contracts`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<RecordForm>,
    /// What was typed to have it serve another, with what is wrong with that.
    #[serde(skip)]
    pub relating: Option<(Typed, Flaws)>,
}

/// A company that serves another.
#[derive(Clone, Debug, Serialize)]
pub struct Partner {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl CompanyPage {
    pub(crate) fn id(&self) -> &str {
        self.company.company.id.as_str()
    }

    pub(crate) fn path(&self) -> String {
        format!("/companies/{}", self.id())
    }

    /// The open form, if it is of a record of this kind.
    pub(crate) fn open(&self, kind: &str) -> Option<&RecordForm> {
        self.form.as_ref().filter(|form| form.kind.code() == kind)
    }

    /// What was typed to have it serve another.
    pub(crate) fn relating(&self) -> (Typed, Flaws) {
        self.relating.clone().unwrap_or_default()
    }

    /// Whether the form to have it serve another is there: not for an End-User, unless it was filled in.
    pub(crate) fn can_serve(&self) -> bool {
        self.relating.is_some() || self.company.details.kind.serving().is_ok()
    }

    /// The levels at which it can serve another, by code, and whether each is chosen: read-only, unless another was.
    pub(crate) fn levels(&self) -> Vec<(&'static str, bool)> {
        let typed = self.relating.as_ref().map_or("", |(typed, _)| typed.get("level"));
        let chosen = if typed.is_empty() { Level::ReadOnly.code() } else { typed };
        Level::ALL.into_iter().map(|level| (level.code(), level.code() == chosen)).collect()
    }

    pub(crate) fn prime(&self) -> Option<String> {
        let id = self.company.details.prime_contact.as_ref()?;
        let known = self.contacts.iter().find(|contact| contact.get("id") == id.as_str());
        Some(known.map_or_else(|| id.to_string(), |contact| contact.text("name")))
    }
}

/// How a contract stands, as a chip shows it.
pub(crate) fn contract_state(contract: &Contract, now: Timestamp) -> &'static str {
    if contract.runs(now) {
        "runs"
    } else if contract.starts > jiff::tz::TimeZone::UTC.to_datetime(now).date() {
        "to-come"
    } else {
        "ended"
    }
}

crate::page!(CompanyPage, "records/company.html");
