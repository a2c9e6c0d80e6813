//! Where a mailed link leads that lets one choose a password.

use caseport_domain::ticket::{Mailed, Purpose, Ticket};
use caseport_pages::{Asked, LinkGone, NewPassword};
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Answer, Failure, Link, Outcome, Request, StatusCode};

/// The form to choose a password with; it uses nothing up. Two `GetItem`s.
///
/// # Errors
/// When the store fails.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let link = request.query("link").unwrap_or_default();
    match opened(store, &request, link).await? {
        Some((ticket, _)) => request.show(StatusCode::OK, &form(link, &ticket)),
        None => gone(&request, Asked::Password),
    }
}

/// The form behind a link.
pub(super) fn form(link: &str, ticket: &Ticket) -> NewPassword {
    NewPassword::new(link, matches!(ticket.purpose, Purpose::Invitation { .. }))
}

/// The ticket that a link opens, and the account whose password it is to choose, if both are still good. An invitation is to
/// a first password: once there is one it opens nothing.
pub(super) async fn opened(
    store: &Store,
    request: &Request,
    link: &str,
) -> Result<Option<(Ticket, Account)>, Failure> {
    let Some(ticket) = good(store, request, link).await? else { return Ok(None) };
    let (to, is_first) = match &ticket.purpose {
        Purpose::Password { to } => (to, false),
        Purpose::Invitation { to } => (to, true),
        _ => return Ok(None),
    };
    let account = unchanged(store, to).await?.filter(|account| !is_first || account.password.is_none());
    Ok(account.map(|account| (ticket, account)))
}

/// The account that a link was mailed for, if it is still as it was then.
pub(super) async fn unchanged(store: &Store, to: &Mailed) -> Result<Option<Account>, Failure> {
    let is_so = |account: &Account| to.is_for(&account.user.email, account.password_generation);
    Ok(store.user(&to.user).await?.filter(|account| !account.has_left && is_so(account)))
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
