//! A contact's record.

use caseport_domain::input::Flaws;
use caseport_domain::profile::ContactDetails;
use caseport_domain::records::ContactRecord;
use caseport_domain::registration::Accepted;
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
    /// Whether they are to choose another before anything else.
    pub must_change_password: bool,
    /// Whether a code is asked for when they sign in.
    pub has_second_factor: bool,
    /// The rules they last accepted.
    pub rules: Option<Accepted>,
    /// Who changed what.
    #[serde(flatten)]
    pub trail: Trail,
    /// The form to change it; none for who may not.
    #[serde(skip)]
    pub form: Option<RecordForm>,
    /// Why what was asked for them cannot be done.
    #[serde(skip)]
    pub flaws: Flaws,
}

impl ContactPage {
    pub(crate) fn path(&self) -> String {
        format!("/contacts/{}", self.contact.id)
    }

    /// What is known of how they are reached: fields with their values.
    pub(crate) fn details(&self) -> Vec<(&'static str, String)> {
        let details = ContactDetails::FIELDS.into_iter().zip(self.contact.details.values());
        details.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Whether they can be mailed a link to choose their first password with.
    pub(crate) const fn is_to_be_invited(&self) -> bool {
        self.form.is_some() && self.contact.active && !self.is_registered
    }

    /// Whether their second factor can be taken off.
    pub(crate) const fn can_lose_second_factor(&self) -> bool {
        self.form.is_some() && self.contact.active && self.has_second_factor
    }

    /// Whether they can be told to choose another password.
    pub(crate) const fn can_demand_password(&self) -> bool {
        self.form.is_some() && self.contact.active && self.is_registered && !self.must_change_password
    }
}

crate::page!(ContactPage, "records/contact.html");
