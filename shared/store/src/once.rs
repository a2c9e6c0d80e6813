//! Idempotency keys: a command that comes twice, retried or in parallel, happens once.

use caseport_domain::id::{CaseNumber, UserId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{Item, item, n};
use crate::table::Store;
use caseport_keys as keys;

/// How long a key is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A caller's idempotency key with what it was sent for.
#[derive(Clone, Debug)]
pub struct Once {
    /// Whose key it is.
    pub user: UserId,
    /// The key, as the caller chose it.
    pub token: String,
    /// A digest of route and input: the same key with another is a mistake.
    pub print: String,
}

/// What a command was answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The case.
    pub number: CaseNumber,
    /// Its version after the command.
    pub version: u32,
    /// [`Once::print`].
    pub print: String,
}

impl Once {
    pub(crate) fn item(&self, number: CaseNumber, version: u32, now: Timestamp) -> Result<Item, StoreError> {
        let receipt = Receipt { number, version, print: self.print.clone() };
        let mut item = item(keys::once(&self.user, &self.token), &receipt)?;
        item.insert(keys::EXPIRES_AT.into(), n((now + REMEMBERED).as_second()));
        Ok(item)
    }
}

impl Store {
    /// What this key was answered with. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn receipt(&self, once: &Once) -> Result<Option<Receipt>, StoreError> {
        self.get(keys::once(&once.user, &once.token)).await
    }
}
