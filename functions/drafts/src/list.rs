//! The list of one's drafts.

use caseport_domain::draft::Draft;
use caseport_pages::DraftList;
use caseport_store::Store;
use caseport_web::attachments::attached;
use caseport_web::{Outcome, Request, StatusCode};

use crate::admit::may;

/// What one has begun to write in the company one acts for, the last saved first, as far as one may still send it; of a hundred
/// files that these have what they are called.
///
/// AWS calls: one `Query` per megabyte; one `BatchGetItem` if there are drafts to cases, and one if there are files.
///
/// # Errors
/// When nobody is signed in.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let actor = request.actor()?;
    let mut drafts = store.drafts(actor, request.now()).await?;
    let cases = store.cases_of(&drafts).await?;
    drafts.retain(|draft: &Draft| {
        let case = cases.iter().find(|case| Some(case.number) == draft.place.case());
        may(actor, draft.place, case).is_ok()
    });
    let files = drafts.iter().flat_map(Draft::files).collect();
    let attached = attached(store, actor, files, request.now()).await?;
    request.show(StatusCode::OK, &DraftList::new(&drafts, &cases, &attached))
}
