//! Sheets of records, brought in.

use caseport_domain::id::CompanyId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::sheet::{self, Wrong};
use caseport_domain::records::{Kind, Relating, Typed};
use caseport_i18n::Tr;
use caseport_pages::records::{Import, ImportValues, Outcome as Became, Report, ReportRow};
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};
use jiff::SignedDuration;

use crate::contact_save::Put;
use crate::plan::{Plan, Step, Write};
use crate::saving::Saving;

/// How long lines are written for: a function is not left to run into its end. Which are not reached by then is said; they are
/// written when the same sheet is brought in again.
const TIME: SignedDuration = SignedDuration::from_secs(7);

/// The sheets to take away, and for administrators the form to bring one in. No AWS call.
///
/// # Errors
/// When the actor is no engineer.
pub async fn page((): &(), request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    request.show(StatusCode::OK, &Import::new())
}

/// Brings a sheet in: all of its lines are checked first, and if anything is wrong none is written. With `dry_run` nothing is
/// written at all. A sheet can be brought in again: lines that say what is stored already change nothing.
///
/// AWS calls: those of the plan that the lines come to, and one `TransactWriteItems` for each line that changes something, with
/// a `GetItem` before it for a relation, and for a contact with another address.
///
/// # Errors
/// When the actor is no administrator, or something is wrong with the sheet; then what was sent comes back.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let typed: Typed = request.input()?;
    let mut flaws = Flaws::default();
    typed.check(&["sheet", "csv", "dry_run"], &mut flaws);
    let kind = flaws.take("sheet", kind(&typed));
    if typed.get("csv").is_empty() {
        flaws.add("csv", Flaw::Required);
    }
    let values = ImportValues { sheet: typed.text("sheet"), csv: typed.text("csv") };
    let Some(kind) = kind.filter(|_| flaws.is_empty()) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &Import::new().again(values, flaws));
    };
    let dry_run = !matches!(typed.get("dry_run"), "" | "no");
    let mut plan = match sheet::read(kind, &values.csv) {
        Ok(rows) => Plan::of(store, kind, rows, request.portal().random).await?,
        Err(wrong) => Plan::wrong(wrong),
    };
    if !dry_run && !plan.wrong.is_empty() && request.wants_json() {
        return Err(Failure::Flaws(as_flaws(&plan.wrong)));
    }
    let status =
        if plan.wrong.is_empty() || dry_run { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut rows = Vec::with_capacity(plan.steps.len());
    let writes = !dry_run && plan.wrong.is_empty();
    let saving = Saving::new(store, &request)?;
    for step in std::mem::take(&mut plan.steps) {
        let became = match planned(&step) {
            planned @ (Became::Created | Became::Changed) if writes => {
                if request.portal().clock.now() >= request.now() + TIME {
                    Became::NotReached
                } else if write(&saving, &mut plan, &step.write).await? {
                    planned
                } else {
                    Became::Overtaken
                }
            }
            planned => planned,
        };
        rows.push(ReportRow { line: step.line, id: step.id, outcome: became });
    }
    let report = Report::new(kind, dry_run, rows, plan.wrong, Tr::new(request.language()));
    request.show(status, &Import::new().told(values, report))
}

fn kind(typed: &Typed) -> Result<Kind, Flaw> {
    match typed.get("sheet") {
        "" => Err(Flaw::Required),
        name => Kind::of_section(name).ok_or(Flaw::NoSuchChoice),
    }
}

/// What is wrong, for an API client: `csv/<line>/<column>`.
fn as_flaws(wrong: &[Wrong]) -> Flaws {
    let mut flaws = Flaws::default();
    for Wrong { line, column, flaw } in wrong {
        flaws.add(format!("csv/{line}/{column}").trim_end_matches('/'), flaw.clone());
    }
    flaws
}

fn planned(step: &Step) -> Became {
    if step.write.is_same() {
        Became::Unchanged
    } else if step.write.is_new() {
        Became::Created
    } else {
        Became::Changed
    }
}

/// Writes a line; `false` if the record is not as it was.
async fn write(saving: &Saving<'_>, plan: &mut Plan, write: &Write) -> Result<bool, Failure> {
    let written = match write {
        Write::Company(before, record) => crate::company_save::put(saving, before.as_ref(), record).await,
        Write::Contact(before, record) => {
            crate::contact_save::put(saving, before.as_deref(), record).await.map(|put| put == Put::Done)
        }
        Write::Held(company, before, held) => match plan.companies.get_mut(company) {
            Some(account) => crate::held::put(saving, account, before.as_ref(), held).await,
            None => Ok(false),
        },
        Write::Product(before, product) => crate::products::put(saving, before.as_ref(), product).await,
        Write::Relation(_, relating) => relate(saving, plan, relating).await,
    };
    match written {
        Err(Failure::Outdated) => Ok(false),
        written => written,
    }
}

/// Makes of a relation what a line wants. Both companies have another revision then, for the lines after it.
async fn relate(saving: &Saving<'_>, plan: &mut Plan, relating: &Relating) -> Result<bool, Failure> {
    let company = |id: &CompanyId| plan.companies.get(id).cloned();
    let (Some(mut partner), Some(mut customer)) = (company(&relating.partner), company(&relating.customer))
    else {
        return Ok(false);
    };
    let put = crate::relate::put(saving, &mut partner, &mut customer, relating.wanted).await;
    for account in [partner, customer] {
        plan.companies.insert(account.company.id.clone(), account);
    }
    put.map(|()| true)
}
