//! What happened to a case, and the mails about it, as the page shows them.

use caseport_domain::actor::{Author, Person};
use caseport_domain::case::{Audience, Closure, Details, Event, Happened, Impact, Priority, Urgency};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::form::{Answers, Chosen};
use caseport_domain::id::UserId;
use caseport_domain::notice::Role;
use caseport_domain::policy::Seat;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::file::File;

/// Something that happened to the case.
#[derive(Clone, Debug, Serialize)]
pub struct Entry<'a> {
    /// Its place in the case's history.
    pub seq: u32,
    /// When it happened.
    pub at: Timestamp,
    /// Who made it happen.
    pub by: By<'a>,
    /// Code of what happened.
    pub event: &'static str,
    /// What was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
    /// What was answered to the questions the case was opened with, as they were asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<&'a Answers>,
    /// The files that came with it.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub attachments: Vec<File<'a>>,
    /// Who may read a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// The day work was planned for, or is planned for no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_on: Option<Date>,
    /// Code of what was taken back to go on with the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<&'static str>,
    /// Name of the engineer whom another gave the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_to: Option<&'a str>,
    /// Name of the engineer whose it was until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_from: Option<&'a str>,
    /// The instant a case with this solution closes by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<Timestamp>,
    /// How the case came to be closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closure: Option<Closure>,
    /// The reason that was chosen from the list, as it was offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listed: Option<&'a Chosen>,
    /// Name of who began to follow the case, or follows it no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observer: Option<&'a str>,
    /// Identifier of who was asked from outside, confirmed or was taken off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outsider: Option<&'a UserId>,
    /// How many the case was said to touch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact: Option<Impact>,
    /// How soon the case was said to have to be dealt with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// The priority that the case was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What the case was filed by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<&'a Details>,
    /// Whether who did it did so to nobody but themself.
    #[serde(skip)]
    pub(crate) themself: bool,
    #[serde(skip)]
    pub(crate) what: &'a Happened,
}

/// Who made something happen.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct By<'a> {
    /// `contact`, `engineer` or `system`.
    pub kind: &'static str,
    /// Their name, if it was a person; empty for one who was erased.
    pub name: Option<&'a str>,
    #[serde(skip)]
    pub(crate) is_erased: bool,
}

/// A mail about the case.
#[derive(Clone, Debug, Serialize)]
pub struct Mail<'a> {
    /// The event it tells of.
    pub seq: u32,
    /// Name of whom it is to; for somebody outside their address, and nothing once it is struck.
    pub to: &'a str,
    #[serde(skip)]
    pub(crate) id: &'a UserId,
    /// In which capacity they are told.
    pub role: Role,
    /// Its subject.
    pub subject: &'a str,
    /// Its text.
    pub text: &'a str,
    /// When it was queued.
    pub at: Timestamp,
    /// What became of it, as the reader is told.
    pub state: DeliveryState,
}

impl<'a> Entry<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        let what = &event.what;
        let (mut audience, mut planned_on, mut closes, mut closure, mut observer) =
            (None, None, None, None, None);
        let (mut weight, mut given, mut filed, mut outside, mut taken_back) = (None, None, None, None, None);
        match what {
            Happened::Noted { audience: readers, .. } => audience = Some(*readers),
            Happened::Planned { on } => planned_on = Some(*on),
            Happened::Resumed { taken_back: back, .. } => {
                (taken_back, planned_on) = (Some(back.code()), back.day());
            }
            Happened::SolutionProposed { closes_at, .. } => closes = Some(*closes_at),
            Happened::Closed { how, .. } => closure = Some(*how),
            Happened::ObserverAdded { observer: person } | Happened::ObserverRemoved { observer: person } => {
                observer = Some(person.name.as_str());
            }
            Happened::OutsiderInvited { outsider, .. }
            | Happened::OutsiderConfirmed { outsider, .. }
            | Happened::OutsiderRemoved { outsider } => outside = Some(outsider),
            Happened::Classified { impact, urgency, priority } => {
                (weight, given) = (Some((*impact, *urgency)), Some(*priority));
            }
            Happened::Prioritized { priority, .. } => given = Some(*priority),
            Happened::Detailed { details } => filed = Some(details),
            _ => {}
        }
        Self {
            seq: event.seq,
            at: event.at,
            by: By::of(&event.by),
            event: what.code(),
            text: what.text(),
            answers: what.answers().filter(|answers| !answers.answers.is_empty()),
            attachments: what.attachments().iter().map(File::of).collect(),
            audience,
            planned_on,
            taken_back,
            given_to: what.given_to().map(|person| person.name.as_str()),
            taken_from: what.taken_from().map(|person| person.name.as_str()),
            closes_at: closes,
            closure,
            listed: what.listed(),
            observer,
            outsider: outside,
            impact: weight.map(|(impact, _)| impact),
            urgency: weight.map(|(_, urgency)| urgency),
            priority: given,
            details: filed,
            themself: event.is_about_oneself(),
            what,
        }
    }

    /// Whether it is a line between the messages rather than one of them.
    pub(crate) fn is_line(&self) -> bool {
        self.text.is_none() && self.listed.is_none() && self.attachments.is_empty()
    }

    pub(crate) fn is_internal(&self) -> bool {
        self.what.is_internal()
    }
}

impl<'a> By<'a> {
    fn of(author: &'a Author) -> Self {
        let kind = match author {
            Author::Contact(_) => "contact",
            Author::Engineer(_) => "engineer",
            Author::System => "system",
        };
        Self {
            kind,
            name: author.person().map(|person| person.name.as_str()),
            is_erased: author.person().is_some_and(Person::is_erased),
        }
    }

    /// The letters of the badge beside what they wrote.
    pub(crate) fn initials(&self) -> String {
        let words: Vec<&str> = self.name.unwrap_or_default().split_whitespace().collect();
        let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
        let letters =
            ends.into_iter().flatten().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        letters.flat_map(char::to_uppercase).collect()
    }
}

impl<'a> Mail<'a> {
    pub(super) fn of(delivery: &'a Delivery, seat: &Seat<'_>) -> Self {
        Self {
            seq: delivery.seq,
            to: &delivery.name,
            id: &delivery.to,
            role: delivery.role,
            subject: &delivery.subject,
            text: &delivery.text,
            at: delivery.at,
            state: seat.state_of(delivery),
        }
    }
}
