//! The second factor, or a secret to set one up with.

use caseport_domain::second_factor::Secret;
use caseport_domain::sign_in::Must;
use caseport_pages::TwoFactor;
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::own;

/// The second factor, or a secret to set one up with. That is new every time and stored nowhere before an app has
/// shown that it has it.
///
/// AWS calls: `GetItem`, and one more with a second factor.
///
/// # Errors
/// [`Failure::SignedOut`]; [`Failure::Denied`] for a program with a personal access token.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let account = own::read(store, &request).await?;
    let must = request.claims()?.must;
    if must == Some(Must::SetUpSecondFactor) && account.has_second_factor && !request.wants_json() {
        // Done, though the access token does not say so yet.
        return Ok(request.see_anew("/"));
    }
    let page = if account.has_second_factor {
        let factor = store.second_factor(&account.user.actor.person().id).await?;
        let factor = factor.ok_or_else(|| Failure::internal("the second factor is not there"))?;
        TwoFactor::on(factor.since, factor.recovery.len())
    } else {
        let portal = request.portal();
        TwoFactor::off(&Secret::new(portal.random.bytes()), &portal.brand, &account.user.email, must)
    };
    request.show(StatusCode::OK, &page)
}
