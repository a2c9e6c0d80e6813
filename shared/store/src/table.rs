//! The table.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::delete_item::builders::DeleteItemFluentBuilder;
use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::AttributeValue;
use caseport_aws::{Missing, SdkConfig, setting};
use serde::de::DeserializeOwned;

use crate::error::{StoreError, was_done};
use crate::item::{Item, read};
use caseport_keys::Key;

/// The table of a deployment.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) client: Client,
    pub(crate) table: String,
}

impl Store {
    /// The table that the setting `TABLE` names.
    ///
    /// # Errors
    /// [`Missing`] without that setting.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { client: Client::new(config), table: setting("TABLE")? })
    }

    /// A named table by a client: for tests and tools.
    #[must_use]
    pub fn of(client: Client, table: impl Into<String>) -> Self {
        Self { client, table: table.into() }
    }

    /// The item under a key, read consistently. One `GetItem`.
    pub(crate) async fn get<T: DeserializeOwned>(&self, key: Key) -> Result<Option<T>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .key("pk", AttributeValue::S(key.pk))
            .key("sk", AttributeValue::S(key.sk))
            .consistent_read(true)
            .send()
            .await
            .map_err(StoreError::service("GetItem"))?;
        answer.item.map(read).transpose()
    }

    /// The items of a partition in their order, one `Query` per megabyte.
    pub(crate) async fn items(&self, pk: String) -> Result<Vec<Item>, StoreError> {
        let query = || {
            self.client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk")
                .expression_attribute_values(":pk", AttributeValue::S(pk.clone()))
                .consistent_read(true)
        };
        all(query).await
    }

    /// Puts an item that must not be there yet. `false` if it is. One `PutItem`.
    pub(crate) async fn create(&self, item: Item) -> Result<bool, StoreError> {
        let answer = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(pk)")
            .send()
            .await;
        was_done("PutItem", answer)
    }

    /// Changes an item on a condition, once it is sent: by an expression that the caller adds, with the names and values of
    /// both. One `UpdateItem`.
    pub(crate) fn update_if(&self, key: Key, condition: impl Into<String>) -> UpdateItemFluentBuilder {
        self.client
            .update_item()
            .table_name(&self.table)
            .key("pk", AttributeValue::S(key.pk))
            .key("sk", AttributeValue::S(key.sk))
            .condition_expression(condition)
    }

    /// Deletes an item on a condition, once it is sent, with the names and values that the caller adds. One `DeleteItem`.
    pub(crate) fn delete_if(&self, key: Key, condition: impl Into<String>) -> DeleteItemFluentBuilder {
        self.client
            .delete_item()
            .table_name(&self.table)
            .key("pk", AttributeValue::S(key.pk))
            .key("sk", AttributeValue::S(key.sk))
            .condition_expression(condition)
    }

    /// Deletes an item, if it is there. One `DeleteItem`.
    pub(crate) async fn forget(&self, key: Key) -> Result<(), StoreError> {
        let answer = self.delete_if(key, "attribute_exists(pk)").send().await;
        was_done("DeleteItem", answer).map(drop)
    }
}

/// All items that a query finds, one `Query` per megabyte.
pub(crate) async fn all(query: impl Fn() -> QueryFluentBuilder) -> Result<Vec<Item>, StoreError> {
    let (mut items, mut start) = (Vec::new(), None);
    loop {
        let query = query().set_exclusive_start_key(start);
        let answer = query.send().await.map_err(StoreError::service("Query"))?;
        items.extend(answer.items.unwrap_or_default());
        start = answer.last_evaluated_key;
        if start.is_none() {
            return Ok(items);
        }
    }
}
