//! The PINs of contacts, in items of their own: few functions may read them (attack class X28).

use caseport_domain::id::UserId;
use caseport_domain::pin::Pin;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::item;
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys as keys;

/// A contact's PIN as stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The PIN.
    pub pin: Pin,
    /// How often it was replaced.
    pub revision: u32,
}

impl Transaction<'_> {
    /// Gives a contact a PIN in the place of the one they had, if they had this one.
    #[must_use]
    pub fn keep_pin(self, user: &UserId, pin: &Pin, before: Option<&Kept>) -> Self {
        let revision = before.map_or(0, |kept| kept.revision + 1);
        let next = item(keys::pin(user), &Kept { pin: pin.clone(), revision });
        match before {
            None => self.create(next),
            Some(kept) => self.replace(next, kept.revision),
        }
    }
}

impl Store {
    /// A contact's PIN, once they have one. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn pin(&self, user: &UserId) -> Result<Option<Kept>, StoreError> {
        self.get(keys::pin(user)).await
    }

    /// Gives a contact their first PIN; `false` if they have one. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_pin(&self, user: &UserId, pin: Pin) -> Result<bool, StoreError> {
        self.create(item(keys::pin(user), &Kept { pin, revision: 0 })?).await
    }
}
