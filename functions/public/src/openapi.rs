//! The OpenAPI document.

use caseport_web::{Answer, Outcome, Request};

/// The document, generated from the routes (`cargo xtask generate`).
const DOCUMENT: &str = include_str!("../../../infra/openapi.json");

/// The OpenAPI document.
///
/// # Errors
/// None.
pub async fn handle((): &(), _request: Request) -> Outcome {
    Ok(Answer::text("application/json", DOCUMENT))
}
