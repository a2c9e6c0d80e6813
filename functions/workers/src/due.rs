//! What is done when its instant has come: reminding, and closing what had no answer.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use caseport_aws::{Clock, Random};
use caseport_domain::actor::Author;
use caseport_domain::case::chain::Salt;
use caseport_domain::case::{Command, RuleBook};
use caseport_domain::id::CaseNumber;
use caseport_store::cases::Step;
use caseport_store::keys::SHARDS;
use caseport_store::lists::Due;
use caseport_store::{Store, StoreError};
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;

/// A scheduled job.
#[derive(Clone, Debug)]
pub struct Job {
    due: Due,
    command: Command,
}

/// Closes the cases whose solution had no answer until its stored instant.
pub const AUTO_CLOSE: Job = Job { due: Due::Closing, command: Command::AutoClose };
/// Reminds of the solutions that still wait for an answer.
pub const REMIND: Job = Job { due: Due::Reminder, command: Command::Remind };

/// Some of what is due was not done; the log says why.
#[derive(Debug, thiserror::Error)]
#[error("what is due failed {0} times")]
struct NotDone(usize);

/// What became of what is due.
#[derive(Debug, Default)]
struct Tally {
    done: usize,
    failed: usize,
}

/// Does what is due at each of these ticks.
///
/// AWS calls: one `Query` a shard, and one more for each hundred cases of which one is left as it was; for each due case one
/// `GetItem` and one `TransactWriteItems`.
///
/// # Errors
/// None: failures are reported tick by tick.
pub async fn run(store: &Store, job: &Job, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
    Ok(batch::each(event.payload, async |_| tick(store, job).await).await)
}

/// Does what is due, and says at the end if some of it was not done: no case waits for another.
async fn tick(store: &Store, job: &Job) -> Result<(), NotDone> {
    let mut tally = Tally::default();
    for shard in 0..SHARDS {
        if let Err(error) = of_shard(store, job, shard, &mut tally).await {
            tracing::error!(job = ?job.due, shard, cause = %error, "what is due cannot be read");
            tally.failed += 1;
        }
    }
    tracing::info!(job = ?job.due, done = tally.done, "ticked");
    if tally.failed == 0 { Ok(()) } else { Err(NotDone(tally.failed)) }
}

/// Does what is due of a shard. What is done is due no more, and the next tick finds what is behind it. What is left as it was
/// is found first again: then this one goes on behind it.
async fn of_shard(store: &Store, job: &Job, shard: u64, tally: &mut Tally) -> Result<(), StoreError> {
    let (now, mut after) = (Clock.now(), None);
    loop {
        let (due, end) = store.due(job.due, shard, now, after).await?;
        let before = tally.done;
        for number in &due {
            match one(store, job, *number).await {
                Ok(is_done) => tally.done += usize::from(is_done),
                Err(error) => {
                    tracing::error!(job = ?job.due, case = number.0, cause = %error, "what is due was not done");
                    tally.failed += 1;
                }
            }
        }
        if end.is_none() || tally.done - before == due.len() {
            return Ok(());
        }
        after = end;
    }
}

/// Carries the job out on one case. Whoever was quicker has won: what the rule book refuses, or the store finds
/// overtaken, is no failure, and the next tick looks again.
async fn one(store: &Store, job: &Job, number: CaseNumber) -> Result<bool, StoreError> {
    let Some(case) = store.case(number).await? else { return Ok(false) };
    let salt = Salt::new(Random.bytes());
    let decided = RuleBook::default().step(&case, &Author::System, job.command.clone(), Clock.now(), salt);
    let Ok((after, sealed)) = decided else {
        return Ok(false);
    };
    Ok(store.store(&Step::new(&after, &sealed)).await? == caseport_store::cases::Stored::Now)
}
