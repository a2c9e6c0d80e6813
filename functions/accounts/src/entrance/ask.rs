//! Asking for a mail.

use caseport_domain::id::LetterId;
use caseport_domain::input::Flaws;
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::person;
use caseport_domain::throttle::{AskedFor, By};
use caseport_pages::{Ask, Asked, Mailed};
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    email: String,
}

/// Answers a form that asks for something by mail at an address.
pub(super) async fn by_form(
    store: &Store,
    request: &Request,
    asked: Asked,
    errand: impl FnOnce(String) -> Errand,
) -> Outcome {
    let input: Input = request.input()?;
    let mut flaws = Flaws::default();
    let Some(address) = flaws.take("email", person::address(&input.email)) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &Ask::new(asked).again(&input.email, flaws));
    };
    mail(store, request, &address.clone(), errand(address)).await?;
    request.show(StatusCode::ACCEPTED, &Mailed { asked })
}

/// Has a mail sent to an address. Beyond a few a quarter of an hour or a day there is none, which is told to nobody;
/// beyond many from one source it is refused (X14). Links to choose a password with are counted apart (X13). Three
/// `UpdateItem`s and a `PutItem`; for a link that the day has none left of, four `UpdateItem`s.
///
/// # Errors
/// [`Failure::Throttled`].
pub(super) async fn mail(
    store: &Store,
    request: &Request,
    address: &str,
    errand: Errand,
) -> Result<(), Failure> {
    let now = request.now();
    let asker = By::Asker(request.source());
    if !store.take_try(&asker, now).await? {
        return Err(Failure::Throttled(asker.ends(now)));
    }
    let what = match &errand {
        Errand::Password { .. } => AskedFor::Link,
        _ => AskedFor::Mail,
    };
    if store.take_letter(what, address, now).await? {
        let id: LetterId = request.portal().random.id().parse().map_err(Failure::internal)?;
        store.send(&Letter { id, at: now, language: request.language(), errand }).await?;
    }
    Ok(())
}
