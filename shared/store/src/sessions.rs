//! Sessions: what a refresh token is good for.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use caseport_domain::agent::Agent;
use caseport_domain::bearer::SecretDigest;
use caseport_domain::id::{CompanyId, SessionId, UserId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, condition_failed, was_done};
use crate::item::{item, n, read, s};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys as keys;

/// How many of somebody's sessions are listed: the newest.
const LISTED: i32 = 50;

/// A session. Refresh tokens are kept as digests only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its identifier, part of its refresh token; those begun later sort behind.
    pub id: SessionId,
    /// Whose it is.
    pub user: UserId,
    /// What signed in.
    pub agent: Agent,
    /// When it began.
    pub begun_at: Timestamp,
    /// When they had signed in before, which the pages say.
    pub last_sign_in: Option<Timestamp>,
    /// How often they had signed out everywhere when it began: see [`crate::users::Account::session_generation`].
    pub generation: u32,
    /// Whether the browser keeps it when it is closed.
    pub is_kept: bool,
    /// The digest of the current secret.
    pub current: SecretDigest,
    /// The digest of the secret before, which two tabs may still be holding.
    pub previous: Option<SecretDigest>,
    /// When the current secret was given: it was last used within the quarter of an hour after that.
    pub rotated_at: Timestamp,
    /// When it ends, come what may.
    pub ends_at: Timestamp,
    /// The company that a partner's contact acts for in it, if it is not their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acting_for: Option<CompanyId>,
    /// Whether they had rules to accept when it began. Rules that change later are asked for at the next sign-in, so that
    /// nobody is held in the midst of what they write.
    #[serde(default)]
    pub asks_rules: bool,
}

impl Transaction<'_> {
    /// Ends a session, which must be there.
    #[must_use]
    pub fn end_session(self, user: &UserId, id: &SessionId) -> Self {
        self.delete(keys::session(user, id))
    }

    /// Takes a session, which must be there, over to the next generation: the others of its generation end.
    #[must_use]
    pub fn keep_session(self, user: &UserId, id: &SessionId, generation: u32) -> Self {
        self.set_number(keys::session(user, id), "generation", generation)
    }
}

impl Store {
    /// Adds a session. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_session(&self, session: &Session) -> Result<bool, StoreError> {
        let mut item = item(keys::session(&session.user, &session.id), session)?;
        item.insert(keys::EXPIRES_AT.into(), n(session.ends_at.as_second()));
        self.create(item).await
    }

    /// A session. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn session(&self, user: &UserId, id: &SessionId) -> Result<Option<Session>, StoreError> {
        self.get(keys::session(user, id)).await
    }

    /// Somebody's newest sessions, the newest first, those that have ended too. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn sessions(&self, user: &UserId) -> Result<Vec<Session>, StoreError> {
        let answer = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", AttributeValue::S(keys::sessions(user)))
            .scan_index_forward(false)
            .limit(LISTED)
            .consistent_read(true)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        answer.items.unwrap_or_default().into_iter().map(read).collect()
    }

    /// Gives a session a new secret, if its current one is still this. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn rotate_session(
        &self,
        session: &Session,
        next: &SecretDigest,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let answer = self
            .update_if(keys::session(&session.user, &session.id), "#current = :current")
            .update_expression("SET #current = :next, previous = :current, rotated_at = :now")
            .expression_attribute_names("#current", "current")
            .expression_attribute_values(":current", s(session.current.as_str()))
            .expression_attribute_values(":next", s(next.as_str()))
            .expression_attribute_values(":now", s(now.to_string()))
            .send()
            .await;
        was_done("UpdateItem", answer)
    }

    /// Says which company one acts for in a session of one's own, and gives it as it is then; none if there is no such
    /// session of this generation. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn act_for(
        &self,
        user: &UserId,
        id: &SessionId,
        generation: u32,
        company: Option<&CompanyId>,
    ) -> Result<Option<Session>, StoreError> {
        let update = self
            .update_if(keys::session(user, id), "generation = :generation")
            .expression_attribute_values(":generation", n(generation))
            .return_values(ReturnValue::AllNew);
        let update = match company {
            None => update.update_expression("REMOVE acting_for"),
            Some(company) => update
                .update_expression("SET acting_for = :company")
                .expression_attribute_values(":company", s(company.as_str())),
        };
        match update.send().await {
            Ok(answer) => answer.attributes.map(read).transpose(),
            Err(error) if condition_failed(&error) => Ok(None),
            Err(error) => Err(StoreError::service("UpdateItem")(error)),
        }
    }

    /// Ends a session. One `DeleteItem`, on the condition that the secret is its current or previous one.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn end_session(
        &self,
        user: &UserId,
        id: &SessionId,
        secret: &SecretDigest,
    ) -> Result<(), StoreError> {
        let answer = self
            .delete_if(keys::session(user, id), "#current = :secret OR previous = :secret")
            .expression_attribute_names("#current", "current")
            .expression_attribute_values(":secret", s(secret.as_str()))
            .send()
            .await;
        was_done("DeleteItem", answer).map(drop)
    }
}
