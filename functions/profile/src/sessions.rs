//! Where one is signed in.

use caseport_pages::{SessionLine, Sessions};
use caseport_store::Store;
use caseport_web::{Outcome, Request, StatusCode};

use crate::own;

/// Where one is signed in, the newest session first.
///
/// AWS calls: `GetItem`, `Query`.
///
/// # Errors
/// [`caseport_web::Failure::SignedOut`]; [`caseport_web::Failure::Denied`] for a program with a personal access token.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let account = own::read(store, &request).await?;
    let current = &request.claims()?.sid;
    let sessions = store.sessions(&account.user.actor.person().id).await?;
    let goes_on = sessions.into_iter().filter(|session| {
        session.ends_at > request.now() && session.generation == account.session_generation
    });
    let lines = goes_on.map(|session| SessionLine {
        is_current: session.id == *current,
        id: session.id,
        agent: session.agent,
        begun_at: session.begun_at,
        last_used_at: session.rotated_at,
        ends_at: session.ends_at,
    });
    request.show(StatusCode::OK, &Sessions::new(lines.collect()))
}
