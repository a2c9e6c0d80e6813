//! Which company serves which.

use caseport_domain::actor::Level;
use caseport_domain::audit::Entry;
use caseport_domain::id::CompanyId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::{Typed, Wanted};
use caseport_domain::relation::Relation;
use caseport_pages::Done;
use caseport_store::Committed;
use caseport_store::Lists;
use caseport_store::companies::Account;
use caseport_store::records::Tie;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{Receipt, Saving, TRIES, changed};

/// Has a company serve another, or with `remove` serve it no more. The revisions of both are raised, so that who acts for
/// another company gets what follows from it at once.
///
/// AWS calls: `Query` twice, one `GetItem`, one `TransactWriteItems`; more while others write to the same companies.
///
/// # Errors
/// When the actor is no administrator, or there is no such company. A company that cannot be served comes back as it was
/// typed, and so does one that this one, as what both are known, does not serve.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let store = lists.store();
    let mut partner = crate::company::account(store, &request).await?;
    let typed: Typed = request.input()?;
    let mut flaws = Flaws::default();
    typed.check(&["customer", "level", "remove"], &mut flaws);
    let level = match typed.get("level") {
        "" => Some(None),
        _ => typed.choice("level", &Level::ALL, Level::code, &mut flaws).map(Some),
    };
    let customer = customer(lists, &partner, &typed, &mut flaws).await?;
    let removes = typed.get("remove") == "yes";
    if let Some(customer) = customer.as_ref().filter(|_| !removes) {
        flaws.take("customer", fitting(&partner, customer));
    }
    let (Some(level), Some(mut customer)) = (level, customer.filter(|_| flaws.is_empty())) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        return crate::company::relating_again(lists, &request, typed, flaws).await;
    };
    let (wanted, done) =
        if removes { (Wanted::Removed, Done::Removed) } else { (Wanted::At(level), Done::Saved) };
    let address = format!("/companies/{}", partner.company.id);
    let id = customer.company.id.clone();
    put(&Saving::new(store, &request)?, &mut partner, &mut customer, wanted).await?;
    changed(&request, StatusCode::OK, &address, done, &Receipt { id: id.as_str(), revision: 0 })
}

/// The company to be served: another than the one that serves.
async fn customer(
    lists: &Lists,
    partner: &Account,
    typed: &Typed,
    flaws: &mut Flaws,
) -> Result<Option<Account>, Failure> {
    let Some(id) = typed.id::<CompanyId>("customer", flaws) else { return Ok(None) };
    let account = if id == partner.company.id { None } else { lists.store().account(&id).await? };
    if account.is_none() {
        flaws.add("customer", Flaw::NoSuchRecord);
    }
    Ok(account)
}

/// Whether both companies are known as what it takes that one serves the other (G5, G6).
fn fitting(partner: &Account, customer: &Account) -> Result<(), Flaw> {
    partner.details.kind.serving().and_then(|()| customer.details.kind.served())
}

/// Makes of the relation what is wanted; one that is so already stays as it is. Both companies have the revision then that they
/// are stored at.
pub(crate) async fn put(
    saving: &Saving<'_>,
    partner: &mut Account,
    customer: &mut Account,
    wanted: Wanted,
) -> Result<(), Failure> {
    let (from, to) = (partner.company.id.clone(), customer.company.id.clone());
    for _ in 0..TRIES {
        let before = saving.store.relation(&from, &to).await?.map(|relation| relation.level);
        let (what, after) = match (wanted, before) {
            (wanted, before) if wanted.is_so(before) => return Ok(()),
            (Wanted::Removed, _) => ("relation-removed", None),
            (Wanted::At(level), None) => ("relation-created", Some(level.unwrap_or(Level::ReadOnly))),
            (Wanted::At(level), Some(_)) => ("relation-changed", level),
        };
        // One of them may have become known as something else since it was looked at.
        if after.is_some() && fitting(partner, customer).is_err() {
            return Err(Failure::Outdated);
        }
        let transaction = saving.store.transaction().permit(&saving.permit);
        let transaction = match after {
            Some(level) => transaction.relate(&tie(partner, customer, level), before),
            None => transaction.unrelate(&from, &to),
        };
        let entry = |other: &CompanyId| {
            let entry = Entry::new(saving.now, saving.permit.actor.author(), what);
            match (before, after) {
                (None, _) => entry.with("customer", "", &to).with("level", "", code(after)),
                (Some(_), None) => entry.with("customer", &to, "").with("level", code(before), ""),
                (Some(_), Some(_)) => {
                    entry.with(&format!("relations/{other}/level"), code(before), code(after))
                }
            }
        };
        let transaction = transaction
            .change_company(partner)
            .change_company(customer)
            .audit("company", from.as_str(), &entry(&to), &saving.nonce())
            .audit("company", to.as_str(), &entry(&from), &saving.nonce());
        match transaction.commit().await? {
            Committed::Done => {
                partner.revision += 1;
                customer.revision += 1;
                return Ok(());
            }
            Committed::NoPermit => return Err(Failure::SignedOut),
            Committed::Failed(_) | Committed::Conflict => {
                *partner = saving.store.account(&from).await?.ok_or(Failure::NotFound)?;
                *customer = saving.store.account(&to).await?.ok_or(Failure::NotFound)?;
            }
        }
    }
    Err(Failure::Outdated)
}

fn tie(partner: &Account, customer: &Account, level: Level) -> Tie {
    let relation = Relation {
        partner: partner.company.id.clone(),
        customer: customer.company.id.clone(),
        name: customer.company.name.clone(),
        level,
    };
    Tie { relation, partner_name: partner.company.name.clone() }
}

fn code(level: Option<Level>) -> &'static str {
    level.map_or("", Level::code)
}
