//! Changing the password.

use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::password::Chosen;
use caseport_pages::{Done, KeptForm, PasswordPage};
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::{own, prove};

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    current: String,
    new: String,
    repeat: String,
    kept_action: String,
    kept_body: String,
}

/// Changes the password, which ends all other sessions and all personal access tokens. Who had typed something before they had
/// to is shown it then.
///
/// AWS calls: `GetItem`, `UpdateItem` to count the try at the current password and to take it back,
/// `TransactWriteItems`.
///
/// # Errors
/// When the current password is not right, or the new one not fit.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let mut account = own::change(store, &request).await?;
    let claims = request.claims()?;
    let mut flaws = Flaws::default();
    prove::check(store, &request, &account, ("current", &input.current), &mut flaws).await?;
    let Some(chosen) = chosen(&request, &account, &input, &mut flaws).filter(|_| flaws.is_empty()) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page = PasswordPage::new(claims.must).keeping(input.kept()).again(flaws);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    account.change_password(chosen.hash(&request.portal().random.bytes()));
    let user = &account.user.actor.person().id;
    let transaction = own::transaction(store, &request, &account, "password-changed")?;
    let transaction = transaction.keep_session(user, &claims.sid, account.session_generation);
    own::commit(transaction, Failure::SignedOut).await?;
    if request.wants_json() {
        return request.done(Done::PasswordChanged, "/profile/password");
    }
    let page = format!("/profile/password?done={}", Done::PasswordChanged.code());
    own::go_on(&request, input.kept(), if claims.must.is_some() { "/" } else { &page })
}

impl Input {
    /// What was typed before it had to be changed.
    fn kept(&self) -> Option<KeptForm> {
        KeptForm::new(&self.kept_action, &self.kept_body)
    }
}

/// The new password, if it is fit and was typed the same twice.
fn chosen(request: &Request, account: &Account, input: &Input, flaws: &mut Flaws) -> Option<Chosen> {
    let user = &account.user;
    let name = account.username.as_deref().unwrap_or_default();
    let about = [&*user.actor.person().name, &user.email, name, &request.portal().brand];
    let chosen = flaws.take("new", Chosen::new(&input.new, &about));
    if chosen.is_some() && input.new == input.current {
        flaws.add("new", Flaw::Unchanged);
    }
    if input.repeat.is_empty() {
        flaws.add("repeat", Flaw::Required);
    } else if input.repeat != input.new {
        flaws.add("repeat", Flaw::NotTheSame);
    }
    chosen
}
