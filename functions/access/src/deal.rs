//! What an administrator does with a request.

use caseport_domain::access_request::{AccessRequest, Command, Refused, Subject};
use caseport_domain::actor::{Actor, Level, Person};
use caseport_domain::audit::Entry;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::policy::{self, Denied};
use caseport_domain::text::Reason;
use caseport_pages::{Deed, Done, RequestView};
use caseport_store::{Store, Transaction};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

use crate::input::{Nothing, Said};
use crate::{committed, prime, request as view};

/// The form to decide with.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Decision {
    decision: String,
    text: String,
}

/// Asks whoever asks for more. `GetItem`, one `TransactWriteItems`; refused on a page, up to two reads more.
///
/// # Errors
/// When the actor is no administrator or it is their own, or the rules do not allow it as things stand.
pub async fn ask_more(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let Said { text } = request.input()?;
    run(store, &request, Deed::AskMore, &text).await
}

/// Has the company's prime contact asked to confirm. Up to three `GetItem`s, one `TransactWriteItems`.
///
/// # Errors
/// When the actor is no administrator or it is their own, or the rules do not allow it as things stand.
pub async fn ask_prime(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let Nothing {} = request.input()?;
    run(store, &request, Deed::AskPrime, "").await
}

/// Grants or refuses. Up to two `GetItem`s, for a login four, one `TransactWriteItems`: with what was granted, the contact has
/// it; who was granted a login, and is in no record, stays in the queue until they are, or until it is refused after all.
///
/// # Errors
/// When the actor is no administrator or it is their own, or the rules do not allow it as things stand.
pub async fn decide(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let Decision { decision, text } = request.input()?;
    match decision.as_str() {
        "grant" => run(store, &request, Deed::Grant, &text).await,
        "refuse" => run(store, &request, Deed::Refuse, &text).await,
        "" => Err(Failure::flaw("decision", Flaw::Required)),
        _ => Err(Failure::flaw("decision", Flaw::NoSuchChoice)),
    }
}

async fn run(store: &Store, request: &Request, deed: Deed, text: &str) -> Outcome {
    let before = store.access_request(&request.parameter("request")?).await?.ok_or(Failure::NotFound)?;
    let failure = match carry_out(store, request, &before, deed, text).await {
        Ok(after) if request.wants_json() => {
            return Ok(Answer::json(StatusCode::OK, &RequestView::for_admin(&after, request.now()))?);
        }
        Ok(after) => {
            let done = done(deed).code();
            return Ok(Answer::see(&format!("/access/requests/{}?done={done}", after.id)));
        }
        Err(failure) => failure,
    };
    let (flaws, refused) = match &failure {
        _ if request.wants_json() => return Err(failure),
        Failure::Flaws(flaws) => (flaws.clone(), None),
        Failure::Access(refused) => (Flaws::default(), Some(*refused)),
        _ => return Err(failure),
    };
    let page = view::page(store, request, &before).await?.again(deed, text.to_owned(), flaws, refused);
    request.show(failure.status(), &page)
}

const fn done(deed: Deed) -> Done {
    match deed {
        Deed::AskMore => Done::MoreAsked,
        Deed::AskPrime => Done::PrimeAsked,
        Deed::Grant => Done::AccessGranted,
        Deed::Refuse => Done::AccessRefused,
    }
}

/// Decides and stores it, with whatever follows from it, together.
async fn carry_out(
    store: &Store,
    request: &Request,
    before: &AccessRequest,
    deed: Deed,
    text: &str,
) -> Result<AccessRequest, Failure> {
    let permit = request.permit()?;
    let admin = policy::decide_access(permit.actor, before)?;
    not_their_own(store, before, admin).await?;
    let command = match deed {
        Deed::AskMore => Command::AskMore(said(text)?),
        Deed::Refuse => Command::Refuse(said(text)?),
        Deed::Grant => Command::Grant,
        Deed::AskPrime => {
            let prime = prime(store, before).await?.ok_or(Refused::NoPrime)?;
            Command::AskPrime(prime.user.actor.person().clone())
        }
    };
    let mut after = before.decide(admin, command, request.now())?;
    if let Subject::Login { email, .. } = &before.subject
        && deed == Deed::Grant
        && store.user_by_address(email.as_str()).await?.is_some()
    {
        after = after.contact_made(admin, request.now()).unwrap_or(after);
    }
    let mut change = store.transaction().permit(&permit).change_access_request(before, &after);
    if deed == Deed::Grant {
        change = grant(store, request, &after, change).await?;
    }
    change = change.send(&letter(request, &after, deed)?);
    committed(&change.commit().await?)?;
    Ok(after)
}

/// The mail that tells whom it concerns.
fn letter(request: &Request, after: &AccessRequest, deed: Deed) -> Result<Letter, Failure> {
    let id = request.portal().random.id().parse().map_err(Failure::internal)?;
    let language = match &after.subject {
        Subject::Login { language, .. } => *language,
        Subject::Level { .. } => request.language(),
    };
    let about = after.id.clone();
    let errand = match deed {
        Deed::AskMore => Errand::AccessMore { request: about },
        Deed::AskPrime => Errand::AccessPrime { request: about },
        Deed::Grant | Deed::Refuse => Errand::AccessDecided { request: about },
    };
    Ok(Letter { id, at: request.now(), language, errand })
}

fn said(text: &str) -> Result<Reason, Failure> {
    Reason::try_from(text.to_owned()).map_err(|flaw| Failure::flaw("text", flaw))
}

/// X27: nobody decides the login of their own address either.
async fn not_their_own(store: &Store, before: &AccessRequest, admin: &Person) -> Result<(), Failure> {
    let Subject::Login { email, .. } = &before.subject else { return Ok(()) };
    let account = store.user(&admin.id).await?.ok_or(Failure::SignedOut)?;
    if account.user.email.eq_ignore_ascii_case(email.as_str()) {
        Err(Denied::OwnRequest.into())
    } else {
        Ok(())
    }
}

/// What follows from granting: a contact has the level. Their record's revision rises, so that what they may no more
/// they can do no more at once, and the trail says who did it. A login is made in the records.
async fn grant<'a>(
    store: &Store,
    request: &Request,
    after: &AccessRequest,
    change: Transaction<'a>,
) -> Result<Transaction<'a>, Failure> {
    let Subject::Level { contact, company, has, wants, .. } = &after.subject else { return Ok(change) };
    let account = store.user(&contact.id).await?.filter(|account| !account.has_left);
    let mut account = account.ok_or(Refused::Overtaken)?;
    let from = match &mut account.user.actor {
        // Whoever has another level by now asked for something else than this would give.
        Actor::Contact(contact) if contact.company == *company && contact.level == *has => {
            std::mem::replace(&mut contact.level, *wants)
        }
        _ => return Err(Refused::Overtaken.into()),
    };
    let entry = entry(request, from, *wants)?;
    let nonce = request.portal().random.id();
    Ok(change.change_user(&account).audit("user", contact.id.as_str(), &entry, &nonce))
}

fn entry(request: &Request, from: Level, to: Level) -> Result<Entry, Failure> {
    let by = request.actor()?.author();
    Ok(Entry::new(request.now(), by, "level-granted").with("level", from.code(), to.code()))
}
