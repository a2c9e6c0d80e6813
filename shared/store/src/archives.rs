//! Archives of the files of cases, for a day.

use caseport_domain::archive::Progress;
use caseport_domain::attachment::Attachment;
use caseport_domain::id::{ArchiveId, CaseNumber};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, was_done};
use crate::item::{item, n, s};
use crate::table::Store;
use caseport_keys as keys;

/// How long an archive is known: it is good for the day it was asked for, and storage keeps it for two.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// An archive that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// What it is known by: it follows from what it holds.
    pub id: ArchiveId,
    /// The case.
    pub number: CaseNumber,
    /// What it holds.
    pub files: Vec<Attachment>,
    /// How far it is.
    pub progress: Progress,
}

impl Store {
    /// Asks for an archive; `false` if somebody has before. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn ask_archive(&self, archive: &Archive, now: Timestamp) -> Result<bool, StoreError> {
        let mut item = item(keys::archive(&archive.id), archive)?;
        item.insert(keys::EXPIRES_AT.into(), n((now + KEPT).as_second()));
        self.create(item).await
    }

    /// An archive. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn archive(&self, id: &ArchiveId) -> Result<Option<Archive>, StoreError> {
        self.get(keys::archive(id)).await
    }

    /// Records that storage has an archive; `false` if nobody waits for it. One `UpdateItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn archive_ready(&self, id: &ArchiveId) -> Result<bool, StoreError> {
        let key = keys::archive(id);
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .update_expression("SET progress = :ready")
            .condition_expression("progress = :building")
            .expression_attribute_values(":ready", s("ready"))
            .expression_attribute_values(":building", s("building"));
        was_done("UpdateItem", update.send().await)
    }
}
