//! What administrators set for the whole portal.

use caseport_domain::actor::Author;
use caseport_domain::case::{Matrix, Reasons};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::item;
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys as keys;

/// The name of what gives cases their priority.
pub const MATRIX: &str = "matrix";
/// The name of the reasons that cases are closed and reopened for.
pub const REASONS: &str = "reasons";

/// A value that administrators set, with who saved it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// How often it has been saved: 0 for what a deployment begins with.
    pub version: u32,
    /// When it was saved.
    pub at: Timestamp,
    /// Who saved it.
    pub by: Author,
}

/// Its item: the value as JSON in one string.
#[derive(Serialize, Deserialize)]
struct SettingItem {
    value: String,
    version: u32,
    at: Timestamp,
    by: Author,
}

impl<T: Default> Default for Setting<T> {
    fn default() -> Self {
        Self { value: T::default(), version: 0, at: Timestamp::UNIX_EPOCH, by: Author::System }
    }
}

impl Transaction<'_> {
    /// Saves a value: the first of its name, or the next after the version before.
    #[must_use]
    pub fn save_setting<T: Serialize>(self, name: &str, setting: &Setting<T>) -> Self {
        let value = serde_json::to_string(&setting.value).map_err(StoreError::from);
        let item = value.and_then(|value| {
            let Setting { version, at, by, .. } = setting;
            let (version, at, by) = (*version, *at, by.clone());
            item(keys::setting(name), &SettingItem { value, version, at, by })
        });
        match setting.version {
            0 | 1 => self.create(item),
            version => self.replace_if(item, "version", version - 1),
        }
    }
}

impl Store {
    /// What gives cases their priority. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn matrix(&self) -> Result<Setting<Matrix>, StoreError> {
        self.setting(MATRIX).await
    }

    /// The reasons that cases are closed and reopened for. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn reasons(&self) -> Result<Setting<Reasons>, StoreError> {
        self.setting(REASONS).await
    }

    /// A value that administrators set, or what a deployment begins with. One `GetItem`.
    async fn setting<T: DeserializeOwned + Default>(&self, name: &str) -> Result<Setting<T>, StoreError> {
        let Some(SettingItem { value, version, at, by }) = self.get(keys::setting(name)).await? else {
            return Ok(Setting::default());
        };
        Ok(Setting { value: serde_json::from_str(&value)?, version, at, by })
    }
}
