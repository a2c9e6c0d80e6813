//! The lines that a case has in the lists of those who follow it (C29).
//!
//! An item stands in an index once, so that the snapshot can be in the list of who opened the case and in no other of that kind.
//! Each who follows it has an item with a copy of its line, written with every step and deleted with the one that takes them off:
//! a list of what somebody follows costs what any other does. A case has at most twenty of them. One from before there were any
//! gets them with its next step.

use aws_sdk_dynamodb::types::{AttributeValue, Delete, Put};
use caseport_domain::case::{Case, Happened};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_keys as keys;
use serde::Serialize;

use crate::error::StoreError;
use crate::item::{Item, item, n, s};
use crate::transaction::Transaction;

/// That a line is of an earlier step, if there is one.
const OLDER: &str = "attribute_not_exists(pk) OR #version < :version";

/// A line's item: the version of the case that it is of, and the line as JSON, see [`keys::ROW`].
#[derive(Serialize)]
struct Line<'a> {
    version: u32,
    row: &'a str,
}

impl Transaction<'_> {
    /// Keeps the line of a case for each who follows it, as it is after this step, and deletes that of who was taken off by it.
    /// Who was erased has no list.
    #[must_use]
    pub(crate) fn followed(self, case: &Case, row: &str, what: &Happened) -> Self {
        let writes = match what {
            Happened::ObserverRemoved { observer } => {
                self.unfollowed(case.number, &observer.id, case.version)
            }
            _ => self,
        };
        let following = case.observers.iter().filter(|observer| !observer.is_erased());
        following.fold(writes, |writes, observer| {
            let put = Put::builder()
                .condition_expression(OLDER)
                .expression_attribute_names("#version", "version")
                .expression_attribute_values(":version", n(case.version));
            writes.put(put, line(case, row, &observer.id))
        })
    }

    /// Deletes the line of a case for somebody who does not follow it any more from this version on.
    #[must_use]
    pub(crate) fn unfollowed(self, number: CaseNumber, observer: &UserId, version: u32) -> Self {
        let delete = Delete::builder()
            .condition_expression(OLDER)
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", n(version));
        self.delete_if(keys::followed(number, observer), delete)
    }
}

/// The line of a case for one who follows it.
fn line(case: &Case, row: &str, observer: &UserId) -> Result<Item, StoreError> {
    let mut item = item(keys::followed(case.number, observer), &Line { version: case.version, row })?;
    item.insert(keys::FACETS.to_owned(), AttributeValue::Ss(keys::facets(case)));
    let (index, pk, sk) = keys::followed_place(case, observer);
    let name = keys::index_name(index);
    item.insert(format!("{name}_pk"), s(pk));
    item.insert(format!("{name}_sk"), s(sk));
    Ok(item)
}
