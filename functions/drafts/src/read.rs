//! A draft by itself.

use caseport_domain::draft::Place;
use caseport_pages::DraftView;
use caseport_store::Store;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};

use crate::admit::admit;

/// One's draft of this place, for an API client and the scripts; a browser is led to its form, which is filled in from it.
///
/// AWS calls: one `GetItem`, and one more for what is written to a case.
///
/// # Errors
/// [`Failure::NotFound`] without a draft; why they may not send what it is of.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let place: Place = request.parameter("place")?;
    let actor = request.actor()?;
    admit(store, actor, place).await?;
    if !request.wants_json() {
        return Ok(Answer::see(&place.address()));
    }
    let draft = store.draft(actor, place, request.now()).await?.ok_or(Failure::NotFound)?;
    Ok(Answer::json(StatusCode::OK, &DraftView::new(draft))?)
}
