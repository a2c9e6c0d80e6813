//! Having a contact choose another password.

use caseport_domain::audit::Entry;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_pages::Done;
use caseport_store::Store;
use caseport_web::{Outcome, Request, StatusCode, demand_written};

use crate::contact;
use crate::saving::{Receipt, Saving, changed};

/// Has a contact choose another password before they do anything else (C6): somebody else may know the one they have. Whoever
/// is signed in with it is signed out everywhere, and their personal access tokens end. No password passes through anybody's
/// hands.
///
/// AWS calls: one `GetItem`, one `TransactWriteItems`.
///
/// # Errors
/// When the actor is no administrator, or there is no such contact; [`caseport_web::Failure::Flaws`] when they have no password,
/// or have left.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let (mut account, contact) = contact::find(store, &request).await?;
    if account.password.is_none() || account.has_left {
        let mut flaws = Flaws::default();
        flaws.add("contact", if account.has_left { Flaw::HasLeft } else { Flaw::NotRegistered });
        return contact::wrong(store, &request, account, contact, flaws).await;
    }
    account.suspect_password();
    let saving = Saving::new(store, &request)?;
    let entry = Entry::new(request.now(), request.actor()?.author(), "new-password-demanded");
    let transaction = store.transaction().permit(&saving.permit).change_user(&account);
    let transaction = transaction.audit("user", contact.id.as_str(), &entry, &saving.nonce());
    demand_written(&transaction.commit().await?)?;
    let receipt = Receipt { id: contact.id.as_str(), revision: account.revision + 1 };
    let address = format!("/contacts/{}", contact.id);
    changed(&request, StatusCode::OK, &address, Done::NewPasswordDemanded, &receipt)
}
