//! Choosing a password by a mailed link.

use caseport_domain::actor::Author;
use caseport_domain::audit::Entry;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::password::{self, Chosen};
use caseport_domain::ticket::Ticket;
use caseport_pages::{Asked, Done};
use caseport_store::Committed;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use super::new_password_page::{form, gone, opened};
use crate::doorman::Doorman;

/// The form, or the same as JSON.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    link: String,
    #[serde(default)]
    password: String,
}

/// Sets a password, uses the link up, and ends every session: whoever had the old password is out (X12). Who has the mailbox
/// is no stranger: their browser is known from now on, and signs in whoever else uses up the tries at the account (X13). The
/// password that somebody else may know is not chosen anew (C6).
///
/// AWS calls: two `GetItem`s, one `TransactWriteItems`; once per process `GetSecretValue`.
///
/// # Errors
/// When the link is good no more, or the password is none.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let store = &doorman.store;
    let Some((ticket, mut account)) = opened(store, &request, &input.link).await? else {
        return gone(&request, Asked::Password);
    };
    let mut flaws = Flaws::default();
    let Some(chosen) = chosen(&request, &account, &input.password, &mut flaws) else {
        return again(&request, &input, &ticket, flaws);
    };
    let random = request.portal().random;
    account.change_password(chosen.hash(&random.bytes()));
    let known = doorman.known_browser(&request, &account.user).await?;
    let entry = Entry::new(request.now(), Author::System, "password-set-by-link");
    let written = store
        .transaction()
        .use_ticket(&ticket.id, request.now())
        .change_user(&account)
        .audit("user", ticket.purpose.user().as_str(), &entry, &random.id())
        .commit();
    match written.await? {
        Committed::Done => Ok(request.done(Done::PasswordSet, "/sign-in")?.with(known)),
        _ => gone(&request, Asked::Password),
    }
}

/// The password, if it is fit.
fn chosen(request: &Request, account: &Account, typed: &str, flaws: &mut Flaws) -> Option<Chosen> {
    let user = &account.user;
    let name = account.username.as_deref().unwrap_or_default();
    let about = [&*user.actor.person().name, &user.email, name, &request.portal().brand];
    let chosen = flaws.take("password", Chosen::new(typed, &about))?;
    if account.must_change_password && password::verify(typed, account.password.as_deref()) {
        flaws.add("password", Flaw::Unchanged);
        return None;
    }
    Some(chosen)
}

fn again(request: &Request, input: &Input, ticket: &Ticket, flaws: Flaws) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Flaws(flaws));
    }
    request.show(StatusCode::UNPROCESSABLE_ENTITY, &form(&input.link, ticket).again(flaws))
}
