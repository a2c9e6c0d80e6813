//! Asking for another level.

use caseport_domain::access_request::{AccessRequest, Refused, Subject};
use caseport_domain::actor::Level;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::text::Reason;
use caseport_pages::{AccessValues, Done, RequestView};
use caseport_store::{Asked, Store};
use caseport_web::{Answer, Failure, Outcome, Request};

use crate::mine;

/// Asks for another level.
///
/// AWS calls: `GetItem`, `Query`, one `TransactWriteItems`; refused on a page, up to four reads instead of the write.
///
/// # Errors
/// When the actor is no contact, a field is wrong, or another request of theirs is open.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let contact = policy::request_access(request.actor()?)?;
    let values: AccessValues = request.input()?;
    let mut flaws = Flaws::default();
    let wants = flaws.take("wants", level(&values.wants));
    let text: Option<Reason> = flaws.required("text", &values.text);
    let Some((wants, text)) = wants.zip(text) else {
        return again(store, &request, values, Failure::Flaws(flaws)).await;
    };

    let account = mine::account(store, contact).await?;
    let home = policy::request_access(&account.user.actor)?;
    let company = store.account(&home.company).await?.ok_or(Failure::NotFound)?.company;
    let subject = Subject::Level {
        contact: home.person.clone(),
        company: company.id,
        company_name: company.name,
        has: home.level,
        wants,
    };
    let portal = request.portal();
    let id = portal.random.id().parse().map_err(Failure::internal)?;
    let asked = match AccessRequest::ask(id, subject, text, request.now(), &portal.vendor_zone) {
        Ok(asked) => asked,
        Err(refused) => return again(store, &request, values, refused.into()).await,
    };
    match store.ask_access(&asked, Some(request.permit()?)).await? {
        Asked::NoPermit => Err(Failure::SignedOut),
        Asked::OneIsOpen => again(store, &request, values, Refused::OneIsOpen.into()).await,
        Asked::Now if request.wants_json() => {
            Ok(Answer::created("/access", &RequestView::for_requester(&asked, request.now()))?)
        }
        Asked::Now => Ok(Answer::see(&format!("/access?done={}", Done::AccessAsked.code()))),
    }
}

fn level(code: &str) -> Result<Level, Flaw> {
    match Level::of(code) {
        Some(level) => Ok(level),
        None if code.is_empty() => Err(Flaw::Required),
        None => Err(Flaw::NoSuchChoice),
    }
}

/// The refusal: for a person on the page as it stands now, with the form as they filled it in.
async fn again(store: &Store, request: &Request, values: AccessValues, failure: Failure) -> Outcome {
    if request.wants_json() {
        return Err(failure);
    }
    let (flaws, refused) = match &failure {
        Failure::Flaws(flaws) => (flaws.clone(), None),
        Failure::Access(refused) => (Flaws::default(), Some(*refused)),
        _ => return Err(failure),
    };
    let latest = store.latest_access_request(request.actor()?.person().id.as_str()).await?;
    let page = mine::page(store, request, latest.as_ref()).await?.again(values, flaws, refused);
    request.show(failure.status(), &page)
}
