//! Switching the second factor off.

use caseport_domain::input::{Flaw, Flaws};
use caseport_pages::{Done, TwoFactor};
use caseport_store::Store;
use caseport_store::second_factors::SecondFactor;
use caseport_web::{Attempt, Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::{own, prove};

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    password: String,
    code: String,
}

/// Switches the second factor off: for who has both password and factor, or a recovery code.
///
/// AWS calls: `GetItem` twice, `UpdateItem` to count the try at the password and to take it back, `UpdateItem` twice to
/// count that at the code and twice to take it back, once each for a browser that is known to the account, `UpdateItem` to use the
/// code up, `TransactWriteItems`.
///
/// # Errors
/// When password or code is not right.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let mut account = own::change(store, &request).await?;
    let user = account.user.actor.person().id.clone();
    let mut flaws = Flaws::default();
    let factor = store.second_factor(&user).await?.filter(|_| account.has_second_factor);
    if factor.is_some() {
        prove::check(store, &request, &account, ("password", &input.password), &mut flaws).await?;
    } else if input.password.is_empty() {
        flaws.add("password", Flaw::Required);
    }
    if input.code.is_empty() {
        flaws.add("code", Flaw::Required);
    }
    let factor = match factor {
        // A wrong password uses no code up.
        Some(factor) => {
            if flaws.is_empty() && !use_code(store, &request, &factor, &input.code).await? {
                flaws.add("code", Flaw::WrongCode);
            }
            factor
        }
        None if flaws.is_empty() => return request.done(Done::SecondFactorOff, "/profile/two-factor"),
        None => return Err(Failure::Flaws(flaws)),
    };
    if !flaws.is_empty() {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page = TwoFactor::on(factor.since, factor.recovery.len()).again(flaws);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    account.has_second_factor = false;
    let transaction = own::transaction(store, &request, &account, "second-factor-off")?;
    own::commit(transaction.remove_second_factor(&user), Failure::SignedOut).await?;
    request.done_anew(Done::SecondFactorOff, "/profile/two-factor")
}

async fn use_code(
    store: &Store,
    request: &Request,
    factor: &SecondFactor,
    code: &str,
) -> Result<bool, Failure> {
    let user = &request.actor()?.person().id;
    let attempt = Attempt::at_code(store, request, user).await?;
    if !store.use_code(user, factor, code, request.now()).await? {
        return Ok(false);
    }
    attempt.was_right().await?;
    Ok(true)
}
