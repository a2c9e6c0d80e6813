//! How far a file has come.

use caseport_domain::attachment::{PART_SIZE, parts};
use caseport_domain::id::UploadId;
use caseport_store::uploads::UploadState;
use caseport_web::{Answer, Outcome, Request, StatusCode};
use serde::Serialize;

use crate::{Attachments, storage};

/// How far a file has come.
#[derive(Debug, Serialize)]
struct Progress {
    id: UploadId,
    size: u64,
    part_size: u64,
    parts: u64,
    arrived: Vec<u64>,
    state: UploadState,
}

/// Which parts have arrived, so that a cut connection costs no more than the part it cut.
///
/// AWS calls: one `GetItem`; for a file in parts one `ListParts`.
///
/// # Errors
/// `NotFound` also for somebody else's file.
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let upload = attachments.upload(&request).await?;
    let arrived = match (&upload.multipart, upload.state) {
        (Some(multipart), UploadState::Waiting) => {
            attachments.storage.arrived(&upload.id, multipart).await.map_err(storage)?
        }
        _ => Vec::new(),
    };
    let progress = Progress {
        id: upload.id,
        size: upload.size,
        part_size: PART_SIZE,
        parts: parts(upload.size),
        arrived,
        state: upload.state,
    };
    Ok(Answer::json(StatusCode::OK, &progress)?)
}
