//! How an engineer works on a customer's computer (M43).

use caseport_domain::policy;
use caseport_pages::RemoteSupport;
use caseport_web::{Outcome, Request, StatusCode};

/// How it goes, what the customer agrees to, and where the tool is.
///
/// # Errors
/// [`caseport_web::Failure::Denied`] when the actor's access includes no cases.
pub async fn handle((): &(), request: Request) -> Outcome {
    policy::remote_support(request.actor()?)?;
    let address = request.portal().support.remote.clone();
    request.show(StatusCode::OK, &RemoteSupport { address })
}
