//! Taking off a contact's second factor.

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

/// Takes off the second factor of a contact who lost both it and their recovery codes: they sign in by their password until they
/// set it up anew. They are signed out everywhere, their personal access tokens end, and they are mailed that it was done,
/// since somebody else may have asked for it.
///
/// AWS calls: two `GetItem`s, one `TransactWriteItems`; for who has none, one `GetItem`.
///
/// # Errors
/// When the actor is no administrator, or there is no such contact; [`Failure::Flaws`] when they have no second factor, or have
/// left.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let (mut account, contact) = contact::find(store, &request).await?;
    if !account.has_second_factor || account.has_left {
        let mut flaws = Flaws::default();
        flaws.add("contact", if account.has_left { Flaw::HasLeft } else { Flaw::NoSecondFactor });
        return contact::wrong(store, &request, account, contact, flaws).await;
    }
    let is_there = store.second_factor(&contact.id).await?.is_some();
    account.lose_second_factor();
    let saving = Saving::new(store, &request)?;
    let id: LetterId = saving.nonce().parse().map_err(Failure::internal)?;
    let errand = Errand::SecondFactorOff { user: contact.id.clone() };
    let letter = Letter { id, at: request.now(), language: contact.language, errand };
    let entry = Entry::new(request.now(), request.actor()?.author(), "second-factor-reset");
    let transaction = store.transaction().permit(&saving.permit).change_user(&account).send(&letter);
    let transaction = if is_there { transaction.remove_second_factor(&contact.id) } else { transaction };
    let transaction = transaction.audit("user", contact.id.as_str(), &entry, &saving.nonce());
    demand_written(&transaction.commit().await?)?;
    let receipt = Receipt { id: contact.id.as_str(), revision: account.revision + 1 };
    let address = format!("/contacts/{}", contact.id);
    changed(&request, StatusCode::OK, &address, Done::SecondFactorTakenOff, &receipt)
}
