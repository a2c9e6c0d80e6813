//! Sessions: what a refresh token is good for.

use caseport_domain::id::{SessionId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, condition_failed};
use crate::item::{item, n, s};
use crate::table::Store;
use caseport_keys as keys;

/// A session. Refresh tokens are kept as digests only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its identifier, the first half of its refresh token.
    pub id: SessionId,
    /// Whose it is.
    pub user: UserId,
    /// The digest of the current secret.
    pub current: String,
    /// The digest of the secret before, which two tabs may still be holding.
    pub previous: Option<String>,
    /// When it began.
    pub begun_at: Timestamp,
    /// When the current secret was given.
    pub rotated_at: Timestamp,
    /// When it ends, come what may.
    pub ends_at: Timestamp,
}

impl Store {
    /// Adds a session. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_session(&self, session: &Session) -> Result<bool, StoreError> {
        let mut item = item(keys::session(&session.id), session)?;
        item.insert(keys::EXPIRES_AT.into(), n(session.ends_at.as_second()));
        self.create(item).await
    }

    /// A session. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn session(&self, id: &SessionId) -> Result<Option<Session>, StoreError> {
        self.get(keys::session(id)).await
    }

    /// Gives a session a new secret, if its current one is still this. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn rotate_session(
        &self,
        id: &SessionId,
        current: &str,
        next: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let key = keys::session(id);
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .update_expression("SET #current = :next, previous = :current, rotated_at = :now")
            .condition_expression("#current = :current")
            .expression_attribute_names("#current", "current")
            .expression_attribute_values(":current", s(current))
            .expression_attribute_values(":next", s(next))
            .expression_attribute_values(":now", s(now.to_string()))
            .send()
            .await;
        match answer {
            Ok(_) => Ok(true),
            Err(error) if condition_failed(&error) => Ok(false),
            Err(error) => Err(StoreError::service("UpdateItem")(error)),
        }
    }

    /// Ends a session. One `DeleteItem`, on the condition that the secret is its current or previous one.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn end_session(&self, id: &SessionId, secret: &str) -> Result<(), StoreError> {
        let key = keys::session(id);
        let answer = self
            .client
            .delete_item()
            .table_name(&self.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .condition_expression("#current = :secret OR previous = :secret")
            .expression_attribute_names("#current", "current")
            .expression_attribute_values(":secret", s(secret))
            .send()
            .await;
        match answer {
            Ok(_) => Ok(()),
            Err(error) if condition_failed(&error) => Ok(()),
            Err(error) => Err(StoreError::service("DeleteItem")(error)),
        }
    }
}
