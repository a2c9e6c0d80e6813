//! Which company serves which.

use caseport_domain::actor::Level;
use caseport_domain::audit::Entry;
use caseport_domain::id::CompanyId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::Typed;
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
/// AWS calls: `Query` twice, one `TransactWriteItems`.
///
/// # Errors
/// When the actor is no administrator, or there is no such company. A company that cannot be served comes back as it was
/// typed.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let store = lists.store();
    let partner = crate::company::account(store, &request).await?;
    let typed: Typed = request.input()?;
    let mut flaws = Flaws::default();
    typed.check(&["customer", "level", "remove"], &mut flaws);
    let level = match typed.get("level") {
        "" => Some(Level::ReadOnly),
        _ => typed.choice("level", &Level::ALL, Level::code, &mut flaws),
    };
    let customer = customer(lists, &partner, &typed, &mut flaws).await?;
    let (Some(level), Some(customer)) = (level, customer.filter(|_| flaws.is_empty())) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        return crate::company::relating_again(lists, &request, typed, flaws).await;
    };
    let removes = typed.get("remove") == "yes";
    let relation = Relation {
        partner: partner.company.id.clone(),
        customer: customer.company.id.clone(),
        name: customer.company.name.clone(),
        level,
    };
    let tie = Tie { relation, partner_name: partner.company.name.clone() };
    put(&Saving::new(store, &request)?, partner, customer, &tie, removes).await?;
    let done = if removes { Done::Removed } else { Done::Saved };
    let address = format!("/companies/{}", tie.relation.partner);
    changed(
        &request,
        StatusCode::OK,
        &address,
        done,
        &Receipt { id: tie.relation.customer.as_str(), revision: 0 },
    )
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

/// Stores the relation, or removes it; one that is as it is to be stays so.
async fn put(
    saving: &Saving<'_>,
    mut partner: Account,
    mut customer: Account,
    tie: &Tie,
    removes: bool,
) -> Result<(), Failure> {
    let (from, to) = (&tie.relation.partner, &tie.relation.customer);
    let what = if removes { "relation-removed" } else { "relation-created" };
    let entry = Entry::new(saving.now, saving.permit.actor.author(), what);
    let entry = if removes {
        entry.with("customer", to, "")
    } else {
        entry.with("customer", "", to).with("level", "", tie.relation.level.code())
    };
    for _ in 0..TRIES {
        let transaction = saving.store.transaction().permit(&saving.permit);
        let transaction = if removes { transaction.unrelate(from, to) } else { transaction.relate(tie) };
        let transaction = transaction
            .change_company(&partner)
            .change_company(&customer)
            .audit("company", from.as_str(), &entry, &saving.nonce())
            .audit("company", to.as_str(), &entry, &saving.nonce());
        match transaction.commit().await? {
            Committed::Done => return Ok(()),
            Committed::NoPermit => return Err(Failure::SignedOut),
            // It is as it is to be already.
            Committed::Failed(writes) if writes.iter().any(|write| *write < 2) => return Ok(()),
            Committed::Failed(_) | Committed::Conflict => {
                partner = saving.store.account(from).await?.ok_or(Failure::NotFound)?;
                customer = saving.store.account(to).await?.ok_or(Failure::NotFound)?;
            }
        }
    }
    Err(Failure::Outdated)
}
