//! The form to change the password with.

use caseport_domain::policy;
use caseport_pages::PasswordPage;
use caseport_web::{Outcome, Request, StatusCode};

/// The form to change the password with.
///
/// # Errors
/// [`caseport_web::Failure::SignedOut`]; [`caseport_web::Failure::Denied`] for a program with a personal access token.
pub async fn handle((): &(), request: Request) -> Outcome {
    let claims = request.claims()?;
    policy::own_sign_in(claims.grant)?;
    request.show(StatusCode::OK, &PasswordPage::new(claims.must))
}
