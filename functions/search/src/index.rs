//! From changed cases to the indexes that they are found by.

use std::collections::{BTreeMap, BTreeSet};

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use aws_sdk_sqs::Client;
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_domain::id::CaseNumber;
use caseport_domain::search::{Errand, Findable, Readers};
use caseport_files::{FilesError, Read, Storage};
use caseport_index::{SearchError, Volume};
use caseport_keys as keys;
use caseport_store::{Store, StoreError};
use lambda_runtime::{Error, LambdaEvent};

/// How many cases a volume has at most, before its lower half is split off.
const MOST_CASES: u64 = 2_000;

/// How many bytes it has at most.
const MOST_BYTES: usize = 4 << 20;

/// How often an index is tried again that somebody else has written meanwhile, before its messages are: a message that fails
/// keeps those behind it in its group waiting for minutes.
const TRIES: usize = 4;

/// How many cases are held in memory at once: of the longest, some 10 MB.
const AT_ONCE: usize = 50;

/// What it takes to keep indexes.
#[derive(Debug)]
pub struct Indexer {
    pub(crate) store: Store,
    storage: Storage,
    pub(crate) client: Client,
    pub(crate) queue: String,
}

/// Why an index could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum NotIndexed {
    /// A message to go on with cannot be written.
    #[error("a message cannot be written: {0}")]
    Message(#[from] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The bucket failed.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The index cannot be changed.
    #[error(transparent)]
    Index(#[from] SearchError),
    /// Somebody else has written the index since it was read: the message comes again.
    #[error("somebody else has written the index")]
    Overtaken,
    /// The queue did not take the messages to go on with.
    #[error("the queue did not take the messages to go on with: {0}")]
    Queue(String),
}

/// What a batch of messages asks of one index.
#[derive(Default)]
struct Work {
    numbers: BTreeSet<CaseNumber>,
    /// Each message's identifier, and the cases that it names.
    messages: Vec<(String, Vec<CaseNumber>)>,
}

impl Work {
    /// The messages that name one of these cases.
    fn naming(self, cases: &BTreeSet<CaseNumber>) -> impl Iterator<Item = String> {
        let messages = self.messages.into_iter();
        let names = messages.filter(move |(_, named)| named.iter().any(|number| cases.contains(number)));
        names.map(|(id, _)| id)
    }
}

/// A volume as it was read.
struct Opened {
    volume: Volume,
    tag: Option<String>,
}

impl Indexer {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE`, `BUCKET` and `SEARCH_QUEUE`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        let queue = setting("SEARCH_QUEUE")?;
        let (store, storage) = (Store::new(config)?, Storage::new(config)?);
        Ok(Self { store, storage, client: Client::new(config), queue })
    }

    /// Does what these messages ask for: for each index at once, however many of them are about it. If that fails, all of
    /// these come again, so that their order stays. If a case cannot be read, only the messages that name it do: the others'
    /// cases are indexed.
    ///
    /// AWS calls: for each index one `GetObject` and one `PutObject`, the same for each older volume that has one of the
    /// cases, and a `Query` per megabyte of each case.
    ///
    /// # Errors
    /// None: failures are reported message by message.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        let mut response = SqsBatchResponse::default();
        let mut failed = |id: String, cause: &str| {
            tracing::error!(message_id = id, cause, "failed");
            response.add_failure(id);
        };
        let mut indexes: BTreeMap<Readers, Work> = BTreeMap::new();
        for message in event.payload.records {
            let id = message.message_id.unwrap_or_default();
            match serde_json::from_str(message.body.as_deref().unwrap_or_default()) {
                Ok(Errand::Index { readers, numbers }) => {
                    let work = indexes.entry(readers).or_default();
                    work.numbers.extend(&numbers);
                    work.messages.push((id, numbers));
                }
                Ok(Errand::Rebuild { from }) => {
                    if let Err(error) = Box::pin(self.rebuild(from)).await {
                        failed(id, &error.to_string());
                    }
                }
                Err(error) => failed(id, &error.to_string()),
            }
        }
        for (readers, work) in indexes {
            let (cause, concerned) = match Box::pin(self.index(&readers, &work.numbers)).await {
                Ok(unreadable) => ("a case cannot be read".to_owned(), unreadable),
                Err(error) => (error.to_string(), work.numbers.clone()),
            };
            for id in work.naming(&concerned) {
                failed(id, &cause);
            }
        }
        Ok(response)
    }

    /// Brings these cases of an index to what they are now, whoever else writes it; those of them that cannot be read.
    async fn index(
        &self,
        readers: &Readers,
        numbers: &BTreeSet<CaseNumber>,
    ) -> Result<BTreeSet<CaseNumber>, NotIndexed> {
        for _ in 1..TRIES {
            match Box::pin(self.index_once(readers, numbers)).await {
                Err(NotIndexed::Overtaken) => tracing::info!("overtaken"),
                done => return done,
            }
        }
        Box::pin(self.index_once(readers, numbers)).await
    }

    /// Brings these cases of an index to what they are now; those of them that cannot be read.
    ///
    /// The index is read before the cases are: of two that do this at once, one finds the index written by the other, and
    /// nothing older is ever written over something newer.
    async fn index_once(
        &self,
        readers: &Readers,
        numbers: &BTreeSet<CaseNumber>,
    ) -> Result<BTreeSet<CaseNumber>, NotIndexed> {
        let mut unreadable = BTreeSet::new();
        let mut newest = self.open(readers, None).await?;
        let mut volumes: BTreeMap<Option<u64>, Vec<CaseNumber>> = BTreeMap::new();
        for number in numbers {
            volumes.entry(newest.volume.place(*number)).or_default().push(*number);
        }
        // None, the newest, comes first among these, and last here: what is split off it lies behind no other's change.
        let (of_newest, of_older): (Vec<_>, Vec<_>) =
            volumes.into_iter().partition(|(place, _)| place.is_none());
        for (place, numbers) in of_older {
            let older = self.open(readers, place).await?;
            unreadable.extend(self.bring(readers, &older.volume, &numbers).await?);
            self.write(readers, place, &older).await?;
        }
        for (_, numbers) in of_newest {
            unreadable.extend(self.bring(readers, &newest.volume, &numbers).await?);
            self.split(readers, &mut newest).await?;
            self.write(readers, None, &newest).await?;
        }
        tracing::info!(cases = numbers.len() - unreadable.len(), "indexed");
        Ok(unreadable)
    }

    /// Splits the lower half off the newest volume if that is full. What is split off is written first: until the newest
    /// volume names it, nobody looks for it.
    async fn split(&self, readers: &Readers, newest: &mut Opened) -> Result<(), NotIndexed> {
        let is_full = newest.volume.cases()? > MOST_CASES || newest.volume.pack()?.len() > MOST_BYTES;
        if !is_full {
            return Ok(());
        }
        let Some(lower) = newest.volume.split()? else { return Ok(()) };
        let place = Some(lower.from());
        // What a process left that did not come to write the newest one.
        let left = self.open(readers, place).await?;
        self.write(readers, place, &Opened { volume: lower, tag: left.tag }).await
    }

    /// Brings these cases of a volume to what they are now; those that are no more its readers' are forgotten, and those
    /// that cannot be read stay as they were: these are the answer.
    async fn bring(
        &self,
        readers: &Readers,
        volume: &Volume,
        numbers: &[CaseNumber],
    ) -> Result<Vec<CaseNumber>, NotIndexed> {
        let mut unreadable = Vec::new();
        for numbers in numbers.chunks(AT_ONCE) {
            let (mut cases, mut gone) = (Vec::new(), Vec::new());
            for number in numbers {
                match self.findable(readers, *number).await {
                    Ok(Some(case)) => cases.push(case),
                    Ok(None) => gone.push(*number),
                    Err(error) if error.is_unreadable() => {
                        tracing::error!(case = number.0, cause = %error, "a case cannot be read");
                        unreadable.push(*number);
                    }
                    Err(error) => return Err(error.into()),
                }
            }
            volume.update(&cases, &gone)?;
        }
        Ok(unreadable)
    }

    /// What can be found of a case; nothing if it is not these readers'.
    async fn findable(&self, readers: &Readers, number: CaseNumber) -> Result<Option<Findable>, StoreError> {
        match self.store.whole_history(number).await? {
            Some(history) if readers.have(&history.case) => {
                Ok(Some(Findable::of(&history.case, &history.read()?, readers)))
            }
            _ => Ok(None),
        }
    }

    /// A volume as it is, or an empty one if there is none that can be read.
    async fn open(&self, readers: &Readers, from: Option<u64>) -> Result<Opened, NotIndexed> {
        let key = keys::search_volume(readers, from);
        let empty = || Volume::new(from.unwrap_or_default(), Vec::new());
        Ok(match self.storage.read(&key, None).await? {
            Read::Is(whole) => match Volume::open(&whole.bytes) {
                Ok(volume) => Opened { volume, tag: Some(whole.tag) },
                Err(error) => {
                    tracing::error!(key, cause = %error, "an index is begun anew: rebuild it");
                    Opened { volume: empty()?, tag: Some(whole.tag) }
                }
            },
            Read::Unchanged | Read::Missing => Opened { volume: empty()?, tag: None },
        })
    }

    async fn write(&self, readers: &Readers, from: Option<u64>, opened: &Opened) -> Result<(), NotIndexed> {
        let key = keys::search_volume(readers, from);
        let written = self.storage.write(&key, opened.volume.pack()?, opened.tag.as_deref()).await?;
        if written { Ok(()) } else { Err(NotIndexed::Overtaken) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E54: one case that cannot be read does not keep the others from being found.
    #[test]
    fn e54_only_messages_that_name_an_unreadable_case_come_again() {
        let messages = [("one", vec![1, 2]), ("two", vec![3]), ("three", vec![2, 4])];
        let numbered = |numbers: Vec<u64>| numbers.into_iter().map(CaseNumber).collect::<Vec<_>>();
        let work = || Work {
            numbers: (1..=4).map(CaseNumber).collect(),
            messages: messages
                .iter()
                .map(|(id, named)| ((*id).to_owned(), numbered(named.clone())))
                .collect(),
        };
        let again = |cases: &[u64]| {
            work().naming(&cases.iter().copied().map(CaseNumber).collect()).collect::<Vec<_>>()
        };
        assert!(again(&[]).is_empty());
        assert_eq!(again(&[2]), ["one", "three"]);
        assert_eq!(again(&[3]), ["two"]);
        assert_eq!(again(&[1, 2, 3, 4]), ["one", "two", "three"]);
    }
}
