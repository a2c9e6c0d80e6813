//! Signing in.

use caseport_domain::id::SessionId;
use caseport_domain::password;
use caseport_pages::{Continue, KeptForm, SignIn, SignInProblem, local};
use caseport_store::sessions::Session;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use jiff::SignedDuration;
use serde::Deserialize;

use crate::doorman::{Doorman, tokens, with_cookies};
use crate::refresh_token::RefreshToken;

/// How long one stays signed in at most.
const SESSION: SignedDuration = SignedDuration::from_hours(12);

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
/// AWS calls: `GetItem` twice, `PutItem`; once per process `GetSecretValue`.
///
/// # Errors
/// When the store fails. Wrong credentials are a page with status 401, or a problem.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let account = doorman.store.user_by_address(&input.email).await?;
    let hash = account.as_ref().and_then(|account| account.password.as_deref());
    let proven = password::verify(&input.password, hash);
    let Some(user) = account.filter(|_| proven).map(|account| account.user) else {
        return refuse(&request, &input);
    };

    let random = request.portal().random;
    let id: SessionId = random.id().parse().map_err(Failure::internal)?;
    let refresh = RefreshToken::new(id.clone(), random);
    let session = Session {
        id: id.clone(),
        user: user.actor.person().id.clone(),
        current: refresh.digest(),
        previous: None,
        rotated_at: request.now(),
        ends_at: request.now() + SESSION,
    };
    doorman.store.add_session(&session).await?;
    let access = doorman.access(&request, id, &user).await?;
    let refresh = refresh.text();
    if request.wants_json() {
        return tokens(&access, Some(&refresh));
    }
    let answer = match input.kept() {
        Some(kept) => request.show(StatusCode::OK, &Continue::new(kept))?,
        None => Answer::see(local(&input.to).unwrap_or("/")),
    };
    Ok(with_cookies(answer, &access, Some(&refresh)))
}

fn refuse(request: &Request, input: &Input) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Credentials);
    }
    let page = SignIn::new(Some(&input.to)).problem(SignInProblem::WrongCredentials, &input.email);
    request.show(StatusCode::UNAUTHORIZED, &page.keeping(input.kept()))
}

impl Input {
    /// What was typed when the session ended.
    fn kept(&self) -> Option<KeptForm> {
        KeptForm::new(&self.kept_action, &self.kept_body)
    }
}
