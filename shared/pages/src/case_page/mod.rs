//! A case, as its customer or an engineer sees it.

mod attempt;
mod entry;
mod facts;
mod file;
mod leftover;
mod mailing;
mod observer;
mod outside;
mod post;

use caseport_domain::actor::Actor;
use caseport_domain::case::{
    CaseType, Closure, Details, Event, Happened, Impact, ListedReason, Occasion, Priority, Reasons, Status,
    Urgency,
};
use caseport_domain::delivery::Delivery;
use caseport_domain::draft::{Draft, Writing};
use caseport_domain::id::CaseNumber;
use caseport_domain::inspection::Inspection;
use caseport_domain::notice::Role;
use caseport_domain::policy::{Action, Seat};
use caseport_domain::text::Reference;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::Attached;

pub(crate) use attempt::code;
pub use attempt::{Attempt, CaseValues};
pub use entry::{By, Entry, Mail};
pub use facts::Facts;
pub use file::File;
pub use mailing::Mailing;
pub use observer::ObserverView;
pub use outside::OutsiderView;
pub use post::{Post, Update};

/// A case, as its customer or an engineer sees it.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the case")]
pub struct CasePage<'a> {
    pub number: CaseNumber,
    pub title: &'a str,
    pub status: Status,
    pub case_type: CaseType,
    pub impact: Impact,
    pub urgency: Urgency,
    pub priority: Priority,
    /// Whether an engineer gave it that priority, and not its impact and urgency.
    pub priority_by_hand: bool,
    pub details: &'a Details,
    /// The short answers to the questions it was opened with.
    #[serde(skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts<'a>,
    pub company: &'a str,
    pub city: &'a str,
    pub product: Option<&'a str>,
    pub reference: Option<&'a str>,
    pub reporter: &'a str,
    pub engineer: Option<&'a str>,
    /// Who else follows it.
    pub observers: Vec<ObserverView<'a>>,
    /// Who follows it from outside, or is asked to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outsiders: Vec<OutsiderView<'a>>,
    pub opened_at: Timestamp,
    pub updated_at: Timestamp,
    pub planned_on: Option<Date>,
    pub closes_at: Option<Timestamp>,
    /// Since when it is escalated to research and development.
    pub escalated_at: Option<Timestamp>,
    /// When a workaround was last provided.
    pub workaround_at: Option<Timestamp>,
    /// Since when it is an outage.
    pub outage_since: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub closure: Option<Closure>,
    /// Codes of what the reader may do with it now.
    pub actions: Vec<&'static str>,
    /// The reasons that an engineer closes and reopens it for.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub reasons: &'a [ListedReason],
    /// For what the reader is mailed about it, if they opened it or follow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mailing: Option<Mailing>,
    /// What happened to it, as far as the reader may know.
    pub events: Vec<Entry<'a>>,
    /// The mails about it, as far as the reader may know.
    pub mails: Vec<Mail<'a>>,
    /// What the customer wrote and the mails, by time.
    pub correspondence: Vec<Post<'a>>,
    /// What to ask for the events and mails before these with (`?before=`), if there are any.
    pub earlier: Option<u32>,
    /// What these were asked for with.
    #[serde(skip)]
    pub(crate) before: Option<u32>,
    #[serde(skip)]
    pub(crate) desk: bool,
    #[serde(skip)]
    pub(crate) tab: Tab,
    #[serde(skip)]
    pub(crate) attempt: Option<Attempt>,
    #[serde(skip)]
    pub(crate) drafts: Vec<Draft>,
    #[serde(skip)]
    pub(crate) attached: Attached,
    /// What was asked for to be written on with.
    #[serde(skip)]
    pub(crate) writing: Option<Writing>,
}

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What happened and what was written.
    #[default]
    Thread,
    /// The engineers' notes.
    Journal,
    /// The mails and what became of them, with what the customer wrote.
    Mails,
}

impl Tab {
    /// What `?tab=` asks for.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "journal" => Self::Journal,
            "mails" => Self::Mails,
            _ => Self::Thread,
        }
    }

    /// Its code in the query.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Journal => "journal",
            Self::Mails => "mails",
        }
    }
}

impl<'a> CasePage<'a> {
    /// The case as somebody sees it from their seat, with those of its events and mails they may see.
    #[must_use]
    pub fn new(seat: &'a Seat<'_>, events: &'a [Event], deliveries: &'a [Delivery]) -> Self {
        let case = seat.case();
        let desk = matches!(seat.actor(), Actor::Engineer(_));
        let facts = Facts::of(case, events);
        let events: Vec<Entry<'a>> = events.iter().filter(|event| seat.sees(event)).map(Entry::of).collect();
        // What engineers are told is the desk's own affair.
        let mails = deliveries.iter().filter(|mail| desk || mail.role != Role::Engineer);
        let mails: Vec<Mail<'a>> = mails.map(|mail| Mail::of(mail, seat)).collect();
        let correspondence = Post::all(&events, &mails);
        Self {
            number: case.number,
            title: case.title.as_str(),
            status: case.status,
            case_type: case.case_type,
            impact: case.impact,
            urgency: case.urgency,
            priority: case.priority(),
            priority_by_hand: case.given.is_some_and(|given| given.by_hand),
            details: &case.details,
            facts,
            company: &case.company.name,
            city: &case.company.city,
            product: case.product.as_ref().map(|product| product.name.as_str()),
            reference: case.reference.as_ref().map(Reference::as_str),
            reporter: &case.reporter.name,
            engineer: case.engineer.as_ref().map(|engineer| engineer.name.as_str()),
            observers: ObserverView::all(seat),
            outsiders: Vec::new(),
            opened_at: case.opened_at,
            updated_at: case.updated_at,
            planned_on: case.planned_on,
            closes_at: case.answer.map(|answer| answer.closes_at),
            escalated_at: case.escalated_at,
            workaround_at: case.workaround_at,
            outage_since: case.outage_since,
            closed_at: case.closed.map(|(at, _)| at),
            closure: case.closed.map(|(_, how)| how),
            actions: seat.offers().into_iter().map(code).collect(),
            reasons: &[],
            mailing: None,
            events,
            mails,
            correspondence,
            earlier: None,
            before: None,
            desk,
            tab: Tab::default(),
            attempt: None,
            drafts: Vec::new(),
            attached: Attached::default(),
            writing: None,
        }
    }

    /// The page on this part.
    #[must_use]
    pub const fn tab(mut self, tab: Tab) -> Self {
        self.tab = tab;
        self
    }

    /// The page with the part of the history before this event, and before another there is more.
    #[must_use]
    pub const fn part(mut self, before: Option<u32>, earlier: Option<u32>) -> Self {
        self.before = before;
        self.earlier = earlier;
        self
    }

    /// The page with what is known of the files; nobody has looked at the others yet.
    #[must_use]
    pub fn inspected(mut self, inspections: &'a [Inspection]) -> Self {
        for file in self.events.iter_mut().flat_map(|entry| &mut entry.attachments) {
            file.inspected(inspections);
        }
        self
    }

    /// The page with these reasons to choose from.
    #[must_use]
    pub fn offering(mut self, reasons: &'a Reasons) -> Self {
        self.reasons = &reasons.0;
        self
    }

    /// The page with what the reader has begun to write.
    #[must_use]
    pub fn drafted(mut self, drafts: Vec<Draft>) -> Self {
        self.drafts = drafts;
        self
    }

    /// The page with what these are that its forms name.
    #[must_use]
    pub fn attached(mut self, attached: Attached) -> Self {
        self.attached = attached;
        self
    }

    /// The page with the form of this open.
    #[must_use]
    pub const fn writing(mut self, writing: Option<Writing>) -> Self {
        self.writing = writing;
        self
    }

    /// The reasons to choose from for closing it.
    pub(crate) fn closing(&self) -> Vec<&'a ListedReason> {
        self.reasons.iter().filter(|reason| reason.fits(Occasion::Close)).collect()
    }

    /// The reasons to choose from for reopening it.
    pub(crate) fn reopening(&self) -> Vec<&'a ListedReason> {
        self.reasons.iter().filter(|reason| reason.fits(Occasion::Reopen)).collect()
    }

    /// The page after an attempt that failed: its form open, as it was typed, with what is wrong.
    #[must_use]
    pub fn again(mut self, attempt: Attempt) -> Self {
        self.attempt = Some(attempt);
        self
    }

    pub(crate) fn may(&self, action: &str) -> bool {
        self.actions.contains(&action)
    }

    /// What is said and done in the open: everything but notes.
    pub(crate) fn thread(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.events.iter().filter(|entry| !matches!(entry.what, Happened::Noted { .. }))
    }

    pub(crate) fn journal(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.events.iter().filter(|entry| matches!(entry.what, Happened::Noted { .. }))
    }

    /// Whether everything that happened is on the page.
    pub(crate) const fn is_whole(&self) -> bool {
        self.before.is_none() && self.earlier.is_none()
    }

    /// The query of the same tab with what happened before this event.
    pub(crate) fn earlier_query(&self, before: u32) -> String {
        match self.tab {
            Tab::Thread => format!("?before={before}"),
            tab => format!("?tab={}&before={before}", tab.code()),
        }
    }

    /// The mail of what went to and fro, if it is one.
    pub(crate) fn mail_of(&self, post: &Post<'_>) -> Option<&Mail<'a>> {
        self.mails.get(post.mail?)
    }

    /// The query of the thread with the same part of the history.
    pub(crate) fn thread_query(&self) -> String {
        self.before.map(|before| format!("?before={before}")).unwrap_or_default()
    }

    /// The query of this tab.
    pub(crate) fn tab_query(&self) -> String {
        match self.tab {
            Tab::Thread => String::new(),
            tab => format!("?tab={}", tab.code()),
        }
    }

    /// Whether this tab has nothing to show.
    pub(crate) fn shows_nothing(&self) -> bool {
        match self.tab {
            Tab::Thread => self.thread().next().is_none(),
            Tab::Journal => self.journal().next().is_none(),
            Tab::Mails => self.correspondence.is_empty(),
        }
    }

    /// What was typed into a form that is not on the page any more, so that it is not lost.
    pub(crate) fn stranded(&self) -> Option<&str> {
        let attempt = self.attempt.as_ref().filter(|attempt| !self.may(code(attempt.action)))?;
        let typed = [&attempt.values.text, &attempt.values.reason];
        typed.into_iter().find(|text| !text.trim().is_empty()).map(String::as_str)
    }

    /// Whether this of the engineers' forms is open: the one that was sent, or that was asked for, or that something was begun
    /// with, or else the first that goes with the part shown.
    pub(crate) fn opens(&self, action: &str) -> bool {
        const COMPOSE: [&str; 5] = ["message", "note", "propose", "work-around", "escalate"];
        let sent = self.attempt.as_ref().map(|attempt| code(attempt.action));
        let begun = || COMPOSE.into_iter().find(|action| self.may(action) && self.draft(action).is_some());
        let asked = || self.writing.map(|writing| code(writing.action())).filter(|action| self.may(action));
        let open = sent.or_else(asked).filter(|open| COMPOSE.contains(open)).or_else(begun);
        let first = if self.tab == Tab::Thread && self.may("message") { "message" } else { "note" };
        action == open.unwrap_or(first)
    }

    pub(crate) const fn is_closed(&self) -> bool {
        matches!(self.status, Status::Closed)
    }

    /// Whether anything of what is shown has a file.
    pub(crate) fn has_files(&self) -> bool {
        self.events.iter().any(|entry| !entry.attachments.is_empty())
    }

    /// Whether the reader may only read.
    pub(crate) fn read_only(&self) -> bool {
        !self.desk && !self.may(code(Action::Reply))
    }
}

crate::page!(CasePage<'a>, "case/page.html");
