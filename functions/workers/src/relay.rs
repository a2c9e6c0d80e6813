//! From the table's stream to the queues.

use aws_lambda_events::dynamodb::{Event, EventRecord};
use aws_lambda_events::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_store::keys;
use lambda_runtime::{Error, LambdaEvent};

use crate::happening::{Asked, FileTask, Happening, Posted, Wanted};

/// How many messages one call may send.
const BATCH: usize = 10;

/// The queues that what is stored goes to.
#[derive(Debug)]
pub struct Relay {
    client: Client,
    notify: String,
    letters: String,
    erase: String,
    inspect: String,
    archive: String,
}

/// What a record tells of.
#[derive(Debug, PartialEq, Eq)]
enum News {
    /// An event of a case.
    Happened(Happening),
    /// A letter that waits.
    Posted(Posted),
    /// A person to be erased.
    Asked(Asked),
    /// A file to be looked at or deleted.
    File(FileTask),
    /// An archive that somebody asked for.
    Wanted(Wanted),
}

impl Relay {
    /// The relay of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `NOTIFY_QUEUE`, `LETTERS_QUEUE`, `ERASE_QUEUE`, `INSPECT_QUEUE` and
    /// `ARCHIVE_QUEUE`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self {
            client: Client::new(config),
            notify: setting("NOTIFY_QUEUE")?,
            letters: setting("LETTERS_QUEUE")?,
            erase: setting("ERASE_QUEUE")?,
            inspect: setting("INSPECT_QUEUE")?,
            archive: setting("ARCHIVE_QUEUE")?,
        })
    }

    /// Hands the case events, letters, erasures, files and archives among these records on, in their order. The first record that
    /// cannot be handed on is reported, and the stream comes back with it and all behind it: nothing that is stored goes
    /// unannounced.
    ///
    /// # Errors
    /// None: failures are reported record by record.
    pub async fn handle(&self, event: LambdaEvent<Event>) -> Result<DynamoDbEventResponse, Error> {
        let mut response = DynamoDbEventResponse::default();
        let records = event.payload.records;
        let told: Vec<(&EventRecord, News)> =
            records.iter().filter_map(|record| Some((record, news(record)?))).collect();
        let kind = std::mem::discriminant::<News>;
        // What goes to one queue goes together; a chunk ends where the next is for another.
        let runs = told.chunk_by(|(_, a), (_, b)| kind(a) == kind(b));
        for chunk in runs.flat_map(|run| run.chunks(BATCH)) {
            if let Err(place) = self.send(chunk).await {
                let mut failure = DynamoDbBatchItemFailure::default();
                failure.item_identifier.clone_from(&chunk[place].0.change.sequence_number);
                response.batch_item_failures.push(failure);
                break;
            }
        }
        tracing::info!(records = records.len(), events = told.len(), "relayed");
        Ok(response)
    }

    /// Sends up to ten; the place of the first that was not taken is the error.
    async fn send(&self, chunk: &[(&EventRecord, News)]) -> Result<(), usize> {
        let entry = |(place, (_, news)): (usize, &(&EventRecord, News))| {
            SendMessageBatchRequestEntry::builder()
                .id(place.to_string())
                .message_body(news.body().ok()?)
                .build()
                .ok()
        };
        let entries: Vec<_> = chunk.iter().enumerate().filter_map(entry).collect();
        let queue = match chunk.first() {
            Some((_, News::Posted(_))) => &self.letters,
            Some((_, News::Asked(_))) => &self.erase,
            Some((_, News::File(_))) => &self.inspect,
            Some((_, News::Wanted(_))) => &self.archive,
            _ => &self.notify,
        };
        let answer =
            self.client.send_message_batch().queue_url(queue).set_entries(Some(entries)).send().await;
        match answer {
            Ok(answer) => {
                let failed = answer.failed.iter().filter_map(|entry| entry.id.parse().ok()).min();
                failed.map_or(Ok(()), Err)
            }
            Err(error) => {
                tracing::error!(cause = %aws_sdk_sqs::error::DisplayErrorContext(error), "sending failed");
                Err(0)
            }
        }
    }
}

impl News {
    fn body(&self) -> serde_json::Result<String> {
        match self {
            Self::Happened(happening) => serde_json::to_string(happening),
            Self::Posted(posted) => serde_json::to_string(posted),
            Self::Asked(asked) => serde_json::to_string(asked),
            Self::File(task) => serde_json::to_string(task),
            Self::Wanted(wanted) => serde_json::to_string(wanted),
        }
    }
}

/// What a record tells of: a new item under the key of an event, a letter, an erasure, an archive or a file of a case; or the
/// end of a file on its way. A file that a case has claimed does not expire, so what ends is nobody's.
fn news(record: &EventRecord) -> Option<News> {
    let key = |name: &str| match record.change.keys.get(name) {
        Some(serde_dynamo::AttributeValue::S(text)) => Some(text.as_str()),
        _ => None,
    };
    let (pk, sk) = (key("pk")?, key("sk")?);
    match record.event_name.as_str() {
        "INSERT" => {}
        "REMOVE" => return keys::upload_of(pk).map(|upload| News::File(FileTask::Forget { upload })),
        _ => return None,
    }
    let happened = keys::event_of(pk, sk).map(|(number, seq)| News::Happened(Happening { number, seq }));
    let posted = || keys::letter_of(pk).map(|letter| News::Posted(Posted { letter }));
    let asked = || keys::erasure_of(pk).map(|user| News::Asked(Asked { user }));
    let file = || {
        let (number, seq, upload) = keys::file_of(pk, sk)?;
        Some(News::File(FileTask::Inspect { number, seq, upload }))
    };
    let wanted = || keys::archive_of(pk).map(|archive| News::Wanted(Wanted { archive }));
    happened.or_else(posted).or_else(asked).or_else(file).or_else(wanted)
}
