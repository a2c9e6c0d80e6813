//! The list of one's cases.

use caseport_domain::actor::Scope;
use caseport_domain::policy;
use caseport_pages::CaseList;
use caseport_store::Lists;
use caseport_store::lists::{List, Which};
use caseport_web::{Outcome, Request, StatusCode};

/// How many cases a page has.
const PAGE: u8 = 25;

/// The open cases, or all with `?show=all`: the company's or those one opened for it, as one's scope goes. One `Query`.
///
/// # Errors
/// When the actor has no cases, or the cursor is of another list.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    let contact = policy::list(request.actor()?)?;
    let all = request.query("show") == Some("all");
    let which = if all { Which::All } else { Which::Open };
    let list = match contact.scope {
        Scope::Company | Scope::Partner => List::Company(contact.company.clone(), which),
        Scope::Own => List::Contact(contact.person.id.clone(), contact.company.clone(), which),
    };
    let after = request.query("after");
    let page = lists.page(&list, PAGE, after).await?;
    request.show(StatusCode::OK, &CaseList::new(page.rows, all, after, page.next))
}
