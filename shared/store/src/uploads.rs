//! Files on their way to a case.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::Update;
use caseport_domain::attachment::{Attachment, FileName};
use caseport_domain::id::{CaseNumber, UploadId, UserId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, was_done};
use crate::item::{item, n, s};
use crate::table::Store;
use crate::transaction::Transaction;
use caseport_keys::{self as keys, Key};

/// How long a file that no case has claimed is kept, and no draft names.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How much longer than a draft its files are kept: so each is written once a day while the draft is saved, and not every time.
const BEYOND: SignedDuration = SignedDuration::from_hours(24);

/// A file announced by somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Its identifier, also of the object it becomes.
    pub id: UploadId,
    /// Who sends it.
    pub owner: UserId,
    /// What they call it.
    pub name: FileName,
    /// Its bytes.
    pub size: u64,
    /// Its media type, as their browser says.
    pub media_type: String,
    /// Its SHA-256 as lower-case hex: announced for a file sent whole, computed by storage for one in parts.
    pub sha256: Option<String>,
    /// The multipart upload, for a file sent in parts.
    pub multipart: Option<String>,
    /// Whether it has arrived.
    pub state: UploadState,
}

/// Whether a file has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UploadState {
    /// It is awaited.
    Waiting,
    /// Storage has it, of the announced size and digest.
    Arrived,
}

/// An upload as it is stored.
#[derive(Deserialize)]
struct Stored {
    #[serde(flatten)]
    upload: Upload,
    /// The second at which it may be forgotten; none once a case has claimed it.
    expires_at: Option<i64>,
}

/// With which event a file came to its case.
#[derive(Deserialize)]
struct Claimed {
    /// The event's place in the case's history; none of a file that no case has claimed, or has before this was kept.
    claimed_with: Option<u32>,
}

impl Stored {
    /// Until when somebody can send it; never, if it has not arrived.
    fn until(&self) -> Option<i64> {
        self.expires_at.filter(|_| self.upload.state == UploadState::Arrived)
    }
}

impl Upload {
    /// The file as part of a case, once it has arrived.
    #[must_use]
    pub fn attachment(&self) -> Option<Attachment> {
        let sha256 = self.sha256.clone().filter(|_| self.state == UploadState::Arrived)?;
        Some(Attachment {
            id: self.id.clone(),
            name: self.name.clone(),
            size: self.size,
            media_type: self.media_type.clone(),
            sha256,
        })
    }
}

impl Store {
    /// Records an announced file. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_upload(&self, upload: &Upload, now: Timestamp) -> Result<bool, StoreError> {
        let mut item = item(keys::upload(&upload.id), upload)?;
        item.insert(keys::EXPIRES_AT.into(), n((now + KEPT).as_second()));
        self.create(item).await
    }

    /// A file of this owner. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn upload(&self, id: &UploadId, owner: &UserId) -> Result<Option<Upload>, StoreError> {
        let upload: Option<Upload> = self.get(keys::upload(id)).await?;
        Ok(upload.filter(|upload| upload.owner == *owner))
    }

    /// A file, whoever sent it: for the portal's own work. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn any_upload(&self, id: &UploadId) -> Result<Option<Upload>, StoreError> {
        self.get(keys::upload(id)).await
    }

    /// The place in its case's history of the event that a file came with, as far as that is known: whose case it is, the
    /// event says. One `GetItem`.
    pub(crate) async fn came_with(&self, id: &UploadId) -> Result<Option<u32>, StoreError> {
        let upload: Option<Claimed> = self.get(keys::upload(id)).await?;
        Ok(upload.and_then(|upload| upload.claimed_with))
    }

    /// Those of these files that belong to this owner, in the order asked for. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn uploads(&self, ids: &[UploadId], owner: &UserId) -> Result<Vec<Upload>, StoreError> {
        Ok(self.stored_uploads(ids, owner).await?.into_iter().map(|stored| stored.upload).collect())
    }

    /// Those of these files that this owner can still send, in the order asked for: they have arrived, no case has claimed them,
    /// and their time is not over. No AWS call for none, else one `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn files_to_send(
        &self,
        ids: &[UploadId],
        owner: &UserId,
        now: Timestamp,
    ) -> Result<Vec<Attachment>, StoreError> {
        let mut stored = self.stored_uploads(ids, owner).await?;
        stored.retain(|stored| stored.until().is_some_and(|until| until > now.as_second()));
        Ok(stored.iter().filter_map(|stored| stored.upload.attachment()).collect())
    }

    /// Keeps those of these files that this owner can still send until this instant at least. No AWS call for none, else one
    /// `BatchGetItem` per hundred, and an `UpdateItem` for each that would end before.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn keep_uploads(
        &self,
        ids: &[UploadId],
        owner: &UserId,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let before = now.as_second()..until.as_second();
        for stored in self.stored_uploads(ids, owner).await? {
            if stored.until().is_some_and(|ends| before.contains(&ends)) {
                self.keep_upload(&stored.upload.id, owner, until + BEYOND, now).await?;
            }
        }
        Ok(())
    }

    /// Keeps a file of this owner until this instant, unless a case has claimed it since, or its time is over. One `UpdateItem`.
    async fn keep_upload(
        &self,
        id: &UploadId,
        owner: &UserId,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let answer = self
            .update_if(keys::upload(id), "#owner = :owner AND #expires >= :now AND #expires < :until")
            .update_expression("SET #expires = :until")
            .expression_attribute_names("#owner", "owner")
            .expression_attribute_names("#expires", keys::EXPIRES_AT)
            .expression_attribute_values(":owner", s(owner.as_str()))
            .expression_attribute_values(":now", n(now.as_second()))
            .expression_attribute_values(":until", n(until.as_second()))
            .send()
            .await;
        was_done("UpdateItem", answer).map(drop)
    }

    /// Deletes what is known of a file of this owner that no case has claimed, as its end does: the object goes with it. One
    /// `DeleteItem`.
    pub(crate) async fn forget_upload(&self, id: &UploadId, owner: &UserId) -> Result<(), StoreError> {
        let answer = self
            .delete_if(keys::upload(id), "#owner = :owner AND attribute_not_exists(claimed_by)")
            .expression_attribute_names("#owner", "owner")
            .expression_attribute_values(":owner", s(owner.as_str()))
            .send()
            .await;
        was_done("DeleteItem", answer).map(drop)
    }

    /// Those of these files that belong to this owner, as they are stored. No AWS call for none, else one `BatchGetItem` per
    /// hundred.
    async fn stored_uploads(&self, ids: &[UploadId], owner: &UserId) -> Result<Vec<Stored>, StoreError> {
        // DynamoDB refuses a batch that names a key twice.
        let named: BTreeSet<&UploadId> = ids.iter().collect();
        let keys: Vec<Key> = named.into_iter().map(keys::upload).collect();
        let mut stored: Vec<Stored> = self.batch(&keys).await?;
        stored.retain(|stored| stored.upload.owner == *owner);
        stored.sort_by_key(|stored| ids.iter().position(|id| *id == stored.upload.id));
        Ok(stored)
    }

    /// Records that a file has arrived, with its digest. One `UpdateItem`. Saying so twice is fine.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn upload_arrived(&self, id: &UploadId, sha256: &str) -> Result<(), StoreError> {
        self.update_if(keys::upload(id), "attribute_exists(pk)")
            .update_expression("SET #state = :arrived, sha256 = :sha256")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":arrived", s("arrived"))
            .expression_attribute_values(":sha256", s(sha256))
            .send()
            .await
            .map_err(StoreError::service("UpdateItem"))?;
        Ok(())
    }
}

impl Transaction<'_> {
    /// Gives an arrived file of this owner to an event of a case, once.
    #[must_use]
    pub(crate) fn claim_upload(
        self,
        id: &UploadId,
        owner: &UserId,
        (number, seq): (CaseNumber, u32),
    ) -> Self {
        let update = Update::builder()
            .update_expression(format!(
                "SET claimed_by = :number, claimed_with = :seq REMOVE {}",
                keys::EXPIRES_AT
            ))
            .condition_expression(
                "#owner = :owner AND #state = :arrived AND attribute_not_exists(claimed_by)",
            )
            .expression_attribute_names("#owner", "owner")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":owner", s(owner.as_str()))
            .expression_attribute_values(":arrived", s("arrived"))
            .expression_attribute_values(":number", n(number))
            .expression_attribute_values(":seq", n(seq));
        self.update(keys::upload(id), update)
    }
}
