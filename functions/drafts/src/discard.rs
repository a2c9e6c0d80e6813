//! Discarding a draft.

use caseport_domain::draft::Place;
use caseport_pages::Done;
use caseport_store::{Committed, Store};
use caseport_web::{Failure, Outcome, Request};

/// Discards one's draft of this place, also when one may not send it any more. It is answered the same when there is none.
///
/// AWS calls: one `TransactWriteItems`.
///
/// # Errors
/// When nobody is signed in.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let place: Place = request.parameter("place")?;
    let actor = request.actor()?;
    let discarding = store.transaction().permit(&request.permit()?).discard_draft(actor, place);
    match discarding.commit().await? {
        Committed::Done | Committed::Failed(_) => request.done(Done::DraftDiscarded, "/drafts"),
        Committed::NoPermit => Err(Failure::SignedOut),
        Committed::Conflict => Err(Failure::Outdated),
    }
}
