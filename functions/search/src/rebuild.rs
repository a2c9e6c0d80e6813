//! Indexes made anew, of what the table has.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use aws_sdk_sqs::error::DisplayErrorContext;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use caseport_domain::id::CaseNumber;
use caseport_domain::search::{Errand, Readers};

use crate::index::{Indexer, NotIndexed};

/// How many numbers are looked at at once: as many as one `BatchGetItem` takes.
const AT_ONCE: u64 = 100;

/// How many messages one call may send.
const BATCH: usize = 10;

/// How long a delivery goes on, of the function's two minutes. What is left then is for another.
const GOES_ON: Duration = Duration::from_mins(1);

impl Indexer {
    /// Asks for all cases from this number on to be brought to what they are now, in every index they belong to: in the order
    /// of their numbers, so that volumes fill and split as they did the first time.
    ///
    /// AWS calls: one `GetItem`; for each hundred numbers one `BatchGetItem` and one `SendMessageBatch` or a few.
    pub(crate) async fn rebuild(&self, from: u64) -> Result<(), NotIndexed> {
        let began = Instant::now();
        let last = self.store.last_number().await?;
        let mut from = from.max(1);
        while from <= last {
            if began.elapsed() >= GOES_ON {
                let rest = ("rebuild".to_owned(), Errand::Rebuild { from });
                return self.send(from, &[rest]).await;
            }
            let numbers: Vec<_> = (from..=last.min(from + AT_ONCE - 1)).map(CaseNumber).collect();
            let mut indexes: BTreeMap<Readers, Vec<CaseNumber>> = BTreeMap::new();
            let mut cases = self.store.cases(&numbers).await?;
            cases.sort_by_key(|case| case.number);
            for case in cases {
                let company = Readers::Company(case.company.id);
                for readers in [company, Readers::Staff] {
                    indexes.entry(readers).or_default().push(case.number);
                }
            }
            let errands = indexes
                .into_iter()
                .map(|(readers, numbers)| (readers.group(), Errand::Index { readers, numbers }));
            self.send(from, &errands.collect::<Vec<_>>()).await?;
            from += AT_ONCE;
        }
        tracing::info!(last, "asked for all cases to be indexed");
        Ok(())
    }

    /// Sends these errands, each with its group.
    async fn send(&self, from: u64, errands: &[(String, Errand)]) -> Result<(), NotIndexed> {
        // Whoever asks twice is served twice.
        let asked = caseport_aws::Random.id();
        for chunk in errands.chunks(BATCH) {
            let mut entries = Vec::with_capacity(chunk.len());
            for (place, (group, errand)) in chunk.iter().enumerate() {
                let entry = SendMessageBatchRequestEntry::builder()
                    .id(place.to_string())
                    .message_body(serde_json::to_string(errand)?)
                    .message_group_id(group)
                    .message_deduplication_id(format!("{group}-{asked}-{from}"))
                    .build();
                entries.push(entry.map_err(|error| NotIndexed::Queue(error.to_string()))?);
            }
            let sent = self.client.send_message_batch().queue_url(&self.queue).set_entries(Some(entries));
            let sent = sent.send().await;
            let sent = sent.map_err(|error| NotIndexed::Queue(DisplayErrorContext(error).to_string()))?;
            if !sent.failed.is_empty() {
                return Err(NotIndexed::Queue(format!("{} of {}", sent.failed.len(), chunk.len())));
            }
        }
        Ok(())
    }
}
