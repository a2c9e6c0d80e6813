//! What saving a setting takes, of whatever kind it is.

use caseport_domain::audit::Entry;
use caseport_domain::input::Flaw;
use caseport_domain::records::Typed;
use caseport_pages::Done;
use caseport_pages::records::Trail;
use caseport_store::Store;
use caseport_store::settings::Setting;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode, is_written};
use serde::Serialize;

/// The audit trail's kind of what is set.
const KIND: &str = "setting";
/// How many changes are told.
const CHANGES: u8 = 20;

/// What a setting that was saved is answered with, as JSON.
#[derive(Serialize)]
struct Receipt {
    version: u32,
}

/// Stores a value as the version after this one; `false` if that is not the newest. One `TransactWriteItems`.
pub async fn put<T: Serialize>(
    store: &Store,
    request: &Request,
    name: &str,
    after: u32,
    value: T,
    entry: &Entry,
) -> Result<bool, Failure> {
    let (at, by) = (request.now(), request.actor()?.author());
    let setting = Setting { value, version: after.saturating_add(1), at, by };
    let saving = store.transaction().permit(&request.permit()?).save_setting(name, &setting);
    let saving = saving.audit(KIND, name, entry, &request.portal().random.id());
    is_written(&saving.commit().await?)
}

/// What the audit trail says, yet without what changed.
pub fn entry(request: &Request, what: &str) -> Result<Entry, Failure> {
    Ok(Entry::new(request.now(), request.actor()?.author(), what))
}

/// Who changed a setting, before the place that the address names (`?before=`). One `Query`.
pub async fn trail(store: &Store, request: &Request, name: &str) -> Result<Trail, Failure> {
    let before = request.query("before");
    let part = store.trail_part(KIND, name, CHANGES, before).await?;
    Ok(Trail::part(part.entries, before, part.older))
}

/// The answer to a setting that is now of this version; `address` is where it can be seen.
pub fn saved(request: &Request, address: &str, version: u32) -> Outcome {
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::OK, &Receipt { version })?);
    }
    Ok(Answer::see(&format!("{address}?done={}", Done::Saved.code())))
}

/// The version that a form was made from.
pub fn version(sent: &Typed) -> Result<u32, Flaw> {
    match sent.get("version") {
        "" => Err(Flaw::Required),
        text => text.parse().map_err(|_| Flaw::WrongType),
    }
}
