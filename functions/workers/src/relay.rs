//! From the table's stream to the queues.

use aws_lambda_events::dynamodb::{Event, EventRecord};
use aws_lambda_events::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_store::keys;
use lambda_runtime::{Error, LambdaEvent};

use crate::happening::Happening;

/// How many messages one call may send.
const BATCH: usize = 10;

/// The queue that events go to.
#[derive(Debug)]
pub struct Relay {
    client: Client,
    notify: String,
}

impl Relay {
    /// The relay of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the setting `NOTIFY_QUEUE`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { client: Client::new(config), notify: setting("NOTIFY_QUEUE")? })
    }

    /// Hands the case events among these records on, in their order. The first record that cannot be handed on
    /// is reported, and the stream comes back with it and all behind it: nothing that is stored goes unannounced.
    ///
    /// # Errors
    /// None: failures are reported record by record.
    pub async fn handle(&self, event: LambdaEvent<Event>) -> Result<DynamoDbEventResponse, Error> {
        let mut response = DynamoDbEventResponse::default();
        let records = event.payload.records;
        let happened: Vec<(&EventRecord, Happening)> =
            records.iter().filter_map(|record| Some((record, happening(record)?))).collect();
        for chunk in happened.chunks(BATCH) {
            if let Err(place) = self.send(chunk).await {
                let mut failure = DynamoDbBatchItemFailure::default();
                failure.item_identifier.clone_from(&chunk[place].0.change.sequence_number);
                response.batch_item_failures.push(failure);
                break;
            }
        }
        tracing::info!(records = records.len(), events = happened.len(), "relayed");
        Ok(response)
    }

    /// Sends up to ten; the place of the first that was not taken is the error.
    async fn send(&self, chunk: &[(&EventRecord, Happening)]) -> Result<(), usize> {
        let entry = |(place, (_, happening)): (usize, &(&EventRecord, Happening))| {
            SendMessageBatchRequestEntry::builder()
                .id(place.to_string())
                .message_body(serde_json::to_string(happening).ok()?)
                .build()
                .ok()
        };
        let entries: Vec<_> = chunk.iter().enumerate().filter_map(entry).collect();
        let answer =
            self.client.send_message_batch().queue_url(&self.notify).set_entries(Some(entries)).send().await;
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

/// The case event that a record tells of: a new item under an event's key.
fn happening(record: &EventRecord) -> Option<Happening> {
    if record.event_name != "INSERT" {
        return None;
    }
    let key = |name: &str| match record.change.keys.get(name) {
        Some(serde_dynamo::AttributeValue::S(text)) => Some(text.as_str()),
        _ => None,
    };
    let (number, seq) = keys::event_of(key("pk")?, key("sk")?)?;
    Some(Happening { number, seq })
}
