//! Ending a session.

use caseport_domain::id::SessionId;
use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{ACCESS, Cookie, Failure, Outcome, REFRESH, Request};

use crate::own;

/// Ends one of one's own sessions. Its access token opens nothing to write at once, and nothing to read within a quarter
/// of an hour.
///
/// AWS calls: `GetItem`, `TransactWriteItems`.
///
/// # Errors
/// [`Failure::NotFound`] if one has no such session.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let account = own::change(store, &request).await?;
    let id: SessionId = request.parameter("session")?;
    let user = &account.user.actor.person().id;
    let transaction = own::transaction(store, &request, &account, "session-ended")?;
    own::commit(transaction.end_session(user, &id), Failure::NotFound).await?;
    if id == request.claims()?.sid {
        return signed_out(&request);
    }
    request.done_anew(Done::SessionEnded, "/profile/sessions")
}

/// Leads whose own session has ended to the page to sign in on.
pub(crate) fn signed_out(request: &Request) -> Outcome {
    let answer = request.done(Done::SignedOut, "/sign-in")?;
    Ok(answer.with(Cookie::gone(ACCESS)).with(Cookie::gone(REFRESH)))
}
