//! One's own access.

use caseport_domain::access_request::AccessRequest;
use caseport_domain::actor::Contact;
use caseport_domain::policy;
use caseport_pages::{AbilityRow, AccessPage};
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// What one's access includes, for whom one may act, and one's last request.
///
/// AWS calls: `GetItem` twice, and once more if there was a request; for a partner's contact `Query`.
///
/// # Errors
/// When the actor is no contact.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let acting = policy::request_access(request.actor()?)?;
    let latest = store.latest_access_request(acting.person.id.as_str()).await?;
    let page = page(store, &request, latest.as_ref()).await?;
    request.show(StatusCode::OK, &page)
}

/// The page of who asks, with this as their last request.
pub(crate) async fn page(
    store: &Store,
    request: &Request,
    latest: Option<&AccessRequest>,
) -> Result<AccessPage, Failure> {
    let acting = policy::request_access(request.actor()?)?;
    let account = account(store, acting).await?;
    let home = policy::request_access(&account.user.actor)?;
    let serves =
        if policy::acts_for_others(home) { store.companies_served(&home.company).await? } else { Vec::new() };
    let types = &request.portal().case_types;
    let abilities = AbilityRow::used(|ability| ability.extent(|module| request.extent(module), types));
    Ok(AccessPage::new(acting, home, abilities, latest, serves, request.now()))
}

/// A contact as their record says it: what they may do by it, whatever their company's contracts make of that, and for
/// their own company, whomever they act for.
pub(crate) async fn account(store: &Store, contact: &Contact) -> Result<Account, Failure> {
    store.user(&contact.person.id).await?.ok_or(Failure::SignedOut)
}
