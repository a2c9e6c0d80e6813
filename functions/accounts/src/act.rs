//! Choosing the company one acts for.

use caseport_domain::id::CompanyId;
use caseport_domain::input::Flaw;
use caseport_domain::policy;
use caseport_pages::{Done, local};
use caseport_web::{Answer, Failure, Outcome, Request};
use serde::Deserialize;

use crate::doorman::{Bearer, Doorman, tokens, with_cookies};

/// The company, one's own or one that it serves.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    company: String,
    /// Where a browser is led to, if not to the page on which one chooses.
    #[serde(default)]
    to: String,
}

/// Lets a partner's contact act for a company that theirs serves, or for their own again, from now on in this session.
///
/// AWS calls: `GetItem`, `UpdateItem`, `Query`; for another company `Query`, `GetItem` and `PutItem` before and `GetItem`
/// after; once per process `GetSecretValue`.
///
/// # Errors
/// A flaw beside a company that they may not act for, which says nothing of whether there is such a company;
/// [`Failure::SignedOut`] when their session has ended; when the actor is no contact, or a program.
pub async fn handle(doorman: &Doorman, request: Request) -> Outcome {
    let claims = request.claims()?;
    policy::request_access(&claims.actor)?;
    policy::own_sign_in(claims.grant)?;
    let input: Input = request.input()?;
    let none = || Failure::flaw("company", Flaw::NoSuchChoice);
    let company: CompanyId = input.company.parse().map_err(|_| none())?;
    let id = &claims.actor.person().id;
    let account = doorman.store.user(id).await?.filter(|account| !account.has_left);
    let account = account.ok_or(Failure::SignedOut)?;
    let home = policy::request_access(&account.user.actor)?;
    let chosen = if company == home.company { None } else { Some(&company) };
    if let Some(company) = chosen {
        if doorman.elsewhere(home, chosen).await?.is_none() {
            return Err(none());
        }
        doorman.store.note_acting(id, company).await?;
    }
    // The token at hand may be older than the end of its session: this must not prolong it.
    let session = doorman.store.act_for(id, &claims.sid, account.session_generation, chosen).await?;
    let session = session.filter(|session| session.ends_at > request.now()).ok_or(Failure::SignedOut)?;
    let access = doorman.access(&request, &account, Bearer::of(&session)).await?;
    if request.wants_json() {
        return tokens(&access, None);
    }
    let to = local(&input.to).unwrap_or("/access");
    let and = if to.contains('?') { '&' } else { '?' };
    let answer = Answer::see(&format!("{to}{and}done={}", Done::Acting.code()));
    Ok(with_cookies(answer, &access, None, &session, request.now()))
}
