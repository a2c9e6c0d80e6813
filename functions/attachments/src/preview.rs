//! Looking at an attachment.

use caseport_web::{Answer, Failure, Outcome, Request};

use crate::{Attachments, storage};

/// Leads to a short-lived address that shows a picture or a PDF, by what the file is and not by what its sender calls it,
/// for those who may read the event it came with. One `GetItem` and one `BatchGetItem`.
///
/// Nothing is shown from the portal's own origin.
///
/// # Errors
/// `NotFound` also for a file of another case, of a note the actor may not read, or of a type that is not shown;
/// `Withheld` for one that is not given out.
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let (file, known) = attachments.released(&request).await?;
    let (_, media_type) = known.preview().ok_or(Failure::NotFound)?;
    Ok(Answer::see(&attachments.storage.show(&file, media_type).await.map_err(storage)?))
}
