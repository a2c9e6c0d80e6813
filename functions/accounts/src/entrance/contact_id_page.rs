//! The form to ask for one's Contact ID (E20, E21).

use caseport_pages::{Ask, Asked};
use caseport_web::{Outcome, Request, StatusCode};

/// The form.
///
/// # Errors
/// None in practice.
pub async fn handle((): &(), request: Request) -> Outcome {
    request.show(StatusCode::OK, &Ask::new(Asked::ContactId))
}
