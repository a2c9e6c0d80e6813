//! The form to ask for a link to choose a password with (M6, M7).

use caseport_pages::{Ask, Asked};
use caseport_web::{Outcome, Request, StatusCode};

/// The form.
///
/// # Errors
/// None in practice.
pub async fn handle((): &(), request: Request) -> Outcome {
    request.show(StatusCode::OK, &Ask::new(Asked::Password))
}
