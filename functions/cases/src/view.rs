//! A case.

use caseport_domain::draft::{Draft, Place, Writing};
use caseport_domain::id::CaseNumber;
use caseport_domain::policy;
use caseport_pages::{CasePage, Tab};
use caseport_store::cases::History;
use caseport_store::{Store, StoreError};
use caseport_web::attachments::attached;
use caseport_web::{Failure, Outcome, Request, StatusCode, command};

use crate::elsewhere;

/// A case with its facts, thread, notes and mails, for a customer or an engineer. One `Query`; with `?before=` for earlier
/// entries than these, one `GetItem` beside it, and one for an engineer, who closes cases for a reason from the list; another
/// where the entries do not begin with the first, whose answers are among the facts. What one has begun to write there costs
/// one `BatchGetItem`, but for earlier entries, and another if it has files; with `?write=` its form is open.
/// A partner's contact who acts for another company than the case's is offered to act for that: for who does not see the
/// case, and could act for others, one `GetItem` and one `Query` more.
///
/// `before` is the number of an event, which its readers know, and no signed cursor: it can lead nowhere but into the
/// history of the case itself.
///
/// # Errors
/// [`Failure::NotFound`] also for a case the actor may not know of; [`Failure::Cursor`] for a `before` that is no
/// number.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let before = request.query("before").map(str::parse).transpose().map_err(|_| Failure::Cursor)?;
    let places = if before.is_none() { Place::of_case(actor, number) } else { Vec::new() };
    let (history, reasons, drafts) = tokio::try_join!(
        history(store, number, before),
        command::reasons(store, actor),
        store.drafts_of(actor, &places, request.now())
    )?;
    let entered = history.as_ref().and_then(|history| policy::enter(actor, &history.case).ok());
    let (Some(history), Some(seat)) = (&history, entered) else {
        return elsewhere::answer(store, &request, history.as_ref().map(|history| &history.case)).await;
    };
    let (events, first) = (history.read()?, store.first_event(history).await?);
    let tab = Tab::of(request.query("tab").unwrap_or_default());
    let page = CasePage::new(&seat, &events, &history.deliveries).tab(tab).part(before, history.earlier);
    let page = page.opened_by(&seat, first.as_ref());
    let files = drafts.iter().flat_map(Draft::files).collect();
    let attached = attached(store, actor, files, request.now()).await?;
    let page = page.inspected(&history.inspections).offering(&reasons).drafted(drafts).attached(attached);
    let page = page.writing(request.query("write").and_then(Writing::of));
    // What was chosen for mails, and addresses outside, come with the newest part.
    let page = match before {
        None => page.mailing(&seat, history.wish_of(&actor.person().id)).outside(
            &seat,
            &history.outside,
            request.now(),
        ),
        Some(_) => page,
    };
    request.show(StatusCode::OK, &page)
}

async fn history(
    store: &Store,
    number: CaseNumber,
    before: Option<u32>,
) -> Result<Option<History>, StoreError> {
    match before {
        None => store.history(number).await,
        Some(before) => store.earlier(number, before).await,
    }
}
