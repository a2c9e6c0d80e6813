//! Asking for one's Contact ID (E20, E21).

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
    by_form(store, &request, Asked::ContactId, |address| Errand::ContactId { address }).await
}
