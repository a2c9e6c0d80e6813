//! What is known of the files of cases. An item each, beside the event that a file came with: written with it, and
//! once more when the file was looked at.

use caseport_domain::id::{CaseNumber, UploadId};
use caseport_domain::inspection::{Inspection, Verdict};

use crate::error::{StoreError, was_done};
use crate::item::{item, s};
use crate::table::Store;
use caseport_keys as keys;

impl Store {
    /// What is known of a file of a case. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn inspection(
        &self,
        number: CaseNumber,
        seq: u32,
        upload: &UploadId,
    ) -> Result<Option<Inspection>, StoreError> {
        self.get(keys::file(number, seq, upload)).await
    }

    /// Records that a file of a case is to be looked at; `false` if something is known of it already. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn to_be_inspected(
        &self,
        number: CaseNumber,
        seq: u32,
        upload: &UploadId,
    ) -> Result<bool, StoreError> {
        let pending = Inspection::pending(upload.clone());
        self.create(item(keys::file(number, seq, upload), &pending)?).await
    }

    /// Records what looking at a file has shown; `false` if somebody else has looked at it before. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn inspected(
        &self,
        number: CaseNumber,
        seq: u32,
        found: &Inspection,
    ) -> Result<bool, StoreError> {
        let update = self
            .update_if(keys::file(number, seq, &found.upload), "verdict = :pending")
            .expression_attribute_values(":pending", s(Verdict::Pending.code()))
            .expression_attribute_values(":verdict", s(found.verdict.code()));
        let update = match &found.media_type {
            Some(media_type) => update
                .update_expression("SET verdict = :verdict, media_type = :media_type")
                .expression_attribute_values(":media_type", s(media_type)),
            None => update.update_expression("SET verdict = :verdict"),
        };
        was_done("UpdateItem", update.send().await)
    }
}
