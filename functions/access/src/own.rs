//! What one does with a request of one's own.

use caseport_domain::access_request::{AccessRequest, Command};
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_domain::text::Reason;
use caseport_pages::{Done, RequestView};
use caseport_store::Store;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};

use crate::input::{Nothing, Said};
use crate::{committed, mine};

/// Withdraws a request. `GetItem`, one `TransactWriteItems`.
///
/// # Errors
/// When it is another's, which is as if it were not there, or has ended.
pub async fn withdraw(store: &Store, request: Request) -> Outcome {
    policy::request_access(request.actor()?)?;
    let Nothing {} = request.input()?;
    let before = theirs(store, &request).await?;
    let after = store_change(store, &request, &before, Command::Withdraw).await?;
    done(&request, &after, Done::AccessWithdrawn)
}

/// Answers what an administrator asked. `GetItem`, one `TransactWriteItems`; refused on a page, up to two reads more.
///
/// # Errors
/// When the request is another's, which is as if it were not there, or nothing was asked.
pub async fn answer(store: &Store, request: Request) -> Outcome {
    policy::request_access(request.actor()?)?;
    let input: Said = request.input()?;
    let before = theirs(store, &request).await?;
    let mut flaws = Flaws::default();
    let outcome = match flaws.required::<Reason>("text", &input.text) {
        Some(text) => store_change(store, &request, &before, Command::Answer(text)).await,
        None => Err(Failure::Flaws(flaws)),
    };
    let (failure, flaws, refused) = match outcome {
        Ok(after) => return done(&request, &after, Done::AccessAnswered),
        Err(failure) if request.wants_json() => return Err(failure),
        Err(Failure::Flaws(flaws)) => (Failure::Flaws(flaws.clone()), flaws, None),
        Err(Failure::Access(refused)) => (Failure::Access(refused), Flaws::default(), Some(refused)),
        Err(failure) => return Err(failure),
    };
    let page = mine::page(store, &request, Some(&before)).await?.answered(input.text, flaws, refused);
    request.show(failure.status(), &page)
}

/// The request that the address names, if it is the caller's own.
async fn theirs(store: &Store, request: &Request) -> Result<AccessRequest, Failure> {
    let contact = policy::request_access(request.actor()?)?;
    let found = store.access_request(&request.parameter("request")?).await?.ok_or(Failure::NotFound)?;
    let theirs = found.requester().is_some_and(|requester| requester.id == contact.person.id);
    if theirs { Ok(found) } else { Err(Failure::NotFound) }
}

async fn store_change(
    store: &Store,
    request: &Request,
    before: &AccessRequest,
    command: Command,
) -> Result<AccessRequest, Failure> {
    let permit = request.permit()?;
    let after = before.decide(permit.actor.person(), command, request.now())?;
    let change = store.transaction().permit(&permit).change_access_request(before, &after);
    committed(&change.commit().await?)?;
    Ok(after)
}

fn done(request: &Request, after: &AccessRequest, done: Done) -> Outcome {
    if request.wants_json() {
        let view = RequestView::for_requester(after, request.now());
        return Ok(Answer::json(StatusCode::OK, &view)?);
    }
    Ok(Answer::see(&format!("/access?done={}", done.code())))
}
