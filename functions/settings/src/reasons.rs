//! The reasons that cases are closed and reopened for.

use caseport_domain::audit::Entry;
use caseport_domain::case::Reasons;
use caseport_domain::form::{FieldKey, Paths};
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_pages::settings::ReasonList;
use caseport_store::Store;
use caseport_store::settings::REASONS;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{self, put, saved, trail};

/// Where the reasons are.
const ADDRESS: &str = "/reasons";

/// The reasons, with who changed them; `?before=` has earlier changes. One `GetItem`, one `Query`.
///
/// # Errors
/// When the actor is no administrator; [`Failure::Cursor`].
pub async fn page(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let reasons = store.reasons().await?;
    let page = ReasonList::new(reasons.value, reasons.version, trail(store, &request, REASONS).await?);
    request.show(StatusCode::OK, &page)
}

/// Changes the list of reasons as a whole. One `GetItem`, one `TransactWriteItems`; a `Query` more where that did not do, and a
/// `GetItem` where somebody else was quicker.
///
/// # Errors
/// When the actor is no administrator. A form with flaws comes back as it was filled in, and so does one that was made from
/// a version that is no more the newest.
pub async fn save(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let Paths(sent) = request.input()?;
    let mut flaws = Flaws::default();
    let values = sent.clone().without("version");
    let reasons = Reasons::read(&values, &mut flaws);
    let version = flaws.take("version", saving::version(&sent));
    let before = store.reasons().await?;
    let (Some(reasons), Some(version), true) = (reasons, version, flaws.is_empty()) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page = ReasonList::new(before.value, before.version, trail(store, &request, REASONS).await?);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page.typed(values).again(flaws));
    };
    if before.value == reasons {
        return saved(&request, ADDRESS, before.version);
    }
    if version == before.version {
        let entry = changes(saving::entry(&request, "reasons-changed")?, &before.value, &reasons);
        if put(store, &request, REASONS, version, reasons, &entry).await? {
            return saved(&request, ADDRESS, version.saturating_add(1));
        }
    }
    if request.wants_json() {
        return Err(Failure::Outdated);
    }
    let newest = store.reasons().await?;
    let page = ReasonList::new(newest.value, newest.version, trail(store, &request, REASONS).await?);
    request.show(StatusCode::CONFLICT, &page.typed(values).overtaken())
}

/// The entry with each reason that came, went or became another.
fn changes(entry: Entry, from: &Reasons, to: &Reasons) -> Entry {
    let gone = from.0.iter().filter(|reason| !to.0.iter().any(|other| other.code == reason.code));
    let codes: Vec<&FieldKey> = to.0.iter().chain(gone).map(|reason| &reason.code).collect();
    codes
        .into_iter()
        .fold(entry, |entry, code| entry.with(&format!("reasons/{code}"), &from.said(code), &to.said(code)))
}
