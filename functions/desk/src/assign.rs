//! The page on which a case is given to a colleague.

use caseport_domain::id::CaseNumber;
use caseport_domain::input::Flaws;
use caseport_domain::policy::{self, Action};
use caseport_pages::AssignPage;
use caseport_store::Lists;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// The engineers that a case can be given to.
///
/// AWS calls: one `GetItem`, one `Query`.
///
/// # Errors
/// [`Failure::NotFound`] also for a case the actor may not know of; when they are no engineer.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    show(lists, &request, Flaws::default()).await
}

/// The same, with what is wrong with the choice that was made.
///
/// # Errors
/// As of [`handle`].
pub(crate) async fn show(lists: &Lists, request: &Request, flaws: Flaws) -> Outcome {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let case = lists.store().case(number).await?.ok_or(Failure::NotFound)?;
    policy::enter(actor, &case)?.may(Action::Assign)?;
    let staff = lists.staff().await?.into_iter();
    let engineers = staff.filter(|colleague| !colleague.has_left).map(|colleague| colleague.person).collect();
    let status = if flaws.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    request.show(status, &AssignPage::new(&case, actor, engineers).again(flaws))
}
