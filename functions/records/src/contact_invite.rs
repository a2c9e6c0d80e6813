//! Inviting a contact to the portal.

use caseport_domain::audit::Entry;
use caseport_domain::id::LetterId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::policy;
use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode, demand_written};

use crate::contact;
use crate::saving::{Receipt, Saving, changed};

/// Mails a contact who has no password yet a link to choose one with, good for two weeks (C5). Sent again, there are two
/// links, of which the first to be used is good.
///
/// AWS calls: one `GetItem`, one `TransactWriteItems`.
///
/// # Errors
/// When the actor is no administrator, or there is no such contact; [`Failure::Flaws`] when they have a password, or have left.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let (account, contact) = contact::find(store, &request).await?;
    if account.password.is_some() || account.has_left {
        let mut flaws = Flaws::default();
        flaws.add("contact", if account.has_left { Flaw::HasLeft } else { Flaw::HasRegistered });
        return contact::wrong(store, &request, account, contact, flaws).await;
    }
    let saving = Saving::new(store, &request)?;
    let id: LetterId = saving.nonce().parse().map_err(Failure::internal)?;
    let errand = Errand::Invitation { user: contact.id.clone() };
    let letter = Letter { id, at: request.now(), language: contact.language, errand };
    let entry = Entry::new(request.now(), request.actor()?.author(), "contact-invited");
    let transaction = store.transaction().permit(&saving.permit).send(&letter);
    let transaction = transaction.audit("user", contact.id.as_str(), &entry, &saving.nonce());
    demand_written(&transaction.commit().await?)?;
    let receipt = Receipt { id: contact.id.as_str(), revision: account.revision };
    changed(&request, StatusCode::ACCEPTED, &format!("/contacts/{}", contact.id), Done::Invited, &receipt)
}
