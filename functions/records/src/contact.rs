//! A contact's record.

use caseport_domain::id::UserId;
use caseport_domain::policy;
use caseport_domain::records::{ContactRecord, Kind};
use caseport_pages::records::{ContactPage, RecordForm, Trail};
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// How many changes are shown.
const CHANGES: u8 = 50;

/// A contact's record, with the form to change it for administrators.
///
/// AWS calls: one `GetItem`, `Query` twice.
///
/// # Errors
/// When the actor is no engineer, or there is no such contact.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    let id: UserId = request.parameter("contact")?;
    let account = store.user(&id).await?.ok_or(Failure::NotFound)?;
    let contact = ContactRecord::of(&account.user, !account.has_left).ok_or(Failure::NotFound)?;
    let company = store.account(&contact.company).await?;
    let trail = store.trail("user", id.as_str(), CHANGES).await?;
    let can_change = policy::administer(request.actor()?).is_ok();
    let form = can_change.then(|| form(&contact).with(contact.typed()).changing(account.revision));
    let company_name = company.map_or_else(|| contact.company.to_string(), |account| account.company.name);
    let page = ContactPage {
        company_name,
        revision: account.revision,
        is_registered: account.password.is_some(),
        trail: Trail(trail),
        form,
        contact,
    };
    request.show(StatusCode::OK, &page)
}

/// The form to change a contact, empty.
pub(crate) fn form(contact: &ContactRecord) -> RecordForm {
    let action = format!("/contacts/{}", contact.id);
    RecordForm::new(Kind::Contact, action, format!("/companies/{}", contact.company), &[], &[])
}
