//! Asking somebody signed in for their password once more.

use caseport_domain::input::Flaw;
use caseport_domain::throttle::By;
use caseport_domain::{password, policy};
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Failure, Request};
use serde::Deserialize;

/// A form that asks for the password, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Proof {
    pub(crate) password: String,
}

/// The account of who asks, if this is its password: a page left open is no proof of who sits before it. Two
/// `UpdateItem`s, which count the try and take it back, and one `GetItem`.
///
/// # Errors
/// [`Failure::Flaws`] for another password, [`Failure::Throttled`] after ten of them.
pub(crate) async fn prove(store: &Store, request: &Request, proof: &Proof) -> Result<Account, Failure> {
    policy::own_sign_in(request.claims()?.grant)?;
    if proof.password.is_empty() {
        return Err(Failure::flaw("password", Flaw::Required));
    }
    let (id, now) = (&request.actor()?.person().id, request.now());
    let by = By::Again(id.as_str());
    if !store.take_try(&by, now).await? {
        return Err(Failure::Throttled(by.ends(now)));
    }
    let account = store.user(id).await?.ok_or(Failure::SignedOut)?;
    if !password::verify(&proof.password, account.password.as_deref()) {
        return Err(Failure::flaw("password", Flaw::WrongPassword));
    }
    store.give_back_try(&by, now).await?;
    Ok(account)
}
