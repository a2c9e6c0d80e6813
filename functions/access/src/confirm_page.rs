//! Where the link leads that a prime contact was mailed.

use caseport_domain::access_request::{AccessRequest, Standing};
use caseport_domain::id::UserId;
use caseport_domain::ticket::{Purpose, Ticket};
use caseport_pages::PrimePage;
use caseport_store::Store;
use caseport_web::{Answer, Failure, Link, Outcome, Request, StatusCode};

/// What a prime contact is asked to confirm; looking at it uses nothing up. Up to three `GetItem`s.
///
/// # Errors
/// When the store fails.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let link = request.query("link").unwrap_or_default();
    match asked(store, &request, link).await? {
        Some(asked) => request.show(StatusCode::OK, &PrimePage::new(&asked.request, link, request.now())),
        None => gone(&request),
    }
}

/// What a link asks, and whom.
pub(crate) struct Asked {
    pub(crate) ticket: Ticket,
    pub(crate) prime: UserId,
    pub(crate) request: AccessRequest,
}

/// What a link asks, if it is still good and its request still waits for the answer.
pub(crate) async fn asked(store: &Store, request: &Request, link: &str) -> Result<Option<Asked>, Failure> {
    let Some(link) = Link::parse(link) else { return Ok(None) };
    let ticket = store.ticket(&link.ticket, &link.digest()).await?;
    let Some(ticket) = ticket.filter(|ticket| ticket.is_good(request.now())) else { return Ok(None) };
    let Purpose::AccessConfirmation { user, request } = &ticket.purpose else { return Ok(None) };
    // X27: whoever has left the company confirms nothing more.
    if store.user(user).await?.is_none_or(|account| account.has_left) {
        return Ok(None);
    }
    let found = store.access_request(request).await?;
    let found = found.filter(|found| found.standing() == Standing::WaitsForPrime);
    let prime = user.clone();
    Ok(found.map(|request| Asked { ticket, prime, request }))
}

/// Says that a link is good no more.
pub(crate) fn gone(request: &Request) -> Result<Answer, Failure> {
    if request.wants_json() {
        return Err(Failure::LinkGone);
    }
    request.show(StatusCode::GONE, &PrimePage::gone())
}
