//! Who changed what in a record, and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::Author;

/// A change of a record. No entry ever holds a password, a PIN, a code or a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it was changed.
    pub at: Timestamp,
    /// Who changed it.
    pub by: Author,
    /// What was done, as a stable code: its sentence is the message `audit-<what>` of the language files.
    pub what: String,
    /// The fields that changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// A field of a record that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its name, as in forms and JSON.
    pub field: String,
    /// What it was; empty for nothing.
    pub from: String,
    /// What it is; empty for nothing.
    pub to: String,
}

impl Entry {
    /// What `by` did at this instant, without fields.
    #[must_use]
    pub fn new(at: Timestamp, by: Author, what: &str) -> Self {
        Self { at, by, what: what.to_owned(), changes: Vec::new() }
    }

    /// The entry with a field, unless that stayed as it was.
    #[must_use]
    pub fn with(
        mut self,
        field: &str,
        from: &(impl ToString + ?Sized),
        to: &(impl ToString + ?Sized),
    ) -> Self {
        let (from, to) = (from.to_string(), to.to_string());
        if from != to {
            self.changes.push(Change { field: field.to_owned(), from, to });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_stayed_as_it_was_is_no_change() {
        let entry = Entry::new(Timestamp::UNIX_EPOCH, Author::System, "company-changed");
        let entry = entry.with("name", "Acme", "Acme").with("city", "Leeds", "York");
        assert_eq!(entry.changes.len(), 1);
        assert_eq!((entry.changes[0].from.as_str(), entry.changes[0].to.as_str()), ("Leeds", "York"));
    }
}
