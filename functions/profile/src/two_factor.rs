//! Setting up a second factor.

use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::second_factor::{RECOVERY_CODES, RecoveryCode, Secret};
use caseport_pages::TwoFactor;
use caseport_store::Store;
use caseport_store::second_factors::SecondFactor;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::{own, prove};

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    password: String,
    /// The secret that the page before offered.
    secret: String,
    /// What the app shows once it has it.
    code: String,
}

/// Sets up a second factor, for the password, and gives recovery codes, once. Who found a session open would else shut its owner
/// out with an app of their own (X13).
///
/// AWS calls: `GetItem`, `UpdateItem` to count the try at the password and to take it back, `TransactWriteItems`.
///
/// # Errors
/// When the password is not right, or the code is not the one that an app with this secret shows now;
/// [`Failure::SecondFactorOn`] for an API client, if there is one already.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let mut account = own::change(store, &request).await?;
    if account.has_second_factor {
        if request.wants_json() {
            return Err(Failure::SecondFactorOn);
        }
        return Ok(Answer::see("/profile/two-factor"));
    }
    let (now, portal) = (request.now(), request.portal());
    let mut flaws = Flaws::default();
    prove::check(store, &request, &account, ("password", &input.password), &mut flaws).await?;
    let secret = if input.secret.is_empty() { Err(Flaw::Required) } else { Secret::try_from(input.secret) };
    let secret = flaws.take("secret", secret);
    let step = match secret.as_ref().and_then(|secret| secret.step(&input.code, now)) {
        _ if input.code.is_empty() => Err(Flaw::Required),
        step => step.ok_or(Flaw::WrongCode),
    };
    let (step, Some(secret)) = (flaws.take("code", step), secret) else { return Err(Failure::Flaws(flaws)) };
    let Some(last_step) = step.filter(|_| flaws.is_empty()) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page = TwoFactor::off(&secret, &portal.brand, &account.user.email, request.claims()?.must);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page.again(flaws));
    };
    let codes: [RecoveryCode; RECOVERY_CODES] =
        std::array::from_fn(|_| RecoveryCode::new(&portal.random.id()));
    let recovery = codes.iter().map(RecoveryCode::digest).collect();
    let factor = SecondFactor { secret, since: now, last_step, recovery };
    account.has_second_factor = true;
    let user = &account.user.actor.person().id;
    let transaction = own::transaction(store, &request, &account, "second-factor-on")?;
    own::commit(transaction.add_second_factor(user, &factor), Failure::SignedOut).await?;
    request.show(StatusCode::OK, &TwoFactor::codes(now, codes.iter().map(RecoveryCode::text).collect()))
}
