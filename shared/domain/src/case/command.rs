//! What one can ask of a case.

use jiff::civil::Date;

use crate::actor::Person;
use crate::attachment::Attachment;
use crate::case::event::{Audience, Observer};
use crate::case::mark::Mark;
use crate::case::outsider::Outside;
use crate::form::Chosen;
use crate::id::UserId;
use crate::text::{Message, Reason};

/// What one can ask of a case. Who may ask it is [`crate::policy`]'s to say; whether it can be done as the
/// case stands, [`crate::case::RuleBook::decide`]'s.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Write something that all parties read, or a note.
    Write {
        /// As what.
        kind: MessageKind,
        /// What is written.
        text: Message,
        /// What comes with it.
        attachments: Vec<Attachment>,
    },
    /// Approve the proposed solution.
    Approve,
    /// Refuse the proposed solution.
    Refuse {
        /// Why.
        reason: Reason,
    },
    /// Stop the case from closing by itself.
    KeepOpen,
    /// Close the case.
    Close {
        /// Why, if one cares to say.
        reason: Option<Reason>,
        /// The reason chosen from the list, if one was.
        listed: Option<Chosen>,
    },
    /// Add somebody who follows the case.
    Observe {
        /// Who.
        observer: Observer,
    },
    /// Follow the case oneself, as a contact.
    Follow,
    /// Take off who follows the case, or follow it no more oneself.
    Unobserve {
        /// Who.
        observer: UserId,
    },
    /// Have somebody outside the portal follow the case, or no more.
    Outside(Outside),
    /// Make the case one's own to work on.
    Take,
    /// Give the case to an engineer to work on, or hand it back to the desk.
    Assign {
        /// To whom; nobody to hand it back.
        to: Option<Person>,
    },
    /// Plan work.
    Plan {
        /// For this day, in the customer's calendar.
        on: Date,
    },
    /// Go on with a case that waits, and take back what it waits for.
    Resume {
        /// What the customer is told of it, if anything.
        text: Option<Message>,
    },
    /// Mark the case.
    Mark(Mark),
    /// Reopen a closed case.
    Reopen {
        /// Why, in words.
        reason: Option<Reason>,
        /// The reason chosen from the list, if one was.
        listed: Option<Chosen>,
    },
    /// Note that what told of a person was taken out of the case.
    ErasePerson,
    /// Remind of the solution, if that is due.
    Remind,
    /// Close the case for want of an answer, if that is due.
    AutoClose,
}

impl Command {
    /// Whether it answers the solution that waits for that.
    #[must_use]
    pub const fn answers_solution(&self) -> bool {
        matches!(self, Self::Approve | Self::Refuse { .. } | Self::KeepOpen)
    }
}

/// As what something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// The customer's addition or answer.
    Reply,
    /// An engineer's question: the customer's turn.
    Question,
    /// An engineer's message that asks nothing.
    Information,
    /// An engineer's note.
    Note(Audience),
    /// An engineer's solution, for the customer to approve or refuse.
    Solution,
}
