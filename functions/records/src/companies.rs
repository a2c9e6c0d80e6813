//! Companies by name.

use caseport_domain::policy;
use caseport_domain::records::{Kind, folded};
use caseport_pages::records::Companies;
use caseport_store::Lists;
use caseport_web::{Outcome, Request, StatusCode};

/// How many companies a page has.
const PAGE: u16 = 50;

/// Companies by name, those whose name begins with `?name=`. One `Query`.
///
/// # Errors
/// When the actor is no engineer, or the cursor is of another list.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::read_records(request.actor()?)?;
    let name = request.query("name").unwrap_or_default();
    let after = request.query("after");
    let page = lists.records(Kind::Company, &folded(name), PAGE, after).await?;
    request.show(StatusCode::OK, &Companies::new(page.rows, name, after, page.next))
}
