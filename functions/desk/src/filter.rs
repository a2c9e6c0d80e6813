//! The form that the desk is filtered with, with all there is to choose.

use caseport_domain::policy;
use caseport_domain::selection::Side;
use caseport_pages::ListFilter;
use caseport_store::Lists;
use caseport_web::listing::filtered;
use caseport_web::{Outcome, Request};

/// The form that the desk is filtered with. There it offers the products and engineers that occur on the page beside it; here,
/// all of them.
///
/// AWS calls: two `Query`s, at once.
///
/// # Errors
/// When the actor is no engineer. A parameter that is wrong is told beside its field.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::desk(request.actor()?)?;
    let (status, listing) = filtered(&request, Side::Desk)?;
    let (products, engineers) = tokio::join!(lists.store().products(), lists.staff());
    let products = products?.into_iter().map(|product| product.record).collect();
    let engineers = engineers?.into_iter().map(|colleague| colleague.person).collect();
    request.show(status, &ListFilter::new(listing, products, Some(engineers)))
}
