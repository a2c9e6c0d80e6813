//! Leads to the page where work starts.

use caseport_pages::menu;
use caseport_web::{Answer, Outcome, Request};

/// To the first page of one's menu that is in use, or to the page to sign in on.
///
/// # Errors
/// [`caseport_web::Failure::SignedOut`].
pub async fn handle((): &(), request: Request) -> Outcome {
    let claims = request.claims()?;
    Ok(Answer::see(menu::start(&claims.actor, &request.portal().modules, &claims.licensed)))
}
