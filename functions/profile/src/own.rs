//! One's own account, to look after how one signs in.

use caseport_domain::audit::Entry;
use caseport_domain::policy;
use caseport_pages::{Continue, KeptForm};
use caseport_store::users::Account;
use caseport_store::{Committed, Store, Transaction};
use caseport_web::{ACCESS, Cookie, Failure, Outcome, Request, StatusCode};

/// One's own account, to be looked at. One `GetItem`.
///
/// # Errors
/// [`Failure::SignedOut`]; [`Failure::Denied`] for a program with a personal access token.
pub(crate) async fn read(store: &Store, request: &Request) -> Result<Account, Failure> {
    let claims = request.claims()?;
    policy::own_sign_in(claims.grant)?;
    store.user(&claims.actor.person().id).await?.ok_or(Failure::SignedOut)
}

/// One's own account, to be changed: as it was when the access token was given. One `GetItem`.
///
/// # Errors
/// As [`read`]; [`Failure::SignedOut`] too if it has changed since, which has a new access token asked for.
pub(crate) async fn change(store: &Store, request: &Request) -> Result<Account, Failure> {
    let account = read(store, request).await?;
    let is_as_it_was = account.revision == request.claims()?.revisions.user;
    if is_as_it_was { Ok(account) } else { Err(Failure::SignedOut) }
}

/// A transaction that stores one's changed account, and notes what was done. It is the first write.
///
/// # Errors
/// [`Failure::SignedOut`].
pub(crate) fn transaction<'a>(
    store: &'a Store,
    request: &Request,
    account: &Account,
    what: &str,
) -> Result<Transaction<'a>, Failure> {
    let transaction = store.transaction().change_user(account).permit_company(&request.permit()?);
    noted(transaction, request, what)
}

/// The transaction with a note of what was done.
///
/// # Errors
/// [`Failure::SignedOut`].
pub(crate) fn noted<'a>(
    transaction: Transaction<'a>,
    request: &Request,
    what: &str,
) -> Result<Transaction<'a>, Failure> {
    let actor = request.actor()?;
    let entry = Entry::new(request.now(), actor.author(), what);
    Ok(transaction.audit("user", actor.person().id.as_str(), &entry, &request.portal().random.id()))
}

/// Writes it. `otherwise` is why, if it is not the account that has changed meanwhile.
///
/// # Errors
/// [`Failure::SignedOut`] if it is, so that a new access token is asked for, with which it is tried again.
pub(crate) async fn commit(transaction: Transaction<'_>, otherwise: Failure) -> Result<(), Failure> {
    match transaction.commit().await? {
        Committed::Done => Ok(()),
        Committed::Failed(writes) if !writes.contains(&0) => Err(otherwise),
        Committed::NoPermit | Committed::Failed(_) | Committed::Conflict => Err(Failure::SignedOut),
    }
}

/// Leads a person on to this page once something is done that could not wait. Who had typed something before is shown that, to be sent
/// with one click; the access token at hand, which holds them back, is taken away with it.
///
/// # Errors
/// None in practice.
pub(crate) fn go_on(request: &Request, kept: Option<KeptForm>, page: &str) -> Outcome {
    match kept {
        Some(kept) => Ok(request.show(StatusCode::OK, &Continue::new(kept))?.with(Cookie::gone(ACCESS))),
        None => Ok(request.see_anew(page)),
    }
}
