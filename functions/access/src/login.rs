//! Asking for a login.

use caseport_domain::access_request::{AccessRequest, MAX_PAIRS, Pair, Subject, address};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::throttle::{AskedFor, By};
use caseport_pages::{Done, LoginForm, LoginValues};
use caseport_store::Store;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Serialize;

/// What an API client is answered, whoever asks.
#[derive(Clone, Copy, Debug, Serialize)]
struct Received {
    received: bool,
}

/// Asks for a login. What is answered does not tell whether that address is known, has asked before, or was asked for
/// too often (X9); nothing is mailed before somebody decided (X14).
///
/// AWS calls: `UpdateItem` three times, one `TransactWriteItems`, or none when that address was asked for too often.
///
/// # Errors
/// When a field is wrong, or too many requests came from there.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let values: LoginValues = request.input()?;
    let mut flaws = Flaws::default();
    let name = flaws.required("name", &values.name);
    let email = flaws.take("email", address(&values.email));
    let pairs = pairs(&values, &mut flaws);
    let text = flaws.required("text", &values.text);
    let (Some(((name, email), text)), true) = (name.zip(email).zip(text), flaws.is_empty()) else {
        return refuse(&request, values, Failure::Flaws(flaws));
    };
    let now = request.now();
    let source = By::Asker(request.source());
    if !store.take_try(&source, now).await? {
        return refuse(&request, values, Failure::Throttled(source.ends(now)));
    }
    if store.take_letter(AskedFor::Login, email.as_str(), now).await? {
        let portal = request.portal();
        let id = portal.random.id().parse().map_err(Failure::internal)?;
        let subject = Subject::Login { name, email, language: request.language(), pairs };
        let asked = AccessRequest::ask(id, subject, text, now, &portal.vendor_zone)?;
        store.ask_access(&asked, None).await?;
    }
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::ACCEPTED, &Received { received: true })?);
    }
    Ok(Answer::see(&format!("/request-a-login?done={}", Done::LoginAsked.code())))
}

/// The pairs that were filled in, at least one.
fn pairs(values: &LoginValues, flaws: &mut Flaws) -> Vec<Pair> {
    let count = values.sold_to.len().max(values.end_user.len());
    let entry = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
    let mut pairs = Vec::new();
    let mut is_empty = true;
    for place in 0..count {
        let (sold_to, end_user) = (entry(&values.sold_to, place), entry(&values.end_user, place));
        if sold_to.trim().is_empty() && end_user.trim().is_empty() {
            continue;
        }
        is_empty = false;
        let sold_to = flaws.required(&format!("sold_to/{place}"), &sold_to);
        let end_user = flaws.required(&format!("end_user/{place}"), &end_user);
        pairs.extend(sold_to.zip(end_user).map(|(sold_to, end_user)| Pair { sold_to, end_user }));
    }
    if is_empty {
        flaws.add("sold_to", Flaw::Required);
        flaws.add("end_user", Flaw::Required);
    }
    if pairs.len() > MAX_PAIRS {
        flaws.add("sold_to", Flaw::TooMany { max: MAX_PAIRS });
    }
    pairs
}

fn refuse(request: &Request, values: LoginValues, failure: Failure) -> Outcome {
    if request.wants_json() {
        return Err(failure);
    }
    let page = match &failure {
        Failure::Flaws(flaws) => LoginForm::again(values, flaws.clone()),
        _ => LoginForm::throttled(values),
    };
    request.show(failure.status(), &page)
}
