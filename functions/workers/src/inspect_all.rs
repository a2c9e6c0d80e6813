//! Files that came before files were looked at, or whose message got lost.

use std::time::{Duration, Instant};

use aws_sdk_sqs::error::DisplayErrorContext;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use caseport_domain::id::CaseNumber;
use caseport_domain::inspection::FileTask;
use caseport_store::cases::History;

use crate::inspect::{Inspect, NotInspected};

/// How many numbers are looked at at once: as many as one `BatchGetItem` takes.
const AT_ONCE: u64 = 100;

/// How many messages one call may send.
const BATCH: usize = 10;

/// How long a delivery goes on, of the function's minute. What is left then is for another.
const GOES_ON: Duration = Duration::from_secs(30);

impl Inspect {
    /// Has every file without a verdict looked at, of all cases from this number on. Doing so twice does no harm.
    ///
    /// AWS calls: one `GetItem`; for each hundred numbers one `BatchGetItem`; for each case a `Query` per megabyte, a `PutItem`
    /// for each file without a verdict, and one `SendMessageBatch` for ten of those that were waiting for one already.
    pub(crate) async fn inspect_all(&self, from: u64) -> Result<(), NotInspected> {
        let began = Instant::now();
        let last = self.store.last_number().await?;
        let mut from = from.max(1);
        while from <= last {
            let numbers: Vec<_> = (from..=last.min(from + AT_ONCE - 1)).map(CaseNumber).collect();
            let mut cases = self.store.cases(&numbers).await?;
            cases.sort_by_key(|case| case.number);
            for case in cases {
                if began.elapsed() >= GOES_ON {
                    return self.send(&[FileTask::InspectAll { from: case.number.0 }]).await;
                }
                if let Some(history) = self.store.whole_history(case.number).await? {
                    self.have_inspected(&history).await?;
                }
            }
            from += AT_ONCE;
        }
        tracing::info!(last, "asked for all files to be looked at");
        Ok(())
    }

    /// Has the files of a case looked at that have no verdict.
    async fn have_inspected(&self, history: &History) -> Result<(), NotInspected> {
        let number = history.case.number;
        let mut waiting = Vec::new();
        for (seq, upload) in history.without_verdict()? {
            // What is new in the table, the stream leads here by itself.
            if !self.store.to_be_inspected(number, seq, &upload).await? {
                waiting.push(FileTask::Inspect { number, seq, upload });
            }
        }
        self.send(&waiting).await
    }

    async fn send(&self, tasks: &[FileTask]) -> Result<(), NotInspected> {
        for chunk in tasks.chunks(BATCH) {
            let mut entries = Vec::with_capacity(chunk.len());
            for (place, task) in chunk.iter().enumerate() {
                let entry = SendMessageBatchRequestEntry::builder()
                    .id(place.to_string())
                    .message_body(serde_json::to_string(task)?)
                    .build();
                entries.push(entry.map_err(|error| NotInspected::Queue(error.to_string()))?);
            }
            let sent = self.client.send_message_batch().queue_url(&self.queue).set_entries(Some(entries));
            let sent = sent.send().await;
            let sent = sent.map_err(|error| NotInspected::Queue(DisplayErrorContext(error).to_string()))?;
            if !sent.failed.is_empty() {
                return Err(NotInspected::Queue(format!("{} of {}", sent.failed.len(), chunk.len())));
            }
        }
        Ok(())
    }
}
