//! A contact's record.

use caseport_domain::input::Flaws;
use caseport_domain::records::ContactRecord;
use serde::Serialize;

use super::{RecordForm, Trail};

/// A contact's record.
#[derive(Clone, Debug, Serialize)]
pub struct ContactPage {
    /// The record.
    pub contact: ContactRecord,
    /// Name of the company.
    pub company_name: String,
    /// How often it has changed.
    pub revision: u32,
    /// Whether they have chosen a password.
    pub is_registered: bool,
    /// Who changed what.
    pub trail: Trail,
    /// The form to change it; none for who may not.
    #[serde(skip)]
    pub form: Option<RecordForm>,
    /// Why what was asked for them cannot be done.
    #[serde(skip)]
    pub flaws: Flaws,
}

impl ContactPage {
    /// Whether they can be mailed a link to choose their first password with.
    pub(crate) const fn is_to_be_invited(&self) -> bool {
        self.form.is_some() && self.contact.active && !self.is_registered
    }
}

crate::page!(ContactPage, "records/contact.html");
