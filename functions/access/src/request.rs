//! One request, as administrators see it.

use caseport_domain::access_request::{AccessRequest, Standing, Subject};
use caseport_domain::policy;
use caseport_domain::records::{Kind, Typed, folded};
use caseport_pages::AccessRequestPage;
use caseport_store::{Lists, Store};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::prime;

/// How many companies of a name are offered.
const OFFERED: u16 = 5;

/// A request with everything that happened to it. Up to three `GetItem`s; for a login that was granted and is not made yet, one
/// and two `Query`s.
///
/// # Errors
/// When the actor is no administrator, or there is no such request.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let store = lists.store();
    let found = store.access_request(&request.parameter("request")?).await?.ok_or(Failure::NotFound)?;
    let companies = companies(lists, &found).await?;
    let page = page(store, &request, &found).await?.in_companies(&found, &companies);
    request.show(StatusCode::OK, &page)
}

/// The companies whose names begin as those of the first pair of a login that is yet to be made: who uses what was sold first.
async fn companies(lists: &Lists, found: &AccessRequest) -> Result<Vec<Typed>, Failure> {
    let Subject::Login { pairs, .. } = &found.subject else { return Ok(Vec::new()) };
    let pair = pairs.first().filter(|_| found.standing() == Standing::AwaitsContact);
    let Some(pair) = pair else { return Ok(Vec::new()) };
    let mut companies: Vec<Typed> = Vec::new();
    for name in [&pair.end_user, &pair.sold_to] {
        let page = lists.records(Kind::Company, &folded(name.as_str()), OFFERED, None).await?;
        for company in page.rows {
            if !companies.iter().any(|known| known.get("id") == company.get("id")) {
                companies.push(company);
            }
        }
    }
    Ok(companies)
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
