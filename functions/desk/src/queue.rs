//! The desk's queue.

use caseport_domain::actor::Engineer;
use caseport_domain::policy;
use caseport_domain::selection::{Assignee, Selection, Side};
use caseport_pages::Desk;
use caseport_store::{Lists, Of, Wanted};
use caseport_web::listing::{Asked, asked, export};
use caseport_web::{Answer, Outcome, Request, StatusCode};

/// How many cases a page has: a desk is dense.
const PAGE: usize = 50;

/// The open cases, longest untouched first, or those that the query asks for; a company's by when they were opened. With
/// `?number=` it leads to that case, with `?as=csv` all of them are a sheet, and with `?as=sheet` for people.
///
/// AWS calls: one `Query`; a second one where open cases end and closed ones begin; at most four where cases are looked for
/// by product, type, status or mark, or among a company's by engineer. One `GetItem` for a case by its number. For a sheet
/// one `Query` per thousand cases and one behind them, at most 28 where they are looked for; for the page of a part as many.
///
/// # Errors
/// When the actor is no engineer, a parameter is wrong, or the cursor is of another list.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    let engineer = policy::desk(request.actor()?)?;
    match asked(lists, &request, Side::Desk).await? {
        Asked::Case(number) => Ok(Answer::see(&format!("/cases/{number}"))),
        Asked::Flawed(listing) => {
            request.show(StatusCode::UNPROCESSABLE_ENTITY, &Desk::new(Vec::new(), listing))
        }
        Asked::Sheet(selection, address) => {
            export(lists, &request, &wanted(engineer, &request, &selection), &address).await
        }
        Asked::Cases(listing, selection) => {
            let wanted = wanted(engineer, &request, &selection);
            let page = lists.select(&wanted, PAGE, request.query("after")).await?;
            let listing = listing.page(&page.rows, PAGE, page.next);
            request.show(StatusCode::OK, &Desk::new(page.rows, listing))
        }
    }
}

/// On whose desk the cases are that are asked for.
fn wanted<'a>(engineer: &Engineer, request: &'a Request, selection: &'a Selection) -> Wanted<'a> {
    let assigned = selection.engineer.as_ref().map(|assignee| match assignee {
        Assignee::Me => Some(engineer.person.id.clone()),
        Assignee::Nobody => None,
        Assignee::Engineer(id) => Some(id.clone()),
    });
    let of = match (selection.company.clone(), assigned) {
        (None, None) => Of::Desk,
        (None, Some(id)) => Of::Engineer(id),
        (Some(company), None) => Of::Company(company),
        (Some(company), Some(id)) => Of::Assigned(company, id),
    };
    Wanted { of, selection, zone: request.zone() }
}
