//! What a command makes happen, or why it cannot.

use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::actor::{Author, Person};
use crate::case::assign::{assigned, taken};
use crate::case::command::{Command, MessageKind};
use crate::case::event::{Closure, Happened};
use crate::case::resume::resumed;
use crate::case::snapshot::{Answer, Case, Status};
use crate::id::UserId;

/// How many people may follow one case.
const MAX_OBSERVERS: usize = 20;

/// The rules of a deployment. Customers, the desk and the scheduled jobs all decide by them.
///
/// How long a solution waits is decided once, when it is proposed: the case keeps the instants, and whoever comes later needs
/// no setting, and moves none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleBook {
    /// How long a proposed solution waits for an answer.
    answer_within: SignedDuration,
    /// How long before that a reminder is due.
    remind_before: SignedDuration,
}

impl Default for RuleBook {
    /// Seven days of 24 hours, and a reminder two days before their end.
    fn default() -> Self {
        Self {
            answer_within: SignedDuration::from_hours(7 * 24),
            remind_before: SignedDuration::from_hours(48),
        }
    }
}

/// Why a setting says no number of days.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ANSWER_DAYS: `{0}` is not a number of days from 1 to 365")]
pub struct NotDays(String);

impl std::str::FromStr for RuleBook {
    type Err = NotDays;

    /// Reads how many days a solution waits; nothing is the usual seven.
    fn from_str(text: &str) -> Result<Self, NotDays> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        text.parse().ok().and_then(Self::with_days).ok_or_else(|| NotDays(text.to_owned()))
    }
}

/// Why a command cannot be carried out as the case stands. Its sentence is the message `refused-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The case is closed.
    #[error("the case is closed")]
    Closed,
    /// The case is not closed.
    #[error("the case is not closed")]
    NotClosed,
    /// There is no solution to answer.
    #[error("no solution waits for an answer")]
    NoSolution,
    /// Another solution waits for an answer than the one that is answered.
    #[error("another solution waits for an answer")]
    OtherSolution,
    /// The case waits for nothing that could be taken back.
    #[error("the case waits for nothing")]
    NotWaiting,
    /// The instant has not come.
    #[error("it is not due yet")]
    NotDue,
    /// The case is theirs already.
    #[error("the case is yours already")]
    AlreadyTaken,
    /// The person follows the case already.
    #[error("that person follows the case already")]
    AlreadyObserver,
    /// The person does not follow the case.
    #[error("that person does not follow the case")]
    NotObserver,
    /// Nobody more can follow the case.
    #[error("nobody more can follow the case")]
    TooManyObservers,
    /// Somebody at that address follows the case from outside, or is asked to.
    #[error("that address is asked already, or follows the case")]
    AlreadyAsked,
    /// Nobody outside follows the case by that identifier, or can confirm any more.
    #[error("nobody outside follows the case, or is asked to, by that identifier")]
    NoSuchOutsider,
    /// The day is over.
    #[error("that day is over")]
    DayOver,
    /// The case is escalated already.
    #[error("the case is escalated already")]
    AlreadyEscalated,
    /// The case is not escalated.
    #[error("the case is not escalated")]
    NotEscalated,
    /// The case is an outage already.
    #[error("the case is an outage already")]
    AlreadyOutage,
    /// The case is no outage.
    #[error("the case is no outage")]
    NoOutage,
    /// All would stay as it is.
    #[error("all would stay as it is")]
    Unchanged,
    /// It was sent more than once and happened already, or somebody was quicker.
    #[error("somebody else was quicker")]
    Overtaken,
}

impl Refused {
    /// A stable code for API clients and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::NotClosed => "not-closed",
            Self::NoSolution => "no-solution",
            Self::OtherSolution => "other-solution",
            Self::NotWaiting => "not-waiting",
            Self::NotDue => "not-due",
            Self::AlreadyTaken => "already-taken",
            Self::AlreadyObserver => "already-observer",
            Self::NotObserver => "not-observer",
            Self::TooManyObservers => "too-many-observers",
            Self::AlreadyAsked => "already-asked",
            Self::NoSuchOutsider => "no-such-outsider",
            Self::DayOver => "day-over",
            Self::AlreadyEscalated => "already-escalated",
            Self::NotEscalated => "not-escalated",
            Self::AlreadyOutage => "already-outage",
            Self::NoOutage => "no-outage",
            Self::Unchanged => "unchanged",
            Self::Overtaken => "overtaken",
        }
    }
}

impl RuleBook {
    /// The most days a solution waits.
    pub const MOST_DAYS: u16 = 365;

    /// A rule book whose solutions wait `days` times 24 hours; none for zero days, or more than [`Self::MOST_DAYS`].
    #[must_use]
    pub fn with_days(days: u16) -> Option<Self> {
        let hours = i64::from(days) * 24;
        (1..=Self::MOST_DAYS).contains(&days).then(|| Self {
            answer_within: SignedDuration::from_hours(hours),
            remind_before: SignedDuration::from_hours(hours.min(7 * 24) * 2 / 7),
        })
    }

    /// What this command makes happen.
    ///
    /// # Errors
    /// Why it cannot, as the case stands now.
    pub fn decide(
        self,
        case: &Case,
        by: &Author,
        command: Command,
        now: Timestamp,
    ) -> Result<Happened, Refused> {
        match command {
            Command::Write { kind: MessageKind::Reply, text, attachments } => {
                Ok(Happened::Replied { text, attachments })
            }
            Command::Write { kind: MessageKind::Note(audience), text, attachments } => {
                Ok(Happened::Noted { text, attachments, audience })
            }
            Command::Write { kind: MessageKind::Question, text, attachments } => {
                still_open(case).map(|()| Happened::Asked { text, attachments })
            }
            Command::Write { kind: MessageKind::Information, text, attachments } => {
                still_open(case).map(|()| Happened::Told { text, attachments })
            }
            Command::Write { kind: MessageKind::Solution, text, attachments } => {
                still_open(case)?;
                let closes_at = now + self.answer_within;
                let remind_at = closes_at - self.remind_before;
                Ok(Happened::SolutionProposed { text, attachments, closes_at, remind_at })
            }
            Command::Approve => proposed(case).map(|_| Happened::Closed {
                how: Closure::Approved,
                reason: None,
                listed: None,
            }),
            Command::Refuse { reason } => proposed(case).map(|_| Happened::SolutionRefused { reason }),
            Command::KeepOpen => proposed(case).map(|_| Happened::KeptOpen),
            Command::Close { reason, listed } => {
                still_open(case)?;
                let how = match by {
                    Author::Contact(_) => Closure::ByCustomer,
                    Author::Engineer(_) | Author::System => Closure::ByEngineer,
                };
                Ok(Happened::Closed { how, reason, listed })
            }
            Command::Observe { observer } => {
                observable(case, &observer, now).map(|()| Happened::ObserverAdded { observer })
            }
            Command::Follow => match by {
                Author::Contact(observer) => observable(case, observer, now)
                    .map(|()| Happened::ObserverAdded { observer: observer.clone() }),
                Author::Engineer(_) | Author::System => Err(Refused::NotObserver),
            },
            Command::Unobserve { observer } => {
                following(case, &observer).map(|observer| Happened::ObserverRemoved { observer })
            }
            Command::Outside(outside) => outside.decide(case, now),
            Command::Take => taken(case, by),
            Command::Assign { to } => assigned(case, by, to),
            Command::Plan { on } => {
                still_open(case)?;
                // The day is over when it is over everywhere: twelve hours west of Greenwich.
                let last =
                    on.at(23, 59, 59, 0).in_tz("UTC").ok().and_then(|end| end.checked_add(12.hours()).ok());
                match last {
                    Some(end) if end.timestamp() >= now => Ok(Happened::Planned { on }),
                    _ => Err(Refused::DayOver),
                }
            }
            Command::Resume { text } => resumed(case, text),
            Command::Mark(mark) => mark.decide(case),
            Command::Reopen { reason, listed } => {
                if case.is_closed() {
                    Ok(Happened::Reopened { reason, listed })
                } else {
                    Err(Refused::NotClosed)
                }
            }
            Command::ErasePerson => Ok(Happened::PersonErased),
            Command::Remind => match proposed(case)? {
                // Once it is to be closed there is nothing to remind of: nobody could answer in time.
                Answer { remind_at: Some(due), closes_at } if due <= now && now < closes_at => {
                    Ok(Happened::Reminded)
                }
                _ => Err(Refused::NotDue),
            },
            Command::AutoClose => {
                if proposed(case)?.closes_at <= now {
                    Ok(Happened::Closed { how: Closure::NoAnswer, reason: None, listed: None })
                } else {
                    Err(Refused::NotDue)
                }
            }
        }
    }
}

impl Case {
    /// That no solution waits for an answer but the one that closes the case at this instant: nobody answers one that they have
    /// not seen.
    ///
    /// # Errors
    /// [`Refused::OtherSolution`].
    pub fn still_proposes(&self, seen: Option<Timestamp>) -> Result<(), Refused> {
        match self.answer {
            Some(answer) if Some(answer.closes_at) != seen => Err(Refused::OtherSolution),
            _ => Ok(()),
        }
    }
}

/// Whether the case is not closed.
pub(super) fn still_open(case: &Case) -> Result<(), Refused> {
    if case.is_closed() { Err(Refused::Closed) } else { Ok(()) }
}

fn proposed(case: &Case) -> Result<Answer, Refused> {
    match (case.status, case.answer) {
        (Status::Closed, _) => Err(Refused::Closed),
        (_, Some(answer)) => Ok(answer),
        _ => Err(Refused::NoSolution),
    }
}

/// Whether one more can follow the case. Who is asked to counts, until they can confirm no more.
pub(super) fn room(case: &Case, now: Timestamp) -> Result<(), Refused> {
    let following = case.observers.len() + case.outsiders_at(now).count();
    if following >= MAX_OBSERVERS { Err(Refused::TooManyObservers) } else { Ok(()) }
}

fn observable(case: &Case, observer: &Person, now: Timestamp) -> Result<(), Refused> {
    if case.reporter.id == observer.id || case.observers.iter().any(|known| known.id == observer.id) {
        Err(Refused::AlreadyObserver)
    } else {
        room(case, now)
    }
}

/// Whoever follows the case by this identifier. All who were erased have one, by which nobody is meant any more.
fn following(case: &Case, id: &UserId) -> Result<Person, Refused> {
    let found = case.observers.iter().find(|known| known.id == *id && !known.is_erased());
    found.cloned().ok_or(Refused::NotObserver)
}
