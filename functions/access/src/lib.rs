//! Access: what one has, asking for more, and deciding that.

pub mod ask;
pub mod confirm;
pub mod confirm_page;
pub mod deal;
mod input;
pub mod login;
pub mod login_form;
pub mod mine;
pub mod own;
pub mod queue;
pub mod request;

use caseport_domain::access_request::{self, AccessRequest, Subject};
use caseport_store::users::Account;
use caseport_store::{Committed, Store};
use caseport_web::{Failure, is_written};

/// Whoever confirms what the people of the requester's company ask for, if anybody was named. One `Query`, and one
/// `GetItem` if so.
///
/// # Errors
/// When the store fails.
pub(crate) async fn prime(store: &Store, request: &AccessRequest) -> Result<Option<Account>, Failure> {
    let Subject::Level { company, .. } = &request.subject else { return Ok(None) };
    match store.prime_contact(company).await? {
        None => Ok(None),
        Some(id) => Ok(store.user(&id).await?.filter(|account| {
            // Whoever is named speaks for that company, and is still there.
            account.user.actor.company() == Some(company) && !account.has_left
        })),
    }
}

/// What a transaction came to, for who asked for it.
pub(crate) fn committed(outcome: &Committed) -> Result<(), Failure> {
    if is_written(outcome)? { Ok(()) } else { Err(access_request::Refused::Overtaken.into()) }
}
