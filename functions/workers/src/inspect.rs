//! Looking at files before anybody gets them, and deleting those that no case has claimed.

use std::time::Duration;

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use aws_sdk_sqs::Client;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_domain::id::{CaseNumber, UploadId};
use caseport_domain::inspection::{FileTask, Inspection, Verdict};
use caseport_files::{FilesError, Storage, sniffed};
use caseport_store::{Store, StoreError};
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;

/// How often a delivery asks whether GuardDuty has looked at a file. After that the message comes back: five times in
/// half an hour.
const ASKED: u32 = 8;
/// How long it waits before it asks again.
const PAUSE: Duration = Duration::from_secs(5);

/// What it takes to look at files.
#[derive(Debug)]
pub struct Inspect {
    pub(crate) store: Store,
    storage: Storage,
    guard_duty: bool,
    pub(crate) client: Client,
    pub(crate) queue: String,
}

/// Why a file was not looked at.
#[derive(Debug, thiserror::Error)]
pub enum NotInspected {
    /// The message is none of the relay's, or one to go on with cannot be written.
    #[error("a message cannot be read or written: {0}")]
    Message(#[from] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] FilesError),
    /// A case has a file that nobody has sent.
    #[error("there is no upload {0}")]
    NoUpload(UploadId),
    /// GuardDuty has not marked it yet.
    #[error("GuardDuty has not looked at {0} yet")]
    NotMarked(UploadId),
    /// The queue did not take the messages to go on with.
    #[error("the queue did not take the messages to go on with: {0}")]
    Queue(String),
}

impl Inspect {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE`, `BUCKET`, `MALWARE_SCAN` and `INSPECT_QUEUE`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        let guard_duty = setting("MALWARE_SCAN")? != "built-in";
        let queue = setting("INSPECT_QUEUE")?;
        let (store, storage) = (Store::new(config)?, Storage::new(config)?);
        Ok(Self { store, storage, guard_duty, client: Client::new(config), queue })
    }

    /// Does what these messages ask for.
    ///
    /// # Errors
    /// None: failures are reported message by message.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        Ok(batch::each(event.payload, async |message| self.work(message).await).await)
    }

    async fn work(&self, message: &SqsMessage) -> Result<(), NotInspected> {
        match serde_json::from_str(message.body.as_deref().unwrap_or_default())? {
            FileTask::Inspect { number, seq, upload } => self.inspect(number, seq, upload).await,
            FileTask::InspectAll { from } => Box::pin(self.inspect_all(from)).await,
            FileTask::Forget { upload } => self.forget(&upload).await,
        }
    }

    /// Looks at a file and records what that has shown, unless somebody has before.
    async fn inspect(&self, number: CaseNumber, seq: u32, upload: UploadId) -> Result<(), NotInspected> {
        let known = self.store.inspection(number, seq, &upload).await?;
        if known.is_none_or(|known| known.verdict != Verdict::Pending) {
            return Ok(());
        }
        let Some(sent) = self.store.any_upload(&upload).await? else {
            return Err(NotInspected::NoUpload(upload));
        };
        let head = self.storage.head(&upload).await?;
        let media_type = sniffed(&head);
        let verdict = match Verdict::by_rules(&sent.name, sent.size, &head, media_type) {
            Verdict::Clean if self.guard_duty => self.by_guard_duty(&upload).await?,
            verdict => verdict,
        };
        let found = Inspection { upload, verdict, media_type: media_type.map(str::to_owned) };
        let first = self.store.inspected(number, seq, &found).await?;
        tracing::info!(verdict = verdict.code(), media_type, first, "inspected");
        Ok(())
    }

    /// What GuardDuty says of a file. It looks at each when it arrives, which takes seconds as a rule.
    async fn by_guard_duty(&self, upload: &UploadId) -> Result<Verdict, NotInspected> {
        for _ in 0..ASKED {
            if let Some(value) = self.storage.malware_tag(upload).await? {
                return Ok(Verdict::by_tag(&value));
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(NotInspected::NotMarked(upload.clone()))
    }

    /// Deletes a file that is not known any more. One that is known after all stays.
    async fn forget(&self, upload: &UploadId) -> Result<(), NotInspected> {
        if self.store.any_upload(upload).await?.is_none() {
            self.storage.forget(upload).await?;
            tracing::info!("forgotten");
        }
        Ok(())
    }
}
