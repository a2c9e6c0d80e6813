//! One request, as administrators see it.

use caseport_domain::access_request::AccessRequest;
use caseport_domain::policy;
use caseport_pages::AccessRequestPage;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::prime;

/// A request with everything that happened to it. Up to three `GetItem`s.
///
/// # Errors
/// When the actor is no administrator, or there is no such request.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let found = store.access_request(&request.parameter("request")?).await?.ok_or(Failure::NotFound)?;
    request.show(StatusCode::OK, &page(store, &request, &found).await?)
}

/// The page of a request.
pub(crate) async fn page(
    store: &Store,
    request: &Request,
    found: &AccessRequest,
) -> Result<AccessRequestPage, Failure> {
    let prime = prime(store, found).await?;
    let prime = prime.as_ref().map(|prime| prime.user.actor.person());
    Ok(AccessRequestPage::new(found, prime, request.now()))
}
