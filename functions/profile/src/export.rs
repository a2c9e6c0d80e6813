//! What is kept of who asks.

use caseport_aws::{Missing, SdkConfig};
use caseport_domain::actor::Actor;
use caseport_domain::id::UserId;
use caseport_pages::{Export, ExportAccount, ExportCase, ExportEntry, ExportMail, RequestView};
use caseport_store::cases::History;
use caseport_store::lists::{List, Which};
use caseport_store::users::Account;
use caseport_store::{Lists, Store};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};

/// How many of a company's cases a part looks through.
const PART: u8 = 25;

/// What the export reads.
#[derive(Debug)]
pub struct Archive {
    store: Store,
    lists: Lists,
}

impl Archive {
    /// The archive of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE` and `CURSOR_KEY`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { store: Store::new(config)?, lists: Lists::new(config)? })
    }
}

/// What is kept of who asks: as a page to print, as JSON, or with `?as=file` as JSON to be saved. Of their company's cases
/// those they opened, follow or wrote in, 25 looked through at a time: `next` leads on.
///
/// What one may not see any more of a case is left out, but what one wrote oneself and the mails one got are one's own
/// whatever one's access is today.
///
/// AWS calls: one `GetItem`; in the first part a `Query` and, if they asked for access, two `BatchGetItem`s; for a contact two `Query`s, and one for each of these cases.
///
/// # Errors
/// [`Failure::Cursor`] when the part is none of this list.
pub async fn handle(archive: &Archive, request: Request) -> Outcome {
    let Archive { store, lists } = archive;
    let id = &request.actor()?.person().id;
    let account = store.user(id).await?.ok_or(Failure::SignedOut)?;
    let (mut company, mut cases, mut next) = (None, Vec::new(), None);
    let mut access_requests = Vec::new();
    if request.query("after").is_none() {
        let made = store.access_requests_of(id).await?;
        access_requests.extend(made.iter().map(|made| RequestView::for_requester(made, request.now())));
    }
    if let Some(employer) = account.user.actor.company() {
        company = store.account(employer).await?.map(|account| account.company.name);
        let list = List::Company(employer.clone(), Which::All);
        let page = lists.page(&list, PART, request.query("after")).await?;
        for row in page.rows {
            let history = store.whole_history(row.number).await?;
            cases.extend(history.map(|history| case(&history, id)).transpose()?.flatten());
        }
        next = page.next.map(|cursor| format!("/profile/data/export?after={cursor}"));
    }
    let exported_at = request.now();
    let profile = account.profile.clone();
    let export =
        Export { exported_at, account: about(account, company), profile, access_requests, cases, next };
    if request.query("as") == Some("file") {
        let file = serde_json::to_vec_pretty(&export)?;
        return Ok(Answer::download("application/json", "my-data.json", file));
    }
    request.show(StatusCode::OK, &export)
}

fn about(account: Account, company: Option<String>) -> ExportAccount {
    let user = account.user;
    let (level, scope) = match &user.actor {
        Actor::Contact(contact) => (Some(contact.level), Some(contact.scope)),
        Actor::Engineer(_) => (None, None),
    };
    let person = user.actor.person();
    ExportAccount {
        id: person.id.to_string(),
        name: person.name.clone(),
        email: user.email,
        username: account.username,
        language: user.language,
        zone: user.zone,
        company,
        level,
        scope,
        last_sign_in: account.last_sign_in,
    }
}

/// What a case tells of this person; nothing if they have no part in it.
fn case(history: &History, id: &UserId) -> Result<Option<ExportCase>, Failure> {
    let History { case, deliveries, .. } = history;
    let events = history.read()?;
    let own = events.iter().filter(|event| event.by.person().is_some_and(|person| person.id == *id));
    let entries: Vec<ExportEntry> = own.map(ExportEntry::of).collect();
    let mails = deliveries.iter().filter(|delivery| delivery.to == *id).map(|delivery| ExportMail {
        at: delivery.at,
        subject: delivery.subject.clone(),
        state: delivery.state,
    });
    let mails: Vec<ExportMail> = mails.collect();
    let (reporter, observer) =
        (case.reporter.id == *id, case.observers.iter().any(|observer| observer.id == *id));
    let has_part = reporter || observer || !entries.is_empty() || !mails.is_empty();
    Ok(has_part.then(|| ExportCase {
        number: case.number.0,
        title: case.title.to_string(),
        product: case.product.name.clone(),
        status: case.status,
        opened_at: case.opened_at,
        reporter,
        observer,
        entries,
        mails,
    }))
}
