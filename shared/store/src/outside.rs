//! Addresses outside the portal at which people follow cases (C29).
//!
//! Each is an item of its case's partition, written and deleted with the events that ask, confirm and remove: whoever is
//! removed leaves no address behind. That of somebody who is asked is forgotten by itself when they can confirm no more. By an
//! index the cases of an address are found, when who has it is erased.

use aws_sdk_dynamodb::types::Update;
use caseport_domain::case::{Happened, OutsideAddress};
use caseport_domain::id::CaseNumber;
use caseport_keys as keys;
use caseport_routes::Index;

use crate::error::StoreError;
use crate::item::{item, n, read, s};
use crate::table::Store;
use crate::transaction::Transaction;

impl Store {
    /// The addresses outside at which people follow a case or are asked to, some of them perhaps too long ago. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn outside_addresses(&self, number: CaseNumber) -> Result<Vec<OutsideAddress>, StoreError> {
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND begins_with(sk, :outside)")
            .expression_attribute_values(":pk", s(keys::snapshot(number).pk))
            .expression_attribute_values(":outside", s(keys::OUTSIDE))
            .consistent_read(true)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        answer.items.unwrap_or_default().into_iter().map(read).collect()
    }
}

impl Transaction<'_> {
    /// Keeps, confirms or deletes the address that an event is about, if it is about one. `email` is that of who is asked.
    #[must_use]
    pub(crate) fn outside(self, number: CaseNumber, what: &Happened, email: Option<&str>) -> Self {
        match (what, email) {
            (Happened::OutsiderInvited { outsider, until }, Some(email)) => {
                let address = OutsideAddress { outsider: outsider.clone(), email: email.to_owned() };
                let item = item(keys::outside(number, outsider), &address).map(|mut item| {
                    let name = keys::index_name(Index::Outside);
                    item.insert(keys::EXPIRES_AT.to_owned(), n(until.as_second()));
                    item.insert(format!("{name}_pk"), s(keys::outside_list(email)));
                    item.insert(format!("{name}_sk"), s(format!("{:020}", number.0)));
                    item
                });
                self.create(item)
            }
            (Happened::OutsiderInvited { .. }, None) => {
                self.tear(StoreError::Torn("who is asked has an address"))
            }
            (Happened::OutsiderConfirmed { outsider, .. }, _) => {
                let update = Update::builder()
                    .update_expression("REMOVE #expires")
                    .condition_expression("attribute_exists(pk)")
                    .expression_attribute_names("#expires", keys::EXPIRES_AT);
                self.update(keys::outside(number, outsider), update)
            }
            (Happened::OutsiderRemoved { outsider }, _) => self.delete(keys::outside(number, outsider)),
            _ => self,
        }
    }
}
