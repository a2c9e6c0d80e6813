//! Reading an attachment.

use caseport_domain::id::{CaseNumber, UploadId};
use caseport_domain::policy;
use caseport_web::{Answer, Failure, Outcome, Request};

use crate::{Attachments, storage};

/// Leads to a short-lived address of the file, for those who may read the event it came with. One `Query` per
/// megabyte of history.
///
/// # Errors
/// `NotFound` also for a file of another case, or of a note the actor may not read.
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let id: UploadId = request.parameter("upload")?;
    let history = attachments.store.whole_history(number).await?.ok_or(Failure::NotFound)?;
    let seat = policy::enter(actor, &history.case)?;
    let events = history.read()?;
    let visible = events.iter().filter(|event| seat.sees(event));
    let mut files = visible.flat_map(|event| event.what.attachments());
    let file = files.find(|file| file.id == id).ok_or(Failure::NotFound)?;
    Ok(Answer::see(&attachments.storage.get(file).await.map_err(storage)?))
}
