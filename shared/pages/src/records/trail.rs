//! Who changed what.

use std::borrow::Cow;

use caseport_domain::audit::Entry;
use caseport_domain::case::{Matrix, Priority};
use caseport_domain::country::Country;
use caseport_i18n::Tr;
use serde::Serialize;

use super::form::choices;

/// A part of what changed of a record. It is flattened into the page that it is on.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Trail {
    /// The changes, the newest first.
    pub trail: Vec<Entry>,
    /// The place that those before them are asked for with (`?before=`), if there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub older: Option<String>,
    #[serde(skip)]
    further: bool,
}

impl Trail {
    /// A part of the changes: those before `before`, if it was asked for with one. `older` is where they go on.
    #[must_use]
    pub const fn part(trail: Vec<Entry>, before: Option<&str>, older: Option<String>) -> Self {
        Self { trail, older, further: before.is_some() }
    }

    /// Whether nothing has changed.
    pub(crate) const fn is_empty(&self) -> bool {
        self.trail.is_empty()
    }

    /// Whether there are newer changes.
    pub(crate) const fn is_further(&self) -> bool {
        self.further
    }
}

/// The last part of a field's name, `contracts/acme-1/ends`: that of the field itself.
pub(crate) fn field_of(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The value of a field as its reader has it: a code by its name, and what was typed as it was typed.
pub(crate) fn value<'a>(field: &str, value: &'a str, tr: Tr) -> Cow<'a, str> {
    if let Some(choice) = choices(field).iter().find(|choice| choice.code() == value) {
        return Cow::Owned(choice.label(tr).into_owned());
    }
    if field == "country" {
        let country = Country::try_from(value.to_owned());
        return country.map_or(Cow::Borrowed(value), |country| Cow::Borrowed(tr.country(country)));
    }
    let priority = Priority::ALL.into_iter().find(|priority| priority.code() == value);
    let is_of_matrix = || Matrix::fields().iter().any(|name| name == field);
    match priority {
        Some(priority) if is_of_matrix() => tr.priority(priority),
        _ => Cow::Borrowed(value),
    }
}

/// Which record a field belongs to, where it is not that of the page.
pub(crate) fn record_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(record, _)| record)
}
