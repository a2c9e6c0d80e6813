//! A contact's record.

use caseport_domain::id::UserId;
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_domain::records::{ContactRecord, Kind};
use caseport_pages::records::{ContactPage, RecordForm};
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::trail;

/// A contact's record, with the form to change it for administrators. `?before=` has earlier changes of it.
///
/// AWS calls: one `GetItem`, `Query` twice.
///
/// # Errors
/// When the actor is no engineer, or there is no such contact; [`Failure::Cursor`].
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    let (account, contact) = find(store, &request).await?;
    let page = page(store, &request, account, contact).await?;
    request.show(StatusCode::OK, &page)
}

/// The contact that the address names. One `GetItem`.
///
/// # Errors
/// [`Failure::NotFound`].
pub(crate) async fn find(store: &Store, request: &Request) -> Result<(Account, ContactRecord), Failure> {
    let id: UserId = request.parameter("contact")?;
    let account = store.user(&id).await?.ok_or(Failure::NotFound)?;
    let contact = account.contact().ok_or(Failure::NotFound)?;
    Ok((account, contact))
}

/// The answer to what cannot be done with a contact: for a person their page, which says why. `Query` twice.
pub(crate) async fn wrong(
    store: &Store,
    request: &Request,
    account: Account,
    contact: ContactRecord,
    flaws: Flaws,
) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Flaws(flaws));
    }
    let page = ContactPage { flaws, ..page(store, request, account, contact).await? };
    request.show(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn page(
    store: &Store,
    request: &Request,
    account: Account,
    contact: ContactRecord,
) -> Result<ContactPage, Failure> {
    let company = store.account(&contact.company).await?;
    let trail = trail(store, request, "user", contact.id.as_str()).await?;
    let can_change = policy::administer(request.actor()?).is_ok();
    let form = can_change.then(|| form(&contact).with(contact.typed()).changing(account.revision));
    let company_name = company.map_or_else(|| contact.company.to_string(), |account| account.company.name);
    Ok(ContactPage {
        company_name,
        revision: account.revision,
        is_registered: account.password.is_some(),
        must_change_password: account.must_change_password,
        has_second_factor: account.has_second_factor,
        rules: account.rules,
        trail,
        form,
        flaws: Flaws::default(),
        contact,
    })
}

/// The form to change a contact, empty.
pub(crate) fn form(contact: &ContactRecord) -> RecordForm {
    let action = format!("/contacts/{}", contact.id);
    RecordForm::new(Kind::Contact, action, format!("/companies/{}", contact.company), &[], &[])
}
