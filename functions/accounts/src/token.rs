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
/// What is no good token is counted by where it came from. One that is good is not: nobody guesses its secret, and whoever tries
/// passwords from the same office is not to stop the programs there (X13).
///
/// AWS calls: `GetItem` twice, `UpdateItem` to note the use, for a contact `Query`; once per process `GetSecretValue`. For
/// what is no good token up to two `GetItem`s, and an `UpdateItem` to count it.
///
/// # Errors
/// [`Failure::Token`] for a token that is none, has ended, was revoked, or was made before its owner changed their
/// password: whoever knew that password may have made it. [`Failure::Throttled`] after too many of these.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let Some((token, stored, account)) = find(doorman, &request, &input.token).await? else {
        let (now, source) = (request.now(), By::Source(request.source()));
        let is_left = doorman.store.take_try(&source, now).await?;
        return Err(if is_left { Failure::Token } else { Failure::Throttled(source.ends(now)) });
    };
    if !doorman.store.token_was_used(&token.user, &token.id, request.now()).await? {
        return Err(Failure::Token);
    }
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

/// The token, as it is stored, and its owner, if it is good.
async fn find(
    doorman: &Doorman,
    request: &Request,
    typed: &str,
) -> Result<Option<(PersonalToken, StoredToken, Account)>, Failure> {
    let Some(token) = PersonalToken::parse(typed) else { return Ok(None) };
    let Some(stored) = doorman.store.token(&token.user, &token.id).await? else { return Ok(None) };
    if stored.digest != token.digest() || stored.ends_at <= request.now() {
        return Ok(None);
    }
    let account = doorman.store.user(&token.user).await?;
    // X27: who has left their company gets no more, whatever tokens they made.
    let account = account.filter(|account| !account.has_left);
    let account = account.filter(|account| account.password_generation == stored.generation);
    Ok(account.map(|account| (token, stored, account)))
}
