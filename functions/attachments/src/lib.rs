//! Files on their way to a case, and back.

pub mod archive;
pub mod begin;
pub mod complete;
pub mod download;
pub mod parts;
pub mod preview;
pub mod progress;

use caseport_aws::{Missing, SdkConfig};
use caseport_domain::attachment::Attachment;
use caseport_domain::id::{CaseNumber, UploadId};
use caseport_domain::inspection::{Inspection, Verdict};
use caseport_domain::policy;
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

    /// The file of a case that the path names, for those who may read the event it came with, and what is known of it.
    /// One `GetItem` and one `BatchGetItem`; for a file from before its event was kept with it, a `Query` per megabyte of
    /// history instead of that.
    ///
    /// # Errors
    /// `NotFound` also for a file of another case, or of a note the actor may not read; [`Failure::Withheld`] for one
    /// that is not given out, to nobody.
    async fn released(&self, request: &Request) -> Result<(Attachment, Inspection), Failure> {
        let actor = request.actor()?;
        let number: CaseNumber = request.parameter("number")?;
        let id: UploadId = request.parameter("upload")?;
        let history = self.store.history_of_file(number, &id).await?.ok_or(Failure::NotFound)?;
        let seat = policy::enter(actor, &history.case)?;
        let events = history.read()?;
        let visible = events.iter().filter(|event| seat.sees(event));
        let mut files = visible.flat_map(|event| event.what.attachments());
        let file = files.find(|file| file.id == id).ok_or(Failure::NotFound)?.clone();
        let known = history.inspections.iter().find(|known| known.upload == id).cloned();
        let known = known.unwrap_or(Inspection::pending(id));
        match known.verdict {
            Verdict::Clean => Ok((file, known)),
            withheld => Err(Failure::Withheld(withheld)),
        }
    }
}

/// A failure of storage is ours and nothing the caller could mend.
fn storage(error: FilesError) -> Failure {
    Failure::internal(error)
}
