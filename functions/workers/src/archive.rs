//! Putting the files of a case into an archive.
//!
//! A worker does it, not the function that is asked: an answer of Lambda holds six megabytes and API Gateway waits for half
//! a minute, while logs and dumps have hundreds of megabytes.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use caseport_aws::{Missing, SdkConfig};
use caseport_domain::archive::{Progress, names};
use caseport_files::{FilesError, Storage};
use caseport_store::{Store, StoreError};
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;
use crate::happening::Wanted;

/// What it takes to put archives together.
#[derive(Debug)]
pub struct Pack {
    store: Store,
    storage: Storage,
}

/// Why an archive was not put together.
#[derive(Debug, thiserror::Error)]
pub enum NotPacked {
    /// The message is none of the relay's.
    #[error("the message cannot be read: {0}")]
    Message(#[from] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] FilesError),
}

impl Pack {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE` and `BUCKET`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { store: Store::new(config)?, storage: Storage::new(config)? })
    }

    /// Puts together the archives that these messages name.
    ///
    /// # Errors
    /// None: failures are reported message by message.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        Ok(batch::each(event.payload, async |message| self.pack(message).await).await)
    }

    /// Begun anew by each delivery, and under the same key: what comes of two is the same.
    async fn pack(&self, message: &SqsMessage) -> Result<(), NotPacked> {
        let Wanted { archive } = serde_json::from_str(message.body.as_deref().unwrap_or_default())?;
        let known = self.store.archive(&archive).await?;
        let Some(known) = known.filter(|known| known.progress == Progress::Building) else { return Ok(()) };
        let names = names(&known.files);
        let count = known.files.len();
        let files: Vec<_> = names.into_iter().zip(known.files).collect();
        Box::pin(self.storage.pack(&archive, &files)).await?;
        let first = self.store.archive_ready(&archive).await?;
        tracing::info!(files = count, first, "packed");
        Ok(())
    }
}
