//! Signing out everywhere else, or everywhere.

use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request};
use serde::Deserialize;

use crate::end_session::signed_out;
use crate::own;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    /// Whether this session ends, too.
    everywhere: bool,
}

/// Ends all of one's sessions, however many there are: they are of a generation that is over. This one goes on, unless it is
/// to end with them.
///
/// AWS calls: `GetItem`, `TransactWriteItems`.
///
/// # Errors
/// [`Failure::SignedOut`] if this session has ended itself.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let Input { everywhere } = request.input()?;
    let mut account = own::change(store, &request).await?;
    account.session_generation += 1;
    let what = if everywhere { "all-sessions-ended" } else { "other-sessions-ended" };
    let transaction = own::transaction(store, &request, &account, what)?;
    if everywhere {
        own::commit(transaction, Failure::SignedOut).await?;
        return signed_out(&request);
    }
    let (user, this) = (&account.user.actor.person().id, &request.claims()?.sid);
    let transaction = transaction.keep_session(user, this, account.session_generation);
    own::commit(transaction, Failure::SignedOut).await?;
    request.done_anew(Done::OthersEnded, "/profile/sessions")
}
