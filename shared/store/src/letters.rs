//! Mails about accounts.

use caseport_domain::delivery::DeliveryState;
use caseport_domain::id::LetterId;
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::person::Language;
use caseport_keys as keys;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::error::StoreError;
use crate::item::{Item, item, n, s};
use crate::table::Store;
use crate::transaction::Transaction;

/// How long a letter is kept: as long as somebody may ask what became of it.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A letter as stored: what it was to bring is forgotten once it is sent, or refused.
#[derive(Deserialize)]
struct Kept {
    at: Timestamp,
    language: Language,
    errand: Option<Errand>,
}

impl Transaction<'_> {
    /// Has a mail sent.
    #[must_use]
    pub fn send(self, letter: &Letter) -> Self {
        self.create(kept(letter))
    }
}

impl Store {
    /// Has a mail sent. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn send(&self, letter: &Letter) -> Result<(), StoreError> {
        self.create(kept(letter)?).await.map(drop)
    }

    /// A mail that waits to be sent; none when it has been, or is not to be. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn letter(&self, id: &LetterId) -> Result<Option<Letter>, StoreError> {
        let kept: Option<Kept> = self.get(keys::letter(id)).await?;
        let waiting = kept.and_then(|kept| Some((kept.errand?, kept.language, kept.at)));
        Ok(waiting.map(|(errand, language, at)| Letter { id: id.clone(), at, language, errand }))
    }

    /// Records what became of a mail, and forgets what it was to say. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails, or there is no such mail.
    pub async fn settle_letter(
        &self,
        id: &LetterId,
        state: DeliveryState,
        message_id: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.update_if(keys::letter(id), "attribute_exists(pk)")
            .update_expression(
                "SET #state = :state, settled_at = :now, message_id = :message_id, errand = :nothing",
            )
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":state", s(state.code()))
            .expression_attribute_values(":now", s(now.to_string()))
            .expression_attribute_values(":message_id", s(message_id))
            .expression_attribute_values(":nothing", aws_sdk_dynamodb::types::AttributeValue::Null(true))
            .send()
            .await
            .map_err(StoreError::service("UpdateItem"))?;
        Ok(())
    }
}

fn kept(letter: &Letter) -> Result<Item, StoreError> {
    let mut item = item(keys::letter(&letter.id), letter)?;
    item.insert(keys::EXPIRES_AT.into(), n((letter.at + KEPT).as_second()));
    Ok(item)
}
