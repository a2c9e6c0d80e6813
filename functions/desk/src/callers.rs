//! Who is calling: a PIN that was told by telephone, checked (A9).

use caseport_domain::actor::Actor;
use caseport_domain::audit::Entry;
use caseport_domain::id::UserId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::pin::Pin;
use caseport_domain::policy;
use caseport_domain::throttle::By;
use caseport_pages::{Caller, Callers, Check};
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request, StatusCode, is_written};
use serde::Deserialize;

/// What the engineer types, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    contact: String,
    pin: String,
}

/// The form. No AWS call.
///
/// # Errors
/// When the actor is no engineer.
pub async fn page((): &(), request: Request) -> Outcome {
    policy::check_caller(request.actor()?)?;
    request.show(StatusCode::OK, &Callers::default())
}

/// Checks the PIN of a contact, named by Contact ID in any letter case, address or user name. After five wrong ones in a
/// quarter of an hour not even the right one is looked at, whoever asks: else a caller could guess by way of one engineer after
/// the other. Every check is noted in the contact's audit trail, the PIN never.
///
/// AWS calls: `GetItem`, with an address twice, with a Contact ID in another case up to three times, with a user name up to
/// five times; `UpdateItem` to count the try, `GetItem`, `TransactWriteItems`; once verified, or when there is no PIN, `UpdateItem` to take
/// the try back; verified `Query`.
///
/// # Errors
/// When the actor is no engineer; [`Failure::Flaws`]; [`Failure::Throttled`] for API clients.
pub async fn check(store: &Store, request: Request) -> Outcome {
    policy::check_caller(request.actor()?)?;
    let input: Input = request.input()?;
    let mut flaws = Flaws::default();
    let pin: Option<Pin> = flaws.required("pin", &input.pin);
    let account = find(store, input.contact.trim()).await?;
    let account = flaws.take("contact", account);
    let (Some(pin), Some(account)) = (pin, account) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &Callers::again(&input.contact, flaws));
    };
    let id = &account.user.actor.person().id;
    let check = tried(store, &request, id, &pin).await?;
    note(store, &request, id, check).await?;
    let known = if check == Check::Verified { Some(about(store, &account).await?) } else { None };
    let status = match check {
        Check::Locked if request.wants_json() => {
            return Err(Failure::Throttled(By::Pin(id.as_str()).ends(request.now())));
        }
        Check::Locked => StatusCode::TOO_MANY_REQUESTS,
        Check::Verified | Check::Wrong | Check::NoPin => StatusCode::OK,
    };
    request.show(status, &Callers::checked(&input.contact, check, known))
}

/// The contact with this identifier, however it is written, or else with this address or user name: a user name may look like
/// an identifier.
async fn find(store: &Store, typed: &str) -> Result<Result<Account, Flaw>, Failure> {
    if typed.is_empty() {
        return Ok(Err(Flaw::Required));
    }
    let by_id = match typed.parse::<UserId>() {
        Ok(id) => store.user_however_written(&id).await?,
        Err(_) => None,
    };
    let contact = match by_id.filter(is_contact) {
        None => store.user_by_address(typed).await?.filter(is_contact),
        contact => contact,
    };
    Ok(contact.ok_or(Flaw::NoSuchContact))
}

/// Whether this is somebody who can call as a contact.
fn is_contact(account: &Account) -> bool {
    !account.has_left && matches!(account.user.actor, Actor::Contact(_))
}

async fn tried(store: &Store, request: &Request, id: &UserId, pin: &Pin) -> Result<Check, Failure> {
    let (by, now) = (By::Pin(id.as_str()), request.now());
    if !store.take_try(&by, now).await? {
        return Ok(Check::Locked);
    }
    let check = match store.pin(id).await? {
        // A contact who has never looked at their PIN has none, so that there is nothing to guess.
        None => Check::NoPin,
        Some(kept) if kept.pin.is(pin) => Check::Verified,
        Some(_) => return Ok(Check::Wrong),
    };
    store.give_back_try(&by, now).await?;
    Ok(check)
}

async fn note(store: &Store, request: &Request, id: &UserId, check: Check) -> Result<(), Failure> {
    let what = match check {
        Check::Verified => "caller-verified",
        Check::Wrong => "caller-wrong",
        Check::NoPin => "caller-without-pin",
        Check::Locked => "caller-locked",
    };
    let permit = request.permit()?;
    let entry = Entry::new(request.now(), permit.actor.author(), what);
    let nonce = request.portal().random.id();
    let writes = store.transaction().permit(&permit).audit("user", id.as_str(), &entry, &nonce);
    let is_noted = is_written(&writes.commit().await?)?;
    if is_noted { Ok(()) } else { Err(Failure::internal("an audit entry was not written")) }
}

async fn about(store: &Store, account: &Account) -> Result<Caller, Failure> {
    let user = &account.user;
    let company = match user.actor.company() {
        None => None,
        Some(company) => store.account(company).await?,
    };
    let phone = account.profile.as_ref().and_then(|profile| profile.details.phone.as_ref());
    Ok(Caller {
        contact_id: user.actor.person().id.to_string(),
        name: user.actor.person().name.clone(),
        email: user.email.clone(),
        company: company.map(|account| account.company.name).unwrap_or_default(),
        phone: phone.map(ToString::to_string),
    })
}
