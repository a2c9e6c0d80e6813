//! Renewing an access token.

use caseport_domain::bearer::SecretDigest;
use caseport_pages::{SignIn, SignInProblem, local};
use caseport_store::sessions::Session;
use caseport_web::{ACCESS, Answer, Cookie, Failure, Method, Outcome, REFRESH, Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::doorman::{Bearer, Doorman, tokens, with_cookies};
use crate::refresh_token::RefreshToken;

/// How long the secret before is still taken: two tabs renew at once, and an answer can be lost on its way.
const GRACE: SignedDuration = SignedDuration::from_secs(60);

/// What an API client sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    refresh_token: String,
}

/// Renews an access token. A browser comes here with the very request that found it run out, form and all, and
/// is passed back with it; an API client sends its refresh token.
///
/// AWS calls: `GetItem` twice, `UpdateItem`, for a contact `Query`; once per process `GetSecretValue`.
///
/// # Errors
/// [`Failure::SignedOut`] for an API client whose session has ended; a browser gets the page to sign in on,
/// with what was typed.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let to = request.query("to").and_then(local);
    let Some(token) = request.cookie(REFRESH) else { return for_api(doorman, &request).await };
    if let Some(Renewed { session, access, refresh }) = renew(doorman, &request, token).await? {
        let back = Answer::pass_on(to.unwrap_or("/"));
        return Ok(with_cookies(back, &access, refresh.as_deref(), &session, request.now()));
    }
    if request.wants_json() {
        return Err(Failure::SignedOut);
    }
    let kept = to.and_then(|to| request.kept_for(to));
    let status = if *request.method() == Method::GET { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
    let page = SignIn::new(to).problem(SignInProblem::SessionEnded, "").keeping(kept);
    Ok(request.show(status, &page)?.with(Cookie::gone(ACCESS)).with(Cookie::gone(REFRESH)))
}

async fn for_api(doorman: &Doorman, request: &Request) -> Outcome {
    let input: Input = request.input()?;
    let renewed = renew(doorman, request, &input.refresh_token).await?.ok_or(Failure::SignedOut)?;
    tokens(&renewed.access, renewed.refresh.as_deref())
}

/// A session renewed.
struct Renewed {
    session: Session,
    access: String,
    /// None if another tab has just had it.
    refresh: Option<String>,
}

/// A new access token, and a new refresh token unless another tab has just had it; nothing if the session has
/// ended.
async fn renew(doorman: &Doorman, request: &Request, token: &str) -> Result<Option<Renewed>, Failure> {
    let Some(token) = RefreshToken::parse(token) else { return Ok(None) };
    let Some(session) = doorman.store.session(&token.user, &token.session).await? else { return Ok(None) };
    let now = request.now();
    if session.ends_at <= now {
        return Ok(None);
    }
    let digest = token.digest();
    let refresh = if digest == session.current {
        let next = RefreshToken::new(session.user.clone(), session.id.clone(), request.portal().random);
        doorman.store.rotate_session(&session, &next.digest(), now).await?.then(|| next.text())
    } else if is_recent(&session, &digest, now) {
        None
    } else {
        // A secret used long after it was replaced has been copied: nobody keeps the session.
        doorman.store.end_session(&session.user, &session.id, &session.current).await?;
        return Ok(None);
    };
    let account = doorman.store.user(&session.user).await?;
    // X27: who has left their company is renewed no more.
    let account = account.filter(|account| !account.has_left);
    // They may have signed out everywhere, from elsewhere.
    let account = account.filter(|account| account.session_generation == session.generation);
    let Some(account) = account else { return Ok(None) };
    let access = doorman.access(request, &account, Bearer::of(&session)).await?;
    Ok(Some(Renewed { session, access, refresh }))
}

fn is_recent(session: &Session, digest: &SecretDigest, now: Timestamp) -> bool {
    session.previous.as_ref() == Some(digest) && now <= session.rotated_at + GRACE
}
