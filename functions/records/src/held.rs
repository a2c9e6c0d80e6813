//! Adding, changing and removing what a company holds: contracts, hardware, licences.
//!
//! Hardware and licences are for products and stand under no contract: one that is removed leaves none of them behind.

use caseport_domain::audit::Entry;
use caseport_domain::contract::Product;
use caseport_domain::id::CompanyId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::{Held, Kind, Typed};
use caseport_pages::Done;
use caseport_pages::records::RecordForm;
use caseport_store::companies::Account;
use caseport_store::records::{Versioned, first_revision};
use caseport_store::{Committed, Store, Transaction};
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{Receipt, Saving, Sent, TRIES, added, changed, overtaken, products, wrong};

/// Adds something of this kind to what a company holds.
///
/// AWS calls: `Query` twice, one `TransactWriteItems`; if it is there already one `BatchGetItem`.
///
/// # Errors
/// When the actor is no administrator, or there is no such company. A form with flaws comes back as it was typed.
pub async fn add(store: &Store, request: Request, kind: Kind) -> Outcome {
    policy::administer(request.actor()?)?;
    let mut account = crate::company::account(store, &request).await?;
    let (company, products) = (account.company.id.clone(), products(store).await?);
    let mut flaws = Flaws::default();
    let sent = Sent::of(&request, kind, false, &mut flaws)?;
    let held = Held::read(kind, &sent.typed, &products, &account.details.zone, &mut flaws);
    let form = form(kind, &company, None, &products, sent.typed);
    let Some(held) = held.filter(|_| flaws.is_empty()) else { return wrong(&request, form, flaws) };
    let saving = Saving::new(store, &request)?;
    let mut revision = first_revision(saving.now);
    if !put(&saving, &mut account, None, &held).await? {
        let stored = store.held(&company, kind, held.id()).await?;
        // The same sent twice is there as it was to be.
        let Some(same) = stored.filter(|stored| stored.record == held) else {
            flaws.add("id", Flaw::Taken);
            return wrong(&request, form, flaws);
        };
        revision = same.revision;
    }
    added(&request, &format!("/companies/{company}"), &Receipt { id: held.id(), revision })
}

/// Changes something of this kind that a company holds, or removes it. A field that is not sent stays as it is. `parameter`
/// names its identifier in the path.
///
/// AWS calls: `Query` twice, one `BatchGetItem`, one `TransactWriteItems`.
///
/// # Errors
/// When the actor is no administrator, or there is no such thing. A form with flaws comes back as it was typed, and so does
/// one that was made from what is no more.
pub async fn change(store: &Store, request: Request, kind: Kind, parameter: &str) -> Outcome {
    policy::administer(request.actor()?)?;
    let mut account = crate::company::account(store, &request).await?;
    let (company, id) = (account.company.id.clone(), request.parameter::<String>(parameter)?);
    let stored = store.held(&company, kind, &id).await?.ok_or(Failure::NotFound)?;
    let products = products(store).await?;
    let mut flaws = Flaws::default();
    let sent = Sent::of(&request, kind, true, &mut flaws)?;
    let address = format!("/companies/{company}");
    let receipt = |revision| Receipt { id: &id, revision };
    let current = sent.revision == Some(stored.revision);
    if sent.remove && flaws.is_empty() {
        let saving = Saving::new(store, &request)?;
        if current && remove(&saving, &mut account, &stored).await? {
            return changed(&request, StatusCode::OK, &address, Done::Removed, &receipt(stored.revision));
        }
        let stored = store.held(&company, kind, &id).await?.ok_or(Failure::NotFound)?;
        let form = form(kind, &company, Some(&id), &products, stored.record.typed());
        return overtaken(&request, form.removing(stored.revision), stored.record.typed(), stored.revision);
    }
    let typed = sent.typed.clone().keeping(&stored.record.typed());
    let held = Held::read(kind, &typed, &products, &account.details.zone, &mut flaws);
    let form = form(kind, &company, Some(&id), &products, sent.typed);
    let Some(held) = held.filter(|_| flaws.is_empty()) else {
        return wrong(&request, form.changing(sent.revision.unwrap_or(stored.revision)), flaws);
    };
    if held == stored.record {
        return changed(&request, StatusCode::OK, &address, Done::Saved, &receipt(stored.revision));
    }
    let saving = Saving::new(store, &request)?;
    if current && put(&saving, &mut account, Some(&stored), &held).await? {
        return changed(&request, StatusCode::OK, &address, Done::Saved, &receipt(stored.revision + 1));
    }
    let stored = store.held(&company, kind, &id).await?.ok_or(Failure::NotFound)?;
    overtaken(&request, form, stored.record.typed(), stored.revision)
}

fn form(kind: Kind, company: &CompanyId, id: Option<&str>, products: &[Product], typed: Typed) -> RecordForm {
    let back = format!("/companies/{company}");
    let section = kind.section();
    let action = id.map_or(format!("{back}/{section}"), |id| format!("{back}/{section}/{id}"));
    RecordForm::new(kind, action, back, products, &[]).with(typed)
}

/// Stores something in the place of what was read; `false` if that is not as it was. One `TransactWriteItems`, as `write` says.
pub(crate) async fn put(
    saving: &Saving<'_>,
    account: &mut Account,
    before: Option<&Versioned<Held>>,
    held: &Held,
) -> Result<bool, Failure> {
    let was = before.map(|before| before.record.typed()).unwrap_or_default();
    let what = if before.is_some() { "changed" } else { "created" };
    let entry = entry(saving, held, what, &was, &held.typed());
    write(saving, account, held.kind(), &entry, |transaction, company| match before {
        Some(before) => transaction.change_held(company, held, before.revision),
        None => transaction.create_held(company, held, saving.now),
    })
    .await
}

/// Removes something, if it is as it was read. One `TransactWriteItems`, as `write` says.
async fn remove(saving: &Saving<'_>, account: &mut Account, held: &Versioned<Held>) -> Result<bool, Failure> {
    let entry = entry(saving, &held.record, "removed", &held.record.typed(), &Typed::default());
    write(saving, account, held.record.kind(), &entry, |transaction, company| {
        transaction.remove_held(company, held)
    })
    .await
}

fn entry(saving: &Saving<'_>, held: &Held, what: &str, was: &Typed, is: &Typed) -> Entry {
    let place = format!("{}/{}/", held.kind().section(), held.id());
    saving.entry(held.kind(), what, &place, was, is)
}

/// Writes something of this kind that a company holds; `false` if it is not as it was read. A contract raises its company's
/// revision, so that whoever's access follows from it gets it anew. One `TransactWriteItems`, and more with a `Query` each
/// while others write to the same company.
async fn write<'a>(
    saving: &Saving<'a>,
    account: &mut Account,
    kind: Kind,
    entry: &Entry,
    first: impl Fn(Transaction<'a>, &CompanyId) -> Transaction<'a>,
) -> Result<bool, Failure> {
    let company = account.company.id.clone();
    let entitles = kind == Kind::Contract;
    for _ in 0..TRIES {
        let transaction = first(saving.store.transaction().permit(&saving.permit), &company);
        let transaction = if entitles { transaction.change_company(account) } else { transaction };
        match transaction.audit("company", company.as_str(), entry, &saving.nonce()).commit().await? {
            Committed::Done => {
                account.revision += u32::from(entitles);
                return Ok(true);
            }
            Committed::NoPermit => return Err(Failure::SignedOut),
            Committed::Failed(writes) if writes.contains(&0) => return Ok(false),
            Committed::Failed(_) | Committed::Conflict => {
                *account = saving.store.account(&company).await?.ok_or(Failure::NotFound)?;
            }
        }
    }
    Err(Failure::Outdated)
}
