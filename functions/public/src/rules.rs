//! The rules of the portal (E14).

use caseport_domain::registration::RULES;
use caseport_pages::Rules;
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// The rules as they are now, or in the version that is asked for.
///
/// # Errors
/// [`Failure::NotFound`] for a version that there is not, or is known no more.
pub async fn handle((): &(), request: Request) -> Outcome {
    let version = match request.query("version") {
        Some(version) => version.parse().map_err(|_| Failure::NotFound)?,
        None => RULES,
    };
    let rules = Rules::of(version).ok_or(Failure::NotFound)?;
    request.show(StatusCode::OK, &rules)
}
