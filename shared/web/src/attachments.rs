//! The files and colleagues that a submission names, looked up.

use caseport_domain::actor::{Actor, Person};
use caseport_domain::attachment::{Attachment, MAX_PER_MESSAGE};
use caseport_domain::id::{CompanyId, UploadId};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_pages::Attached;
use caseport_store::uploads::Upload;
use caseport_store::{Store, StoreError};
use jiff::Timestamp;

/// The files of these ids that the actor has sent and that have arrived; a flaw beside each that has not.
/// No AWS call without ids, else one `BatchGetItem`.
///
/// # Errors
/// When DynamoDB fails.
pub async fn arrived(
    store: &Store,
    actor: &Actor,
    ids: &[String],
    flaws: &mut Flaws,
) -> Result<Vec<Attachment>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    if ids.len() > MAX_PER_MESSAGE {
        flaws.add("attachments", Flaw::TooMany { max: MAX_PER_MESSAGE });
        return Ok(Vec::new());
    }
    let parsed: Vec<UploadId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let uploads = store.uploads(&parsed, &actor.person().id).await?;
    let mut attachments = Vec::with_capacity(ids.len());
    for (place, id) in ids.iter().enumerate() {
        let arrived = uploads.iter().find(|upload| upload.id.as_str() == id).and_then(Upload::attachment);
        match arrived {
            Some(attachment) if attachments.contains(&attachment) => {}
            Some(attachment) => attachments.push(attachment),
            None => flaws.add(format!("attachments/{place}"), Flaw::NotArrived),
        }
    }
    Ok(attachments)
}

/// What is known of the files that a form of the actor's names, of a hundred at most: which of them can still be sent. No AWS call
/// without any, else one `BatchGetItem`.
///
/// # Errors
/// When DynamoDB fails.
pub async fn attached(
    store: &Store,
    actor: &Actor,
    mut ids: Vec<UploadId>,
    now: Timestamp,
) -> Result<Attached, StoreError> {
    const MOST: usize = 100;
    ids.truncate(MOST);
    let found = store.files_to_send(&ids, &actor.person().id, now).await?;
    Ok(Attached { looked_for: ids, found })
}

/// The colleagues of this company with these addresses, who can follow its cases; the flaw `nobody` for the first that is none.
/// No AWS call without addresses, else two `BatchGetItem`s.
///
/// Somebody of another company, or whose access includes no cases, is told apart from nobody by nothing.
///
/// # Errors
/// When DynamoDB fails.
pub async fn colleagues(
    store: &Store,
    company: &CompanyId,
    (field, nobody): (&str, Flaw),
    addresses: &[&str],
    flaws: &mut Flaws,
) -> Result<Vec<Person>, StoreError> {
    const MOST: usize = 20;
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    if addresses.len() > MOST {
        flaws.add(field, Flaw::TooMany { max: MOST });
        return Ok(Vec::new());
    }
    if addresses.iter().any(|address| !address.contains('@') || address.len() > 254) {
        flaws.add(field, Flaw::NotAnAddress);
        return Ok(Vec::new());
    }
    let users = store.users_by_address(addresses).await?;
    let mut people: Vec<Person> = Vec::with_capacity(addresses.len());
    for address in addresses {
        let found = users.iter().find(|user| user.email.eq_ignore_ascii_case(address));
        let Some(contact) = found.and_then(|user| policy::follower(&user.actor, company)) else {
            flaws.add(field, nobody);
            return Ok(Vec::new());
        };
        if !people.contains(&contact.person) {
            people.push(contact.person.clone());
        }
    }
    Ok(people)
}
