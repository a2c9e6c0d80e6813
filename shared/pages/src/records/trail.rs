//! Who changed what.

use caseport_domain::audit::Entry;
use serde::Serialize;

/// The newest changes of a record, the newest first.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Trail(pub Vec<Entry>);

impl Trail {
    /// Whether nothing has changed.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The last part of a field's name, `contracts/acme-1/ends`: that of the field itself.
pub(crate) fn field_of(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Which record a field belongs to, where it is not that of the page.
pub(crate) fn record_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(record, _)| record)
}
