//! A company's record, with all that hangs on it.

use caseport_domain::id::CompanyId;
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_domain::records::{ContactRecord, Kind, Typed};
use caseport_pages::records::{CompanyPage, Partner, RecordForm, RecordPage};
use caseport_store::companies::Account;
use caseport_store::keys::of_company;
use caseport_store::records::Tie;
use caseport_store::{Lists, Store};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{products, trail};

/// How many contacts a page has.
const CONTACTS: u16 = 100;

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

/// A company with its contracts, contacts, hardware, licences, partners and changes. With `?edit=contracts/<id>`,
/// `?remove=contracts/<id>` or `?add=contracts` and the like it has that form, that of a contact filled in with `?name=`,
/// `?email=` and `?language=`; with `?before=` earlier changes.
///
/// AWS calls: five times `Query`; with a form once more, and for what is held a `BatchGetItem`.
///
/// # Errors
/// When the actor is no engineer, or there is no such company; [`Failure::Cursor`].
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
        trail(store, request, "company", id.as_str()),
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
        trail,
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
    let edit = request.query("edit");
    let (section, id) = match (edit.or(request.query("remove")), request.query("add")) {
        (Some(named), _) => named.split_once('/').map_or((named, None), |(section, id)| (section, Some(id))),
        (None, Some(section)) => (section, None),
        (None, None) => return Ok(None),
    };
    match (Kind::of_section(section), id) {
        (Some(Kind::Contact), None) => {
            let values = Typed::default().with("zone", &page.company.details.zone).with("active", "yes");
            let form = RecordForm::new(Kind::Contact, format!("{back}/contacts"), &back, &[], &[]);
            let (values, flaws) = filled_in(request, values);
            if request.wants_json() && !flaws.is_empty() {
                return Err(Failure::Flaws(flaws));
            }
            Ok(Some(form.with(values).again(flaws)))
        }
        (Some(kind @ (Kind::Contract | Kind::Hardware | Kind::Licence)), id) => {
            let products = products(store).await?;
            let form = |action: String| RecordForm::new(kind, action, &back, &products, &[]);
            let Some(id) = id else { return Ok(Some(form(format!("{back}/{section}")))) };
            let held = store.held(company, kind, id).await?.ok_or(Failure::NotFound)?;
            let form = form(format!("{back}/{section}/{id}")).with(held.record.typed());
            Ok(Some(if edit.is_some() { form.changing(held.revision) } else { form.removing(held.revision) }))
        }
        _ => Ok(None),
    }
}

/// What a link has a contact's form filled in with, checked as if it had been typed.
fn filled_in(request: &Request, values: Typed) -> (Typed, Flaws) {
    let given = ["name", "email", "language"].map(|field| (field, request.query(field)));
    let given = given.into_iter().filter_map(|(field, value)| value.map(|value| (field, value)));
    let given: Vec<(&str, &str)> = given.collect();
    let values = given.iter().fold(values, |values, (field, value)| values.with(field, *value));
    let (mut all, mut flaws) = (Flaws::default(), Flaws::default());
    let _ = ContactRecord::read(&values, &mut all);
    for (field, flaw) in all.iter().filter(|(field, _)| given.iter().any(|(given, _)| given == field)) {
        flaws.add(field, flaw.clone());
    }
    (values, flaws)
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
