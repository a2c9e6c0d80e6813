//! Which priority a case is given by its impact and its urgency.

use caseport_domain::audit::Entry;
use caseport_domain::case::Matrix;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::Typed;
use caseport_pages::Done;
use caseport_pages::records::Trail;
use caseport_pages::settings::Priorities;
use caseport_store::settings::{MATRIX, Setting};
use caseport_store::{Committed, Store};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Serialize;

/// The audit trail's kind of what is set.
const KIND: &str = "setting";
/// How many changes are told.
const CHANGES: u8 = 20;

/// What a matrix that was saved is answered with, as JSON.
#[derive(Serialize)]
struct Receipt {
    version: u32,
}

/// The priorities, with who changed them. One `GetItem`, one `Query`.
///
/// # Errors
/// When the actor is no administrator.
pub async fn page(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let saved = store.matrix().await?;
    let page = Priorities::new(saved.value.typed(), saved.version, trail(store).await?);
    request.show(StatusCode::OK, &page)
}

/// Changes the priorities, which cases get from then on. One `GetItem`, one `TransactWriteItems`; a `Query` more where that
/// did not do, and a `GetItem` where somebody else was quicker.
///
/// # Errors
/// When the actor is no administrator. A form with flaws comes back as it was filled in, and so does one that was made from
/// a version that is no more the newest.
pub async fn save(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let sent: Typed = request.input()?;
    let mut flaws = Flaws::default();
    let fields = Matrix::fields();
    let accepted: Vec<&str> = fields.iter().map(String::as_str).chain(["version"]).collect();
    sent.check(&accepted, &mut flaws);
    let version = flaws.take("version", version(&sent));
    let matrix = Matrix::read(&sent, &mut flaws);
    let values = sent.without("version");
    let before = store.matrix().await?;
    let (Some(matrix), Some(version), true) = (matrix, version, flaws.is_empty()) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page = Priorities::new(values, before.version, trail(store).await?).again(flaws);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    if before.value == matrix {
        return saved(&request, before.version);
    }
    if version == before.version && put(store, &request, &before, matrix).await? {
        return saved(&request, before.version.saturating_add(1));
    }
    if request.wants_json() {
        return Err(Failure::Outdated);
    }
    let newest = store.matrix().await?.version;
    let page = Priorities::new(values, newest, trail(store).await?).overtaken();
    request.show(StatusCode::CONFLICT, &page)
}

/// Stores a matrix in the place of the one before; `false` if that is not the newest. One `TransactWriteItems`.
async fn put(
    store: &Store,
    request: &Request,
    before: &Setting<Matrix>,
    matrix: Matrix,
) -> Result<bool, Failure> {
    let by = request.actor()?.author();
    let (was, is, fields) = (before.value.typed(), matrix.typed(), Matrix::fields());
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let entry = Entry::new(request.now(), by.clone(), "matrix-changed");
    let entry =
        was.differences(&is, &fields).fold(entry, |entry, (field, from, to)| entry.with(field, &from, &to));
    let setting = Setting { value: matrix, version: before.version.saturating_add(1), at: request.now(), by };
    let saving = store.transaction().permit(&request.permit()?).save_setting(MATRIX, &setting);
    match saving.audit(KIND, MATRIX, &entry, &request.portal().random.id()).commit().await? {
        Committed::Done => Ok(true),
        Committed::NoPermit => Err(Failure::SignedOut),
        Committed::Failed(_) | Committed::Conflict => Ok(false),
    }
}

async fn trail(store: &Store) -> Result<Trail, Failure> {
    Ok(Trail(store.trail(KIND, MATRIX, CHANGES).await?))
}

fn saved(request: &Request, version: u32) -> Outcome {
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::OK, &Receipt { version })?);
    }
    Ok(Answer::see(&format!("/priorities?done={}", Done::Saved.code())))
}

fn version(sent: &Typed) -> Result<u32, Flaw> {
    match sent.get("version") {
        "" => Err(Flaw::Required),
        text => text.parse().map_err(|_| Flaw::WrongType),
    }
}
