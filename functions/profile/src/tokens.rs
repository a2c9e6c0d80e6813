//! One's personal access tokens.

use caseport_pages::{TokenLine, Tokens};
use caseport_store::Store;
use caseport_store::tokens::StoredToken;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::own;

/// One's personal access tokens, the newest first.
///
/// AWS calls: `GetItem`, `Query`.
///
/// # Errors
/// [`Failure::SignedOut`]; [`Failure::Denied`] for a program with a personal access token.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let account = own::read(store, &request).await?;
    request.show(StatusCode::OK, &Tokens::new(lines(store, &request, &account).await?))
}

/// Those that are good. One `Query`.
pub(crate) async fn lines(
    store: &Store,
    request: &Request,
    account: &Account,
) -> Result<Vec<TokenLine>, Failure> {
    let tokens = store.tokens(&account.user.actor.person().id).await?;
    let good = tokens
        .into_iter()
        .filter(|token| token.ends_at > request.now() && token.generation == account.password_generation);
    Ok(good.map(line).collect())
}

/// A token as it is shown.
pub(crate) fn line(token: StoredToken) -> TokenLine {
    TokenLine {
        id: token.id,
        name: token.name.to_string(),
        scope: token.reach,
        made_at: token.made_at,
        last_used: token.last_used,
        ends_at: token.ends_at,
    }
}
