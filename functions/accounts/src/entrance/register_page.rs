//! The form to register with.

use caseport_pages::Register;
use caseport_store::Store;
use caseport_web::{Outcome, Request, StatusCode};

use super::puzzle;

/// The form, with a new puzzle. One `PutItem`.
///
/// # Errors
/// When the store fails.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    request.show(StatusCode::OK, &Register::new(puzzle::set(store, &request).await?))
}
