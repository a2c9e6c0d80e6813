//! The desk's queue.

use caseport_domain::actor::Actor;
use caseport_domain::policy::Denied;
use caseport_pages::{Desk, Show};
use caseport_store::Lists;
use caseport_store::lists::List;
use caseport_web::{Outcome, Request, StatusCode};

/// How many cases a page has: a desk is dense.
const PAGE: u8 = 50;

/// The open cases, longest untouched first: all, one's own with `?show=mine`, or
/// nobody's with `?show=unassigned`. One `Query`.
///
/// # Errors
/// When the actor is no engineer, or the cursor is of another list.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    let Actor::Engineer(engineer) = request.actor()? else { return Err(Denied::EngineerOnly.into()) };
    let show = Show::of(request.query("show").unwrap_or_default());
    let list = match show {
        Show::All => List::Desk,
        Show::Mine => List::Engineer(Some(engineer.person.id.clone())),
        Show::Unassigned => List::Engineer(None),
    };
    let after = request.query("after");
    let page = lists.page(&list, PAGE, after).await?;
    request.show(StatusCode::OK, &Desk::new(page.rows, show, after, page.next))
}
