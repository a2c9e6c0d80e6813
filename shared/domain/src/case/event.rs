//! What happened to a case.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::actor::{Author, Person};
use crate::attachment::Attachment;
use crate::case::details::Details;
use crate::case::priority::Priority;
use crate::case::resume::TakenBack;
use crate::case::snapshot::{CaseType, Impact, Urgency};
use crate::contract::{Company, Product};
use crate::form::{Answers, Chosen};
use crate::id::UserId;
use crate::person::Language;
use crate::text::{Message, Reason, Reference, Title};

/// Something that happened to a case, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its place in the case's history, from 1.
    pub seq: u32,
    /// When it happened.
    pub at: Timestamp,
    /// Who made it happen.
    pub by: Author,
    /// What happened.
    pub what: Happened,
}

impl Event {
    /// Whether who did it began to follow the case or stopped, and was not added to it or taken off by somebody else.
    #[must_use]
    pub fn is_about_oneself(&self) -> bool {
        match (&self.by, &self.what) {
            (
                Author::Contact(by),
                Happened::ObserverAdded { observer } | Happened::ObserverRemoved { observer },
            ) => by.id == observer.id,
            _ => false,
        }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Happened {
    /// A contact opened the case: always the first event, and only the first.
    Opened(Box<Opening>),
    /// The customer added something.
    Replied {
        /// What was written.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
    },
    /// An engineer asked the customer something.
    Asked {
        /// What was written.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
    },
    /// An engineer told the customer something.
    Told {
        /// What was written.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
    },
    /// An engineer wrote a note.
    Noted {
        /// What was written.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
        /// Who may read it.
        audience: Audience,
    },
    /// An engineer took the case.
    Taken {
        /// Whose it was, if it was another's; unknown in the events from before these said it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Person>,
    },
    /// An engineer gave the case to another.
    Assigned {
        /// To whom.
        to: Person,
        /// Whose it was, if it was anybody's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Person>,
    },
    /// An engineer handed the case back to the desk: it is nobody's.
    HandedBack {
        /// Whose it was.
        from: Person,
    },
    /// Work was planned.
    Planned {
        /// For this day, in the customer's calendar.
        on: Date,
    },
    /// An engineer went on with the case, which had waited.
    Resumed {
        /// What it had waited for.
        taken_back: TakenBack,
        /// What the customer is told of it, if anything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Message>,
    },
    /// An engineer proposed a solution.
    SolutionProposed {
        /// What was written.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
        /// The instant the case closes by itself, unless answered.
        closes_at: Timestamp,
        /// The instant a reminder is due.
        remind_at: Timestamp,
    },
    /// The customer refused the solution.
    SolutionRefused {
        /// Why.
        reason: Reason,
    },
    /// The customer asked to keep the case open a while yet.
    KeptOpen,
    /// The portal reminded of the solution.
    Reminded,
    /// The case was closed.
    Closed {
        /// How it came to that.
        how: Closure,
        /// Why, if it was said.
        reason: Option<Reason>,
        /// The reason chosen from the list, as it was offered, if one was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        listed: Option<Chosen>,
    },
    /// An engineer reopened the case.
    Reopened {
        /// Why, in words.
        reason: Option<Reason>,
        /// The reason chosen from the list, as it was offered, if one was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        listed: Option<Chosen>,
    },
    /// The portal took out of the case what told of a person who asked for it.
    PersonErased,
    /// Somebody began to follow the case.
    ObserverAdded {
        /// Who.
        observer: Observer,
    },
    /// Somebody follows the case no more: they were taken off, or left.
    ObserverRemoved {
        /// Who.
        observer: Observer,
    },
    /// Somebody outside the portal was asked to follow the case by mail. No event holds their address.
    OutsiderInvited {
        /// Who.
        outsider: UserId,
        /// Until when they can confirm.
        until: Timestamp,
    },
    /// They confirmed, by the link that was mailed to them.
    OutsiderConfirmed {
        /// Who.
        outsider: UserId,
        /// The language they are mailed in.
        language: Language,
    },
    /// They follow the case no more, or are asked no more, and their address is struck.
    OutsiderRemoved {
        /// Who.
        outsider: UserId,
    },
    /// An engineer escalated the case to research and development.
    Escalated {
        /// What the customer is told of it.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
    },
    /// An engineer ended the escalation.
    EscalationEnded {
        /// What the customer is told of it.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
    },
    /// An engineer provided a workaround.
    WorkaroundProvided {
        /// How the customer can go on meanwhile.
        text: Message,
        /// What came with it.
        attachments: Vec<Attachment>,
    },
    /// An engineer said that it is an outage.
    OutageDeclared,
    /// An engineer said that the outage is over.
    OutageEnded,
    /// An engineer said anew how much the case matters.
    Classified {
        /// How many it touches.
        impact: Impact,
        /// How soon it must be dealt with.
        urgency: Urgency,
        /// The priority that these gave it.
        priority: Priority,
    },
    /// An engineer gave the case another priority than its impact and urgency do.
    Prioritized {
        /// Which.
        priority: Priority,
        /// Why.
        reason: Reason,
    },
    /// An engineer said what the case is filed by.
    Detailed {
        /// All of it, as it is now.
        details: Details,
    },
}

/// What a case is opened with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Opening {
    /// Whose case it is.
    pub company: Company,
    /// Who opens it.
    pub reporter: Person,
    /// Who else follows it.
    pub observers: Vec<Observer>,
    /// What it is about; none of an admin case, and of no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Product>,
    /// Its type of issue.
    pub case_type: CaseType,
    /// Its title.
    pub title: Title,
    /// The customer's own reference.
    pub reference: Option<Reference>,
    /// How many it touches.
    pub impact: Impact,
    /// How soon it must be dealt with.
    pub urgency: Urgency,
    /// The priority that these gave it; none in the events from before there were any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What it is filed by beside its product, as far as the customer said.
    #[serde(default, skip_serializing_if = "Details::is_empty")]
    pub details: Details,
    /// What was answered to the questions of the form it was opened with, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Answers>,
    /// What is the matter.
    pub description: Message,
    /// What came with it.
    pub attachments: Vec<Attachment>,
}

/// Who may read a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The vendor's engineers only.
    Internal,
    /// The customer too, in the case's journal.
    Journal,
}

/// How a case came to be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closure {
    /// The customer approved the solution.
    Approved,
    /// The solution had no answer in time.
    NoAnswer,
    /// The customer closed it.
    ByCustomer,
    /// An engineer closed it.
    ByEngineer,
}

/// Somebody who follows a case without being its reporter.
pub type Observer = Person;

impl Happened {
    /// Its stable code, as in JSON and language files.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Opened(_) => "opened",
            Self::Replied { .. } => "replied",
            Self::Asked { .. } => "asked",
            Self::Told { .. } => "told",
            Self::Noted { .. } => "noted",
            Self::Taken { .. } => "taken",
            Self::Assigned { .. } => "assigned",
            Self::HandedBack { .. } => "handed-back",
            Self::Planned { .. } => "planned",
            Self::Resumed { .. } => "resumed",
            Self::SolutionProposed { .. } => "solution-proposed",
            Self::SolutionRefused { .. } => "solution-refused",
            Self::KeptOpen => "kept-open",
            Self::Reminded => "reminded",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
            Self::PersonErased => "person-erased",
            Self::ObserverAdded { .. } => "observer-added",
            Self::ObserverRemoved { .. } => "observer-removed",
            Self::OutsiderInvited { .. } => "outsider-invited",
            Self::OutsiderConfirmed { .. } => "outsider-confirmed",
            Self::OutsiderRemoved { .. } => "outsider-removed",
            Self::Escalated { .. } => "escalated",
            Self::EscalationEnded { .. } => "escalation-ended",
            Self::WorkaroundProvided { .. } => "workaround-provided",
            Self::OutageDeclared => "outage-declared",
            Self::OutageEnded => "outage-ended",
            Self::Classified { .. } => "classified",
            Self::Prioritized { .. } => "prioritized",
            Self::Detailed { .. } => "detailed",
        }
    }

    /// The text people wrote, if they did.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Opened(opening) => Some(opening.description.as_str()),
            Self::Replied { text, .. }
            | Self::Asked { text, .. }
            | Self::Told { text, .. }
            | Self::Noted { text, .. }
            | Self::SolutionProposed { text, .. }
            | Self::Escalated { text, .. }
            | Self::EscalationEnded { text, .. }
            | Self::WorkaroundProvided { text, .. } => Some(text.as_str()),
            Self::Resumed { text, .. } => text.as_ref().map(Message::as_str),
            Self::SolutionRefused { reason } | Self::Prioritized { reason, .. } => Some(reason.as_str()),
            Self::Closed { reason, .. } | Self::Reopened { reason, .. } => {
                reason.as_ref().map(Reason::as_str)
            }
            _ => None,
        }
    }

    /// What was answered to the questions of a form.
    #[must_use]
    pub fn answers(&self) -> Option<&Answers> {
        match self {
            Self::Opened(opening) => opening.answers.as_ref(),
            _ => None,
        }
    }

    /// The reason that was chosen from the list.
    #[must_use]
    pub const fn listed(&self) -> Option<&Chosen> {
        match self {
            Self::Closed { listed, .. } | Self::Reopened { listed, .. } => listed.as_ref(),
            _ => None,
        }
    }

    /// The files that came with it.
    #[must_use]
    pub fn attachments(&self) -> &[Attachment] {
        match self {
            Self::Opened(opening) => &opening.attachments,
            Self::Replied { attachments, .. }
            | Self::Asked { attachments, .. }
            | Self::Told { attachments, .. }
            | Self::Noted { attachments, .. }
            | Self::SolutionProposed { attachments, .. }
            | Self::Escalated { attachments, .. }
            | Self::EscalationEnded { attachments, .. }
            | Self::WorkaroundProvided { attachments, .. } => attachments,
            _ => &[],
        }
    }

    /// Who follows the case since.
    #[must_use]
    pub fn observers(&self) -> &[Observer] {
        match self {
            Self::Opened(opening) => &opening.observers,
            Self::ObserverAdded { observer } => std::slice::from_ref(observer),
            _ => &[],
        }
    }

    /// To which engineer another gave the case.
    #[must_use]
    pub const fn given_to(&self) -> Option<&Person> {
        match self {
            Self::Assigned { to, .. } => Some(to),
            _ => None,
        }
    }

    /// Whose the case was until then, where it passed to another engineer or to nobody.
    #[must_use]
    pub const fn taken_from(&self) -> Option<&Person> {
        match self {
            Self::Taken { from } | Self::Assigned { from, .. } => from.as_ref(),
            Self::HandedBack { from } => Some(from),
            _ => None,
        }
    }

    /// Whether the case passes to this person, or from them.
    #[must_use]
    pub fn passes(&self, person: &UserId) -> bool {
        self.given_to().into_iter().chain(self.taken_from()).any(|engineer| engineer.id == *person)
    }

    /// Whether only the vendor's engineers may know of it.
    #[must_use]
    pub const fn is_internal(&self) -> bool {
        matches!(self, Self::Noted { audience: Audience::Internal, .. })
    }
}

impl Closure {
    /// Its stable code, as in JSON and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::NoAnswer => "no-answer",
            Self::ByCustomer => "by-customer",
            Self::ByEngineer => "by-engineer",
        }
    }
}
