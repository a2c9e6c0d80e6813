//! Every address that is none.

use caseport_web::{Failure, Outcome, Request};

/// Says that there is no such page.
///
/// # Errors
/// Always [`Failure::NotFound`].
pub async fn handle((): &(), _request: Request) -> Outcome {
    Err(Failure::NotFound)
}
