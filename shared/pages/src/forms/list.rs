//! The forms, listed.

use caseport_domain::actor::Author;
use caseport_domain::form::Form;
use jiff::Timestamp;
use serde::Serialize;

/// The forms that cases are opened with.
#[derive(Clone, Debug, Serialize)]
pub struct FormList {
    /// All of them, by identifier.
    pub forms: Vec<FormLine>,
}

/// A form, with who saved it last and when.
#[derive(Clone, Debug, Serialize)]
pub struct FormLine {
    /// The form.
    #[serde(flatten)]
    pub form: Form,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// Name of who saved it.
    pub saved_by: String,
}

impl FormLine {
    /// This form, saved by somebody at this instant.
    #[must_use]
    pub fn new(form: Form, at: Timestamp, by: &Author) -> Self {
        Self {
            form,
            saved_at: at,
            saved_by: by.person().map(|person| person.name.clone()).unwrap_or_default(),
        }
    }

    pub(crate) fn products(&self) -> String {
        self.form.products.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

crate::page!(FormList, "forms/list.html");
