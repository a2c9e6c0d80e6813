//! A case as a file.

use caseport_domain::id::CaseNumber;
use caseport_domain::policy;
use caseport_domain::transcript::Transcript;
use caseport_store::Store;
use caseport_web::{Answer, Failure, Outcome, Request};

/// The case's whole history with its seals, what the actor may not read withheld. One `Query` per megabyte.
///
/// # Errors
/// [`Failure::NotFound`] also for a case the actor may not know of.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let history = store.whole_history(number).await?.ok_or(Failure::NotFound)?;
    let seat = policy::enter(actor, &history.case)?;
    let transcript = serde_json::to_vec_pretty(&Transcript::of(&seat, &history.events))?;
    Ok(Answer::download("application/json", &format!("case-{number}.json"), transcript))
}
