//! Signing in.

use caseport_domain::password;
use caseport_pages::{Continue, KeptForm, SignIn, SignInProblem, local};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::admit::admit;
use crate::attempt::Attempt;
use crate::doorman::{Doorman, tokens, with_cookies};

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    email: String,
    password: String,
    to: String,
    kept_action: String,
    kept_body: String,
}

/// Signs in by e-mail and password: cookies for a browser, tokens for an API client.
///
/// AWS calls: `GetItem` twice, `UpdateItem` twice to count the try and twice to take it back, `PutItem`, for a contact `Query`; once per
/// process `GetSecretValue`.
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

    let (access, refresh) = admit(doorman, &request, &account).await?;
    if request.wants_json() {
        return tokens(&access, Some(&refresh));
    }
    let answer = match input.kept() {
        Some(kept) => request.show(StatusCode::OK, &Continue::new(kept))?,
        None => Answer::see(local(&input.to).unwrap_or("/")),
    };
    let known = doorman.known_browser(&request, &account.user).await?;
    Ok(with_cookies(answer, &access, Some(&refresh)).with(known))
}

fn refuse(request: &Request, input: &Input, why: Failure) -> Outcome {
    if request.wants_json() {
        return Err(why);
    }
    let problem = match why {
        Failure::Throttled(_) => SignInProblem::Throttled,
        _ => SignInProblem::WrongCredentials,
    };
    let page = SignIn::new(Some(&input.to)).problem(problem, &input.email);
    request.show(why.status(), &page.keeping(input.kept()))
}

impl Input {
    /// What was typed when the session ended.
    fn kept(&self) -> Option<KeptForm> {
        KeptForm::new(&self.kept_action, &self.kept_body)
    }
}
