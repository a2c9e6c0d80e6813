//! Signing out.

use caseport_pages::Done;
use caseport_store::{Committed, Store};
use caseport_web::{ACCESS, Answer, Cookie, Failure, Outcome, REFRESH, Request, StatusCode};
use serde::{Deserialize, Serialize};

use crate::refresh_token::RefreshToken;

/// What an API client may send; a browser has it in a cookie.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    refresh_token: String,
}

/// What an API client gets.
#[derive(Serialize)]
struct SignedOut {
    signed_out: bool,
}

/// Ends a session: that of the refresh token, sent or in its cookie, or without one that of the access token, which itself
/// goes on until it runs out. A session that has ended already has ended, and a personal access token has none.
///
/// AWS calls: one `DeleteItem`, or for an access token one `TransactWriteItems`.
///
/// # Errors
/// When the store fails, or fields are wrong; [`Failure::Outdated`] when the session is being renewed just then.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let Input { refresh_token } = request.input()?;
    let sent = Some(refresh_token.as_str()).filter(|token| !token.is_empty());
    if let Some(token) = sent.or_else(|| request.cookie(REFRESH)).and_then(RefreshToken::parse) {
        store.end_session(&token.user, &token.session, &token.digest()).await?;
    } else if let Ok(claims) = request.claims() {
        let user = &claims.actor.person().id;
        if store.transaction().end_session(user, &claims.sid).commit().await? == Committed::Conflict {
            return Err(Failure::Outdated);
        }
    }
    let answer = if request.wants_json() {
        Answer::json(StatusCode::OK, &SignedOut { signed_out: true })?
    } else {
        Answer::see(&format!("/sign-in?done={}", Done::SignedOut.code()))
    };
    Ok(answer.with(Cookie::gone(ACCESS)).with(Cookie::gone(REFRESH)))
}
