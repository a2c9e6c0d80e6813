//! Taking people out of cases.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use caseport_domain::actor::Author;
use caseport_domain::case::chain::Salt;
use caseport_domain::case::{Command, RuleBook};
use caseport_domain::delivery::Delivery;
use caseport_domain::erasure::{Leaver, NOBODY};
use caseport_domain::id::{CaseNumber, UserId};
use jiff::Timestamp;

use super::TRIES;
use crate::cases::{History, Step, Stored};
use crate::error::StoreError;
use crate::item::s;
use crate::table::Store;
use crate::transaction::Committed;
use crate::uploads::Upload;
use caseport_keys::{self as keys, Key};

/// How many writes go into one transaction: DynamoDB takes a hundred.
const AT_ONCE: usize = 90;

impl Store {
    /// Takes a person out of a case, if they are in it. What was done before is found done, so that this can be
    /// begun again wherever it broke off: their mails go first, then who sent their files and what these are called, then what
    /// their events tell, and at last the case's snapshot, with an event that says so.
    ///
    /// AWS calls: one `Query` per megabyte, and a `BatchGetItem` per hundred files of theirs or named after them; if they are in
    /// it one `TransactWriteItems` for ninety events, mails or files, and one.
    ///
    /// # Errors
    /// When DynamoDB fails, or the case moves on again and again.
    pub(super) async fn erase_from_case(
        &self,
        number: CaseNumber,
        leaver: &Leaver<'_>,
        user: &UserId,
        now: Timestamp,
        salt: impl Fn() -> Salt,
    ) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let Some(history) = self.whole_history(number).await? else { return Ok(()) };
            let events = self.retold(&history, leaver)?;
            let mails = self.forgotten(&history, leaver, user)?;
            let files = Box::pin(self.disowned(&history, leaver, user)).await?;
            let case = leaver.taken_from(&history.case)?;
            if events.is_empty() && mails.is_empty() && case.is_none() {
                return Ok(());
            }
            let mut written = true;
            for writes in [mails, files, events] {
                written = written && self.write_all(writes).await?;
            }
            if !written {
                continue;
            }
            let case = case.unwrap_or(history.case);
            let step = RuleBook::default().step(&case, &Author::System, Command::ErasePerson, now, salt());
            let (after, event) = step.map_err(|_| StoreError::Torn("an erasure is never refused"))?;
            if self.store(&Step::new(&after, &event)).await? == Stored::Now {
                return Ok(());
            }
        }
        Err(StoreError::Torn("a case moved on again and again while somebody was taken out of it"))
    }

    /// The events that tell of the person, as they may still be told.
    fn retold(&self, history: &History, leaver: &Leaver<'_>) -> Result<Vec<TransactWriteItem>, StoreError> {
        let mut writes = Vec::new();
        for sealed in &history.events {
            let Some(told) = sealed.without(leaver)? else { continue };
            let key = keys::event(history.case.number, sealed.seq);
            let commitment = told.erased.map(String::from).unwrap_or_default();
            writes.push(self.update(key, "SET #body = :body, erased = :erased REMOVE salt", |update| {
                update
                    .expression_attribute_names("#body", "body")
                    .expression_attribute_values(":body", s(told.body))
                    .expression_attribute_values(":erased", s(commitment))
            })?);
        }
        Ok(writes)
    }

    /// The mails to the person, what they want to be mailed for and the line in their list, to be forgotten, and the mails to others
    /// that name them.
    fn forgotten(
        &self,
        history: &History,
        leaver: &Leaver<'_>,
        user: &UserId,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let number = history.case.number;
        let mut writes = self.transaction();
        if history.wish_of(user).is_some() {
            writes = writes.delete(keys::wish(number, user));
        }
        if history.case.observers.iter().any(|observer| observer.id == *user) {
            writes = writes.unfollowed(number, user, history.case.version + 1);
        }
        for delivery in &history.deliveries {
            let key = keys::mail(number, delivery.seq, &delivery.to);
            if delivery.to == *user {
                writes = writes.delete(key);
            } else if let Some(Delivery { subject, text, .. }) = leaver.taken_from(delivery)? {
                let update = self.update(key, "SET subject = :subject, #text = :text", |update| {
                    update
                        .expression_attribute_names("#text", "text")
                        .expression_attribute_values(":subject", s(subject))
                        .expression_attribute_values(":text", s(text))
                })?;
                writes = writes.write(update);
            }
        }
        writes.into_writes()
    }

    /// The files that came with the person's events, to be nobody's, and those whose names tell of the person, without that:
    /// as the events tell of them from then on. Of a file whose item is gone there is nothing left to do. One `BatchGetItem`
    /// per hundred of these files.
    async fn disowned(
        &self,
        history: &History,
        leaver: &Leaver<'_>,
        user: &UserId,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let mut theirs = BTreeSet::new();
        for event in history.read()? {
            let is_theirs = event.by.person().is_some_and(|person| person.id == *user);
            for file in event.what.attachments() {
                if is_theirs || leaver.taken_from(&file.name)?.is_some() {
                    theirs.insert(file.id.clone());
                }
            }
        }
        let wanted: Vec<Key> = theirs.iter().map(keys::upload).collect();
        let kept: Vec<Upload> = self.batch(&wanted).await?;
        let mut writes = Vec::new();
        for Upload { id, owner, name, .. } in kept {
            let (is_theirs, told) = (owner == *user, leaver.taken_from(&name)?);
            if !is_theirs && told.is_none() {
                continue;
            }
            let owner = if is_theirs { NOBODY } else { owner.as_str() };
            writes.push(self.update(keys::upload(&id), "SET #owner = :owner, #name = :name", |update| {
                update
                    .expression_attribute_names("#owner", "owner")
                    .expression_attribute_names("#name", "name")
                    .expression_attribute_values(":owner", s(owner))
                    .expression_attribute_values(":name", s(told.unwrap_or(name)))
            })?);
        }
        Ok(writes)
    }

    fn update(
        &self,
        key: Key,
        expression: &str,
        with: impl FnOnce(UpdateBuilder) -> UpdateBuilder,
    ) -> Result<TransactWriteItem, StoreError> {
        let update = Update::builder()
            .table_name(&self.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .update_expression(expression)
            .condition_expression("attribute_exists(pk)");
        let update = with(update).build().map_err(|_| StoreError::Torn("an update has a table and a key"))?;
        Ok(TransactWriteItem::builder().update(update).build())
    }

    /// Writes these, ninety at a time; `false` if somebody else was at one of them, and not all is written.
    async fn write_all(&self, writes: Vec<TransactWriteItem>) -> Result<bool, StoreError> {
        for chunk in writes.chunks(AT_ONCE) {
            let transaction =
                chunk.iter().fold(self.transaction(), |transaction, write| transaction.write(write.clone()));
            if transaction.commit().await? != Committed::Done {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
