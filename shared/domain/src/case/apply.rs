//! What an event does to a case.

use jiff::Timestamp;

use crate::actor::Author;
use crate::case::chain::{Digest, Salt, Sealed, Unsealed};
use crate::case::command::Command;
use crate::case::decide::{Refused, RuleBook};
use crate::case::event::{Event, Happened, Opening};
use crate::case::outsider::{Outsider, Standing};
use crate::case::priority::Given;
use crate::case::snapshot::{Answer, Case, Status};
use crate::id::CaseNumber;

/// Why a row of events is no case.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// There is no first event, or it does not open a case.
    #[error("the first event does not open a case")]
    NotOpened,
    /// An event is missing, doubled or out of order.
    #[error("event {found} stands where event {expected} belongs")]
    OutOfOrder {
        /// The number that belongs there.
        expected: u32,
        /// The number found.
        found: u32,
    },
    /// An event's seal does not fit.
    #[error(transparent)]
    Seal(#[from] Unsealed),
}

impl RuleBook {
    /// What a command leads to: the case after it, and the event, sealed with this salt.
    ///
    /// # Errors
    /// Why it cannot be carried out, as the case stands now.
    pub fn step(
        self,
        case: &Case,
        by: &Author,
        command: Command,
        now: Timestamp,
        salt: Salt,
    ) -> Result<(Case, Sealed), Refused> {
        // A clock behind that of the event before must not turn the case's history around.
        let at = now.max(case.updated_at).max(case.last_event_at);
        let what = self.decide(case, by, command, at)?;
        let event = Event { seq: case.version + 1, at, by: by.clone(), what };
        let sealed = Sealed::seal(case.number, case.head, salt, &event);
        Ok((case.clone().apply(&event, sealed.hash), sealed))
    }
}

impl Case {
    /// The case that its first event opens.
    #[must_use]
    pub fn opened(number: CaseNumber, opening: Opening, at: Timestamp, head: Digest) -> Self {
        Self {
            number,
            version: 1,
            head,
            company: opening.company,
            reporter: opening.reporter,
            observers: opening.observers,
            outsiders: Vec::new(),
            product: opening.product,
            case_type: opening.case_type,
            title: opening.title,
            reference: opening.reference,
            impact: opening.impact,
            urgency: opening.urgency,
            given: opening.priority.map(|priority| Given { priority, by_hand: false }),
            details: opening.details,
            status: Status::Open,
            engineer: None,
            planned_on: None,
            answer: None,
            escalated_at: None,
            workaround_at: None,
            outage_since: None,
            opened_at: at,
            updated_at: at,
            last_event_at: at,
            closed: None,
            erasures: 0,
        }
    }

    /// The case after this event, whose seal is `head`.
    #[must_use]
    pub fn apply(mut self, event: &Event, head: Digest) -> Self {
        self.version = event.seq;
        self.head = head;
        self.last_event_at = event.at;
        // That a person was taken out is no news of the case: it stays where it was in every list.
        if !event.what.is_internal() && event.what != Happened::PersonErased {
            self.updated_at = event.at;
        }
        match &event.what {
            Happened::Opened(_) | Happened::Noted { .. } | Happened::Told { .. } => {}
            Happened::PersonErased => self.erasures += 1,
            // A plan stands until an engineer takes it back or makes another: what a customer adds while they wait for the
            // day ends no plan, as it answers nothing that was asked. Whoever works on the case is mailed what they wrote.
            Happened::Replied { .. } => {
                if matches!(self.status, Status::WaitingForCustomer | Status::SolutionProposed) {
                    self.turn_to(Status::InProgress);
                }
            }
            Happened::Asked { .. } => self.turn_to(Status::WaitingForCustomer),
            Happened::Taken { .. } => {
                if let Author::Engineer(person) = &event.by {
                    self.give(person);
                }
            }
            Happened::Assigned { to, .. } => self.give(to),
            // What waits for the customer or for a day waits still, whoever works on the case.
            Happened::HandedBack { .. } => self.engineer = None,
            Happened::Planned { on } => {
                self.turn_to(Status::Planned);
                self.planned_on = Some(*on);
            }
            Happened::SolutionProposed { closes_at, remind_at, .. } => {
                self.turn_to(Status::SolutionProposed);
                self.answer = Some(Answer { closes_at: *closes_at, remind_at: Some(*remind_at) });
            }
            Happened::SolutionRefused { .. }
            | Happened::KeptOpen
            | Happened::Resumed { .. }
            | Happened::Reopened { .. } => self.turn_to(Status::InProgress),
            Happened::Reminded => {
                if let Some(answer) = &mut self.answer {
                    answer.remind_at = None;
                }
            }
            Happened::Closed { how, .. } => {
                self.turn_to(Status::Closed);
                self.escalated_at = None;
                self.closed = Some((event.at, *how));
            }
            Happened::ObserverAdded { observer } => self.observers.push(observer.clone()),
            // One, and no more: those who were erased are told apart by nothing.
            Happened::ObserverRemoved { observer } => {
                if let Some(place) = self.observers.iter().position(|known| known.id == observer.id) {
                    self.observers.remove(place);
                }
            }
            Happened::OutsiderInvited { outsider, until } => {
                self.outsiders.retain(|known| !known.has_lapsed(event.at));
                self.outsiders.push(Outsider { id: outsider.clone(), standing: Standing::Until(*until) });
            }
            Happened::OutsiderConfirmed { outsider, language } => {
                let asked = self.outsiders.iter_mut().find(|known| known.id == *outsider);
                if let Some(asked) = asked {
                    asked.standing = Standing::Follows(*language);
                }
            }
            Happened::OutsiderRemoved { outsider } => self.outsiders.retain(|known| known.id != *outsider),
            Happened::Escalated { .. } => self.escalated_at = Some(event.at),
            Happened::EscalationEnded { .. } => self.escalated_at = None,
            Happened::WorkaroundProvided { .. } => self.workaround_at = Some(event.at),
            Happened::OutageDeclared => self.outage_since = Some(event.at),
            Happened::OutageEnded => self.outage_since = None,
            Happened::Classified { impact, urgency, priority } => {
                (self.impact, self.urgency) = (*impact, *urgency);
                self.given = Some(Given { priority: *priority, by_hand: false });
            }
            Happened::Prioritized { priority, .. } => {
                self.given = Some(Given { priority: *priority, by_hand: true });
            }
            Happened::Detailed { details } => self.details = details.clone(),
        }
        self
    }

    /// Moves to another status; what belonged to the last one ends with it.
    fn turn_to(&mut self, status: Status) {
        self.status = status;
        self.planned_on = None;
        self.answer = None;
        self.closed = None;
    }

    /// The case that these events, checked seal by seal, add up to.
    ///
    /// # Errors
    /// The first event that does not fit.
    pub fn replay(number: CaseNumber, events: &[Sealed]) -> Result<Self, Broken> {
        let mut case: Option<Self> = None;
        for sealed in events {
            let previous = case.as_ref().map_or(Digest::ZERO, |case| case.head);
            let expected = case.as_ref().map_or(0, |case| case.version) + 1;
            if sealed.seq != expected {
                return Err(Broken::OutOfOrder { expected, found: sealed.seq });
            }
            let event = sealed.open(number, previous)?;
            case = Some(match (case, event.what) {
                (None, Happened::Opened(opening)) => Self::opened(number, *opening, event.at, sealed.hash),
                (None, _) | (Some(_), Happened::Opened(_)) => return Err(Broken::NotOpened),
                (Some(case), what) => case.apply(&Event { what, ..event }, sealed.hash),
            });
        }
        case.ok_or(Broken::NotOpened)
    }
}
