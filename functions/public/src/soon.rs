//! The page of a module that is announced.

use caseport_domain::module::{Module, Use};
use caseport_pages::Soon;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// Says that a module is not in use yet.
///
/// # Errors
/// [`Failure::NotFound`] for what is no module, or one that is in use or is not to be.
pub async fn handle((): &(), request: Request) -> Outcome {
    request.actor()?;
    let code: String = request.parameter("module")?;
    let module = Module::named(&code).ok_or(Failure::NotFound)?;
    if request.portal().modules.extent(module) != Use::Soon {
        return Err(Failure::NotFound);
    }
    request.show(StatusCode::OK, &Soon { module })
}
