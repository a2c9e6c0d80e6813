//! From the table's stream to the queues.

use aws_lambda_events::dynamodb::{Event, EventRecord};
use aws_lambda_events::streams::{DynamoDbBatchItemFailure, DynamoDbEventResponse};
use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_domain::id::CaseNumber;
use caseport_domain::inspection::FileTask;
use caseport_domain::search::{Errand, Readers};
use caseport_routes::Index;
use caseport_store::keys;
use lambda_runtime::{Error, LambdaEvent};

use crate::happening::{Asked, Happening, Posted, Wanted};

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
    search: String,
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
    /// A case that is another than the index of these readers has it.
    Changed(Readers, CaseNumber, String),
}

impl Relay {
    /// The relay of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `NOTIFY_QUEUE`, `LETTERS_QUEUE`, `ERASE_QUEUE`, `INSPECT_QUEUE`, `ARCHIVE_QUEUE` and
    /// `SEARCH_QUEUE`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self {
            client: Client::new(config),
            notify: setting("NOTIFY_QUEUE")?,
            letters: setting("LETTERS_QUEUE")?,
            erase: setting("ERASE_QUEUE")?,
            inspect: setting("INSPECT_QUEUE")?,
            archive: setting("ARCHIVE_QUEUE")?,
            search: setting("SEARCH_QUEUE")?,
        })
    }

    /// Hands the case events, changed cases, letters, erasures, files and archives among these records on, in their order. The
    /// first record that cannot be handed on is reported, and the stream comes back with it and all behind it: nothing that is
    /// stored goes unannounced.
    ///
    /// # Errors
    /// None: failures are reported record by record.
    pub async fn handle(&self, event: LambdaEvent<Event>) -> Result<DynamoDbEventResponse, Error> {
        let mut response = DynamoDbEventResponse::default();
        let records = event.payload.records;
        let told: Vec<(&EventRecord, News)> = records
            .iter()
            .flat_map(|record| news(record).into_iter().map(move |news| (record, news)))
            .collect();
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
                .set_message_group_id(news.group())
                .set_message_deduplication_id(news.only_once())
                .build()
                .ok()
        };
        let entries: Vec<_> = chunk.iter().enumerate().filter_map(entry).collect();
        let queue = match chunk.first() {
            Some((_, News::Posted(_))) => &self.letters,
            Some((_, News::Asked(_))) => &self.erase,
            Some((_, News::File(_))) => &self.inspect,
            Some((_, News::Wanted(_))) => &self.archive,
            Some((_, News::Changed(..))) => &self.search,
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
            Self::Changed(readers, number, _) => {
                let errand = Errand::Index { readers: readers.clone(), numbers: vec![*number] };
                serde_json::to_string(&errand)
            }
        }
    }

    /// The group in which it has its turn, in a queue that has groups.
    fn group(&self) -> Option<String> {
        match self {
            Self::Changed(readers, ..) => Some(readers.group()),
            _ => None,
        }
    }

    /// What is the same when it is sent twice, for such a queue.
    fn only_once(&self) -> Option<String> {
        match self {
            Self::Changed(readers, number, version) => {
                Some(format!("{}-{number}-{version}", readers.group()))
            }
            _ => None,
        }
    }
}

/// What a record tells of: a new item under the key of an event, a letter, an erasure or a file of a case; the end of a file
/// on its way; an archive that is asked for, the first time or anew; or a case as it is now, of which its company's index and
/// the engineers' are to hear. A file that a case has claimed does not expire, so what ends is nobody's.
fn news(record: &EventRecord) -> Vec<News> {
    let key = |name: &str| text(&record.change.keys, name);
    let (Some(pk), Some(sk)) = (key("pk"), key("sk")) else { return Vec::new() };
    if let Some(number) = keys::snapshot_of(pk, sk) {
        return changed(record, number);
    }
    if let Some(archive) = keys::archive_of(pk) {
        let is_asked = text(&record.change.new_image, "progress") == Some("building");
        return is_asked.then_some(News::Wanted(Wanted { archive })).into_iter().collect();
    }
    let told = match record.event_name.as_str() {
        "INSERT" => added(pk, sk),
        "REMOVE" => keys::upload_of(pk).map(|upload| News::File(FileTask::Forget { upload })),
        _ => None,
    };
    told.into_iter().collect()
}

/// What a new item under this key tells of.
fn added(pk: &str, sk: &str) -> Option<News> {
    let happened = keys::event_of(pk, sk).map(|(number, seq)| News::Happened(Happening { number, seq }));
    let posted = || keys::letter_of(pk).map(|letter| News::Posted(Posted { letter }));
    let asked = || keys::erasure_of(pk).map(|user| News::Asked(Asked { user }));
    let file = || {
        let (number, seq, upload) = keys::file_of(pk, sk)?;
        Some(News::File(FileTask::Inspect { number, seq, upload }))
    };
    happened.or_else(posted).or_else(asked).or_else(file)
}

/// A case as it is now. It says itself whose it is; one that is gone says nothing.
fn changed(record: &EventRecord, number: CaseNumber) -> Vec<News> {
    let item = &record.change.new_image;
    let list = format!("{}_pk", keys::index_name(Index::Company));
    let company = text(item, &list).and_then(keys::company_of_list);
    let version = match item.get("version") {
        Some(serde_dynamo::AttributeValue::N(version)) => version.clone(),
        _ => return Vec::new(),
    };
    let of_company = company.map(Readers::Company);
    let readers = of_company.into_iter().chain([Readers::Staff]);
    readers.map(|readers| News::Changed(readers, number, version.clone())).collect()
}

/// A text of an item.
fn text<'a>(item: &'a serde_dynamo::Item, name: &str) -> Option<&'a str> {
    match item.get(name) {
        Some(serde_dynamo::AttributeValue::S(text)) => Some(text.as_str()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn told(change: &str, key: (&str, &str), image: &Value) -> Vec<News> {
        let record = json!({
            "awsRegion": "eu-west-1",
            "eventID": "1",
            "eventName": change,
            "dynamodb": {
                "ApproximateCreationDateTime": 1_700_000_000.0,
                "Keys": { "pk": { "S": key.0 }, "sk": { "S": key.1 } },
                "NewImage": image,
                "SizeBytes": 1,
            },
        });
        news(&serde_json::from_value(record).expect("it is a record"))
    }

    #[test]
    fn an_archive_is_put_together_whenever_it_is_asked_for() {
        let key = ("ARCHIVE#0123456789abcdef", keys::ARCHIVE);
        let archive = "0123456789abcdef".parse().expect("it is an identifier");
        let wanted = [News::Wanted(Wanted { archive })];
        let building = json!({ "progress": { "S": "building" } });
        assert_eq!(told("INSERT", key, &building), wanted);
        assert_eq!(told("MODIFY", key, &building), wanted, "anew");
        assert!(told("MODIFY", key, &json!({ "progress": { "S": "ready" } })).is_empty());
        assert!(told("REMOVE", key, &json!({})).is_empty());
    }
}
