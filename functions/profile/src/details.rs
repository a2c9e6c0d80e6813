//! One's own details, seen and changed.

use caseport_domain::actor::{Actor, Person};
use caseport_domain::audit::Entry;
use caseport_domain::case::CaseType;
use caseport_domain::module::Module;
use caseport_domain::policy;
use caseport_domain::profile::{ContactDetails, Details, Typed};
use caseport_pages::{Done, PendingEmail, ProfilePage};
use caseport_store::users::Account;
use caseport_store::{Committed, Store};
use caseport_web::{Answer, Cookie, Failure, LANGUAGE, Outcome, Request, StatusCode};
use jiff::Timestamp;

use crate::email;

/// The details with a form to change them. Two `GetItem`s, for a contact one `Query` beside them.
///
/// # Errors
/// [`Failure::SignedOut`].
pub async fn show(store: &Store, request: Request) -> Outcome {
    let (account, about) = read(store, &request).await?;
    request.show(StatusCode::OK, &page(&account, about))
}

/// Changes the details. What was done before keeps the name it was done under. The language and the zone show on the very
/// next page: it is led to through the renewal of the access token.
///
/// AWS calls: as [`show`], and one `TransactWriteItems` unless all stays as it is.
///
/// # Errors
/// [`Failure::Flaws`]; [`Failure::Outdated`] when they were changed since the form was filled in. A page comes back with
/// what was typed.
pub async fn change(store: &Store, request: Request) -> Outcome {
    let typed: Typed = request.input()?;
    let (account, about) = read(store, &request).await?;
    if typed.revision.is_some_and(|revision| revision != account.revision) {
        return overtaken(&request, page(&account, about), typed);
    }
    let details = match typed.details(account.user.actor.company().is_some()) {
        Ok(details) => details,
        Err(flaws) if request.wants_json() => return Err(Failure::Flaws(flaws)),
        Err(flaws) => {
            let page = page(&account, about).again(typed, flaws);
            return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let permit = request.permit()?;
    if permit.revisions.user != account.revision {
        return Err(Failure::SignedOut);
    }
    let (mut changed, entry) = with(&request, &account, details);
    if changed.user == account.user && changed.profile == account.profile {
        return saved(&request, &page(&account, about), &account);
    }
    let (id, nonce) = (&changed.user.actor.person().id, request.portal().random.id());
    let writes = store.transaction().permit_company(&permit).change_user(&changed);
    match writes.audit("user", id.as_str(), &entry, &nonce).commit().await? {
        Committed::Done => {
            changed.revision += 1;
            saved(&request, &page(&changed, about), &changed)
        }
        Committed::NoPermit => Err(Failure::SignedOut),
        Committed::Failed(_) | Committed::Conflict => {
            let (account, about) = read(store, &request).await?;
            overtaken(&request, page(&account, about), typed)
        }
    }
}

/// What else is shown of who asks.
struct About {
    /// The name of a contact's employer.
    employer: Option<String>,
    /// The change of their address that is under way.
    email_change: Option<PendingEmail>,
    /// Whether they can ask for a change of their details by a case.
    may_ask: bool,
    /// When they had signed in before.
    last_sign_in: Option<Timestamp>,
}

/// The account of who asks, and what else is shown of them.
async fn read(store: &Store, request: &Request) -> Result<(Account, About), Failure> {
    let account = store.user(&request.actor()?.person().id).await?.ok_or(Failure::SignedOut)?;
    // Not whom they act for.
    let employer = match account.user.actor.company() {
        None => None,
        Some(company) => store.account(company).await?.map(|account| account.company.name),
    };
    let email_change = email::under_way(store, request, &account).await?.map(PendingEmail::from);
    let last_sign_in = request.claims()?.last_sign_in;
    Ok((account, About { employer, email_change, may_ask: may_ask(request)?, last_sign_in }))
}

/// Whether who asks can open a case about their details: of their own company's, so not while they act for another.
fn may_ask(request: &Request) -> Result<bool, Failure> {
    let offered = request.uses(Module::Cases) && request.portal().case_types.offers(CaseType::Admin);
    let own = request.claims()?.acting_for.is_none();
    Ok(offered && own && policy::open_type(request.actor()?, CaseType::Admin).is_ok())
}

fn page(account: &Account, about: About) -> ProfilePage {
    let (user, profile) = (&account.user, account.profile.as_ref());
    let Person { id, name } = user.actor.person();
    let typed = Typed::of(name, profile, user.language, &user.zone, account.revision);
    let page = ProfilePage::new(id.to_string(), user.email.clone(), about.employer, typed, profile.is_none());
    page.changing(about.email_change).asking(about.may_ask).signed_in(about.last_sign_in)
}

/// The account with these details, and what the audit trail says of it: each field that changed, as it says it of what
/// administrators change. Where somebody was called before is what they are looked for by when they are erased, and the trail
/// goes with them.
fn with(request: &Request, account: &Account, details: Details) -> (Account, Entry) {
    let mut changed = account.clone();
    let name = details.name;
    match &mut changed.user.actor {
        Actor::Contact(contact) => contact.person.name.clone_from(&name),
        Actor::Engineer(engineer) => engineer.person.name.clone_from(&name),
    }
    changed.user.language = details.language;
    changed.user.zone = details.zone;
    let said = account.profile.as_ref().map(|profile| profile.details.values()).unwrap_or_default();
    let says = details.profile.details.values();
    changed.profile = Some(details.profile);
    let before = &account.user;
    let entry = Entry::new(request.now(), before.actor.author(), "profile-changed")
        .with("name", &before.actor.person().name, &name)
        .with("language", before.language.code(), changed.user.language.code())
        .with("zone", &before.zone, &changed.user.zone);
    let fields = ContactDetails::FIELDS.into_iter().zip(said.iter().zip(&says));
    let entry = fields.fold(entry, |entry, (field, (from, to))| entry.with(field, from, to));
    (changed, entry)
}

fn overtaken(request: &Request, page: ProfilePage, typed: Typed) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Outdated);
    }
    request.show(StatusCode::CONFLICT, &page.overtaken(typed))
}

fn saved(request: &Request, page: &ProfilePage, account: &Account) -> Outcome {
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::OK, page)?);
    }
    let to = format!("/profile?done={}", Done::ProfileChanged.code());
    let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
    // The choice at the top of the page would outlive the one made here.
    let language = Cookie::new(LANGUAGE, account.user.language.code()).kept(365 * 24 * 3600);
    Ok(Answer::see(&format!("/session/refresh?to={to}")).with(language))
}
