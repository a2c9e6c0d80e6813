//! Activating an account by the mailed link (E17, E18).

use caseport_domain::actor::Author;
use caseport_domain::audit::Entry;
use caseport_domain::contract;
use caseport_domain::letter::Says;
use caseport_domain::registration::{Known, Registration};
use caseport_domain::ticket::Purpose;
use caseport_pages::{Activate, Asked, Done};
use caseport_store::users::Account;
use caseport_store::{Committed, Store};
use caseport_web::{Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use super::new_password_page::{gone, good, unchanged};
use crate::begin::{Onward, begin};
use crate::doorman::Doorman;

/// The form, or the same as JSON.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    link: String,
}

/// Activates the account, if e-mail and Contact ID still go together under a contract that runs, and signs in.
///
/// AWS calls: two `GetItem`s, a `Query`, a `TransactWriteItems`; to sign in a `PutItem`, an `UpdateItem` and a `Query` more.
///
/// # Errors
/// When the link is good no more; for an API client [`Failure::ContractEnded`], and [`Failure::NameTaken`] if somebody else was
/// quicker.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let store = &doorman.store;
    let ticket = good(store, &request, &input.link).await?;
    let Some((ticket, Purpose::Activation { to: mailed, registration })) =
        ticket.map(|ticket| (ticket.id, ticket.purpose))
    else {
        return gone(&request, Asked::Registration);
    };
    let Some(account) = unchanged(store, &mailed).await? else { return gone(&request, Asked::Registration) };
    match objection(store, &request, &account, &registration).await? {
        None => {}
        Some(Says::RegistrationNoContract) => {
            let page = Activate::new(&input.link, registration.username.as_str()).without_contract();
            return refused(&request, Failure::ContractEnded, &page);
        }
        Some(_) => return gone(&request, Asked::Registration),
    }
    let name = registration.username.clone();
    let account = activated(account, registration);
    let entry = Entry::new(request.now(), Author::System, "account-activated");
    let written = store
        .transaction()
        .name_user(&name, &mailed.user)
        .use_ticket(&ticket, request.now())
        .change_user(&account)
        .audit("user", mailed.user.as_str(), &entry, &request.portal().random.id());
    match written.commit().await? {
        Committed::Done => {}
        Committed::Failed(failed) if failed.contains(&0) => {
            let page = Activate::new(&input.link, name.as_str()).taken();
            return refused(&request, Failure::NameTaken, &page);
        }
        _ => return gone(&request, Asked::Registration),
    }
    let account = Account { revision: account.revision + 1, ..account };
    // It is there for every contact, whatever their level and whichever modules the portal has.
    let to = format!("/home?done={}", Done::Activated.code());
    begin(doorman, &request, &account, false, Onward { to: &to, kept: None }).await
}

/// Says why an account is not activated by a link that is good: who holds it was mailed it at the address on record, and may know.
fn refused(request: &Request, failure: Failure, page: &Activate) -> Outcome {
    if request.wants_json() {
        return Err(failure);
    }
    request.show(StatusCode::CONFLICT, page)
}

/// What speaks against the registration as things stand now.
async fn objection(
    store: &Store,
    request: &Request,
    account: &Account,
    registration: &Registration,
) -> Result<Option<Says>, Failure> {
    let Some(company) = account.user.actor.company() else { return Ok(Some(Says::RegistrationUnknown)) };
    let Some(company) = store.account(company).await? else { return Ok(Some(Says::RegistrationUnknown)) };
    let known = Known {
        user: &account.user,
        is_active: account.password.is_some(),
        standing: contract::standing(&company.contracts, request.now()),
        // The transaction finds out.
        name_is_taken: false,
    };
    Ok(registration.check(Some(&known)).err())
}

fn activated(mut account: Account, registration: Registration) -> Account {
    account.username = Some(registration.username.to_string());
    account.change_password(registration.password);
    account.rules = Some(registration.rules);
    account.user.language = registration.language;
    if let Some(zone) = registration.zone {
        account.user.zone = zone;
    }
    account
}
