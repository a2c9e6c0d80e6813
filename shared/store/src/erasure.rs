//! Taking people out of the table: see [`caseport_domain::erasure`] for what goes and what stays.

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, TransactWriteItem, Update};
use caseport_domain::actor::{Author, Person};
use caseport_domain::case::chain::Salt;
use caseport_domain::case::{Command, RuleBook};
use caseport_domain::delivery::Delivery;
use caseport_domain::erasure::{Erasure, Leaver};
use caseport_domain::id::{CaseNumber, UserId};
use jiff::Timestamp;

use crate::cases::{History, Step, Stored};
use crate::error::StoreError;
use crate::item::{item, s, text};
use crate::table::Store;
use crate::transaction::{Committed, Transaction};
use crate::users::Account;
use caseport_keys::{self as keys, Key};

/// How many writes go into one transaction: DynamoDB takes a hundred.
const AT_ONCE: usize = 90;

/// How often a case that moves on meanwhile is tried again before the whole message is.
const TRIES: usize = 4;

impl Transaction<'_> {
    /// Stores that somebody is to be erased, once.
    #[must_use]
    pub fn ask_erasure(self, erasure: &Erasure) -> Self {
        self.create(item(keys::erasure(&erasure.user), erasure))
    }

    /// Demands that nobody with this identifier was to be erased, ever: it is given to nobody else, who could not be.
    #[must_use]
    pub fn never_erased(self, user: &UserId) -> Self {
        let key = keys::erasure(user);
        let check = ConditionCheck::builder()
            .table_name(self.table())
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .condition_expression("attribute_not_exists(pk)")
            .build();
        match check {
            Ok(check) => self.write(TransactWriteItem::builder().condition_check(check).build()),
            Err(_) => self.tear(StoreError::Torn("a check has a table, a key and a condition")),
        }
    }
}

impl Store {
    /// What was asked for this person's erasure. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn erasure(&self, user: &UserId) -> Result<Option<Erasure>, StoreError> {
        self.get(keys::erasure(user)).await
    }

    /// Those of these people who are to be erased, or were, in no order. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn erased(&self, users: &[UserId]) -> Result<Vec<UserId>, StoreError> {
        let found: Vec<Erasure> = self.batch(&users.iter().map(keys::erasure).collect::<Vec<_>>()).await?;
        Ok(found.into_iter().map(|erasure| erasure.user).collect())
    }

    /// Takes a person out of a case; whether they were in it. What was done before is found done, so that this can be
    /// begun again wherever it broke off: their mails go first, then what their events tell, and at last the case's
    /// snapshot, with an event that says so.
    ///
    /// AWS calls: one `Query` per megabyte; if they are in it one `TransactWriteItems` for ninety events or mails, and one.
    ///
    /// # Errors
    /// When DynamoDB fails, or the case moves on again and again.
    pub async fn erase_from_case(
        &self,
        number: CaseNumber,
        leaver: &Leaver<'_>,
        user: &UserId,
        now: Timestamp,
        salt: impl Fn() -> Salt,
    ) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let Some(history) = self.whole_history(number).await? else { return Ok(false) };
            let events = self.retold(&history, leaver)?;
            let mails = self.forgotten(&history, leaver, user)?;
            let case = leaver.taken_from(&history.case)?;
            if events.is_empty() && mails.is_empty() && case.is_none() {
                return Ok(false);
            }
            for writes in [mails, events] {
                self.write_all(writes).await?;
            }
            let case = case.unwrap_or(history.case);
            let step = RuleBook::default().step(&case, &Author::System, Command::ErasePerson, now, salt());
            let (after, event) = step.map_err(|_| StoreError::Torn("an erasure is never refused"))?;
            let step = Step { case: &after, event: &event, attachments: None, once: None, permit: None };
            if self.store(&step).await? == Stored::Now {
                return Ok(true);
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

    /// The mails to the person, to be forgotten, and those to others that name them.
    fn forgotten(
        &self,
        history: &History,
        leaver: &Leaver<'_>,
        user: &UserId,
    ) -> Result<Vec<TransactWriteItem>, StoreError> {
        let number = history.case.number;
        let mut writes = self.transaction();
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

    async fn write_all(&self, writes: Vec<TransactWriteItem>) -> Result<(), StoreError> {
        for chunk in writes.chunks(AT_ONCE) {
            let transaction =
                chunk.iter().fold(self.transaction(), |transaction, write| transaction.write(write.clone()));
            if transaction.commit().await? != Committed::Done {
                return Err(StoreError::Torn("somebody else was at the history of a case"));
            }
        }
        Ok(())
    }

    /// Deletes a person's account, all they sign in with, a change of their address, their PIN, their audit trail and their
    /// requests for access, and notes that it is done. Their sessions find no account and end.
    ///
    /// AWS calls: four `Query`s, two `BatchGetItem`s, two `GetItem`s, one `TransactWriteItems` for ninety entries of the trail, and one.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn erase_account(&self, account: &Account, erasure: &Erasure) -> Result<(), StoreError> {
        let Person { id, .. } = account.user.actor.person();
        let mut trail = self.transaction();
        let audit = keys::audit("user", id.as_str(), Timestamp::UNIX_EPOCH, "").pk;
        for partition in [audit, keys::sessions(id), keys::tokens(id)] {
            for key in self.keys_of(partition).await? {
                trail = trail.delete(key);
            }
        }
        for key in self.keys_of_access(id).await? {
            trail = trail.delete(key);
        }
        if account.has_second_factor {
            trail = trail.delete(keys::second_factor(id));
        }
        self.write_all(trail.into_writes()?).await?;
        let done = self.update(keys::erasure(&erasure.user), "SET is_done = :done", |update| {
            update.expression_attribute_values(":done", AttributeValue::Bool(true))
        })?;
        let mut writes = self.transaction();
        for name in [Some(&account.user.email), account.username.as_ref()].into_iter().flatten() {
            writes = writes.delete(keys::login(name));
        }
        if self.pin(id).await?.is_some() {
            writes = writes.delete(keys::pin(id));
        }
        if let Some(change) = self.email_change(id).await? {
            writes = writes.end_email_change(id, &change.id);
        }
        writes = writes.delete(keys::user(id)).write(done);
        match writes.commit().await? {
            Committed::Done => Ok(()),
            _ => Err(StoreError::Torn("an account was not as it was read")),
        }
    }

    /// The keys in a partition: its first megabyte's, which a person's audit trail, sessions and tokens stay far below.
    pub(crate) async fn keys_of(&self, pk: String) -> Result<Vec<Key>, StoreError> {
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(&pk))
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let items = answer.items.unwrap_or_default();
        Ok(items.iter().map(|item| Key { pk: pk.clone(), sk: text(item, "sk").to_owned() }).collect())
    }
}
