//! Ending a personal access token.

use caseport_domain::id::TokenId;
use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request};

use crate::own;

/// Ends one of one's personal access tokens. The access tokens it was exchanged for write nothing more at once.
///
/// AWS calls: `GetItem`, `TransactWriteItems`.
///
/// # Errors
/// [`Failure::NotFound`] if one has no such token.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let account = own::change(store, &request).await?;
    let id: TokenId = request.parameter("token")?;
    let user = &account.user.actor.person().id;
    let transaction = own::transaction(store, &request, &account, "token-ended")?;
    own::commit(transaction.end_token(user, &id), Failure::NotFound).await?;
    request.done_anew(Done::TokenEnded, "/profile/tokens")
}
