//! How the vendor is reached beside the portal (E23, M3, M8).

use caseport_pages::ContactPage;
use caseport_web::{Outcome, Request, StatusCode};

/// Numbers, address and hours, as the deployment says them.
///
/// # Errors
/// None in practice.
pub async fn handle((): &(), request: Request) -> Outcome {
    request.show(StatusCode::OK, &ContactPage::from(&request.portal().support))
}
