//! Erasing who asked for it.

use std::time::{Duration, Instant};

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use aws_sdk_sqs::Client;
use aws_sdk_sqs::error::DisplayErrorContext;
use caseport_aws::{Clock, Missing, Random, SdkConfig, setting};
use caseport_domain::case::chain::Salt;
use caseport_store::lists::ListError;
use caseport_store::{Lists, StoreError};
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;
use crate::happening::Asked;

/// How long a delivery takes up one step after the other. What is left of the function's five minutes is for the last of
/// them: 25 cases, however long.
const GOES_ON: Duration = Duration::from_mins(3);

/// What it takes to erase people.
#[derive(Debug)]
pub struct Erase {
    lists: Lists,
    client: Client,
    queue: String,
}

/// Why somebody could not be erased.
#[derive(Debug, thiserror::Error)]
pub enum NotErased {
    /// The message is none of the relay's.
    #[error("the message cannot be read: {0}")]
    Message(#[from] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A step could not be taken.
    #[error(transparent)]
    Step(#[from] ListError),
    /// The queue did not take the message to go on with.
    #[error("the queue did not take the message to go on with: {0}")]
    Queue(String),
}

impl Erase {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE`, `CURSOR_KEY` and `ERASE_QUEUE`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        let queue = setting("ERASE_QUEUE")?;
        Ok(Self { lists: Lists::new(config)?, client: Client::new(config), queue })
    }

    /// Erases everybody these messages name.
    ///
    /// # Errors
    /// None: failures are reported message by message.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        Ok(batch::each(event.payload, async |message| self.erase(message).await).await)
    }

    /// Shuts the person out, takes them out of every case they may stand in, twice, and deletes their account, which alone
    /// knows their name. Each step is noted: a message that comes again goes on where the last one broke off.
    async fn erase(&self, message: &SqsMessage) -> Result<(), NotErased> {
        let body = message.body.as_deref().unwrap_or_default();
        let Asked { user } = serde_json::from_str(body)?;
        let Some(mut erasure) = self.lists.store().erasure(&user).await? else { return Ok(()) };
        let began = Instant::now();
        while !erasure.is_done {
            if began.elapsed() >= GOES_ON {
                return self.go_on(body).await;
            }
            let salt = || Salt::new(Random.bytes());
            erasure = Box::pin(self.lists.erase_on(&erasure, || Clock.now(), salt)).await?;
        }
        tracing::info!(steps = erasure.version, "erased");
        Ok(())
    }

    /// Leaves the rest to another delivery of the same message.
    ///
    /// Why not have this one come again: it would have to fail, and after five failures the queue gives it up, which is to
    /// say that something is wrong. Nothing is: each delivery has taken a step at least. Lambda may end what calls itself
    /// over a queue some sixteen times, which is three quarters of an hour of work: what is given up then lies in the
    /// dead-letter queue, and goes on from there where it was left.
    async fn go_on(&self, body: &str) -> Result<(), NotErased> {
        let sent = self.client.send_message().queue_url(&self.queue).message_body(body).send().await;
        sent.map(drop).map_err(|error| NotErased::Queue(DisplayErrorContext(error).to_string()))
    }
}
