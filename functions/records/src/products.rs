//! The products the vendor supports.

use caseport_domain::audit::Entry;
use caseport_domain::contract::Product;
use caseport_domain::id::ProductId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::{Kind, Typed, read_product};
use caseport_pages::Done;
use caseport_pages::records::{Products, RecordForm};
use caseport_store::Store;
use caseport_store::records::{Versioned, first_revision};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{Receipt, Saving, added, changed, commit, overtaken, revision, trail, wrong};

/// All products; for administrators with the form to add one, with `?edit=<id>` to change that one, or with `?remove=<id>` to
/// remove it. What changed of the one that is named is shown too, also of one that is there no more. One `Query`, and one for
/// what changed.
///
/// # Errors
/// When the actor is no engineer; [`Failure::Cursor`].
pub async fn list(store: &Store, request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    let products = store.products().await?;
    let edit = request.query("edit");
    let named: Option<ProductId> = edit.or(request.query("remove")).and_then(|id| id.parse().ok());
    let product = products.iter().find(|product| Some(&product.record.id) == named.as_ref());
    let form = policy::administer(request.actor()?).is_ok().then(|| match product {
        Some(product) if edit.is_none() => form(typed(&product.record)).removing(product.revision),
        Some(product) => form(typed(&product.record)).changing(product.revision),
        None => form(Typed::default()),
    });
    let is_there = product.is_some();
    let lines = products.into_iter().map(|product| (product.record, product.revision));
    let page = Products::new(lines, form);
    let Some(id) = named else { return request.show(StatusCode::OK, &page) };
    let trail = trail(store, &request, "product", id.as_str()).await?;
    let was_there = is_there || !trail.trail.is_empty();
    let page = if was_there { page.with_trail(id.as_str(), trail) } else { page };
    request.show(StatusCode::OK, &page)
}

/// Adds a product; with the `revision` of one that there is, changes its name, if one is sent, or with `remove` removes it. What
/// was sold keeps the name it was sold by until it is saved again.
///
/// AWS calls: one `Query`, one `TransactWriteItems`; to remove it four times `Query` more.
///
/// # Errors
/// When the actor is no administrator. A form with flaws comes back as it was typed, and so does one that was made from what
/// is no more.
pub async fn save(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let sent: Typed = request.input()?;
    let mut flaws = Flaws::default();
    sent.check(&["id", "name", "revision", "remove"], &mut flaws);
    let removes = sent.get("remove") == "yes";
    let is_new = sent.get("revision").is_empty() && !removes;
    let revision = if is_new { None } else { flaws.take("revision", revision(&sent)) };
    let form = form(sent.clone().without("revision").without("remove"));
    let stored =
        store.products().await?.into_iter().find(|stored| stored.record.id.as_str() == sent.get("id"));
    if removes {
        if !flaws.is_empty() {
            return wrong(&request, form, flaws);
        }
        let stored = stored.ok_or(Failure::NotFound)?;
        return Box::pin(crate::product_removal::remove(store, &request, &stored, revision)).await;
    }
    let sent = match &stored {
        Some(stored) if revision.is_some() => sent.keeping(&typed(&stored.record)),
        _ => sent,
    };
    let product = read_product(&sent, &mut flaws);
    let Some(product) = product.filter(|_| flaws.is_empty()) else { return wrong(&request, form, flaws) };
    let id = product.id.as_str();
    let saving = Saving::new(store, &request)?;
    match (stored, revision) {
        (Some(stored), _) if stored.record == product => {
            let receipt = Receipt { id, revision: stored.revision };
            changed(&request, StatusCode::OK, "/products", Done::Saved, &receipt)
        }
        (None, Some(_)) => Err(Failure::NotFound),
        (None, None) if put(&saving, None, &product).await? => {
            added(&request, "/products", &Receipt { id, revision: first_revision(saving.now) })
        }
        (Some(_) | None, None) => {
            flaws.add("id", Flaw::Taken);
            wrong(&request, form, flaws)
        }
        (Some(stored), Some(revision)) => {
            if revision == stored.revision && put(&saving, Some(&stored), &product).await? {
                let receipt = Receipt { id, revision: revision + 1 };
                return changed(&request, StatusCode::OK, "/products", Done::Saved, &receipt);
            }
            overtaken(&request, form, typed(&stored.record), stored.revision)
        }
    }
}

pub(crate) fn form(values: Typed) -> RecordForm {
    RecordForm::new(Kind::Product, "/products", "/products", &[], &[]).with(values)
}

/// A product's fields.
pub(crate) fn typed(product: &Product) -> Typed {
    Typed::default().with("id", product.id.as_str()).with("name", &product.name)
}

/// Stores a product in the place of what was read; `false` if that is not as it was. One `TransactWriteItems`, and up to four
/// while others write to the same product.
pub(crate) async fn put(
    saving: &Saving<'_>,
    before: Option<&Versioned<Product>>,
    product: &Product,
) -> Result<bool, Failure> {
    let was = before.map(|before| typed(&before.record)).unwrap_or_default();
    let what = if before.is_some() { "changed" } else { "created" };
    let entry: Entry = saving.entry(Kind::Product, what, "", &was, &typed(product));
    let transaction = saving.store.transaction().permit(&saving.permit);
    let transaction = match before {
        Some(before) => transaction.change_product(product, before.revision),
        None => transaction.create_product(product, saving.now),
    };
    commit(transaction.audit("product", product.id.as_str(), &entry, &saving.nonce())).await
}
