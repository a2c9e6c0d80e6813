//! What an access token opens at all, before any handler is asked.

use caseport_domain::policy;
use caseport_routes::{Method, Who};

use crate::failure::Failure;
use crate::request::Request;

/// Lets a request pass, unless its bearer must do something else first, or only reads. What anybody may call stays
/// open: the assets, the languages, signing in and out.
///
/// # Errors
/// [`Failure::Held`] or [`Failure::Denied`].
pub(crate) fn pass(request: &Request) -> Result<(), Failure> {
    let route = request.route();
    let Ok(claims) = request.claims() else { return Ok(()) };
    if route.who == Who::Anyone {
        return Ok(());
    }
    if let Some(must) = claims.must.filter(|must| must.page() != route.path) {
        return Err(Failure::Held(must));
    }
    if route.method != Method::Get {
        policy::change(claims.grant)?;
    }
    Ok(())
}
