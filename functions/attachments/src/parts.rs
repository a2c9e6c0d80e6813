//! The addresses of a file's parts.

use caseport_domain::attachment::{part_length, parts};
use caseport_domain::case::chain::Digest;
use caseport_domain::input::{Flaw, Flaws};
use caseport_files::Signed;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::{Deserialize, Serialize};

use crate::{Attachments, storage};

/// How many addresses one request may ask for.
const MOST: usize = 100;

/// The parts to be sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    parts: Vec<Wanted>,
}

/// A part to be sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    number: u64,
    sha256: String,
}

/// Where to send them.
#[derive(Debug, Serialize)]
struct Addresses {
    parts: Vec<Address>,
}

/// Where to send a part.
#[derive(Debug, Serialize)]
struct Address {
    number: u64,
    #[serde(flatten)]
    put: Signed,
}

/// Signs an address for each part, of its exact length and digest. One `GetItem`.
///
/// # Errors
/// `NotFound` also for somebody else's file, or one that is sent whole.
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let upload = attachments.upload(&request).await?;
    let input: Input = request.input()?;
    let multipart = upload.multipart.as_deref().ok_or(Failure::NotFound)?;
    let count = parts(upload.size);
    let mut flaws = Flaws::default();
    if input.parts.len() > MOST {
        flaws.add("parts", Flaw::TooMany { max: MOST });
    }
    for (place, part) in input.parts.iter().enumerate() {
        if !(1..=count).contains(&part.number) {
            flaws.add(format!("parts/{place}/number"), Flaw::NoSuchChoice);
        }
        if Digest::try_from(part.sha256.clone()).is_err() {
            flaws.add(format!("parts/{place}/sha256"), Flaw::Required);
        }
    }
    if !flaws.is_empty() {
        return Err(Failure::Flaws(flaws));
    }
    let mut addresses = Vec::with_capacity(input.parts.len());
    for Wanted { number, sha256 } in input.parts {
        let size = part_length(upload.size, number);
        let put = attachments.storage.put_part(&upload.id, multipart, number, size, &sha256).await;
        addresses.push(Address { number, put: put.map_err(storage)? });
    }
    Ok(Answer::json(StatusCode::OK, &Addresses { parts: addresses })?)
}
