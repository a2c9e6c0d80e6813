//! Asking to be erased.

use caseport_domain::actor::Author;
use caseport_domain::audit::Entry;
use caseport_domain::erasure::Erasure;
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_pages::{DataPage, Done};
use caseport_store::{Committed, Store};
use caseport_web::{ACCESS, Answer, Cookie, Failure, Outcome, REFRESH, Request, StatusCode};
use jiff::Timestamp;
use serde::Serialize;

use crate::prove::{Proof, prove};

/// What an API client gets.
#[derive(Serialize)]
struct Receipt {
    asked_at: Timestamp,
}

/// Has what is kept of who asks erased, for the right password. From this moment the account has no password any more, its
/// sessions have ended, the tokens it has write nothing, and no link that was mailed opens it. The rest is
/// `workers-erase`'s, which comes to it within seconds.
///
/// A company whose prime contact they are has none then.
///
/// AWS calls: `GetItem`, `UpdateItem` twice, `Query`, one `TransactWriteItems`.
///
/// # Errors
/// When the actor is no contact; [`Failure::Flaws`] for another password, [`Failure::Throttled`].
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::customer(request.actor()?)?;
    let proof: Proof = request.input()?;
    let account = match prove(store, &request, &proof).await {
        Ok(account) => account,
        Err(failure) if request.wants_json() => return Err(failure),
        Err(failure) => return again(&request, failure),
    };
    let asked_at = request.now();
    // Their own company, whomever they act for.
    let contact = policy::customer(&account.user.actor)?;
    let (user, company) = (contact.person.id.clone(), contact.company.clone());
    let erasure = Erasure::asked(user, company, asked_at);
    let ended = account.ended(asked_at);
    let mut home = store.account(&erasure.company).await?.ok_or(Failure::SignedOut)?;
    let writes = store.transaction().change_user(&ended).ask_erasure(&erasure);
    let writes = if home.details.prime_contact.as_ref() == Some(&erasure.user) {
        home.details.prime_contact = None;
        let entry = Entry::new(asked_at, Author::System, "company-changed");
        let entry = entry.with("prime_contact", &erasure.user, "");
        let nonce = request.portal().random.id();
        writes.change_company(&home).audit("company", home.company.id.as_str(), &entry, &nonce)
    } else {
        writes.permit_company(&request.permit()?)
    };
    match writes.commit().await? {
        Committed::Done => {}
        Committed::NoPermit | Committed::Failed(_) | Committed::Conflict => return Err(Failure::SignedOut),
    }
    let answer = if request.wants_json() {
        Answer::json(StatusCode::ACCEPTED, &Receipt { asked_at })?
    } else {
        Answer::see(&format!("/sign-in?done={}", Done::Erased.code()))
    };
    Ok(answer.with(Cookie::gone(ACCESS)).with(Cookie::gone(REFRESH)))
}

fn again(request: &Request, failure: Failure) -> Outcome {
    let flaws = match &failure {
        Failure::Flaws(flaws) => flaws.clone(),
        Failure::Throttled(_) => Flaws::default(),
        _ => return Err(failure),
    };
    request.show(failure.status(), &DataPage::new(true).again(flaws))
}
