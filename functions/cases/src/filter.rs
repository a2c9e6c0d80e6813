//! The form that the list of one's cases is filtered with, with all there is to choose.

use caseport_domain::contract::covered;
use caseport_domain::policy;
use caseport_domain::selection::Side;
use caseport_pages::ListFilter;
use caseport_store::Store;
use caseport_web::listing::filtered;
use caseport_web::{Outcome, Request};

/// The form that the list is filtered with. There it offers the products and engineers that occur on the page beside it; here,
/// all products of the company's contracts, also of those that have ended, and the engineers of the page that it was led to
/// from (`?engineers=`, a name a line): who else works for the vendor is not the customer's to know.
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
    let listing = listing.of_engineers(request.query("engineers").unwrap_or_default());
    request.show(status, &ListFilter::new(listing, products, None))
}
