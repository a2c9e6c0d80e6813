//! The form to ask for a login with.

use caseport_pages::LoginForm;
use caseport_web::{Outcome, Request, StatusCode};

/// The form to ask for a login with.
///
/// # Errors
/// None in practice.
pub async fn handle((): &(), request: Request) -> Outcome {
    request.show(StatusCode::OK, &LoginForm::default())
}
