//! Asking for a link to choose a password with (M6, M7).

use caseport_domain::letter::Errand;
use caseport_pages::Asked;
use caseport_store::Store;
use caseport_web::{Outcome, Request};

use super::ask::by_form;

/// Has it mailed. Three `UpdateItem`s and a `PutItem`, whoever it is.
///
/// # Errors
/// When the address cannot be one, or too many mails were asked for.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    by_form(store, &request, Asked::Password, |address| Errand::Password { address }).await
}
