//! The administrators' queue.

use caseport_domain::policy;
use caseport_pages::AccessQueue;
use caseport_store::Lists;
use caseport_web::{Outcome, Request, StatusCode};

/// How many requests a page has.
const PAGE: u8 = 50;

/// The open requests, those due first at the top. One `Query`.
///
/// # Errors
/// When the actor is no administrator, or the cursor is of another list.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let after = request.query("after");
    let queue = lists.access_queue(PAGE, after).await?;
    request.show(StatusCode::OK, &AccessQueue::new(queue.rows, request.now(), after, queue.next))
}
