//! Counting tries.

use std::collections::HashMap;

use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, Update};
use caseport_domain::id::UserId;
use caseport_domain::throttle::{AskedFor, By};
use caseport_domain::upload_budget::UploadBudget;
use caseport_keys::{self as keys, Key};
use jiff::Timestamp;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::error::{StoreError, was_done};
use crate::item::n;
use crate::table::Store;
use crate::transaction::Transaction;

/// What counts.
const COUNT: &str = "SET #expires = :expires ADD tries :change";
/// Whether the window has tries left.
const IS_LEFT: &str = "attribute_not_exists(tries) OR tries < :limit";
/// Whether the day has room for the bytes of one more file, or has none yet.
const HAS_ROOM: &str = "attribute_not_exists(announced) OR announced <= :room";

impl Transaction<'_> {
    /// Counts a try with what it leads to, unless the window has none left.
    #[must_use]
    pub(crate) fn take_try(self, by: &By<'_>, now: Timestamp) -> Self {
        let update = Update::builder()
            .update_expression(COUNT)
            .condition_expression(IS_LEFT)
            .expression_attribute_names("#expires", keys::EXPIRES_AT)
            .set_expression_attribute_values(Some(values(by, now, 1, i64::from(by.limit()))));
        self.update(key(by, now), update)
    }
}

impl Store {
    /// Counts a try, unless the window has none left. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn take_try(&self, by: &By<'_>, now: Timestamp) -> Result<bool, StoreError> {
        self.count(by, now, 1, IS_LEFT, i64::from(by.limit())).await
    }

    /// Counts what is asked for at this address, unless the quarter of an hour or the day has none left; of links to choose a
    /// password with the hour has one more. One `UpdateItem`, and another if the quarter of an hour has; for a link that the
    /// day has not, one more.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn take_letter(
        &self,
        what: AskedFor,
        address: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let [quarter, day] = By::letters(what, address);
        if !self.take_try(&quarter, now).await? {
            return Ok(false);
        }
        if self.take_try(&day, now).await? {
            return Ok(true);
        }
        match what {
            AskedFor::Link => self.take_try(&By::LinkHour(address), now).await,
            AskedFor::Login | AskedFor::Mail => Ok(false),
        }
    }

    /// Counts a file of so many bytes that somebody announces, unless the sender's day has no room left for it. One `UpdateItem`.
    ///
    /// It is no part of one transaction with the file's own item: the files of a form are announced at once, and would be in each
    /// other's way there. What is counted and then not stored, since something broke, stays counted.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn take_upload(
        &self,
        sender: &UserId,
        size: u64,
        budget: UploadBudget,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let by = budget.counted_by(sender);
        let condition = format!("({IS_LEFT}) AND ({HAS_ROOM})");
        let answer = self
            .counting(&by, now, 1, &condition, i64::from(by.limit()))
            .update_expression(format!("{COUNT}, announced :size"))
            .expression_attribute_values(":size", n(size))
            .expression_attribute_values(":room", n(budget.bytes().saturating_sub(size)))
            .send()
            .await;
        was_done("UpdateItem", answer)
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
        let answer = self.counting(by, now, change, condition, limit).send().await;
        was_done("UpdateItem", answer)
    }

    /// What counts, once it is sent.
    fn counting(
        &self,
        by: &By<'_>,
        now: Timestamp,
        change: i64,
        condition: &str,
        limit: i64,
    ) -> UpdateItemFluentBuilder {
        self.update_if(key(by, now), condition)
            .update_expression(COUNT)
            .expression_attribute_names("#expires", keys::EXPIRES_AT)
            .set_expression_attribute_values(Some(values(by, now, change, limit)))
            .return_values(ReturnValue::None)
    }
}

/// Where it is counted now.
fn key(by: &By<'_>, now: Timestamp) -> Key {
    let digest = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(by.name()));
    keys::throttle(by.kind(), &digest, by.window(now))
}

/// What counting takes.
fn values(by: &By<'_>, now: Timestamp, change: i64, limit: i64) -> HashMap<String, AttributeValue> {
    // Kept for a window more, so that a clock that is late finds it.
    let expires = (by.ends(now) + by.span()).as_second();
    [(":expires", expires), (":change", change), (":limit", limit)]
        .map(|(name, value)| (name.to_owned(), n(value)))
        .into()
}
