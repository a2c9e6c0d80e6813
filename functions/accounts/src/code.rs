//! Signing in with a second factor, after the password.

use caseport_domain::input::{Flaw, Flaws};
use caseport_pages::{KeptForm, SignIn, SignInCode, SignInProblem};
use caseport_store::users::Account;
use caseport_web::token::HalfWay;
use caseport_web::{Attempt, Failure, Outcome, Request};
use serde::Deserialize;

use crate::begin::{Onward, begin};
use crate::doorman::Doorman;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    /// What the password was answered with.
    half: String,
    code: String,
    to: String,
    kept_action: String,
    kept_body: String,
}

/// Signs in who proved their password and now a code of their authenticator app, or a recovery code. Each is good
/// once.
///
/// AWS calls: `UpdateItem` twice to count the try, `GetItem` twice, `UpdateItem` to use the code up and twice to take
/// the try back, once each for a browser that is known to the account, then those of `begin`; once per process
/// `GetSecretValue`.
///
/// # Errors
/// When the store fails. A wrong code is a page with status 401, too many tries one with 429, or a problem. Whoever took
/// too long begins again.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let input: Input = request.input()?;
    if request.wants_json() {
        input.check()?;
    }
    let portal = request.portal();
    let Ok(half) = portal.keys.check::<HalfWay>(&input.half, &portal.origin, request.now()) else {
        return again(&request, &input);
    };
    let attempt = match Attempt::at_code(&doorman.store, &request, &half.sub).await {
        Err(Failure::Throttled(until)) => return refuse(&request, input, Failure::Throttled(until)),
        attempt => attempt?,
    };
    let account = doorman.store.user(&half.sub).await?;
    let Some(account) = account.filter(|account| account.revision == half.revision) else {
        return again(&request, &input);
    };
    if !prove(doorman, &request, &account, &input.code).await? {
        return refuse(&request, input, Failure::Code);
    }
    attempt.was_right().await?;
    let onward = Onward { to: &input.to, kept: input.kept() };
    begin(doorman, &request, &account, half.is_kept, onward).await
}

async fn prove(doorman: &Doorman, request: &Request, account: &Account, code: &str) -> Result<bool, Failure> {
    let user = &account.user.actor.person().id;
    match doorman.store.second_factor(user).await? {
        Some(factor) => Ok(doorman.store.use_code(user, &factor, code, request.now()).await?),
        None => Ok(false),
    }
}

fn refuse(request: &Request, input: Input, why: Failure) -> Outcome {
    if request.wants_json() {
        return Err(why);
    }
    let problem = match why {
        Failure::Throttled(_) => SignInProblem::Throttled,
        _ => SignInProblem::WrongCode,
    };
    let kept = input.kept();
    request.show(why.status(), &SignInCode::new(input.half, Some(&input.to), kept).problem(problem))
}

/// From the beginning: what was proved of the password holds no more.
fn again(request: &Request, input: &Input) -> Outcome {
    if request.wants_json() {
        return Err(Failure::SignedOut);
    }
    let page = SignIn::new(Some(&input.to)).problem(SignInProblem::SessionEnded, "").keeping(input.kept());
    request.show(Failure::SignedOut.status(), &page)
}

impl Input {
    fn check(&self) -> Result<(), Failure> {
        let mut flaws = Flaws::default();
        for (field, value) in [("half", &self.half), ("code", &self.code)] {
            if value.is_empty() {
                flaws.add(field, Flaw::Required);
            }
        }
        if flaws.is_empty() { Ok(()) } else { Err(Failure::Flaws(flaws)) }
    }

    /// What was typed when the session ended.
    fn kept(&self) -> Option<KeptForm> {
        KeptForm::new(&self.kept_action, &self.kept_body)
    }
}
