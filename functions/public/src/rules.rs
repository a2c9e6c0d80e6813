//! The rules of the portal (E14).

use caseport_domain::registration::RULES;
use caseport_pages::Rules;
use caseport_web::{Outcome, Request, StatusCode};

/// The rules, as they are now.
///
/// # Errors
/// None in practice.
pub async fn handle((): &(), request: Request) -> Outcome {
    request.show(StatusCode::OK, &Rules { version: RULES })
}
