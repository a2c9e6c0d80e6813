//! Adding and changing companies.

use caseport_domain::id::CompanyId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::{CompanyKind, CompanyRecord, Kind, Typed};
use caseport_pages::Done;
use caseport_pages::records::RecordForm;
use caseport_store::companies::Account;
use caseport_store::keys::of_company;
use caseport_store::{Lists, Store, StoreError};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{Receipt, Saving, Sent, added, changed, commit, overtaken, wrong};

/// Adds a company. One `TransactWriteItems`; if it is there already one `Query`.
///
/// # Errors
/// When the actor is no administrator. A form with flaws comes back as it was typed.
pub async fn add(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let mut flaws = Flaws::default();
    let sent = Sent::of(&request, Kind::Company, false, &mut flaws)?;
    let record = CompanyRecord::read(&sent.typed, &mut flaws);
    if record.as_ref().is_some_and(|record| record.details.prime_contact.is_some()) {
        flaws.add("prime_contact", Flaw::NoSuchRecord);
    }
    let form = RecordForm::new(Kind::Company, "/companies", "/companies", &[], &[]).with(sent.typed);
    let Some(record) = record.filter(|_| flaws.is_empty()) else { return wrong(&request, form, flaws) };
    let saving = Saving::new(store, &request)?;
    if !put(&saving, None, &record).await? {
        let stored = store.account(&record.company.id).await?;
        // The same sent twice is there as it was to be.
        if stored.is_none_or(|stored| stored.record() != record) {
            flaws.add("id", Flaw::Taken);
            return wrong(&request, form, flaws);
        }
    }
    let id = record.company.id.as_str();
    added(&request, &format!("/companies/{id}"), &Receipt { id, revision: 0 })
}

/// Changes a company; a field that is not sent stays as it is. One `Query`, with a prime contact one `GetItem`, for another kind
/// a `Query`, one `TransactWriteItems`.
///
/// # Errors
/// When the actor is no administrator, or there is no such company. A form with flaws comes back as it was typed, and so
/// does one that was made from what is no more.
pub async fn change(lists: &Lists, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let store = lists.store();
    let account = crate::company::account(store, &request).await?;
    let id = account.company.id.clone();
    let mut flaws = Flaws::default();
    let sent = Sent::of(&request, Kind::Company, true, &mut flaws)?;
    let stored = account.record();
    let record = CompanyRecord::read(&sent.typed.clone().keeping(&stored.typed()), &mut flaws);
    check_prime(store, record.as_ref(), &mut flaws).await?;
    if let Some(record) = &record {
        check_kind(store, &stored, record, &mut flaws).await?;
    }
    let address = format!("/companies/{id}");
    let Some(record) = record.filter(|_| flaws.is_empty()) else {
        let form = form(lists, &id, sent.typed).await?;
        return wrong(&request, form.changing(sent.revision.unwrap_or(account.revision)), flaws);
    };
    let receipt = |revision| Receipt { id: id.as_str(), revision };
    if record == stored {
        return changed(&request, StatusCode::OK, &address, Done::Saved, &receipt(account.revision));
    }
    let current = sent.revision == Some(account.revision);
    let saving = Saving::new(store, &request)?;
    if current && put(&saving, Some(&account), &record).await? {
        return changed(&request, StatusCode::OK, &address, Done::Saved, &receipt(account.revision + 1));
    }
    let account = store.account(&id).await?.ok_or(Failure::NotFound)?;
    overtaken(&request, form(lists, &id, sent.typed).await?, account.record().typed(), account.revision)
}

/// The form as it was filled in, to choose from the company's contacts. One `Query`.
async fn form(lists: &Lists, id: &CompanyId, typed: Typed) -> Result<RecordForm, Failure> {
    let people = lists.records(Kind::Contact, &of_company(id), 100, None).await?.rows;
    let address = format!("/companies/{id}");
    Ok(RecordForm::new(Kind::Company, &address, &address, &[], &people).with(typed))
}

/// A prime contact is a contact of the company, and has not left.
async fn check_prime(
    store: &Store,
    record: Option<&CompanyRecord>,
    flaws: &mut Flaws,
) -> Result<(), Failure> {
    let Some(record) = record else { return Ok(()) };
    let Some(prime) = &record.details.prime_contact else { return Ok(()) };
    let account = store.user(prime).await?;
    let contact = account.and_then(|account| account.contact());
    if contact.is_none_or(|contact| contact.company != record.company.id || !contact.active) {
        flaws.add("prime_contact", Flaw::NoSuchRecord);
    }
    Ok(())
}

/// A company becomes known as nothing that whom it serves, or who serves it, speaks against (G5, G6). One `Query` for a kind
/// that not every relation allows. A relation that is made meanwhile raises the revision that the change is made on.
pub(crate) async fn check_kind(
    store: &Store,
    stored: &CompanyRecord,
    record: &CompanyRecord,
    flaws: &mut Flaws,
) -> Result<(), StoreError> {
    let kind = record.details.kind;
    if kind == stored.details.kind || kind == CompanyKind::Both {
        return Ok(());
    }
    let relations = store.relations(&stored.company.id).await?;
    let (serves, is_served) = (!relations.serves.is_empty(), !relations.served_by.is_empty());
    flaws.take("company_kind", kind.of_one_that(serves, is_served));
    Ok(())
}

/// Stores a company's record in the place of what was read; `false` if that is not as it was. One `TransactWriteItems`.
pub(crate) async fn put(
    saving: &Saving<'_>,
    before: Option<&Account>,
    record: &CompanyRecord,
) -> Result<bool, Failure> {
    let CompanyRecord { company, details } = record.clone();
    let (was, what) = match before {
        Some(account) => (account.record().typed(), "changed"),
        None => (Typed::default(), "created"),
    };
    let entry = saving.entry(Kind::Company, what, "", &was, &record.typed());
    let revision = before.map_or(0, |account| account.revision);
    let after = Account { company, details, contracts: Vec::new(), revision };
    let transaction = saving.store.transaction().permit(&saving.permit);
    let transaction = match before {
        Some(_) => transaction.change_company(&after),
        None => transaction.create_company(&after),
    };
    let id = record.company.id.as_str();
    commit(transaction.audit("company", id, &entry, &saving.nonce())).await
}
