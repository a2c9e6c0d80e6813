//! Signing in.

use caseport_domain::password;
use caseport_pages::{KeptForm, SignIn, SignInCode, SignInProblem};
use caseport_web::{Attempt, Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::begin::{Onward, begin};
use crate::doorman::Doorman;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    /// An e-mail address or a user name.
    email: String,
    password: String,
    remember: bool,
    to: String,
    kept_action: String,
    kept_body: String,
}

/// Signs in by e-mail address or user name, and password: cookies for a browser, tokens for an API client. Who has a
/// second factor is asked for its code.
///
/// AWS calls: `GetItem` twice, `UpdateItem` twice to count the try and twice to take it back, once each for a browser that is
/// known to the account, then those of `begin`; once per process `GetSecretValue`.
///
/// # Errors
/// When the store fails. Wrong credentials are a page with status 401, too many tries one with 429, or a problem.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let account = doorman.store.user_by_address(&input.email).await?;
    let id = account.as_ref().map(|account| &account.user.actor.person().id);
    let attempt = match Attempt::begin(&doorman.store, &request, &input.email, id).await {
        Err(Failure::Throttled(until)) => return refuse(&request, &input, Failure::Throttled(until)),
        attempt => attempt?,
    };
    let hash = account.as_ref().and_then(|account| account.password.as_deref());
    let proven = password::verify(&input.password, hash);
    let Some(account) = account.filter(|_| proven) else {
        return refuse(&request, &input, Failure::Credentials);
    };
    attempt.was_right().await?;
    if !account.has_second_factor {
        let onward = Onward { to: &input.to, kept: input.kept() };
        return begin(doorman, &request, &account, input.remember, onward).await;
    }
    let half = doorman.half_way(&request, &account, input.remember).await?;
    if request.wants_json() {
        return Err(Failure::CodeRequired(half));
    }
    request.show(StatusCode::OK, &SignInCode::new(half, Some(&input.to), input.kept()))
}

fn refuse(request: &Request, input: &Input, why: Failure) -> Outcome {
    if request.wants_json() {
        return Err(why);
    }
    let problem = match why {
        Failure::Throttled(_) => SignInProblem::Throttled,
        _ => SignInProblem::WrongCredentials,
    };
    let page = SignIn::new(Some(&input.to)).problem(problem, &input.email).remembering(input.remember);
    request.show(why.status(), &page.keeping(input.kept()))
}

impl Input {
    /// What was typed when the session ended.
    fn kept(&self) -> Option<KeptForm> {
        KeptForm::new(&self.kept_action, &self.kept_body)
    }
}
