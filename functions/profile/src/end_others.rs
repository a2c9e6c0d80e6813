//! Signing out everywhere else.

use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request};

use crate::own;

/// Ends all of one's sessions but this one, however many there are: they are of a generation that is over.
///
/// AWS calls: `GetItem`, `TransactWriteItems`.
///
/// # Errors
/// [`Failure::SignedOut`] if this session has ended itself.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let mut account = own::change(store, &request).await?;
    account.session_generation += 1;
    let user = &account.user.actor.person().id;
    let transaction = own::transaction(store, &request, &account, "other-sessions-ended")?;
    let this = &request.claims()?.sid;
    let transaction = transaction.keep_session(user, this, account.session_generation);
    own::commit(transaction, Failure::SignedOut).await?;
    Ok(request.see_anew(&format!("/profile/sessions?done={}", Done::OthersEnded.code())))
}
