//! Where a mailed link leads that lets one choose a password.

use caseport_domain::ticket::{Purpose, Ticket};
use caseport_pages::{Asked, LinkGone, NewPassword};
use caseport_store::Store;
use caseport_web::{Answer, Failure, Link, Outcome, Request, StatusCode};

/// The form to choose a password with; it uses nothing up. One `GetItem`.
///
/// # Errors
/// When the store fails.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let link = request.query("link").unwrap_or_default();
    match good(store, &request, link).await? {
        Some(ticket) => request.show(StatusCode::OK, &form(link, &ticket)),
        None => gone(&request, Asked::Password),
    }
}

/// The form behind a link.
pub(super) fn form(link: &str, ticket: &Ticket) -> NewPassword {
    NewPassword::new(link, matches!(ticket.purpose, Purpose::Invitation { .. }))
}

/// The ticket that a link opens, if it is still good.
pub(super) async fn good(store: &Store, request: &Request, link: &str) -> Result<Option<Ticket>, Failure> {
    let Some(link) = Link::parse(link) else { return Ok(None) };
    let ticket = store.ticket(&link.ticket, &link.digest()).await?;
    Ok(ticket.filter(|ticket| ticket.is_good(request.now())))
}

/// Says that a link is good no more: what it was for, if that is asked for without signing in.
pub(super) fn gone(request: &Request, asked: impl Into<Option<Asked>>) -> Result<Answer, Failure> {
    if request.wants_json() {
        return Err(Failure::LinkGone);
    }
    request.show(StatusCode::GONE, &LinkGone { asked: asked.into() })
}
