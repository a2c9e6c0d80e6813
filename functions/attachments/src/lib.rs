//! Files on their way to a case, and back.

pub mod begin;
pub mod complete;
pub mod download;
pub mod parts;
pub mod progress;

use caseport_aws::{Missing, SdkConfig};
use caseport_domain::id::UploadId;
use caseport_files::{FilesError, Storage};
use caseport_store::Store;
use caseport_store::uploads::Upload;
use caseport_web::{Failure, Request};

/// What these functions work with.
#[derive(Debug)]
pub struct Attachments {
    store: Store,
    storage: Storage,
}

impl Attachments {
    /// Table and bucket of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE` and `BUCKET`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { store: Store::new(config)?, storage: Storage::new(config)? })
    }

    /// The upload that the path names, if it is the caller's own. One `GetItem`.
    async fn upload(&self, request: &Request) -> Result<Upload, Failure> {
        let owner = &request.actor()?.person().id;
        let id: UploadId = request.parameter("upload")?;
        self.store.upload(&id, owner).await?.ok_or(Failure::NotFound)
    }
}

/// A failure of storage is ours and nothing the caller could mend.
fn storage(error: FilesError) -> Failure {
    Failure::internal(error)
}
