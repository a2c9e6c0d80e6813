//! Who may have a draft of what: who may send it.

use caseport_domain::actor::Actor;
use caseport_domain::case::Case;
use caseport_domain::draft::Place;
use caseport_domain::policy::{self, Denied};
use caseport_store::Store;
use caseport_web::Failure;

/// Lets the actor have a draft of this place. No AWS call for a new case, else one `GetItem`.
///
/// # Errors
/// What keeps them from sending it: a case that is not theirs is not there.
pub(crate) async fn admit(store: &Store, actor: &Actor, place: Place) -> Result<(), Failure> {
    let case = match place.case() {
        None => None,
        Some(number) => Some(store.case(number).await?.ok_or(Failure::NotFound)?),
    };
    Ok(may(actor, place, case.as_ref())?)
}

/// Whether the actor may send what is written here; `case` is the one it is written to.
pub(crate) fn may(actor: &Actor, place: Place, case: Option<&Case>) -> Result<(), Denied> {
    match place {
        Place::New => policy::open_any(actor).map(drop),
        Place::Case(writing, _) => policy::enter(actor, case.ok_or(Denied::Unknown)?)?.may(writing.action()),
    }
}
