//! Another address for one's account (M15): asked for, seen, withdrawn. The mailed links are `accounts`' to open.

use caseport_domain::email_change::{self, EmailChange, Side};
use caseport_domain::id::{ChangeId, LetterId};
use caseport_domain::input::Flaws;
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::throttle::{AskedFor, By};
use caseport_pages::{Done, EmailPage, PendingEmail};
use caseport_store::users::Account;
use caseport_store::{Committed, Store};
use caseport_web::{Failure, Outcome, Request, StatusCode, demand_written};
use serde::Deserialize;

use crate::{own, prove};

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    email: String,
    password: String,
}

/// One's address, with the change of it that is under way or the form to ask for one. Two `GetItem`s.
///
/// # Errors
/// [`Failure::SignedOut`]; [`Failure::Denied`] for a program with a personal access token.
pub async fn page(store: &Store, request: Request) -> Outcome {
    let account = own::read(store, &request).await?;
    let change = under_way(store, &request, &account).await?;
    request.show(StatusCode::OK, &view(&account, change))
}

/// Asks for another address: a link goes to the mailbox in force and one to the other, and nothing changes until both have
/// confirmed. It takes the place of a change that is under way, unless that is to the same address. Whether somebody has
/// that address is not looked at here: the answer is the same (X9).
///
/// AWS calls: `GetItem` twice, `UpdateItem` to count the try at the password and to take it back, five times to count
/// mails, `TransactWriteItems`.
///
/// # Errors
/// [`Failure::Flaws`]; [`Failure::Throttled`] after too many wrong passwords or mails. A page comes back with the address
/// as it was typed.
pub async fn ask(store: &Store, request: Request) -> Outcome {
    let input: Input = request.input()?;
    let account = own::change(store, &request).await?;
    let last = store.email_change(&account.user.actor.person().id).await?;
    let now = request.now();
    let pending = last.clone().filter(|change| change.is_under_way(&account.user.email, now));
    match asked(store, &request, &account, &input, last).await {
        Ok(change) if request.wants_json() => {
            request.show(StatusCode::ACCEPTED, &view(&account, Some(change)))
        }
        Ok(_) => request.done(Done::EmailAsked, "/profile/email"),
        Err(failure) if request.wants_json() => Err(failure),
        Err(failure) => {
            let page = view(&account, pending);
            let page = match &failure {
                Failure::Flaws(flaws) => page.again(&input.email, flaws.clone()),
                Failure::Throttled(until) => page.throttled(&input.email, *until),
                _ => return Err(failure),
            };
            request.show(failure.status(), &page)
        }
    }
}

/// Withdraws the change that is under way: its links are good for nothing any more. It is answered the same when there is
/// none.
///
/// AWS calls: `GetItem` twice; `TransactWriteItems` if there is one.
///
/// # Errors
/// [`Failure::SignedOut`].
pub async fn withdraw(store: &Store, request: Request) -> Outcome {
    let account = own::change(store, &request).await?;
    let user = &account.user.actor.person().id;
    if let Some(change) = store.email_change(user).await? {
        let transaction = store.transaction().permit(&request.permit()?).end_email_change(user, &change.id);
        let transaction = own::noted(transaction, &request, "email-change-withdrawn")?;
        // If not, both mailboxes were quicker, or another window.
        demand_written(&transaction.commit().await?)?;
    }
    request.done(Done::EmailWithdrawn, "/profile/email")
}

/// The change that is asked for, stored with its letters; `last` is the one before.
async fn asked(
    store: &Store,
    request: &Request,
    account: &Account,
    input: &Input,
    last: Option<EmailChange>,
) -> Result<EmailChange, Failure> {
    let (now, from) = (request.now(), &account.user.email);
    let mut flaws = Flaws::default();
    let to = flaws.take("email", email_change::another(&input.email, from));
    prove::check(store, request, account, ("password", &input.password), &mut flaws).await?;
    let Some(to) = to.filter(|_| flaws.is_empty()) else { return Err(Failure::Flaws(flaws)) };
    let is_asked = |change: &EmailChange| change.is_under_way(from, now) && change.to == to;
    if let Some(change) = last.clone().filter(is_asked) {
        return Ok(change);
    }
    count_mails(store, request, [from, &to]).await?;
    let id: ChangeId = request.portal().random.id().parse().map_err(Failure::internal)?;
    let change = EmailChange::new(id, from.clone(), to.clone(), now);
    let user = &account.user.actor.person().id;
    let before = last.as_ref().map(|change| &change.id);
    let mut transaction =
        store.transaction().permit(&request.permit()?).ask_email_change(user, &change, before);
    for letter in letters(request, account, &change)? {
        transaction = transaction.send(&letter);
    }
    match own::noted(transaction, request, "email-change-asked")?.commit().await? {
        Committed::Done => Ok(change),
        Committed::NoPermit => Err(Failure::SignedOut),
        // Perhaps the same was sent twice.
        Committed::Failed(_) | Committed::Conflict => {
            store.email_change(user).await?.filter(is_asked).ok_or(Failure::Outdated)
        }
    }
}

/// Counts a mail to each of these addresses.
async fn count_mails(store: &Store, request: &Request, addresses: [&str; 2]) -> Result<(), Failure> {
    let now = request.now();
    let counts = addresses.into_iter().flat_map(|address| By::letters(AskedFor::Mail, address));
    for by in [By::Asker(request.source())].into_iter().chain(counts) {
        if !store.take_try(&by, now).await? {
            return Err(Failure::Throttled(by.ends(now)));
        }
    }
    Ok(())
}

/// The letters that bring the links.
fn letters(request: &Request, account: &Account, change: &EmailChange) -> Result<Vec<Letter>, Failure> {
    let letter = |side| {
        let id: LetterId = request.portal().random.id().parse().map_err(Failure::internal)?;
        let user = account.user.actor.person().id.clone();
        let errand = Errand::EmailChange { user, change: change.id.clone(), side };
        Ok(Letter { id, at: change.asked_at, language: request.language(), errand })
    };
    Side::ALL.into_iter().map(letter).collect()
}

/// The change of somebody's address that is under way. One `GetItem`.
pub(crate) async fn under_way(
    store: &Store,
    request: &Request,
    account: &Account,
) -> Result<Option<EmailChange>, Failure> {
    let change = store.email_change(&account.user.actor.person().id).await?;
    Ok(change.filter(|change| change.is_under_way(&account.user.email, request.now())))
}

fn view(account: &Account, change: Option<EmailChange>) -> EmailPage {
    EmailPage::new(account.user.email.clone(), change.map(PendingEmail::from))
}
