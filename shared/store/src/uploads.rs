//! Files on their way to a case.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use caseport_domain::attachment::{Attachment, FileName};
use caseport_domain::id::{CaseNumber, UploadId, UserId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{item, n, s};
use crate::table::Store;
use caseport_keys::{self as keys, Key};

/// How long a file that no case has claimed is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

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

    /// Those of these files that belong to this owner, in the order asked for. One `BatchGetItem` per hundred.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn uploads(&self, ids: &[UploadId], owner: &UserId) -> Result<Vec<Upload>, StoreError> {
        // DynamoDB refuses a batch that names a key twice.
        let named: BTreeSet<&UploadId> = ids.iter().collect();
        let keys: Vec<Key> = named.into_iter().map(keys::upload).collect();
        let mut uploads: Vec<Upload> = self.batch(&keys).await?;
        uploads.retain(|upload| upload.owner == *owner);
        uploads.sort_by_key(|upload| ids.iter().position(|id| *id == upload.id));
        Ok(uploads)
    }

    /// Records that a file has arrived, with its digest. One `UpdateItem`. Saying so twice is fine.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn upload_arrived(&self, id: &UploadId, sha256: &str) -> Result<(), StoreError> {
        let key = keys::upload(id);
        self.client
            .update_item()
            .table_name(&self.table)
            .key("pk", s(key.pk))
            .key("sk", s(key.sk))
            .update_expression("SET #state = :arrived, sha256 = :sha256")
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":arrived", s("arrived"))
            .expression_attribute_values(":sha256", s(sha256))
            .send()
            .await
            .map_err(StoreError::service("UpdateItem"))?;
        Ok(())
    }
}

/// The part of a transaction that gives an arrived file of this owner to a case, once.
pub(crate) fn claim(
    table: &str,
    attachment: &Attachment,
    owner: &UserId,
    number: CaseNumber,
) -> Result<TransactWriteItem, StoreError> {
    let key = keys::upload(&attachment.id);
    let update = Update::builder()
        .table_name(table)
        .key("pk", s(key.pk))
        .key("sk", s(key.sk))
        .update_expression(format!("SET claimed_by = :number REMOVE {}", keys::EXPIRES_AT))
        .condition_expression("#owner = :owner AND #state = :arrived AND attribute_not_exists(claimed_by)")
        .expression_attribute_names("#owner", "owner")
        .expression_attribute_names("#state", "state")
        .expression_attribute_values(":owner", s(owner.as_str()))
        .expression_attribute_values(":arrived", s("arrived"))
        .expression_attribute_values(":number", n(number))
        .build()
        .map_err(|_| StoreError::Torn("a claim has a table and a key"))?;
    Ok(TransactWriteItem::builder().update(update).build())
}
