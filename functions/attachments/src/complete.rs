//! Saying that a file has arrived.

use caseport_domain::id::UploadId;
use caseport_domain::input::Flaw;
use caseport_store::uploads::{Upload, UploadState};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Serialize;

use crate::{Attachments, storage};

/// That it has.
#[derive(Debug, Serialize)]
struct Completed {
    id: UploadId,
    state: UploadState,
}

/// Joins a file's parts, asks storage for what it has, and only if that is the file announced lets it count.
/// Saying so twice is fine.
///
/// AWS calls: `GetItem`, `HeadObject`, `UpdateItem`; for a file in parts also `ListParts` and
/// `CompleteMultipartUpload`.
///
/// # Errors
/// [`Flaw::NotArrived`] if storage does not have the file that was announced.
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let upload = attachments.upload(&request).await?;
    if upload.state == UploadState::Waiting {
        let sha256 = arrived(attachments, &upload).await?;
        attachments.store.upload_arrived(&upload.id, &sha256).await?;
    }
    Ok(Answer::json(StatusCode::OK, &Completed { id: upload.id, state: UploadState::Arrived })?)
}

/// The digest of the file that storage has, if it is the one announced.
async fn arrived(attachments: &Attachments, upload: &Upload) -> Result<String, Failure> {
    let mut object = attachments.storage.object(&upload.id).await.map_err(storage)?;
    if let (None, Some(multipart)) = (&object, &upload.multipart) {
        let present = attachments.storage.arrived(&upload.id, multipart).await.map_err(storage)?;
        if present.len() as u64 != caseport_domain::attachment::parts(upload.size) {
            return Err(Failure::flaw("upload", Flaw::NotArrived));
        }
        attachments.storage.complete(&upload.id, multipart).await.map_err(storage)?;
        object = attachments.storage.object(&upload.id).await.map_err(storage)?;
    }
    let matches = |sha256: &String| upload.sha256.as_ref().is_none_or(|announced| announced == sha256);
    object
        .filter(|object| object.size == upload.size)
        .and_then(|object| object.sha256)
        .filter(matches)
        .ok_or(Failure::flaw("upload", Flaw::NotArrived))
}
