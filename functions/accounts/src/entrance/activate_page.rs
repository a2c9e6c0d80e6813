//! Where the link of an activation mail leads (E16).

use caseport_domain::ticket::Purpose;
use caseport_pages::{Activate, Asked};
use caseport_store::Store;
use caseport_web::{Outcome, Request, StatusCode};

use super::new_password_page::{gone, good};

/// The page with the button that activates; it uses nothing up. One `GetItem`.
///
/// # Errors
/// When the store fails.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let link = request.query("link").unwrap_or_default();
    match good(store, &request, link).await?.map(|ticket| ticket.purpose) {
        Some(Purpose::Activation { registration, .. }) => {
            request.show(StatusCode::OK, &Activate::new(link, registration.username.as_str()))
        }
        _ => gone(&request, Asked::Registration),
    }
}
