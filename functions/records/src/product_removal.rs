//! Removing a product that nothing is for any more.

use caseport_domain::contract::Product;
use caseport_domain::id::ProductId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::records::{Kind, Typed};
use caseport_pages::Done;
use caseport_store::Store;
use caseport_store::records::Versioned;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};

use crate::products::{form, typed};
use crate::saving::{Receipt, Saving, commit, overtaken, wrong};

/// Removes a product that has this revision, unless a contract, hardware, a licence or a form is for it. Cases that are about it
/// keep its name and its identifier: one that is added under that identifier later is that product again.
///
/// What was sold or asked for at this very moment may not be known yet. It keeps the product's name then, as cases do.
///
/// AWS calls: four times `Query`, and more where all contracts, hardware, licences or forms are more than a megabyte; one
/// `TransactWriteItems`.
///
/// # Errors
/// When DynamoDB fails. A product that is in use comes back with what it is in use by, and one that has changed with what it
/// is now.
pub(crate) async fn remove(
    store: &Store,
    request: &Request,
    stored: &Versioned<Product>,
    revision: Option<u32>,
) -> Outcome {
    let (id, values) = (&stored.record.id, typed(&stored.record));
    let asked = form(values.clone()).removing(stored.revision);
    if revision != Some(stored.revision) {
        return overtaken(request, asked, values, stored.revision);
    }
    let flaws = Box::pin(uses(store, id)).await?;
    if !flaws.is_empty() {
        return wrong(request, asked, flaws);
    }
    if !take_away(&Saving::new(store, request)?, stored).await? {
        let now = store.products().await?.into_iter().find(|now| now.record.id == *id);
        let now = now.ok_or(Failure::NotFound)?;
        let asked = form(typed(&now.record)).removing(now.revision);
        return overtaken(request, asked, typed(&now.record), now.revision);
    }
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::OK, &Receipt { id: id.as_str(), revision: stored.revision })?);
    }
    // Its changes are found there still.
    Ok(Answer::see(&format!("/products?edit={id}&done={}", Done::Removed.code())))
}

/// What is for a product: the first contract, hardware and licence, and the forms.
async fn uses(store: &Store, id: &ProductId) -> Result<Flaws, Failure> {
    let (contract, hardware, licence, forms) = tokio::try_join!(
        store.held_for(Kind::Contract, id),
        store.held_for(Kind::Hardware, id),
        store.held_for(Kind::Licence, id),
        store.forms(),
    )?;
    let mut flaws = Flaws::default();
    for (kind, line) in [(Kind::Contract, contract), (Kind::Hardware, hardware), (Kind::Licence, licence)] {
        if let Some(line) = line {
            flaws.add("remove", Flaw::InUse { kind, id: line.text("id"), company: line.text("company") });
        }
    }
    for form in forms.into_iter().map(|saved| saved.form).filter(|form| form.products.contains(id)) {
        flaws.add("remove", Flaw::InForm { form: form.id.to_string() });
    }
    Ok(flaws)
}

/// Takes a product away; `false` if it is not as it was read. One `TransactWriteItems`.
async fn take_away(saving: &Saving<'_>, stored: &Versioned<Product>) -> Result<bool, Failure> {
    let entry = saving.entry(Kind::Product, "removed", "", &typed(&stored.record), &Typed::default());
    let transaction = saving.store.transaction().permit(&saving.permit).remove_product(stored);
    commit(transaction.audit("product", stored.record.id.as_str(), &entry, &saving.nonce())).await
}
