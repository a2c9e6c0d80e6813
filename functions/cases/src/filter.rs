//! The form that the list of one's cases is filtered with, with all there is to choose.

use caseport_domain::contract::covered;
use caseport_domain::policy;
use caseport_domain::selection::Side;
use caseport_pages::ListFilter;
use caseport_store::Store;
use caseport_web::listing::filtered;
use caseport_web::{Outcome, Request};

/// The form that the list is filtered with. There it offers the products that occur on the page beside it; here, all of the
/// company's contracts, also of those that have ended.
///
/// AWS calls: one `Query`.
///
/// # Errors
/// When the actor has no cases. A parameter that is wrong is told beside its field.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let contact = policy::list(request.actor()?)?;
    let (status, listing) = filtered(&request, Side::Customer)?;
    let account = store.account(&contact.company).await?;
    let products = account.map(|account| covered(&account.contracts)).unwrap_or_default();
    let listing = listing.shared(policy::sees_all(contact));
    request.show(status, &ListFilter::new(listing, products, None))
}
