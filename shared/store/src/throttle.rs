//! Counting tries.

use aws_sdk_dynamodb::types::ReturnValue;
use caseport_domain::throttle::By;
use caseport_keys as keys;
use jiff::Timestamp;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::error::{StoreError, was_done};
use crate::item::{n, s};
use crate::table::Store;

impl Store {
    /// Counts a try, unless the window has none left. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn take_try(&self, by: &By<'_>, now: Timestamp) -> Result<bool, StoreError> {
        let left = "attribute_not_exists(tries) OR tries < :limit";
        self.count(by, now, 1, left, i64::from(by.limit())).await
    }

    /// Counts a mail to this address, unless the quarter of an hour or the day has none left. One `UpdateItem`, and another
    /// if the quarter of an hour has.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn take_letter(&self, address: &str, now: Timestamp) -> Result<bool, StoreError> {
        let [quarter, day] = By::letters(address);
        Ok(self.take_try(&quarter, now).await? && self.take_try(&day, now).await?)
    }

    /// Gives a try back that was no guess. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn give_back_try(&self, by: &By<'_>, now: Timestamp) -> Result<(), StoreError> {
        self.count(by, now, -1, "tries > :limit", 0).await.map(drop)
    }

    async fn count(
        &self,
        by: &By<'_>,
        now: Timestamp,
        change: i64,
        condition: &str,
        limit: i64,
    ) -> Result<bool, StoreError> {
        let digest = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(by.name()));
        let key = keys::throttle(by.kind(), &digest, by.window(now));
        // Kept for a window more, so that a clock that is late finds it.
        let expires = (by.ends(now) + by.span()).as_second();
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .update_expression("SET #expires = :expires ADD tries :change")
            .condition_expression(condition)
            .expression_attribute_names("#expires", keys::EXPIRES_AT)
            .expression_attribute_values(":expires", n(expires))
            .expression_attribute_values(":change", n(change))
            .expression_attribute_values(":limit", n(limit))
            .return_values(ReturnValue::None)
            .send()
            .await;
        was_done("UpdateItem", answer)
    }
}
