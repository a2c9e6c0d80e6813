//! Reading an attachment.

use caseport_web::{Answer, Outcome, Request};

use crate::{Attachments, storage};

/// Leads to a short-lived address of the file, for those who may read the event it came with. One `GetItem` and
/// one `BatchGetItem`.
///
/// # Errors
/// `NotFound` also for a file of another case, or of a note the actor may not read; `Withheld` for one that is
/// not given out.
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let (file, _) = attachments.released(&request).await?;
    Ok(Answer::see(&attachments.storage.get(&file).await.map_err(storage)?))
}
