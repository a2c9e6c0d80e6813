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

/// A part of the versions of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionsPart {
    /// The versions, the newest first.
    pub versions: Vec<SavedForm>,
    /// The number that those before them are asked for with; none if there are none.
    pub older: Option<u32>,
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
        let current = || {
            self.forms_query("begins_with(sk, :begins)")
                .expression_attribute_values(":begins", s(keys::CURRENT))
        };
        let items = all(current).await?;
        items.into_iter().map(SavedForm::read).collect()
    }

    /// A part of the versions of a form, the newest first: so many of those before this one, or of all, of which the first is
    /// the form as it is; fewer where they are more than a megabyte. One `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn form_versions(
        &self,
        id: &FormId,
        before: Option<u32>,
        most: u8,
    ) -> Result<VersionsPart, StoreError> {
        let [first, last] = keys::form_versions(id, before);
        let answer = self
            .forms_query("sk BETWEEN :first AND :last")
            .expression_attribute_values(":first", s(first))
            .expression_attribute_values(":last", s(last))
            .scan_index_forward(false)
            // One more tells whether there are further ones.
            .limit(i32::from(most) + 1)
            .send()
            .await
            .map_err(StoreError::service("Query"))?;
        let mut items = answer.items.unwrap_or_default();
        let goes_on = items.len() > usize::from(most) || answer.last_evaluated_key.is_some();
        items.truncate(most.into());
        let versions = items.into_iter().map(SavedForm::read).collect::<Result<Vec<_>, _>>()?;
        let older = versions.last().filter(|_| goes_on).map(|last| last.form.version);
        Ok(VersionsPart { versions, older })
    }

    /// A query of some of the forms: those whose sort key is so.
    fn forms_query(&self, condition: &str) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .key_condition_expression(format!("pk = :pk AND {condition}"))
            .expression_attribute_values(":pk", s(keys::forms()))
            .consistent_read(true)
    }
}
