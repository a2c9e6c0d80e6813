//! The form to open a case with.

use caseport_domain::actor::Contact;
use caseport_domain::contract::{Company, Product, entitled};
use caseport_domain::policy;
use caseport_pages::OpenForm;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// The form, with the products under contract now. One `Query`.
///
/// # Errors
/// When the actor may not open cases.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let contact = policy::open(request.actor()?)?;
    let (_, products) = entitlement(store, &request, contact).await?;
    request.show(StatusCode::OK, &OpenForm::new(products))
}

/// The contact's company and the products it may open cases for now. One `Query`.
pub(crate) async fn entitlement(
    store: &Store,
    request: &Request,
    contact: &Contact,
) -> Result<(Company, Vec<Product>), Failure> {
    let account = store.account(&contact.company).await?;
    let account = account.ok_or_else(|| Failure::internal("a contact's company is missing"))?;
    let products = entitled(&account.contracts, request.now());
    Ok((account.company, products))
}
