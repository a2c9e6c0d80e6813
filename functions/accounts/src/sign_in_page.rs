//! The page to sign in on.

use caseport_pages::SignIn;
use caseport_web::{Outcome, Request, StatusCode};

/// The page to sign in on.
///
/// # Errors
/// None in practice.
pub async fn handle((): &(), request: Request) -> Outcome {
    request.show(StatusCode::OK, &SignIn::new(request.query("to")))
}
