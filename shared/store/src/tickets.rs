//! What mailed links are good for. Their secrets are kept as digests only (X10).

use aws_sdk_dynamodb::types::{AttributeValue, Update};
use caseport_domain::bearer::SecretDigest;
use caseport_domain::id::TicketId;
use caseport_domain::ticket::Ticket;
use caseport_keys as keys;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{item, n, s};
use crate::table::Store;
use crate::transaction::Transaction;

/// A ticket as stored.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    ticket: Ticket,
    /// Of the secrets that were mailed: several, if sending was tried again.
    digests: Vec<SecretDigest>,
}

impl Store {
    /// Makes a ticket good for the secret with this digest as well; the first makes the ticket. One `PutItem`, and one
    /// `UpdateItem` if there is one already.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn issue_ticket(&self, ticket: &Ticket, digest: &SecretDigest) -> Result<(), StoreError> {
        let key = keys::ticket(&ticket.id);
        let kept = Kept { ticket: ticket.clone(), digests: vec![digest.clone()] };
        let mut item = item(key.clone(), &kept)?;
        item.insert(keys::EXPIRES_AT.into(), n(ticket.ends_at.as_second()));
        if self.create(item).await? {
            return Ok(());
        }
        self.update_if(key, "attribute_not_exists(used_at)")
            .update_expression("SET digests = list_append(digests, :digests)")
            .expression_attribute_values(":digests", AttributeValue::L(vec![s(digest.as_str())]))
            .send()
            .await
            .map_err(StoreError::service("UpdateItem"))?;
        Ok(())
    }

    /// The ticket, if the secret with this digest is one of its own; good or not. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn ticket(&self, id: &TicketId, digest: &SecretDigest) -> Result<Option<Ticket>, StoreError> {
        let kept: Option<Kept> = self.get(keys::ticket(id)).await?;
        Ok(kept.filter(|kept| kept.digests.iter().any(|known| known == digest)).map(|kept| kept.ticket))
    }
}

impl Transaction<'_> {
    /// Uses a ticket up, if it is still good.
    #[must_use]
    pub fn use_ticket(self, id: &TicketId, now: Timestamp) -> Self {
        let update = Update::builder()
            .update_expression("SET used_at = :now")
            .condition_expression("attribute_exists(pk) AND attribute_not_exists(used_at)")
            .expression_attribute_values(":now", s(now.to_string()));
        self.update(keys::ticket(id), update)
    }
}
