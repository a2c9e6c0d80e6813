//! One's own PIN: seen by who proves again who they are, replaced at will (G23–G26).

use caseport_domain::audit::Entry;
use caseport_domain::input::Flaws;
use caseport_domain::pin::Pin;
use caseport_domain::policy;
use caseport_pages::PinPage;
use caseport_store::{Committed, Store};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::prove::{Proof, prove};

/// What the PIN is for, and the form that shows it. No AWS call.
///
/// # Errors
/// When the actor is no contact.
pub async fn page((): &(), request: Request) -> Outcome {
    policy::customer(request.actor()?)?;
    request.show(StatusCode::OK, &PinPage::default())
}

/// The PIN, for the right password: made now, if there was none yet.
///
/// AWS calls: `GetItem` twice, `UpdateItem` twice; the first time one `TransactWriteItems`.
///
/// # Errors
/// [`Failure::Flaws`] for another password, [`Failure::Throttled`].
pub async fn show(store: &Store, request: Request) -> Outcome {
    answer(store, &request, false).await
}

/// Another PIN, for the right password. The one before ends at once.
///
/// AWS calls: `GetItem` twice, `UpdateItem` twice, one `TransactWriteItems`.
///
/// # Errors
/// As [`show`].
pub async fn replace(store: &Store, request: Request) -> Outcome {
    answer(store, &request, true).await
}

async fn answer(store: &Store, request: &Request, replace: bool) -> Outcome {
    policy::customer(request.actor()?)?;
    let proof: Proof = request.input()?;
    match prove(store, request, &proof).await {
        Ok(_) => {}
        Err(failure) if request.wants_json() => return Err(failure),
        Err(Failure::Flaws(flaws)) => {
            return request.show(StatusCode::UNPROCESSABLE_ENTITY, &PinPage::again(replace, flaws));
        }
        Err(Failure::Throttled(_)) => {
            return request.show(StatusCode::TOO_MANY_REQUESTS, &PinPage::again(replace, Flaws::default()));
        }
        Err(failure) => return Err(failure),
    }
    let pin = kept(store, request, replace).await?;
    request.show(StatusCode::OK, &PinPage::shown(pin, replace))
}

/// The PIN there is, or another.
async fn kept(store: &Store, request: &Request, replace: bool) -> Result<Pin, Failure> {
    let (permit, random) = (request.permit()?, request.portal().random);
    let id = &permit.actor.person().id;
    let kept = store.pin(id).await?;
    if let Some(kept) = kept.as_ref().filter(|_| !replace) {
        return Ok(kept.pin.clone());
    }
    let pin = Pin::of(random.bytes());
    let what = if kept.is_some() { "pin-replaced" } else { "pin-made" };
    let entry = Entry::new(request.now(), permit.actor.author(), what);
    let writes = store.transaction().permit(&permit).keep_pin(id, &pin, kept.as_ref());
    match writes.audit("user", id.as_str(), &entry, &random.id()).commit().await? {
        Committed::Done => Ok(pin),
        Committed::NoPermit => Err(Failure::SignedOut),
        // Another window was quicker: what it was given holds.
        Committed::Failed(_) | Committed::Conflict => {
            let kept = store.pin(id).await?;
            kept.map(|kept| kept.pin).ok_or_else(|| Failure::internal("a PIN vanished"))
        }
    }
}
