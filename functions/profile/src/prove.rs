//! Asking somebody signed in for their password once more: a page left open is no proof of who sits before it.
//!
//! Wherever it is asked for, the tries are counted together, and apart from those to sign in: whoever uses those up shuts
//! nobody out of what they are doing.

use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::password;
use caseport_domain::throttle::By;
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Failure, Request};
use serde::Deserialize;

use crate::own;

/// A form that asks for the password, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Proof {
    pub(crate) password: String,
}

/// The account of who asks, if this is its password. One `GetItem`, and what [`check`] calls.
///
/// # Errors
/// [`Failure::Flaws`] for another password, [`Failure::Throttled`] after ten of them; as [`own::read`].
pub(crate) async fn prove(store: &Store, request: &Request, proof: &Proof) -> Result<Account, Failure> {
    let account = own::read(store, request).await?;
    let mut flaws = Flaws::default();
    check(store, request, &account, ("password", &proof.password), &mut flaws).await?;
    if flaws.is_empty() { Ok(account) } else { Err(Failure::Flaws(flaws)) }
}

/// Notes what is wrong with the password typed in this field. Two `UpdateItem`s if there is one: they count the try, and
/// take it back if it was right.
///
/// # Errors
/// [`Failure::Throttled`] after ten wrong ones.
pub(crate) async fn check(
    store: &Store,
    request: &Request,
    account: &Account,
    (field, typed): (&str, &str),
    flaws: &mut Flaws,
) -> Result<(), Failure> {
    if typed.is_empty() {
        flaws.add(field, Flaw::Required);
        return Ok(());
    }
    let now = request.now();
    let by = By::Again(account.user.actor.person().id.as_str());
    if !store.take_try(&by, now).await? {
        return Err(Failure::Throttled(by.ends(now)));
    }
    if !password::verify(typed, account.password.as_deref()) {
        flaws.add(field, Flaw::WrongPassword);
        return Ok(());
    }
    store.give_back_try(&by, now).await?;
    Ok(())
}
