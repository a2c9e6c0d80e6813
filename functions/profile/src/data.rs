//! What one may do with what is kept of one.

use caseport_domain::policy;
use caseport_pages::DataPage;
use caseport_web::{Outcome, Request, StatusCode};

/// What is exported, what is erased, and how. No AWS call.
///
/// # Errors
/// [`caseport_web::Failure::SignedOut`].
pub async fn page((): &(), request: Request) -> Outcome {
    let may_erase = policy::customer(request.actor()?).is_ok();
    request.show(StatusCode::OK, &DataPage::new(may_erase))
}
