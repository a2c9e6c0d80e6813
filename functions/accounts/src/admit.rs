//! Letting somebody in who has proven who they are.

use caseport_domain::id::SessionId;
use caseport_store::sessions::Session;
use caseport_store::users::Account;
use caseport_web::{Failure, Request};
use jiff::SignedDuration;

use crate::doorman::Doorman;
use crate::refresh_token::RefreshToken;

/// How long one stays signed in at most.
const SESSION: SignedDuration = SignedDuration::from_hours(12);

/// Begins a session: its access token and its refresh token. A `PutItem`, for a contact a `Query`; once per process
/// `GetSecretValue`.
pub(crate) async fn admit(
    doorman: &Doorman,
    request: &Request,
    account: &Account,
) -> Result<(String, String), Failure> {
    let random = request.portal().random;
    let id: SessionId = random.id().parse().map_err(Failure::internal)?;
    let refresh = RefreshToken::new(id.clone(), random);
    let session = Session {
        id: id.clone(),
        user: account.user.actor.person().id.clone(),
        current: refresh.digest(),
        previous: None,
        begun_at: request.now(),
        rotated_at: request.now(),
        ends_at: request.now() + SESSION,
    };
    doorman.store.add_session(&session).await?;
    Ok((doorman.access(request, id, account).await?, refresh.text()))
}
