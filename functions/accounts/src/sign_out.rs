//! Signing out.

use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{ACCESS, Answer, Cookie, Outcome, REFRESH, Request};

use crate::refresh_token::RefreshToken;

/// Ends the session. One `DeleteItem`.
///
/// # Errors
/// When the store fails.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    if let Some(token) = request.cookie(REFRESH).and_then(RefreshToken::parse) {
        store.end_session(&token.user, &token.session, &token.digest()).await?;
    }
    let answer = Answer::see(&format!("/sign-in?done={}", Done::SignedOut.code()));
    Ok(answer.with(Cookie::gone(ACCESS)).with(Cookie::gone(REFRESH)))
}
