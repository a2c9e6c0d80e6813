//! Announcing a file.

use caseport_domain::attachment::{FileName, PART_SIZE, parts};
use caseport_domain::case::chain::Digest;
use caseport_domain::id::{UploadId, UserId};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_files::Signed;
use caseport_store::uploads::{Upload, UploadState};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::{Deserialize, Serialize};

use crate::{Attachments, storage};

/// A file as its sender announces it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    name: String,
    size: u64,
    media_type: String,
    sha256: Option<String>,
}

/// Where to send it.
#[derive(Debug, Serialize)]
struct Begun {
    id: UploadId,
    size: u64,
    part_size: u64,
    parts: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    put: Option<Signed>,
}

/// Announces a file, of up to as many bytes as the deployment says: up to 64 MiB with its SHA-256, to be sent whole to the
/// signed address in the answer; above that, to be sent in parts. It counts among what its sender may upload that day.
///
/// AWS calls: one `UpdateItem` and one `PutItem`; for a file in parts also one `CreateMultipartUpload`.
///
/// # Errors
/// When the actor sees no cases that a file could be for; [`Failure::Flaws`]; [`Failure::UploadsUsedUp`].
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let actor = request.actor()?;
    policy::send_files(actor)?;
    let owner = actor.person().id.clone();
    let input: Input = request.input()?;
    let mut flaws = Flaws::default();
    let name = flaws.take("name", FileName::try_from(input.name));
    let media_type = flaws.take("media_type", media_type(&input.media_type));
    let limit = request.portal().size_limit;
    if !limit.admits(input.size) {
        flaws.add("size", Flaw::BadSize { max: limit.bytes() });
    }
    let whole = parts(input.size) == 1;
    let sha256 = input.sha256.filter(|_| whole);
    if whole && sha256.as_ref().is_none_or(|hex| Digest::try_from(hex.clone()).is_err()) {
        flaws.add("sha256", Flaw::Required);
    }
    let (Some(name), Some(media_type), true) = (name, media_type, flaws.is_empty()) else {
        return Err(Failure::Flaws(flaws));
    };

    count(attachments, &request, &owner, input.size).await?;
    let id: UploadId = request.portal().random.id().parse().map_err(Failure::internal)?;
    let (put, multipart) = match &sha256 {
        Some(sha256) => {
            let put = attachments.storage.put(&id, input.size, &media_type, sha256).await.map_err(storage)?;
            (Some(put), None)
        }
        None => (None, Some(attachments.storage.begin(&id, &media_type).await.map_err(storage)?)),
    };
    let begun =
        Begun { id: id.clone(), size: input.size, part_size: PART_SIZE, parts: parts(input.size), put };
    let state = UploadState::Waiting;
    let upload = Upload { id, owner, name, size: input.size, media_type, sha256, multipart, state };
    attachments.store.add_upload(&upload, request.now()).await?;
    Ok(Answer::json(StatusCode::CREATED, &begun)?)
}

/// Counts a file of so many bytes, before anything is done for it.
async fn count(
    attachments: &Attachments,
    request: &Request,
    sender: &UserId,
    size: u64,
) -> Result<(), Failure> {
    let (budget, now) = (request.portal().upload_budget, request.now());
    if attachments.store.take_upload(sender, size, budget, now).await? {
        return Ok(());
    }
    Err(Failure::UploadsUsedUp { budget, until: budget.counted_by(sender).ends(now) })
}

/// A media type that can stand in a header; the neutral one for none.
fn media_type(text: &str) -> Result<String, Flaw> {
    let fits =
        text.len() <= 100 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"/.+-;= ".contains(&b));
    match text {
        "" => Ok("application/octet-stream".to_owned()),
        _ if fits && text.contains('/') => Ok(text.to_owned()),
        _ => Err(Flaw::WrongType),
    }
}
