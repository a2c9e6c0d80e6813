//! From an event to the mails it leads to.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use caseport_aws::{Clock, SdkConfig, setting};
use caseport_domain::actor::Actor;
use caseport_domain::case::{Case, Event, Happened};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::held::{self, Held, Hold};
use caseport_domain::id::UserId;
use caseport_domain::module::{Module, Modules, Use};
use caseport_domain::notice::{Notice, Role, confirmation, is_own, is_still_told, notices};
use caseport_domain::person::User;
use caseport_domain::wishes::{self, Preferences};
use caseport_mail::compose;
use caseport_routes::Route;
use caseport_store::cases::History;
use caseport_store::deliveries::Queued;
use caseport_store::{CursorKey, OptOut, Store, StoreError};
use jiff::tz::TimeZone;
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;
use crate::happening::Happening;
use crate::mailman::{Mailman, NotReady, NotTaken, became};
use crate::outside::Writing;

/// How often a case from which somebody is erased meanwhile is read again before the whole message is.
const TRIES: usize = 4;

/// What it takes to tell people.
#[derive(Debug)]
pub struct Notify {
    store: Store,
    mailman: Mailman,
    key: CursorKey,
    clock: Clock,
    /// Whether people outside are mailed.
    outside: bool,
}

/// What is done with a mail.
#[derive(Clone, Copy)]
enum Fate {
    /// It is sent.
    Sent,
    /// It waits.
    Held(Hold),
    /// It is not sent, for this reason.
    Withheld(DeliveryState),
    /// It is not sent, for this reason, and has no record of its own: nobody asked for it, or does so any more.
    Unasked(DeliveryState),
}

impl Fate {
    /// What its record says at first.
    const fn state(self) -> DeliveryState {
        match self {
            Self::Sent => DeliveryState::Queued,
            Self::Held(Hold { state, .. }) | Self::Withheld(state) | Self::Unasked(state) => state,
        }
    }
}

/// What is to be done once a mail is recorded.
enum Next {
    /// It is to be sent.
    Send,
    /// Nothing, for now.
    Nothing,
    /// It is not recorded: the case is to be read again.
    Again,
}

/// Why people could not be told.
#[derive(Debug, thiserror::Error)]
pub enum NotTold {
    /// The message is none of the relay's.
    #[error("the message cannot be read: {0}")]
    Message(#[from] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The event cannot be read.
    #[error(transparent)]
    Event(#[from] caseport_domain::case::chain::Unsealed),
    /// The event does not fit its case.
    #[error(transparent)]
    Case(#[from] caseport_domain::case::Broken),
    /// Somebody was erased from the case again and again.
    #[error("somebody was erased from the case again and again")]
    Overtaken,
    /// The mail service did not take a mail.
    #[error(transparent)]
    Mail(#[from] NotTaken),
}

impl Notify {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// When a setting is missing or cannot be read.
    pub fn new(config: &SdkConfig) -> Result<Self, NotReady> {
        let (store, key) = (Store::new(config)?, CursorKey::from_settings()?);
        let modules: Modules = setting("MODULES").unwrap_or_default().parse()?;
        let outside = modules.extent(Module::OutsideObservers) == Use::On;
        Ok(Self { store, mailman: Mailman::new(config)?, key, clock: Clock, outside })
    }

    /// Mails everybody that each of these events concerns.
    ///
    /// # Errors
    /// None: failures are reported message by message.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        Ok(batch::each(event.payload, async |message| self.tell(message).await).await)
    }

    /// AWS calls for each message: one `Query` per megabyte of the case, two `BatchGetItem`s, and for each who is told a
    /// `TransactWriteItems`, a mail and an `UpdateItem`; for a partner's contact a `GetItem`. Up to four times that, if the case
    /// moves on meanwhile.
    async fn tell(&self, message: &SqsMessage) -> Result<(), NotTold> {
        let happening: Happening = serde_json::from_str(message.body.as_deref().unwrap_or_default())?;
        for _ in 0..TRIES {
            if self.tell_of(happening).await? {
                return Ok(());
            }
        }
        Err(NotTold::Overtaken)
    }

    /// Mails everybody whom an event concerns and who was not mailed yet; `false` if somebody was erased from the case, or taken
    /// off outside, meanwhile, and not everybody is told.
    async fn tell_of(&self, Happening { number, seq }: Happening) -> Result<bool, NotTold> {
        let Some(history) = self.store.whole_history(number).await? else { return Ok(true) };
        let Some(past) = history.events.get(..seq as usize) else { return Ok(true) };
        let Some(sealed) = past.last() else { return Ok(true) };
        let event = sealed.read()?;
        // The case as it was then: a mail that comes late still tells what happened when it happened.
        let case = Case::replay(number, past)?;
        let done =
            |to: &UserId| recorded(&history, seq, to).is_some_and(|state| state != DeliveryState::Queued);
        let mut notices = notices(&case, &event);
        notices.extend(confirmation(&case, &event));
        notices.retain(|notice| !done(&notice.to));
        let (outside, notices): (Vec<Notice>, Vec<Notice>) =
            notices.into_iter().partition(|notice| notice.role == Role::Outsider);
        // Who asks somebody outside does it in their own language.
        let asks_them = !outside.is_empty() && matches!(event.what, Happened::OutsiderInvited { .. });
        let inviter = event.by.person().map(|person| &person.id).filter(|_| asks_them);
        let ids: Vec<UserId> = notices.iter().map(|notice| &notice.to).chain(inviter).cloned().collect();
        let users = if ids.is_empty() { Vec::new() } else { self.store.users(&ids).await? };
        let preferences = self.preferences(&notices).await?;
        for notice in notices {
            let user = users.iter().find(|user| user.actor.person().id == notice.to);
            let user = user.filter(|_| is_still_told(&notice.to, notice.role, &history.case));
            let Some(user) = user else {
                self.give_up(&history, seq, &notice.to, DeliveryState::Suppressed).await?;
                continue;
            };
            let user = acting(&self.store, user, &case).await?;
            let fate = self.fate(&user, &notice, &preferences, &history, &event);
            if !Box::pin(self.deliver(&user, &notice, (&case, &history), &event, fate)).await? {
                return Ok(false);
            }
        }
        let writing = Writing {
            portal: self.mailman.deployment(),
            key: &self.key,
            history: &history,
            case: &case,
            event: &event,
            now: self.clock.now(),
        };
        // Last: whatever is wrong with an address outside keeps nobody inside waiting.
        for notice in &outside {
            let inviter = users.iter().find(|user| Some(&user.actor.person().id) == inviter);
            if !Box::pin(self.deliver_outside(&writing, notice, inviter)).await? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Records the mail to somebody outside and sends it, as [`Self::deliver`] does; `false` if it is neither.
    async fn deliver_outside(
        &self,
        writing: &Writing<'_>,
        notice: &Notice,
        inviter: Option<&User>,
    ) -> Result<bool, NotTold> {
        let Some((email, mail, delivery)) = writing.to(notice, inviter).filter(|_| self.outside) else {
            let seq = writing.event.seq;
            self.give_up(writing.history, seq, &notice.to, DeliveryState::Suppressed).await?;
            return Ok(true);
        };
        let (number, erasures) = (writing.case.number, writing.history.case.erasures);
        match self.record(&delivery, (writing.case, erasures), Fate::Sent).await? {
            Next::Send => {}
            Next::Nothing => return Ok(true),
            Next::Again => return Ok(false),
        }
        let (state, id) = became(self.mailman.send(email, mail).await)?;
        self.store.settle_delivery(number, delivery.seq, &delivery.to, state, &id).await?;
        tracing::info!(case = number.0, seq = delivery.seq, state = state.code(), "told outside");
        Ok(true)
    }

    /// What those of these people who said it want to be mailed for.
    async fn preferences(&self, notices: &[Notice]) -> Result<Vec<Preferences>, NotTold> {
        let ids: Vec<UserId> = notices.iter().map(|notice| notice.to.clone()).collect();
        Ok(if ids.is_empty() { Vec::new() } else { self.store.all_preferences(&ids).await? })
    }

    /// What is done with a mail; of what somebody did themselves there is none, unless they chose to have it confirmed. That a
    /// case is theirs now, or is not any more, an engineer is told whatever they chose.
    fn fate(
        &self,
        user: &User,
        notice: &Notice,
        preferences: &[Preferences],
        history: &History,
        event: &Event,
    ) -> Fate {
        let own = preferences.iter().find(|preferences| preferences.user == notice.to).cloned();
        let own = own.unwrap_or_else(|| Preferences::new(notice.to.clone()));
        let wish = history.wish_of(&notice.to);
        if is_own(event, &notice.to) {
            if let Some(state) = wishes::unconfirmed(&own, wish) {
                return Fate::Unasked(state);
            }
        } else if event.what.passes(&notice.to) {
            return Fate::Sent;
        } else if let Some(state) = wishes::withheld(&own, wish, &event.what) {
            return Fate::Withheld(state);
        }
        let zone = TimeZone::get(&user.zone).unwrap_or(TimeZone::UTC);
        let hold = held::hold(&own, &zone, &event.what, self.clock.now());
        hold.map_or(Fate::Sent, Fate::Held)
    }

    /// Has a mail end as not sent that was queued when the case was read: whoever it was to has left since, may not see the case
    /// any more, or does not want it. Without it, nothing is recorded.
    async fn give_up(
        &self,
        history: &History,
        seq: u32,
        to: &UserId,
        state: DeliveryState,
    ) -> Result<(), NotTold> {
        if recorded(history, seq, to) == Some(DeliveryState::Queued) {
            self.store.settle_delivery(history.case.number, seq, to, state, "").await?;
        }
        Ok(())
    }

    /// Records a mail that is of a case as it was read, after so many erasures. One that is queued already is sent, or recorded as not
    /// wanted any more, but not held: it was to be sent when it was queued.
    async fn record(
        &self,
        delivery: &Delivery,
        (case, erasures): (&Case, u32),
        fate: Fate,
    ) -> Result<Next, NotTold> {
        let Delivery { seq, to, .. } = delivery;
        let queued = if let Fate::Held(hold) = fate {
            let held = Held { user: to.clone(), number: case.number, seq: *seq, until: hold.until };
            self.store.hold(erasures, delivery, &held).await?
        } else {
            self.store.queue_delivery(case.number, erasures, delivery).await?
        };
        match (queued, fate) {
            (Queued::Overtaken, _) => Ok(Next::Again),
            (Queued::Now | Queued::Before, Fate::Sent) => Ok(Next::Send),
            (Queued::Now, Fate::Held(_) | Fate::Withheld(_) | Fate::Unasked(_)) => Ok(Next::Nothing),
            (Queued::Before, Fate::Withheld(state) | Fate::Unasked(state)) => {
                self.store.settle_delivery(case.number, *seq, to, state, "").await?;
                Ok(Next::Nothing)
            }
            (Queued::Before, Fate::Held(_)) => {
                let known = self.store.delivery(case.number, *seq, to).await?;
                let is_queued = known.is_some_and(|known| known.state == DeliveryState::Queued);
                Ok(if is_queued { Next::Send } else { Next::Nothing })
            }
        }
    }

    /// Records the mail, sends it, records that it was sent. A process that dies between the last two sends it
    /// again, under the same Message-ID: better twice than never. A mail that its reader does not want is recorded as that, and
    /// so is one that the mail service refuses for good, which is not tried again.
    ///
    /// The mail is of a case from which so many people had been erased when it was read. Are there more by now, it may name
    /// one of them, for whom nobody looks here again: nothing is recorded and nothing sent, and the answer is `false`.
    async fn deliver(
        &self,
        user: &User,
        notice: &Notice,
        (case, history): (&Case, &History),
        event: &Event,
        fate: Fate,
    ) -> Result<bool, NotTold> {
        if let Fate::Unasked(state) = fate {
            self.give_up(history, event.seq, &notice.to, state).await?;
            return Ok(true);
        }
        let portal = self.mailman.deployment();
        let opt_out = (notice.role != Role::Engineer).then(|| {
            let link = OptOut { number: case.number, user: notice.to.clone() }.seal(&self.key);
            format!("{}{}?link={link}", portal.origin, Route::UNSUBSCRIBE)
        });
        let Some(mail) = compose(&portal, user, notice.role, case, event, opt_out.as_deref()) else {
            self.give_up(history, event.seq, &notice.to, DeliveryState::Suppressed).await?;
            return Ok(true);
        };
        let delivery = Delivery {
            seq: event.seq,
            to: notice.to.clone(),
            name: user.actor.person().name.clone(),
            role: notice.role,
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            at: self.clock.now(),
            state: fate.state(),
        };
        match self.record(&delivery, (case, history.case.erasures), fate).await? {
            Next::Send => {}
            Next::Nothing => return Ok(true),
            Next::Again => return Ok(false),
        }
        let (state, id) = became(self.mailman.send(&user.email, mail).await)?;
        self.store.settle_delivery(case.number, event.seq, &notice.to, state, &id).await?;
        tracing::info!(case = case.number.0, seq = event.seq, state = state.code(), "told");
        Ok(true)
    }
}

/// What the record says of the mail about an event to somebody, if there was one when the case was read.
fn recorded(history: &History, seq: u32, to: &UserId) -> Option<DeliveryState> {
    let same = |delivery: &&Delivery| delivery.seq == seq && delivery.to == *to;
    history.deliveries.iter().find(same).map(|delivery| delivery.state)
}

/// Somebody as they act for the case's company: a partner's contact as what it serves that company with lets them, as long as
/// it does (G5). For them one `GetItem`.
pub(crate) async fn acting(store: &Store, user: &User, case: &Case) -> Result<User, StoreError> {
    let away = match &user.actor {
        Actor::Contact(contact) if contact.company != case.company.id => contact,
        _ => return Ok(user.clone()),
    };
    let relation = store.relation(&away.company, &case.company.id).await?;
    let acting = relation.and_then(|relation| relation.acting(away));
    Ok(acting.map_or_else(|| user.clone(), |acting| User { actor: Actor::Contact(acting), ..user.clone() }))
}
