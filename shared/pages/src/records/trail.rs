//! Who changed what.

use caseport_domain::audit::Entry;
use serde::Serialize;

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

/// Which record a field belongs to, where it is not that of the page.
pub(crate) fn record_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(record, _)| record)
}
