//! Personal access tokens, kept as digests only.

use aws_sdk_dynamodb::types::AttributeValue;
use caseport_domain::bearer::SecretDigest;
use caseport_domain::grant::{Reach, TokenName};
use caseport_domain::id::{TokenId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, was_done};
use crate::item::{item, n, read, s};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys as keys;

/// A personal access token as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredToken {
    /// Its identifier, part of its text; those made later sort behind.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: TokenName,
    /// What it is good for.
    pub reach: Reach,
    /// The digest of its secret.
    pub digest: SecretDigest,
    /// How often its owner had changed their password when it was made: see
    /// [`crate::users::Account::password_generation`].
    pub generation: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was last exchanged for an access token.
    pub last_used: Option<Timestamp>,
    /// When it ends.
    pub ends_at: Timestamp,
}

impl Transaction<'_> {
    /// Stores a new token.
    #[must_use]
    pub fn add_token(self, user: &UserId, token: &StoredToken) -> Self {
        let item = item(keys::token(user, &token.id), token).map(|mut item| {
            item.insert(keys::EXPIRES_AT.into(), n(token.ends_at.as_second()));
            item
        });
        self.create(item)
    }

    /// Ends a token, which must be there.
    #[must_use]
    pub fn end_token(self, user: &UserId, id: &TokenId) -> Self {
        self.delete(keys::token(user, id))
    }
}

impl Store {
    /// A token. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn token(&self, user: &UserId, id: &TokenId) -> Result<Option<StoredToken>, StoreError> {
        self.get(keys::token(user, id)).await
    }

    /// Somebody's tokens, the newest first, those that have ended too. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn tokens(&self, user: &UserId) -> Result<Vec<StoredToken>, StoreError> {
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", AttributeValue::S(keys::tokens(user)))
            .scan_index_forward(false)
            .consistent_read(true)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        answer.items.unwrap_or_default().into_iter().map(read).collect()
    }

    /// Notes that a token was used; `false` if it is not there any more. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn token_was_used(
        &self,
        user: &UserId,
        id: &TokenId,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let answer = self
            .update_if(keys::token(user, id), "attribute_exists(pk)")
            .update_expression("SET last_used = :now")
            .expression_attribute_values(":now", s(now.to_string()))
            .send()
            .await;
        was_done("UpdateItem", answer)
    }
}
