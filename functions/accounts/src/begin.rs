//! Beginning a session, once somebody has proved who they are.

use caseport_domain::agent::Agent;
use caseport_domain::id::SessionId;
use caseport_domain::sign_in::Must;
use caseport_pages::{Continue, KeptForm, RulesPage, local};
use caseport_store::sessions::Session;
use caseport_store::users::Account;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use jiff::SignedDuration;

use crate::doorman::{Bearer, Doorman, tokens, with_cookies};
use crate::refresh_token::RefreshToken;

/// How long one stays signed in at most.
const SESSION: SignedDuration = SignedDuration::from_hours(12);
/// The same for who asked to be remembered.
const KEPT_SESSION: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Where somebody goes once they are signed in.
pub(crate) struct Onward<'a> {
    /// The page they were going to.
    pub(crate) to: &'a str,
    /// What they had typed when their session ended.
    pub(crate) kept: Option<KeptForm>,
}

/// Begins a session, which always has an identifier and secrets of its own: cookies and a page for a browser, tokens for
/// an API client.
///
/// AWS calls: `PutItem`, `UpdateItem`, for a contact `Query`; once per process `GetSecretValue`.
pub(crate) async fn begin(
    doorman: &Doorman,
    request: &Request,
    account: &Account,
    is_kept: bool,
    onward: Onward<'_>,
) -> Outcome {
    let (now, random) = (request.now(), request.portal().random);
    let user = account.user.actor.person().id.clone();
    // Those begun later sort behind.
    let id = format!("{:010}-{}", now.as_second(), random.id());
    let id: SessionId = id.parse().map_err(Failure::internal)?;
    let refresh = RefreshToken::new(user.clone(), id.clone(), random);
    let session = Session {
        id,
        user,
        agent: Agent::of(request.header("user-agent").unwrap_or_default()),
        begun_at: now,
        last_sign_in: account.last_sign_in,
        generation: account.session_generation,
        is_kept,
        current: refresh.digest(),
        previous: None,
        rotated_at: now,
        ends_at: now + if is_kept { KEPT_SESSION } else { SESSION },
        acting_for: None,
        asks_rules: account.owes_rules(),
    };
    doorman.store.add_session(&session).await?;
    doorman.store.has_signed_in(&session.user, now).await?;
    let access = doorman.access(request, account, Bearer::of(&session)).await?;
    let refresh = refresh.text();
    if request.wants_json() {
        return tokens(&access, Some(&refresh));
    }
    let answer = match onward.kept {
        // They would be held back with it (E14).
        Some(kept) if account.owes_rules() && !account.must_change_password => {
            let page = RulesPage::new(account.rules, Some(Must::AcceptRules)).keeping(Some(kept));
            request.show(StatusCode::OK, &page)?
        }
        Some(kept) => request.show(StatusCode::OK, &Continue::new(kept))?,
        None => Answer::see(local(onward.to).unwrap_or("/")),
    };
    let known = doorman.known_browser(request, &account.user).await?;
    Ok(with_cookies(answer, &access, Some(&refresh), &session, now).with(known))
}
