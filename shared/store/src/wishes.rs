//! For what people want to be mailed about cases.

use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::wishes::{Preferences, Wish};
use caseport_keys::{self as keys, Key};

use crate::error::StoreError;
use crate::item::item;
use crate::table::Store;
use crate::transaction::Transaction;

impl Transaction<'_> {
    /// Saves what somebody chose for a case: the first, or the next after the version before.
    #[must_use]
    pub fn save_wish(self, number: CaseNumber, wish: &Wish) -> Self {
        let item = item(keys::wish(number, &wish.user), wish);
        match wish.version {
            0 | 1 => self.create(item),
            version => self.replace_if(item, "version", version - 1),
        }
    }

    /// Saves what somebody wants to be mailed for: the first, or the next after the version before.
    #[must_use]
    pub fn save_preferences(self, preferences: &Preferences) -> Self {
        let item = item(keys::preferences(&preferences.user), preferences);
        match preferences.version {
            0 | 1 => self.create(item),
            version => self.replace_if(item, "version", version - 1),
        }
    }
}

impl Store {
    /// What somebody chose for a case, or that they chose nothing. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn wish(&self, number: CaseNumber, user: &UserId) -> Result<Wish, StoreError> {
        let wish: Option<Wish> = self.get(keys::wish(number, user)).await?;
        Ok(wish.unwrap_or_else(|| Wish::new(user.clone())))
    }

    /// What somebody wants to be mailed for. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn preferences(&self, user: &UserId) -> Result<Preferences, StoreError> {
        let preferences: Option<Preferences> = self.get(keys::preferences(user)).await?;
        Ok(preferences.unwrap_or_else(|| Preferences::new(user.clone())))
    }

    /// What these people want to be mailed for, in no order: of those only who said it. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn all_preferences(&self, users: &[UserId]) -> Result<Vec<Preferences>, StoreError> {
        self.batch(&users.iter().map(keys::preferences).collect::<Vec<Key>>()).await
    }
}
