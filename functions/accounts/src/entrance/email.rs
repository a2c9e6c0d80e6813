//! What the links of a change of address do (M15): each mailbox confirms or refuses, and the last to confirm has it made.

use caseport_domain::actor::Author;
use caseport_domain::audit::Entry;
use caseport_domain::email_change::{EmailChange, Side};
use caseport_domain::id::{LetterId, TicketId};
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::ticket::Purpose;
use caseport_pages::{EmailAnswered, EmailLink, EmailOutcome};
use caseport_store::users::Account;
use caseport_store::{Committed, Store, Transaction};
use caseport_web::{Failure, LinkForm, Outcome, Request, StatusCode};

use super::new_password_page::{gone, good};

/// How often a link is followed anew that met the other one on its way.
const TRIES: usize = 4;

/// What a link opens.
struct Opened {
    ticket: TicketId,
    side: Side,
    account: Account,
    change: EmailChange,
}

/// The page with the buttons that confirm and refuse; it uses nothing up. Three `GetItem`s.
///
/// # Errors
/// When the store fails.
pub async fn page(store: &Store, request: Request) -> Outcome {
    let link = request.query("link").unwrap_or_default();
    match open(store, &request, link).await? {
        Some(Opened { side, change, .. }) => {
            request.show(StatusCode::OK, &EmailLink::new(link, side, change.to))
        }
        None => gone(&request, None),
    }
}

/// Confirms or refuses for one of both mailboxes, and uses its link up. When both have confirmed the address is changed,
/// with what signs in to the account, and both are told; sessions and personal access tokens stay. A login that the new address
/// was granted has then come about (G6).
///
/// AWS calls: three `GetItem`s, one `TransactWriteItems`; for the last to confirm one `GetItem` more, and another if a login was
/// asked for with the new address; the same again for a link that met the other one.
///
/// # Errors
/// When the link is good no more, or the address is somebody else's meanwhile; [`Failure::Flaws`] without a decision.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let input: LinkForm = request.input()?;
    let refuses = input.decides("refuse", "confirm")?;
    for _ in 0..TRIES {
        let Some(opened) = open(store, &request, &input.link).await? else { return gone(&request, None) };
        let Opened { side, change, .. } = &opened;
        // The writes without which the link is good for nothing stand first.
        let (transaction, decisive, outcome) = if refuses {
            (opened.refuse(store, &request), 1, EmailOutcome::Refused)
        } else if change.confirmed_at(side.other()).is_none() {
            (opened.wait(store, &request), 1, EmailOutcome::Waiting)
        } else {
            (opened.make(store, &request).await?, 2, EmailOutcome::Changed)
        };
        match transaction.commit().await? {
            Committed::Done => {
                let page = EmailAnswered { outcome, side: *side, to: change.to.clone() };
                return request.show(StatusCode::OK, &page);
            }
            Committed::Failed(writes) if writes.iter().any(|place| *place < decisive) => {
                return gone(&request, None);
            }
            Committed::Failed(_) | Committed::NoPermit | Committed::Conflict => {}
        }
    }
    Err(Failure::Outdated)
}

/// What a link opens, if it and its change are still good, and the account is nobody's who leaves.
async fn open(store: &Store, request: &Request, link: &str) -> Result<Option<Opened>, Failure> {
    let Some(ticket) = good(store, request, link).await? else { return Ok(None) };
    let Purpose::EmailChange { user, change: id, side } = ticket.purpose else { return Ok(None) };
    let (account, change) = tokio::try_join!(store.user(&user), store.email_change(&user))?;
    let (Some(account), Some(change)) = (account, change) else { return Ok(None) };
    let stays = account.password.is_some() && !account.has_left;
    let is_good = change.id == id && change.is_under_way(&account.user.email, request.now());
    Ok((stays && is_good).then_some(Opened { ticket: ticket.id, side, account, change }))
}

impl Opened {
    /// Nothing changes, ever.
    fn refuse<'a>(&self, store: &'a Store, request: &Request) -> Transaction<'a> {
        let user = &self.account.user.actor.person().id;
        let entry = Entry::new(request.now(), Author::System, "email-change-refused");
        store
            .transaction()
            .use_ticket(&self.ticket, request.now())
            .end_email_change(user, &self.change.id)
            .audit("user", user.as_str(), &entry, &request.portal().random.id())
    }

    /// The other mailbox is yet to confirm.
    fn wait<'a>(&self, store: &'a Store, request: &Request) -> Transaction<'a> {
        let (user, now) = (&self.account.user.actor.person().id, request.now());
        let transaction = store.transaction().use_ticket(&self.ticket, now);
        transaction.confirm_email_change(user, &self.change.id, self.side, now)
    }

    /// The other mailbox has confirmed: the change is made.
    async fn make<'a>(&self, store: &'a Store, request: &Request) -> Result<Transaction<'a>, Failure> {
        let EmailChange { id, from, to, .. } = &self.change;
        let (user, now) = (&self.account.user.actor.person().id, request.now());
        let asked = store.latest_access_request(&to.to_lowercase()).await?;
        let mut changed = self.account.clone();
        changed.user.email.clone_from(to);
        let entry = Entry::new(now, changed.user.actor.author(), "email-changed").with("email", from, to);
        let mut transaction = store
            .transaction()
            .use_ticket(&self.ticket, now)
            .create_login(to, user)
            .delete_login(from)
            .end_email_change(user, id)
            .change_user(&changed)
            .audit("user", user.as_str(), &entry, &request.portal().random.id());
        let person = changed.user.actor.person();
        if let Some(asked) = &asked
            && let Some(made) = asked.contact_made(person, now)
        {
            transaction = transaction.change_access_request(asked, &made);
        }
        for address in [from, to] {
            let id: LetterId = request.portal().random.id().parse().map_err(Failure::internal)?;
            let (address, to) = (address.clone(), to.clone());
            let errand = Errand::EmailChanged { user: user.clone(), address, to };
            transaction = transaction.send(&Letter { id, at: now, language: request.language(), errand });
        }
        Ok(transaction)
    }
}
