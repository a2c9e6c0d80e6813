//! What one may do with a case that one is let in to.

use super::{Denied, sees_all};
use crate::actor::{Actor, Contact, Level};
use crate::case::{Case, CaseType, Event, Status};
use crate::delivery::{Delivery, DeliveryState};
use crate::id::UserId;

/// Something one may want to do with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read what the customer may read.
    View,
    /// Read what only engineers may read.
    ViewInternal,
    /// Add to it as the customer.
    Reply,
    /// Approve or refuse the solution, or keep the case open.
    Decide,
    /// Close it.
    Close,
    /// Add an observer.
    Observe,
    /// Follow it oneself.
    Follow,
    /// Take off who follows it, from outside or not.
    Dismiss,
    /// Follow it no more oneself.
    Leave,
    /// Take it to work on.
    Take,
    /// Give it to another engineer, or back to the desk.
    Assign,
    /// Ask or tell the customer something.
    Message,
    /// Write a note.
    Note,
    /// Plan a date.
    Plan,
    /// Go on with it, and take back what it waits for.
    Resume,
    /// Propose a solution.
    Propose,
    /// Escalate it, or end that.
    Escalate,
    /// Provide a workaround.
    WorkAround,
    /// Say that it is an outage, or no more.
    Outage,
    /// Say how much it matters.
    Classify,
    /// Give it another priority.
    Prioritize,
    /// Say what it is filed by.
    Detail,
    /// Reopen it.
    Reopen,
}

/// A case as somebody may see and work it: whoever holds one has passed the policy's door.
#[derive(Clone, Copy, Debug)]
pub struct Seat<'a> {
    actor: &'a Actor,
    case: &'a Case,
}

/// Lets the actor in to the case.
///
/// # Errors
/// [`Denied::Unknown`], so that nobody learns of a case that is not theirs.
pub fn enter<'a>(actor: &'a Actor, case: &'a Case) -> Result<Seat<'a>, Denied> {
    let known = match actor {
        Actor::Engineer(_) => true,
        Actor::Contact(contact) => contact.company == case.company.id && sees(contact, case),
    };
    if known { Ok(Seat { actor, case }) } else { Err(Denied::Unknown) }
}

fn sees(contact: &Contact, case: &Case) -> bool {
    match contact.level {
        Level::Basic => false,
        Level::ReadOnly | Level::ReadWrite => sees_all(contact) || follows(&contact.person.id, case),
    }
}

/// Whether whoever has this identifier opened the case or follows it: mails about it go to them.
#[must_use]
pub fn follows(id: &UserId, case: &Case) -> bool {
    case.reporter.id == *id || case.observers.iter().any(|observer| observer.id == *id)
}

impl Seat<'_> {
    /// Whether the actor may do this with the case.
    ///
    /// # Errors
    /// Why not.
    pub fn may(&self, action: Action) -> Result<(), Denied> {
        use Action::{
            Assign, Classify, Close, Decide, Detail, Dismiss, Escalate, Follow, Leave, Message, Note,
            Observe, Outage, Plan, Prioritize, Propose, Reopen, Reply, Resume, Take, View, ViewInternal,
            WorkAround,
        };
        match (self.actor, action) {
            // To follow it, or to leave, is about oneself and mails nobody else: whoever sees the case may, whatever their level.
            (_, View)
            | (Actor::Contact(_), Follow | Leave)
            | (
                Actor::Engineer(_),
                ViewInternal | Close | Observe | Dismiss | Take | Assign | Message | Note | Plan | Resume
                | Propose | Escalate | WorkAround | Outage | Classify | Prioritize | Detail | Reopen,
            ) => Ok(()),
            (Actor::Engineer(_), Reply | Decide | Follow | Leave) => Err(Denied::CustomerOnly),
            (
                Actor::Contact(_),
                ViewInternal | Take | Assign | Message | Note | Plan | Resume | Propose | Escalate
                | WorkAround | Outage | Classify | Prioritize | Detail | Reopen,
            ) => Err(Denied::EngineerOnly),
            // Who may open an admin case goes on with it: it takes no more than it took to open it.
            (Actor::Contact(contact), Reply | Decide | Close) if self.is_own_admin_case(contact) => Ok(()),
            (Actor::Contact(contact), Reply | Decide | Close | Observe | Dismiss) => match contact.level {
                Level::ReadWrite => Ok(()),
                Level::ReadOnly | Level::Basic => Err(Denied::ReadOnly),
            },
        }
    }

    /// Whether the actor sees the case also without following it, and so once they left it (C29).
    #[must_use]
    pub fn sees_unfollowed(&self) -> bool {
        match self.actor {
            Actor::Engineer(_) => true,
            Actor::Contact(contact) => sees_all(contact) || self.case.reporter.id == contact.person.id,
        }
    }

    /// Whether it is an admin case that they opened themselves.
    fn is_own_admin_case(&self, contact: &Contact) -> bool {
        self.case.case_type == CaseType::Admin && self.case.reporter.id == contact.person.id
    }

    /// Whether the actor chooses for what they are mailed about the case: who opened it or follows it does, for themselves.
    ///
    /// # Errors
    /// [`Denied::CustomerOnly`] or [`Denied::NotFollowing`].
    pub fn choose_mails(&self) -> Result<(), Denied> {
        match self.actor {
            Actor::Engineer(_) => Err(Denied::CustomerOnly),
            Actor::Contact(contact) if follows(&contact.person.id, self.case) => Ok(()),
            Actor::Contact(_) => Err(Denied::NotFollowing),
        }
    }

    /// Whether the actor may know of this event.
    #[must_use]
    pub fn sees(&self, event: &Event) -> bool {
        !event.what.is_internal() || self.may(Action::ViewInternal).is_ok()
    }

    /// What the actor may do and the case's status has room for: what a page offers.
    #[must_use]
    pub fn offers(&self) -> Vec<Action> {
        use Action::{
            Assign, Classify, Close, Decide, Detail, Dismiss, Escalate, Follow, Leave, Message, Note,
            Observe, Outage, Plan, Prioritize, Propose, Reopen, Reply, Resume, Take, WorkAround,
        };
        const ALL: [Action; 21] = [
            Reply, Decide, Close, Observe, Follow, Dismiss, Leave, Take, Assign, Message, Note, Plan, Resume,
            Propose, Escalate, WorkAround, Outage, Classify, Prioritize, Detail, Reopen,
        ];
        let me = &self.actor.person().id;
        let fits = |action: &Action| match (action, self.case.status) {
            (Decide, status) => status == Status::SolutionProposed,
            (Reopen, status) => status == Status::Closed,
            (Dismiss, _) => !(self.case.observers.is_empty() && self.case.outsiders.is_empty()),
            (Follow, _) => !follows(me, self.case),
            (Leave, _) => self.case.observers.iter().any(|observer| observer.id == *me),
            (Resume, _) => self.case.waits_for().is_some(),
            (Take, status) => {
                let theirs = self.case.engineer.as_ref().map(|engineer| &engineer.id);
                status != Status::Closed && theirs != Some(me)
            }
            (
                Close | Assign | Message | Plan | Propose | Escalate | WorkAround | Outage | Classify
                | Prioritize,
                status,
            ) => status != Status::Closed,
            _ => true,
        };
        ALL.into_iter().filter(|action| self.may(*action).is_ok()).filter(fits).collect()
    }

    /// What became of a mail, as the actor is told: what somebody chose to be mailed for is theirs and the engineers' to know.
    #[must_use]
    pub fn state_of(&self, mail: &Delivery) -> DeliveryState {
        let is_told = matches!(self.actor, Actor::Engineer(_)) || self.actor.person().id == mail.to;
        if is_told { mail.state } else { mail.state.to_others() }
    }

    /// The case.
    #[must_use]
    pub const fn case(&self) -> &Case {
        self.case
    }

    /// The actor.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        self.actor
    }
}
