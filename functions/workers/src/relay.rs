//! From the table's stream to the queues.

use aws_lambda_events::dynamodb::{Event, EventRecord};
use aws_lambda_events::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_store::keys;
use lambda_runtime::{Error, LambdaEvent};

use crate::happening::{Asked, Happening, Posted};

/// How many messages one call may send.
const BATCH: usize = 10;

/// The queues that what is stored goes to.
#[derive(Debug)]
pub struct Relay {
    client: Client,
    notify: String,
    letters: String,
    erase: String,
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
}

impl Relay {
    /// The relay of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `NOTIFY_QUEUE`, `LETTERS_QUEUE` and `ERASE_QUEUE`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self {
            client: Client::new(config),
            notify: setting("NOTIFY_QUEUE")?,
            letters: setting("LETTERS_QUEUE")?,
            erase: setting("ERASE_QUEUE")?,
        })
    }

    /// Hands the case events, letters and erasures among these records on, in their order. The first record that cannot be handed on
    /// is reported, and the stream comes back with it and all behind it: nothing that is stored goes unannounced.
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
        }
    }
}

/// What a record tells of: a new item under the key of an event, a letter or an erasure.
fn news(record: &EventRecord) -> Option<News> {
    if record.event_name != "INSERT" {
        return None;
    }
    let key = |name: &str| match record.change.keys.get(name) {
        Some(serde_dynamo::AttributeValue::S(text)) => Some(text.as_str()),
        _ => None,
    };
    let (pk, sk) = (key("pk")?, key("sk")?);
    let happened = keys::event_of(pk, sk).map(|(number, seq)| News::Happened(Happening { number, seq }));
    let posted = || keys::letter_of(pk).map(|letter| News::Posted(Posted { letter }));
    let asked = || keys::erasure_of(pk).map(|user| News::Asked(Asked { user }));
    happened.or_else(posted).or_else(asked)
}
