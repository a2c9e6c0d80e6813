//! Exchanging a personal access token for an access token.

use caseport_domain::grant::{Grant, PersonalToken};
use caseport_domain::id::SessionId;
use caseport_domain::throttle::By;
use caseport_store::tokens::StoredToken;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request};
use serde::Deserialize;

use crate::doorman::{Bearer, Doorman, tokens};

/// What an API client sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    token: String,
}

/// Exchanges a personal access token for an access token, which every other function checks without asking anybody. It
/// has no refresh token: the program comes back here.
///
/// AWS calls: `UpdateItem` to count the try, `GetItem` twice, `UpdateItem` twice to note the use and take the try
/// back, for a contact `Query`; once per process `GetSecretValue`.
///
/// # Errors
/// [`Failure::Token`] for a token that is none, has ended, was revoked, or was made before its owner changed their
/// password: whoever knew that password may have made it.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let (now, source) = (request.now(), By::Source(request.source()));
    if !doorman.store.take_try(&source, now).await? {
        return Err(Failure::Throttled(source.ends(now)));
    }
    let token = PersonalToken::parse(&input.token).ok_or(Failure::Token)?;
    let (stored, account) = find(doorman, &request, &token).await?.ok_or(Failure::Token)?;
    if !doorman.store.token_was_used(&token.user, &token.id, now).await? {
        return Err(Failure::Token);
    }
    doorman.store.give_back_try(&source, now).await?;
    let sid: SessionId = token.id.as_str().parse().map_err(Failure::internal)?;
    let bearer = Bearer {
        sid,
        grant: Grant::Token(stored.reach),
        last_sign_in: None,
        acting_for: None,
        asks_rules: false,
    };
    tokens(&doorman.access(&request, &account, bearer).await?, None)
}

/// The token as stored and its owner, if it is good.
async fn find(
    doorman: &Doorman,
    request: &Request,
    token: &PersonalToken,
) -> Result<Option<(StoredToken, Account)>, Failure> {
    let Some(stored) = doorman.store.token(&token.user, &token.id).await? else { return Ok(None) };
    if stored.digest != token.digest() || stored.ends_at <= request.now() {
        return Ok(None);
    }
    let account = doorman.store.user(&token.user).await?;
    // X27: who has left their company gets no more, whatever tokens they made.
    let account = account.filter(|account| !account.has_left);
    let account = account.filter(|account| account.password_generation == stored.generation);
    Ok(account.map(|account| (stored, account)))
}
