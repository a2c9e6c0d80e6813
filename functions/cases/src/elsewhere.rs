//! The way from a case's address, as in a mail, to whom one acts for.

use caseport_domain::actor::Actor;
use caseport_domain::case::Case;
use caseport_domain::policy;
use caseport_domain::relation::acting_for;
use caseport_pages::CaseElsewhere;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// What is at the address of a case that the actor does not see as whom they act for now: for who would see it if they
/// acted for its company, a page that says so; for everybody else what is at the address of no case.
///
/// No AWS call but for partners' contacts who see pages: `GetItem` and `Query`, whether there is such a case or not, so
/// that not even the time it takes tells.
///
/// # Errors
/// [`Failure::NotFound`], or the policy's word for the same.
pub async fn answer(store: &Store, request: &Request, case: Option<&Case>) -> Outcome {
    let claims = request.claims()?;
    let contact = policy::customer(&claims.actor).map_err(|_| Failure::NotFound)?;
    let acts = policy::acts_for_others(contact) || claims.acting_for.is_some();
    if !acts || request.wants_json() || policy::own_sign_in(claims.grant).is_err() {
        return Err(Failure::NotFound);
    }
    let account = store.user(&contact.person.id).await?.filter(|account| !account.has_left);
    let account = account.ok_or(Failure::SignedOut)?;
    let home = policy::customer(&account.user.actor)?;
    let serves = store.companies_served(&home.company).await?;
    let case = case.ok_or(Failure::NotFound)?;
    let acting = acting_for(home, &serves, &case.company.id).ok_or(Failure::NotFound)?;
    policy::enter(&Actor::Contact(acting), case)?;
    request.show(StatusCode::NOT_FOUND, &CaseElsewhere::new(case))
}
