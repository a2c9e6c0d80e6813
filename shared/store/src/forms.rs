//! The forms that cases are opened with: each as it is, and every version there was.

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use caseport_domain::actor::Author;
use caseport_domain::form::Form;
use caseport_domain::id::FormId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{Item, item, read, s};
use crate::table::{Store, all};
use crate::transaction::Transaction;
use caseport_keys as keys;

/// A version of a form, with who saved it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedForm {
    /// The form.
    pub form: Form,
    /// When it was saved.
    pub at: Timestamp,
    /// Who saved it.
    pub by: Author,
}

/// Its item: the form as JSON in one string, since it is read whenever a case is opened.
#[derive(Serialize, Deserialize)]
struct FormItem {
    form: String,
    version: u32,
    at: Timestamp,
    by: Author,
}

impl SavedForm {
    fn item(&self, key: keys::Key) -> Result<Item, StoreError> {
        let (form, version) = (serde_json::to_string(&self.form)?, self.form.version);
        item(key, &FormItem { form, version, at: self.at, by: self.by.clone() })
    }

    fn read(item: Item) -> Result<Self, StoreError> {
        let FormItem { form, at, by, .. } = read(item)?;
        Ok(Self { form: serde_json::from_str(&form)?, at, by })
    }
}

impl Transaction<'_> {
    /// Saves a form: the first version of one that is not there yet, or the next one of the version before.
    #[must_use]
    pub fn save_form(self, saved: &SavedForm) -> Self {
        let Form { id, version, .. } = &saved.form;
        let current = saved.item(keys::form(id));
        let saving = match version {
            0 | 1 => self.create(current),
            version => self.replace_if(current, "version", version - 1),
        };
        saving.create(saved.item(keys::form_version(id, *version)))
    }
}

impl Store {
    /// All forms as they are, by identifier. One `Query` per megabyte, which holds more forms than people keep.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn forms(&self) -> Result<Vec<SavedForm>, StoreError> {
        let items = all(|| self.forms_query(keys::CURRENT)).await?;
        items.into_iter().map(SavedForm::read).collect()
    }

    /// The newest versions of a form, the newest first, which is the form as it is. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn form_versions(&self, id: &FormId, most: u8) -> Result<Vec<SavedForm>, StoreError> {
        let query = self.forms_query(&keys::form_versions(id)).scan_index_forward(false).limit(most.into());
        let answer = query.send().await.map_err(StoreError::service("Query"))?;
        answer.items.unwrap_or_default().into_iter().map(SavedForm::read).collect()
    }

    fn forms_query(&self, begins: &str) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND begins_with(sk, :begins)")
            .expression_attribute_values(":pk", s(keys::forms()))
            .expression_attribute_values(":begins", s(begins))
            .consistent_read(true)
    }
}
