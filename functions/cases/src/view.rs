//! A case.

use caseport_domain::id::CaseNumber;
use caseport_domain::policy;
use caseport_pages::{CasePage, Tab};
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// A case with its thread, notes and mails, for a customer or an engineer. One `Query`.
///
/// # Errors
/// [`Failure::NotFound`] also for a case the actor may not know of.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let history = store.history(number).await?.ok_or(Failure::NotFound)?;
    let seat = policy::enter(actor, &history.case)?;
    let events = history.read()?;
    let tab = Tab::of(request.query("tab").unwrap_or_default());
    request.show(StatusCode::OK, &CasePage::new(&seat, &events, &history.deliveries).tab(tab))
}
