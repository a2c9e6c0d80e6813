//! Second factors: what an authenticator app shares with the portal, apart from the person's record, which many
//! functions read.

use caseport_domain::bearer::SecretDigest;
use caseport_domain::id::UserId;
use caseport_domain::second_factor::{RecoveryCode, Secret};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, was_done};
use crate::item::{item, n, s};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys as keys;

/// A second factor that was set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactor {
    /// What the app knows too.
    pub secret: Secret,
    /// When it was set up.
    pub since: Timestamp,
    /// The step whose code was used last: it and those before are good no more.
    pub last_step: u64,
    /// Digests of the recovery codes that were not used yet.
    pub recovery: Vec<SecretDigest>,
}

impl Transaction<'_> {
    /// Stores a second factor where there is none.
    #[must_use]
    pub fn add_second_factor(self, user: &UserId, factor: &SecondFactor) -> Self {
        self.create(item(keys::second_factor(user), factor))
    }

    /// Removes the second factor, which must be there.
    #[must_use]
    pub fn remove_second_factor(self, user: &UserId) -> Self {
        self.delete(keys::second_factor(user))
    }
}

impl Store {
    /// Somebody's second factor. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn second_factor(&self, user: &UserId) -> Result<Option<SecondFactor>, StoreError> {
        self.get(keys::second_factor(user)).await
    }

    /// Uses up what was typed, if it is a code of this factor or one of its recovery codes that was not used before.
    /// One `UpdateItem`, if it is.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn use_code(
        &self,
        user: &UserId,
        factor: &SecondFactor,
        typed: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        if let Some(step) = factor.secret.step(typed, now) {
            return self.use_step(user, step).await;
        }
        let digest = RecoveryCode::new(typed).digest();
        match factor.recovery.iter().position(|known| *known == digest) {
            Some(place) => self.use_recovery(user, place, &digest).await,
            None => Ok(false),
        }
    }

    /// Uses up the code of this step; `false` if it or a later one was used already. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    async fn use_step(&self, user: &UserId, step: u64) -> Result<bool, StoreError> {
        let answer = self
            .update_if(keys::second_factor(user), "last_step < :step")
            .update_expression("SET last_step = :step")
            .expression_attribute_values(":step", n(step))
            .send()
            .await;
        was_done("UpdateItem", answer)
    }

    /// Uses up the recovery code with this digest, which stood at this place of the list; `false` if it stands there
    /// no more. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    async fn use_recovery(
        &self,
        user: &UserId,
        place: usize,
        digest: &SecretDigest,
    ) -> Result<bool, StoreError> {
        let answer = self
            .update_if(keys::second_factor(user), format!("recovery[{place}] = :digest"))
            .update_expression(format!("REMOVE recovery[{place}]"))
            .expression_attribute_values(":digest", s(digest.as_str()))
            .send()
            .await;
        was_done("UpdateItem", answer)
    }
}
