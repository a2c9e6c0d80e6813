//! A company's record, with all that hangs on it.

use caseport_domain::id::CompanyId;
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_domain::records::{Kind, Typed};
use caseport_pages::records::{CompanyPage, Partner, RecordForm, RecordPage, Trail};
use caseport_store::companies::Account;
use caseport_store::keys::of_company;
use caseport_store::records::Tie;
use caseport_store::{Lists, Store};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::products;

/// How many contacts a page has.
const CONTACTS: u16 = 100;
/// How many changes are shown.
const CHANGES: u8 = 50;

/// The form for a company that is not kept yet. No AWS call.
///
/// # Errors
/// When the actor is no administrator.
pub async fn new((): &(), request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let values = Typed::default().with("zone", request.zone().iana_name().unwrap_or_default());
    let form = RecordForm::new(Kind::Company, "/companies", "/companies", &[], &[]);
    request.show(StatusCode::OK, &RecordPage(form.with(values)))
}

/// A company with its contracts, contacts, hardware, licences, partners and changes. With `?edit=contracts/<id>` or
/// `?add=contracts` and the like it has that form.
///
/// AWS calls: five times `Query`; with a form once more, and for what is held a `BatchGetItem`.
///
/// # Errors
/// When the actor is no engineer, or there is no such company.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    let mut page = Box::pin(page(lists, &request)).await?;
    if policy::administer(request.actor()?).is_ok() {
        page.form = form(lists.store(), &request, &page).await?;
    }
    request.show(StatusCode::OK, &page)
}

/// The page without a form. Five times `Query`.
pub(crate) async fn page(lists: &Lists, request: &Request) -> Result<CompanyPage, Failure> {
    let (store, id) = (lists.store(), request.parameter::<CompanyId>("company")?);
    let begins = of_company(&id);
    let contacts = async {
        let page = lists.records(Kind::Contact, &begins, CONTACTS, request.query("after")).await;
        page.map_err(Failure::from)
    };
    let (account, assets, relations, trail, contacts) = tokio::try_join!(
        async { Ok(store.account(&id).await?) },
        async { Ok(store.assets(&id).await?) },
        async { Ok(store.relations(&id).await?) },
        async { Ok(store.trail("company", id.as_str(), CHANGES).await?) },
        contacts,
    )?;
    let account = account.ok_or(Failure::NotFound)?;
    Ok(CompanyPage {
        company: account.record(),
        revision: account.revision,
        contracts: account.contracts,
        contacts: contacts.rows,
        next: contacts.next,
        assets,
        serves: relations.serves.into_iter().map(|tie| tie.relation).collect(),
        served_by: relations.served_by.into_iter().map(partner).collect(),
        trail: Trail(trail),
        form: None,
        relating: None,
    })
}

fn partner(tie: Tie) -> Partner {
    Partner { id: tie.relation.partner.into(), name: tie.partner_name }
}

/// The form that the query asks for.
async fn form(store: &Store, request: &Request, page: &CompanyPage) -> Result<Option<RecordForm>, Failure> {
    let company = &page.company.company.id;
    let back = format!("/companies/{company}");
    if request.query("edit") == Some(Kind::Company.section()) {
        let form = RecordForm::new(Kind::Company, &back, &back, &[], &page.contacts);
        return Ok(Some(form.with(page.company.typed()).changing(page.revision)));
    }
    let (section, id) = match (request.query("edit"), request.query("add")) {
        (Some(edit), _) => edit.split_once('/').map_or((edit, None), |(section, id)| (section, Some(id))),
        (None, Some(section)) => (section, None),
        (None, None) => return Ok(None),
    };
    match (Kind::of_section(section), id) {
        (Some(Kind::Contact), None) => {
            let values = Typed::default().with("zone", &page.company.details.zone).with("active", "yes");
            let form = RecordForm::new(Kind::Contact, format!("{back}/contacts"), &back, &[], &[]);
            Ok(Some(form.with(values)))
        }
        (Some(kind @ (Kind::Contract | Kind::Hardware | Kind::Licence)), id) => {
            let products = products(store).await?;
            let form = |action: String| RecordForm::new(kind, action, &back, &products, &[]);
            let Some(id) = id else { return Ok(Some(form(format!("{back}/{section}")))) };
            let held = store.held(company, kind, id).await?.ok_or(Failure::NotFound)?;
            let form = form(format!("{back}/{section}/{id}")).with(held.record.typed());
            Ok(Some(form.changing(held.revision)))
        }
        _ => Ok(None),
    }
}

/// The page again, with what is wrong with the company to be served.
pub(crate) async fn relating_again(lists: &Lists, request: &Request, typed: Typed, flaws: Flaws) -> Outcome {
    let page = CompanyPage { relating: Some((typed, flaws)), ..Box::pin(page(lists, request)).await? };
    request.show(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The company that the address names. One `Query`.
pub(crate) async fn account(store: &Store, request: &Request) -> Result<Account, Failure> {
    store.account(&request.parameter("company")?).await?.ok_or(Failure::NotFound)
}
