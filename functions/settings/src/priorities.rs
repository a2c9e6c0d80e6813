//! Which priority a case is given by its impact and its urgency.

use caseport_domain::audit::Entry;
use caseport_domain::case::Matrix;
use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_domain::records::Typed;
use caseport_pages::settings::Priorities;
use caseport_store::Store;
use caseport_store::settings::MATRIX;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{self, put, saved, trail};

/// Where the priorities are.
const ADDRESS: &str = "/priorities";

/// The priorities, with who changed them; `?before=` has earlier changes. One `GetItem`, one `Query`.
///
/// # Errors
/// When the actor is no administrator; [`Failure::Cursor`].
pub async fn page(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let matrix = store.matrix().await?;
    let page = Priorities::new(matrix.value.typed(), matrix.version, trail(store, &request, MATRIX).await?);
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
    let version = flaws.take("version", saving::version(&sent));
    let matrix = Matrix::read(&sent, &mut flaws);
    let values = sent.without("version");
    let before = store.matrix().await?;
    let (Some(matrix), Some(version), true) = (matrix, version, flaws.is_empty()) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        let page =
            Priorities::new(values, before.version, trail(store, &request, MATRIX).await?).again(flaws);
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    if before.value == matrix {
        return saved(&request, ADDRESS, before.version);
    }
    if version == before.version {
        let entry = changes(saving::entry(&request, "matrix-changed")?, before.value, matrix);
        if put(store, &request, MATRIX, version, matrix, &entry).await? {
            return saved(&request, ADDRESS, version.saturating_add(1));
        }
    }
    if request.wants_json() {
        return Err(Failure::Outdated);
    }
    let newest = store.matrix().await?.version;
    let page = Priorities::new(values, newest, trail(store, &request, MATRIX).await?).overtaken();
    request.show(StatusCode::CONFLICT, &page)
}

/// The entry with each priority that became another.
fn changes(entry: Entry, from: Matrix, to: Matrix) -> Entry {
    let fields = Matrix::fields();
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let (from, to) = (from.typed(), to.typed());
    let changes = from.differences(&to, &fields);
    changes.fold(entry, |entry, (field, from, to)| entry.with(field, &from, &to))
}
