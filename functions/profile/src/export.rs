//! What is kept of who asks.

use caseport_aws::{Missing, SdkConfig};
use caseport_domain::actor::Actor;
use caseport_domain::addresses::Addresses;
use caseport_domain::audit::Entry;
use caseport_domain::draft::Draft;
use caseport_domain::id::{CompanyId, UserId};
use caseport_domain::person::User;
use caseport_pages::{
    ConfirmationView, Export, ExportAccount, ExportCase, ExportCompany, ExportEntry, ExportMail,
    ExportSession, Mailing, NotificationsPage, PendingEmail, RequestView, TokenLine,
};
use caseport_store::cases::History;
use caseport_store::lists::List;
use caseport_store::sessions::Session;
use caseport_store::users::Account;
use caseport_store::{Involved, Lists, Store, StoreError, companies};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use jiff::Timestamp;

use crate::tokens;

/// Where it is.
const EXPORT: &str = "/profile/data/export";
/// How many cases a part looks through.
const PART: u8 = 25;
/// How many companies' cases a part looks through: there may be none in most.
const LISTS: usize = 10;

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

/// What is kept of who asks: as a page to print, as JSON, or with `?as=file` as JSON to be saved. Of the cases of their
/// company and of those they acted for, those they opened, follow or wrote in, 25 looked through at a time: `next` leads on.
///
/// What one may not see any more of a case is left out, but what one wrote oneself and the mails one got are one's own
/// whatever one's access is today.
///
/// AWS calls: three `GetItem`s, and one more with a second factor; in the first part six `Query`s, one for each address they had
/// and, if they asked for access or were to confirm that, two `BatchGetItem`s, if they acted for others, one; for a contact three `Query`s, one for each list that is begun, ten at
/// most, and one for each of these cases.
///
/// # Errors
/// [`Failure::Cursor`] when the part is none of this list.
pub async fn handle(archive: &Archive, request: Request) -> Outcome {
    let Archive { store, .. } = archive;
    let id = &request.actor()?.person().id;
    let account = store.user(id).await?.ok_or(Failure::SignedOut)?;
    let now = request.now();
    let signs_in = SignsIn::read(store, &account, now).await?;
    let preferences = store.preferences(id).await?;
    let place = Place { company: request.query("company"), after: request.query("after") };
    let is_first = place.company.is_none() && place.after.is_none();
    let first =
        if is_first { Box::pin(First::read(store, &account.user, now)).await? } else { First::default() };
    let (mut company, mut cases, mut next) = (None, Vec::new(), None);
    if let Some(employer) = account.user.actor.company() {
        company = store.account(employer).await?.map(|account| account.company.name);
        let companies = store.companies_of(id, employer).await?;
        let who = Who { id, email: &account.user.email };
        (cases, next) = Box::pin(archive.part(who, &companies, place)).await?;
    }
    let profile = account.profile.clone();
    let account = about(account, company, preferences.into(), signs_in);
    let First { sessions, tokens, acted_for, trail, access_requests, access_confirmations, drafts } = first;
    let export = Export {
        exported_at: now,
        account,
        profile,
        sessions,
        tokens,
        acted_for,
        trail,
        access_requests,
        access_confirmations,
        drafts,
        cases,
        next,
    };
    if request.query("as") == Some("file") {
        let file = serde_json::to_vec_pretty(&export)?;
        return Ok(Answer::download("application/json", "my-data.json", file));
    }
    request.show(StatusCode::OK, &export)
}

/// How somebody signs in, beside what their account says.
struct SignsIn {
    second_factor_since: Option<Timestamp>,
    pending_email: Option<PendingEmail>,
}

impl SignsIn {
    /// A `GetItem`, and one more with a second factor.
    async fn read(store: &Store, account: &Account, now: Timestamp) -> Result<Self, StoreError> {
        let id = &account.user.actor.person().id;
        let change = store.email_change(id).await?;
        let change = change.filter(|change| change.is_under_way(&account.user.email, now));
        let factor = if account.has_second_factor { store.second_factor(id).await? } else { None };
        Ok(Self {
            second_factor_since: factor.map(|factor| factor.since),
            pending_email: change.map(PendingEmail::from),
        })
    }
}

/// What is in the first part only.
#[derive(Default)]
struct First {
    sessions: Vec<ExportSession>,
    tokens: Vec<TokenLine>,
    acted_for: Vec<ExportCompany>,
    trail: Vec<Entry>,
    access_requests: Vec<RequestView>,
    access_confirmations: Vec<ConfirmationView>,
    drafts: Vec<Draft>,
}

impl First {
    /// Six `Query`s, and one for each address they had; a `BatchGetItem` for the names of the companies they acted for, and two
    /// for the requests for access that they stand in.
    async fn read(store: &Store, user: &User, now: Timestamp) -> Result<Self, StoreError> {
        let id = &user.actor.person().id;
        let mut trail = store.whole_trail(id).await?;
        let addresses = Addresses::of(user, &trail);
        trail.reverse();
        let sessions = store.sessions(id).await?.into_iter().map(session).collect();
        let tokens = store.tokens(id).await?.into_iter().map(tokens::line).collect();
        let drafts = store.all_drafts(id, now).await?;
        let companies = store.acted_for(id).await?;
        let mut acted_for: Vec<_> = store.companies(&companies).await?.into_iter().map(company).collect();
        acted_for.sort_by(|a, b| a.id.cmp(&b.id));
        let Involved { made, to_confirm } = store.access_requests_of(id, &addresses).await?;
        let access_requests = made.iter().map(|made| RequestView::for_requester(made, now)).collect();
        let access_confirmations =
            to_confirm.iter().map(|request| ConfirmationView::of(request, id)).collect();
        Ok(Self { sessions, tokens, acted_for, trail, access_requests, access_confirmations, drafts })
    }
}

/// Whose the export is.
#[derive(Clone, Copy)]
struct Who<'a> {
    id: &'a UserId,
    email: &'a str,
}

/// Where a part begins: in which company's cases, and where in these. Without either it is the first.
#[derive(Clone, Copy)]
struct Place<'a> {
    company: Option<&'a str>,
    after: Option<&'a str>,
}

impl Archive {
    /// What the cases of a part tell of this person, and the address of the next part if there is one. The cases of one
    /// company come after those of the other.
    async fn part(
        &self,
        who: Who<'_>,
        companies: &[CompanyId],
        place: Place<'_>,
    ) -> Result<(Vec<ExportCase>, Option<String>), Failure> {
        let first = match place.company {
            None => Some(0),
            Some(begins) => companies.iter().position(|company| company.as_str() == begins),
        };
        let mut left = companies.get(first.unwrap_or(companies.len())..).unwrap_or_default().iter();
        if left.as_slice().is_empty() {
            return Err(Failure::Cursor);
        }
        let (mut cases, mut size, mut after) = (Vec::new(), PART, place.after.map(str::to_owned));
        for _ in 0..LISTS {
            let Some(company) = left.next() else { return Ok((cases, None)) };
            let list = List::Company(company.clone());
            let page = self.lists.page(&list, size, after.as_deref()).await?;
            for row in &page.rows {
                let history = self.store.whole_history(row.number).await?;
                cases.extend(history.map(|history| case(&history, who)).transpose()?.flatten());
            }
            if let Some(after) = page.next {
                return Ok((cases, Some(format!("{EXPORT}?company={company}&after={after}"))));
            }
            after = None;
            size = size.saturating_sub(u8::try_from(page.rows.len()).unwrap_or(PART));
            if size == 0 {
                break;
            }
        }
        Ok((cases, left.next().map(|company| format!("{EXPORT}?company={company}"))))
    }
}

fn session(session: Session) -> ExportSession {
    ExportSession {
        agent: session.agent,
        begun_at: session.begun_at,
        last_used_at: session.rotated_at,
        ends_at: session.ends_at,
    }
}

fn company(account: companies::Account) -> ExportCompany {
    ExportCompany { id: account.company.id.to_string(), name: account.company.name }
}

fn about(
    account: Account,
    company: Option<String>,
    notifications: NotificationsPage,
    signs_in: SignsIn,
) -> ExportAccount {
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
        notifications,
        last_sign_in: account.last_sign_in,
        rules: account.rules,
        second_factor_since: signs_in.second_factor_since,
        pending_email: signs_in.pending_email,
    }
}

/// What a case tells of this person; nothing if they have no part in it. Who follows it from outside, at the address they sign in
/// with, follows it.
fn case(history: &History, Who { id, email }: Who<'_>) -> Result<Option<ExportCase>, Failure> {
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
    let outside = history.outside.iter().any(|address| address.email.eq_ignore_ascii_case(email));
    let reporter = case.reporter.id == *id;
    let observer = outside || case.observers.iter().any(|observer| observer.id == *id);
    let has_part = reporter || observer || !entries.is_empty() || !mails.is_empty();
    Ok(has_part.then(|| ExportCase {
        number: case.number.0,
        title: case.title.to_string(),
        product: case.product.as_ref().map(|product| product.name.clone()),
        status: case.status,
        opened_at: case.opened_at,
        reporter,
        observer,
        mailing: Mailing::of(history.wish_of(id)),
        entries,
        mails,
    }))
}
