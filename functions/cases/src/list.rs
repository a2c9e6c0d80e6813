//! The list of one's cases.

use caseport_domain::actor::Contact;
use caseport_domain::case_lists::CaseLists;
use caseport_domain::policy;
use caseport_domain::selection::{Selection, Side};
use caseport_pages::CaseList;
use caseport_store::{Lists, Wanted};
use caseport_web::listing::{Asked, asked, export};
use caseport_web::{Answer, Outcome, Request, StatusCode};

/// How many cases a page has.
const PAGE: usize = 25;

/// The cases of the company or one's own, as one's scope goes, or those that one follows: the open ones, the newest first, or
/// those that the query asks for. With `?number=` it leads to that case, with `?as=csv` all of them are a sheet, and with
/// `?as=sheet` for people.
///
/// AWS calls: one `Query`; a second one where open cases end and closed ones begin; at most four where cases are looked for
/// by product, type, status, mark or engineer. One `GetItem` for a case by its number. For a sheet one `Query` per thousand
/// cases and one behind them, at most 28 where they are looked for; for the page of a part as many.
///
/// # Errors
/// When the actor has no cases, a parameter is wrong, or the cursor is of another list.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    let contact = policy::list(request.actor()?)?;
    let setup = CaseLists { entries: request.entries()?, ..request.portal().case_lists.clone() };
    let shared = policy::sees_all(contact);
    match asked(lists, &request, Side::Customer).await? {
        Asked::Case(number) => Ok(Answer::see(&format!("/cases/{number}"))),
        Asked::Flawed(listing) => {
            let list = CaseList::new(Vec::new(), listing.shared(shared), &setup);
            request.show(StatusCode::UNPROCESSABLE_ENTITY, &list)
        }
        Asked::Sheet(selection, address) => {
            export(lists, &request, &wanted(contact, &request, &selection), &address).await
        }
        Asked::Cases(listing, selection) => {
            let wanted = wanted(contact, &request, &selection);
            let page = lists.select(&wanted, PAGE, request.query("after")).await?;
            let listing = listing.shared(shared).page(&page.rows, PAGE, page.next);
            request.show(StatusCode::OK, &CaseList::new(page.rows, listing, &setup))
        }
    }
}

/// What the contact's list is to have.
fn wanted<'a>(contact: &Contact, request: &'a Request, selection: &'a Selection) -> Wanted<'a> {
    Wanted { of: policy::listed(contact, selection.whose).into(), selection, zone: request.zone() }
}
