//! How the vendor is reached beside the portal.

use caseport_domain::form::Texts;
use caseport_domain::support::{Phone, Support};
use serde::Serialize;

/// How the vendor is reached beside the portal (E23, M3, M8). All of it may be missing.
#[derive(Clone, Debug, Serialize)]
pub struct ContactPage {
    /// Where it can be called, the number to try first at the beginning.
    pub phones: Vec<Phone>,
    /// Where it can be mailed.
    pub email: Option<String>,
    /// When somebody answers.
    pub hours: Option<Texts<String>>,
}

impl From<&Support> for ContactPage {
    fn from(support: &Support) -> Self {
        let Support { phones, email, hours, .. } = support.clone();
        Self { phones, email, hours }
    }
}

impl ContactPage {
    /// Whether it says anything.
    pub(crate) fn says_how(&self) -> bool {
        !self.phones.is_empty() || self.email.is_some() || self.hours.is_some()
    }
}

crate::page!(ContactPage, "contact.html");
