//! Taking people out of cases.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use caseport_domain::actor::Author;
use caseport_domain::case::chain::Salt;
use caseport_domain::case::{Command, RuleBook};
use caseport_domain::delivery::Delivery;
use caseport_domain::erasure::Leaver;
use caseport_domain::id::{CaseNumber, UserId};
use jiff::Timestamp;

use crate::cases::{History, Step, Stored};
use crate::error::StoreError;
use crate::item::s;
use crate::table::Store;
use crate::transaction::Committed;
use caseport_keys::{self as keys, Key};

/// How many writes go into one transaction: DynamoDB takes a hundred.
const AT_ONCE: usize = 90;

/// How often a case that moves on meanwhile is tried again before the whole message is.
const TRIES: usize = 4;

impl Store {
    /// Takes a person out of a case, if they are in it. What was done before is found done, so that this can be
    /// begun again wherever it broke off: their mails go first, then what their events tell, and at last the case's
    /// snapshot, with an event that says so.
    ///
    /// AWS calls: one `Query` per megabyte; if they are in it one `TransactWriteItems` for ninety events or mails, and one.
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
            let case = leaver.taken_from(&history.case)?;
            if events.is_empty() && mails.is_empty() && case.is_none() {
                return Ok(());
            }
            if !(self.write_all(mails).await? && self.write_all(events).await?) {
                continue;
            }
            let case = case.unwrap_or(history.case);
            let step = RuleBook::default().step(&case, &Author::System, Command::ErasePerson, now, salt());
            let (after, event) = step.map_err(|_| StoreError::Torn("an erasure is never refused"))?;
            let step = Step {
                case: &after,
                event: &event,
                attachments: None,
                once: None,
                permit: None,
                draft: None,
            };
            if self.store(&step).await? == Stored::Now {
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

    /// The mails to the person and what they want to be mailed for, to be forgotten, and the mails to others that name them.
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
