//! Leads to the page where work starts.

use caseport_domain::actor::Actor;
use caseport_web::{Answer, Outcome, Request};

/// To the desk, to a contact's own page, or to the page to sign in on.
///
/// # Errors
/// [`caseport_web::Failure::SignedOut`].
pub async fn handle((): &(), request: Request) -> Outcome {
    Ok(Answer::see(match request.actor()? {
        Actor::Contact(_) => "/home",
        Actor::Engineer(_) => "/desk",
    }))
}
