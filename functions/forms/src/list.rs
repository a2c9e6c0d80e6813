//! The forms, listed.

use caseport_domain::policy;
use caseport_pages::forms::{FormLine, FormList};
use caseport_store::Store;
use caseport_web::{Outcome, Request, StatusCode};

/// All forms. One `Query`.
///
/// # Errors
/// When the actor is no administrator.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let forms = store.forms().await?.into_iter();
    let forms = forms.map(|saved| FormLine::new(saved.form, saved.at, &saved.by)).collect();
    request.show(StatusCode::OK, &FormList { forms })
}
