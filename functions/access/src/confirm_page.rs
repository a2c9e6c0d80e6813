//! Where the link leads that a prime contact was mailed.

use caseport_domain::access_request::{AccessRequest, Standing};
use caseport_domain::actor::Person;
use caseport_domain::ticket::{Purpose, Ticket};
use caseport_pages::PrimePage;
use caseport_store::Store;
use caseport_web::{Answer, Failure, Link, Outcome, Request, StatusCode};

use crate::prime;

/// What a prime contact is asked to confirm; looking at it uses nothing up. Up to three `GetItem`s and a `Query`.
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
    pub(crate) prime: Person,
    pub(crate) request: AccessRequest,
}

/// What a link asks, if it is still good, its request still waits for the answer, and whoever it was mailed to is still the
/// prime contact who is to give it (attack class X27).
pub(crate) async fn asked(store: &Store, request: &Request, link: &str) -> Result<Option<Asked>, Failure> {
    let Some(link) = Link::parse(link) else { return Ok(None) };
    let ticket = store.ticket(&link.ticket, &link.digest()).await?;
    let Some(ticket) = ticket.filter(|ticket| ticket.is_good(request.now())) else { return Ok(None) };
    let Purpose::AccessConfirmation { user, request } = &ticket.purpose else { return Ok(None) };
    let found = store.access_request(request).await?;
    let Some(request) = found.filter(|found| found.standing() == Standing::WaitsForPrime) else {
        return Ok(None);
    };
    let is_named = prime(store, &request).await?.is_some_and(|named| named.user.actor.person().id == *user);
    let prime = request.prime().filter(|asked| is_named && asked.id == *user).cloned();
    Ok(prime.map(|prime| Asked { ticket, prime, request }))
}

/// Says that a link is good no more.
pub(crate) fn gone(request: &Request) -> Result<Answer, Failure> {
    if request.wants_json() {
        return Err(Failure::LinkGone);
    }
    request.show(StatusCode::GONE, &PrimePage::gone())
}
