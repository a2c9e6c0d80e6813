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

/// Does what is due at each of these ticks.
///
/// AWS calls: one `Query` a shard; for each due case one `GetItem` and one `TransactWriteItems`.
///
/// # Errors
/// None: failures are reported tick by tick.
pub async fn run(store: &Store, job: &Job, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
    Ok(batch::each(event.payload, async |_| tick(store, job).await).await)
}

async fn tick(store: &Store, job: &Job) -> Result<(), StoreError> {
    let now = Clock.now();
    let mut done = 0;
    for shard in 0..SHARDS {
        for number in store.due(job.due, shard, now).await? {
            done += usize::from(one(store, job, number).await?);
        }
    }
    tracing::info!(job = ?job.due, done, "ticked");
    Ok(())
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
    let step = Step {
        case: &after,
        event: &sealed,
        attachments: None,
        once: None,
        permit: None,
        draft: None,
        email: None,
    };
    Ok(store.store(&step).await? == caseport_store::cases::Stored::Now)
}
