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
/// How long one waits for an archive until it can be asked for anew. Three times as long as its worker may run: by then it
/// has failed, and putting it together twice does no harm.
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);

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
    /// When it was asked for, in seconds since 1970.
    #[serde(with = "jiff::fmt::serde::timestamp::second::required")]
    pub asked_at: Timestamp,
}

impl Archive {
    /// How far it is for who asks now: one that was waited for too long is as if nobody had asked.
    #[must_use]
    pub fn progress_at(&self, now: Timestamp) -> Progress {
        match self.progress {
            Progress::Building if self.asked_at.as_second() < given_up(now) => Progress::NotAsked,
            progress => progress,
        }
    }
}

/// The second before which an archive was asked for that nobody waits for any longer.
fn given_up(now: Timestamp) -> i64 {
    (now - PATIENCE).as_second()
}

impl Store {
    /// Asks for an archive; `false` if it is there, or somebody has asked who still waits. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn ask_archive(&self, archive: &Archive) -> Result<bool, StoreError> {
        let mut item = item(keys::archive(&archive.id), archive)?;
        item.insert(keys::EXPIRES_AT.into(), n((archive.asked_at + KEPT).as_second()));
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression(
                "attribute_not_exists(pk) OR (progress = :building AND asked_at < :given_up)",
            )
            .expression_attribute_values(":building", s("building"))
            .expression_attribute_values(":given_up", n(given_up(archive.asked_at)));
        was_done("PutItem", put.send().await)
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
        let update = self
            .update_if(keys::archive(id), "progress = :building")
            .update_expression("SET progress = :ready")
            .expression_attribute_values(":ready", s("ready"))
            .expression_attribute_values(":building", s("building"));
        was_done("UpdateItem", update.send().await)
    }
}
