//! The form to open a case with.

use caseport_domain::actor::Contact;
use caseport_domain::case::CaseType;
use caseport_domain::contract::{Company, Product, entitled};
use caseport_domain::draft::{Draft, Place};
use caseport_domain::form::{Form, Prefill};
use caseport_domain::policy;
use caseport_domain::text::Line;
use caseport_pages::{OpenForm, OpenValues};
use caseport_store::Store;
use caseport_web::attachments::attached;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// For whom a case can be opened, and about what.
pub(crate) type Entitlement = (Company, Vec<Product>);

/// The form, with the products under contract now and what was begun to be written. The questions are those to a case of the
/// `product` and the `case_type` that the query names, or else the draft.
///
/// AWS calls: two times `Query`, one `GetItem`; one `GetItem` more for a form with the contact's telephone number, and one
/// `BatchGetItem` for a draft with files.
///
/// # Errors
/// When the actor may not open cases of any type that the portal offers.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let (contact, types) = who(&request)?;
    let (((_, products), forms), draft) =
        tokio::try_join!(offer(store, &request, contact), begun(store, &request))?;
    let mut values = draft.as_ref().map(OpenValues::begun).unwrap_or_default();
    for (name, value) in [("product", &mut values.product), ("case_type", &mut values.case_type)] {
        if let Some(asked) = request.query(name) {
            asked.clone_into(value);
        }
    }
    let form = OpenForm::new(products, types, forms, values).drafted(draft);
    show(store, &request, contact, StatusCode::OK, form).await
}

/// What the contact has begun to write. One `GetItem`.
async fn begun(store: &Store, request: &Request) -> Result<Option<Draft>, Failure> {
    Ok(store.draft(request.actor()?, Place::New, request.now()).await?)
}

/// The form, with what is known of who fills it in, and of the files that it names.
pub(crate) async fn show(
    store: &Store,
    request: &Request,
    contact: &Contact,
    status: StatusCode,
    form: OpenForm,
) -> Outcome {
    let attached = attached(store, request.actor()?, form.files(), request.now()).await?;
    let form = form.attached(attached);
    let mut form = form.meant_for(&contact.company).filled(Prefill::Name, &contact.person.name);
    if form.wants(Prefill::Phone) {
        let account = store.user(&contact.person.id).await?;
        let phone = account.and_then(|account| account.profile).and_then(|profile| profile.details.phone);
        form = form.filled(Prefill::Phone, phone.as_ref().map_or("", Line::as_str));
    }
    request.show(status, &form)
}

/// What a case can be opened with: for whom and about what, and all forms. Two times `Query`.
pub(crate) async fn offer(
    store: &Store,
    request: &Request,
    contact: &Contact,
) -> Result<(Entitlement, Vec<Form>), Failure> {
    tokio::try_join!(entitlement(store, request, contact), forms(store))
}

/// Who opens a case, and of which types they may of those that the portal offers.
///
/// # Errors
/// When the actor may not open cases of any of these.
pub(crate) fn who(request: &Request) -> Result<(&Contact, Vec<CaseType>), Failure> {
    let actor = request.actor()?;
    let (contact, types) = (policy::open_any(actor)?, request.portal().case_types.open_to(actor));
    if types.is_empty() {
        policy::open(actor)?;
    }
    Ok((contact, types))
}

async fn forms(store: &Store) -> Result<Vec<Form>, Failure> {
    Ok(store.forms().await?.into_iter().map(|saved| saved.form).collect())
}

/// The contact's company and the products it may open cases for now. One `Query`.
async fn entitlement(store: &Store, request: &Request, contact: &Contact) -> Result<Entitlement, Failure> {
    let account = store.account(&contact.company).await?;
    let account = account.ok_or_else(|| Failure::internal("a contact's company is missing"))?;
    let products = entitled(&account.contracts, request.now());
    Ok((account.company, products))
}
