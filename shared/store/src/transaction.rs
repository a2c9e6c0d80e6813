//! Several writes that happen together or not at all.

use std::time::Duration;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::builders::{ConditionCheckBuilder, DeleteBuilder, PutBuilder, UpdateBuilder};
use aws_sdk_dynamodb::types::{ConditionCheck, Delete, Put, TransactWriteItem, Update};
use caseport_aws::Random;
use caseport_domain::actor::{Actor, Revisions};
use caseport_domain::audit::Entry;
use caseport_keys::{self as keys, Key};

use crate::error::StoreError;
use crate::item::{Item, item, n, s};
use crate::table::Store;

/// How often a transaction is tried that met another one at the same items.
const TRIES: u32 = 4;

/// The longest pause before the second try; before each one after it, twice as long. The SDK makes none: it takes a transaction
/// that was cancelled for an answer.
const PAUSE: Duration = Duration::from_millis(20);

/// What an access token was given on: who acts, and at which revisions their record and their company's were. A
/// write demands that both still are, so that whoever lost something can write no more, however long their token
/// lives.
#[derive(Clone, Copy, Debug)]
pub struct Permit<'a> {
    /// Who acts.
    pub actor: &'a Actor,
    /// The revisions.
    pub revisions: Revisions,
}

/// What became of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Committed {
    /// All of it is written.
    Done,
    /// Nothing is: what the actor may do has changed since their access token was given.
    NoPermit,
    /// Nothing is: the conditions of these writes did not hold, counted from the first, permits left out.
    Failed(Vec<usize>),
    /// Nothing is: another transaction was at the same items.
    Conflict,
}

/// A transaction in the making. A write that cannot be built makes [`Transaction::commit`] fail.
#[derive(Debug)]
pub struct Transaction<'a> {
    store: &'a Store,
    writes: Vec<TransactWriteItem>,
    checks: Vec<TransactWriteItem>,
    torn: Option<StoreError>,
}

impl Store {
    /// An empty transaction.
    #[must_use]
    pub fn transaction(&self) -> Transaction<'_> {
        Transaction { store: self, writes: Vec::new(), checks: Vec::new(), torn: None }
    }
}

impl Transaction<'_> {
    /// How many writes there are so far, permits left out: the place of the next.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.writes.len()
    }

    /// Makes [`Transaction::commit`] fail.
    pub(crate) fn tear(self, torn: StoreError) -> Self {
        Self { torn: Some(torn), ..self }
    }

    /// Demands that the actor may still do what their access token says.
    #[must_use]
    pub fn permit(self, permit: &Permit<'_>) -> Self {
        let user = keys::user(&permit.actor.person().id);
        let revision = permit.revisions.user;
        self.permit_company(permit).check(user, revision)
    }

    /// The same, for a transaction that replaces the actor's own record on its own condition.
    #[must_use]
    pub fn permit_company(self, permit: &Permit<'_>) -> Self {
        match (permit.actor.company(), permit.revisions.company) {
            (Some(company), Some(revision)) => self.check(keys::company(company), revision),
            _ => self,
        }
    }

    fn check(mut self, key: Key, revision: u32) -> Self {
        match self.condition(key, "revision", revision) {
            Ok(check) => self.checks.push(check),
            Err(torn) => self.torn = Some(torn),
        }
        self
    }

    /// Demands that an item's attribute is this. It counts as one of the writes.
    #[must_use]
    pub(crate) fn demand(self, key: Key, attribute: &str, value: u32) -> Self {
        match self.condition(key, attribute, value) {
            Ok(check) => self.write(check),
            Err(torn) => self.tear(torn),
        }
    }

    /// Demands that an item is there. It counts as one of the writes.
    #[must_use]
    pub(crate) fn demand_item(self, key: Key) -> Self {
        self.demand_that(key, ConditionCheck::builder().condition_expression("attribute_exists(pk)"))
    }

    /// Demands something else of an item. It counts as one of the writes.
    #[must_use]
    pub(crate) fn demand_that(self, key: Key, check: ConditionCheckBuilder) -> Self {
        let check = check.table_name(&self.store.table).key("pk", s(key.pk)).key("sk", s(key.sk)).build();
        match check {
            Ok(check) => self.write(TransactWriteItem::builder().condition_check(check).build()),
            Err(_) => self.tear(StoreError::Torn("a check has a table, a key and a condition")),
        }
    }

    fn condition(&self, key: Key, attribute: &str, value: u32) -> Result<TransactWriteItem, StoreError> {
        let check = ConditionCheck::builder()
            .table_name(&self.store.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .condition_expression("#attribute = :value")
            .expression_attribute_names("#attribute", attribute)
            .expression_attribute_values(":value", n(value))
            .build();
        let check = check.map_err(|_| StoreError::Torn("a check has a table, a key and a condition"))?;
        Ok(TransactWriteItem::builder().condition_check(check).build())
    }

    /// Puts an item that must not be there yet.
    #[must_use]
    pub(crate) fn create(self, item: Result<Item, StoreError>) -> Self {
        let put = Put::builder().condition_expression("attribute_not_exists(pk)");
        self.put(put, item)
    }

    /// Puts an item in the place of the one whose attribute `revision` is this.
    #[must_use]
    pub(crate) fn replace(self, item: Result<Item, StoreError>, revision: u32) -> Self {
        self.replace_if(item, "revision", revision)
    }

    /// Puts an item in the place of the one whose attribute is this.
    #[must_use]
    pub(crate) fn replace_if(self, item: Result<Item, StoreError>, attribute: &str, value: u32) -> Self {
        let put = Put::builder()
            .condition_expression("#attribute = :value")
            .expression_attribute_names("#attribute", attribute)
            .expression_attribute_values(":value", n(value));
        self.put(put, item)
    }

    /// Puts an item on a condition of its own.
    #[must_use]
    pub(crate) fn put(mut self, put: PutBuilder, item: Result<Item, StoreError>) -> Self {
        let put = item.and_then(|item| {
            let put = put.table_name(&self.store.table).set_item(Some(item)).build();
            put.map_err(|_| StoreError::Torn("a put has a table and an item"))
        });
        match put {
            Ok(put) => self.writes.push(TransactWriteItem::builder().put(put).build()),
            Err(torn) => self.torn = Some(torn),
        }
        self
    }

    /// Deletes an item that must be there.
    #[must_use]
    pub(crate) fn delete(self, key: Key) -> Self {
        self.delete_if(key, Delete::builder().condition_expression("attribute_exists(pk)"))
    }

    /// Deletes an item on a condition of its own.
    #[must_use]
    pub(crate) fn delete_if(mut self, key: Key, delete: DeleteBuilder) -> Self {
        let delete = delete.table_name(&self.store.table).key("pk", s(key.pk)).key("sk", s(key.sk)).build();
        match delete {
            Ok(delete) => self.writes.push(TransactWriteItem::builder().delete(delete).build()),
            Err(_) => self.torn = Some(StoreError::Torn("a delete has a table and a key")),
        }
        self
    }

    /// Sets a number of an item that must be there.
    #[must_use]
    pub(crate) fn set_number(self, key: Key, attribute: &str, value: u32) -> Self {
        let update = Update::builder()
            .update_expression("SET #attribute = :value")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#attribute", attribute)
            .expression_attribute_values(":value", n(value));
        self.update(key, update)
    }

    /// Changes an item on a condition of its own.
    #[must_use]
    pub(crate) fn update(mut self, key: Key, update: UpdateBuilder) -> Self {
        let update = update.table_name(&self.store.table).key("pk", s(key.pk)).key("sk", s(key.sk)).build();
        match update {
            Ok(update) => self.writes.push(TransactWriteItem::builder().update(update).build()),
            Err(_) => self.torn = Some(StoreError::Torn("an update has a table, a key and an expression")),
        }
        self
    }

    /// A write with a condition of its own.
    #[must_use]
    pub(crate) fn write(mut self, write: TransactWriteItem) -> Self {
        self.writes.push(write);
        self
    }

    /// The writes, for a caller that commits them in parts.
    pub(crate) fn into_writes(self) -> Result<Vec<TransactWriteItem>, StoreError> {
        self.torn.map_or(Ok(self.writes), Err)
    }

    /// Notes in the audit trail of a record, named by kind and identifier, what was done. `nonce` tells entries of
    /// one instant apart.
    #[must_use]
    pub fn audit(self, kind: &str, id: &str, entry: &Entry, nonce: &str) -> Self {
        self.create(item(keys::audit(kind, id, entry.at, nonce), entry))
    }

    /// Writes it all, for a caller that reads anew what it decided on before it tries again. One `TransactWriteItems`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn commit(self) -> Result<Committed, StoreError> {
        self.commit_within(1).await
    }

    /// Writes it all, for a caller that has nothing to decide anew: while another transaction is at the same items, again, since
    /// only then it is known what that one made of them. One `TransactWriteItems`, and up to four with pauses of a few tens of
    /// milliseconds between them; [`Committed::Conflict`] if others were there each time.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn commit_in_turn(self) -> Result<Committed, StoreError> {
        self.commit_within(TRIES).await
    }

    async fn commit_within(self, tries: u32) -> Result<Committed, StoreError> {
        if let Some(torn) = self.torn {
            return Err(torn);
        }
        let (store, count, mut writes) = (self.store, self.writes.len(), self.writes);
        writes.extend(self.checks);
        for tried in 1..tries {
            match store.try_to_write(count, writes.clone()).await? {
                Committed::Conflict => pause(tried).await,
                committed => return Ok(committed),
            }
        }
        store.try_to_write(count, writes).await
    }
}

/// Lets another transaction end, after so many tries. Chance says how long, from half of the longest pause on: so two that met
/// do not meet again.
async fn pause(tried: u32) {
    let [chance] = Random.bytes::<1>();
    let half = PAUSE * 2_u32.pow(tried - 1) / 2;
    tokio::time::sleep(half + half * u32::from(chance) / 255).await;
}

impl Store {
    /// Writes these, of which so many stand before the permits.
    async fn try_to_write(
        &self,
        count: usize,
        writes: Vec<TransactWriteItem>,
    ) -> Result<Committed, StoreError> {
        let request = self.client.transact_write_items().set_transact_items(Some(writes));
        let Err(error) = request.send().await else { return Ok(Committed::Done) };
        match failed_conditions(&error) {
            None => Err(StoreError::service("TransactWriteItems")(error)),
            Some(failed) if failed.is_empty() => Ok(Committed::Conflict),
            Some(failed) if failed.iter().all(|index| *index >= count) => Ok(Committed::NoPermit),
            Some(mut failed) => {
                failed.retain(|index| *index < count);
                Ok(Committed::Failed(failed))
            }
        }
    }
}

/// Which conditions of a transaction failed, by index; none if it failed for another reason. An empty list
/// means that it met another transaction on the same items.
fn failed_conditions(error: &SdkError<TransactWriteItemsError>) -> Option<Vec<usize>> {
    match error.as_service_error()? {
        TransactWriteItemsError::TransactionCanceledException(canceled) => {
            let codes: Vec<&str> = canceled
                .cancellation_reasons()
                .iter()
                .map(|reason| reason.code().unwrap_or("None"))
                .collect();
            let known =
                |code: &&str| matches!(*code, "None" | "ConditionalCheckFailed" | "TransactionConflict");
            let failed = |(index, code): (usize, &&str)| (*code == "ConditionalCheckFailed").then_some(index);
            codes.iter().all(known).then(|| codes.iter().enumerate().filter_map(failed).collect())
        }
        TransactWriteItemsError::TransactionInProgressException(_) => Some(Vec::new()),
        _ => None,
    }
}
