//! Having a contact erased.

use caseport_domain::audit::Entry;
use caseport_domain::erasure::Erasure;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{Outcome, Request, StatusCode, demand_written};
use serde::Deserialize;

use crate::contact;
use crate::contact_save::check_leaving;
use crate::saving::{Receipt, Saving, changed};

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    /// The Contact ID, typed again: there is no way back.
    confirm: String,
}

/// Has what is kept of a contact erased who asked for it by another way than the portal: as when they ask there themselves,
/// they sign in no more from this moment, and `workers-erase` comes to the rest within seconds. The company's trail says who
/// had it done.
///
/// AWS calls: one `GetItem`, one `Query`, one `TransactWriteItems`; with flaws twice `Query` more.
///
/// # Errors
/// When the actor is no administrator, or there is no such contact; [`caseport_web::Failure::Flaws`] without their Contact ID,
/// or for a company's prime contact.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let (account, contact) = contact::find(store, &request).await?;
    let input: Input = request.input()?;
    let mut flaws = Flaws::default();
    if input.confirm.trim() != contact.id.as_str() {
        flaws.add("confirm", Flaw::NotConfirmed);
    }
    check_leaving(store, &contact, "confirm", &mut flaws).await?;
    if !flaws.is_empty() {
        return contact::wrong(store, &request, account, contact, flaws).await;
    }
    let saving = Saving::new(store, &request)?;
    let (user, company) = (contact.id.clone(), contact.company.clone());
    let erasure = Erasure::asked(user, company, request.now());
    let revision = account.revision + 1;
    let entry = Entry::new(request.now(), request.actor()?.author(), "contact-erased");
    let entry = entry.with("contact_id", &contact.id, "");
    let transaction = store
        .transaction()
        .permit(&saving.permit)
        .change_user(&account.ended(request.now()))
        .ask_erasure(&erasure)
        .audit("company", contact.company.as_str(), &entry, &saving.nonce());
    demand_written(&transaction.commit().await?)?;
    let receipt = Receipt { id: contact.id.as_str(), revision };
    let address = format!("/companies/{}", contact.company);
    changed(&request, StatusCode::ACCEPTED, &address, Done::ErasureAsked, &receipt)
}
