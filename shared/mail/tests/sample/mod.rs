//! A case with everything that can happen to it, for the tests and the gallery.

#![allow(dead_code, clippy::unwrap_used, reason = "made for tests, each of which uses a part of it")]

use caseport_brand::Colour;
use caseport_domain::actor::{Actor, Author, Contact, Level, Person, Scope};
use caseport_domain::attachment::Attachment;
use caseport_domain::case::chain::Digest;
use caseport_domain::case::{
    Audience, Case, CaseType, Closure, Details, Event, Happened, Impact, Opening, Priority, TakenBack,
    Urgency,
};
use caseport_domain::contract::{Company, Product};
use caseport_domain::id::CaseNumber;
use caseport_domain::notice::Role;
use caseport_domain::person::{Language, User};
use caseport_domain::support::Support;
use caseport_mail::{Deployment, Mail, compose};

pub const DEPLOYMENT: Deployment<'_> = Deployment {
    origin: "https://support.example.com",
    sender: "support@example.com",
    brand: "Northwind Support",
    colour: Colour([0x0b, 0x64, 0x77]),
    support: Support::NONE,
};

pub const ROLES: [Role; 3] = [Role::Reporter, Role::Observer, Role::Engineer];

/// One event of each kind that is told of, each under the name it goes by.
pub fn told() -> Vec<(&'static str, Event)> {
    let closed = |how, reason: Option<&str>| Happened::Closed { how, reason: reason.map(text), listed: None };
    let resumed = |taken_back, said: Option<&str>| Happened::Resumed { taken_back, text: said.map(text) };
    let customer = || Author::Contact(reporter());
    let vendor = || Author::Engineer(engineer());
    let all = [
        ("opened", customer(), Happened::Opened(Box::new(opening()))),
        (
            "replied",
            customer(),
            Happened::Replied { text: text(REPLY), attachments: vec![file("trunk.pcap")] },
        ),
        ("asked", vendor(), Happened::Asked { text: text(QUESTION), attachments: vec![] }),
        (
            "told",
            vendor(),
            Happened::Told { text: text("The carrier has confirmed the fault."), attachments: vec![] },
        ),
        ("journal", vendor(), noted(Audience::Journal)),
        ("taken", vendor(), Happened::Taken { from: None }),
        ("planned", vendor(), Happened::Planned { on: "2026-12-01".parse().unwrap() }),
        ("proposed", vendor(), proposed()),
        (
            "refused",
            customer(),
            Happened::SolutionRefused { reason: text("Calls still drop, though less often.") },
        ),
        ("kept-open", customer(), Happened::KeptOpen),
        ("reminded", Author::System, Happened::Reminded),
        ("approved", customer(), closed(Closure::Approved, None)),
        ("no-answer", Author::System, closed(Closure::NoAnswer, None)),
        (
            "closed-by-customer",
            customer(),
            closed(Closure::ByCustomer, Some("Restarting the gateway helped.")),
        ),
        ("closed-by-engineer", vendor(), closed(Closure::ByEngineer, Some("A duplicate of case 20588."))),
        (
            "reopened",
            vendor(),
            Happened::Reopened { reason: Some(text("The fault is back, as you wrote.")), listed: None },
        ),
        ("observer-added", customer(), Happened::ObserverAdded { observer: observer() }),
        ("escalated", vendor(), Happened::Escalated { text: text(ESCALATION), attachments: vec![] }),
        (
            "escalation-ended",
            vendor(),
            Happened::EscalationEnded { text: text("Development has found the cause."), attachments: vec![] },
        ),
        (
            "workaround",
            vendor(),
            Happened::WorkaroundProvided { text: text(WORKAROUND), attachments: vec![file("trunks.png")] },
        ),
        ("outage", vendor(), Happened::OutageDeclared),
        ("outage-ended", vendor(), Happened::OutageEnded),
        (
            "classified",
            vendor(),
            Happened::Classified {
                impact: Impact::Everybody,
                urgency: Urgency::High,
                priority: Priority::Critical,
            },
        ),
        (
            "prioritized",
            vendor(),
            Happened::Prioritized { priority: Priority::Low, reason: text("It can wait until Monday.") },
        ),
        ("resumed-question", vendor(), resumed(TakenBack::Question, None)),
        (
            "resumed-plan",
            vendor(),
            resumed(TakenBack::Plan("2026-12-01".parse().unwrap()), Some("The part has not come.")),
        ),
        ("resumed-solution", vendor(), resumed(TakenBack::Solution, None)),
        (
            "assigned",
            Author::Engineer(another_engineer()),
            Happened::Assigned { to: engineer(), from: Some(another_engineer()) },
        ),
        ("handed-back", Author::Engineer(another_engineer()), Happened::HandedBack { from: engineer() }),
    ];
    let at = |seq: u32| {
        "2026-11-22T13:05:00Z".parse::<jiff::Timestamp>().unwrap()
            + jiff::SignedDuration::from_hours(seq.into())
    };
    all.into_iter()
        .zip(1..)
        .map(|((name, by, what), seq)| (name, Event { seq, at: at(seq - 1), by, what }))
        .collect()
}

/// The same with what must never be told.
pub fn internal() -> Event {
    let (_, event) = told().remove(4);
    Event { what: noted(Audience::Internal), ..event }
}

/// The case after this event.
pub fn case_after(event: &Event) -> Case {
    let opened =
        Case::opened(CaseNumber(20601), opening(), "2026-11-22T13:05:00Z".parse().unwrap(), Digest::ZERO);
    let taken = Event {
        seq: 2,
        by: Author::Engineer(engineer()),
        what: Happened::Taken { from: None },
        ..event.clone()
    };
    let proposed = Event { seq: 3, what: proposed(), ..event.clone() };
    let case = match event.what {
        Happened::Opened(_) => return opened,
        Happened::Reminded => opened.apply(&taken, Digest::ZERO).apply(&proposed, Digest::ZERO),
        _ => opened.apply(&taken, Digest::ZERO),
    };
    case.apply(event, Digest::ZERO)
}

/// Somebody in this role.
pub fn user(role: Role, language: Language) -> User {
    let contact = |person| Actor::Contact(contact(person, Level::ReadWrite));
    let (actor, email) = match role {
        Role::Reporter => (contact(reporter()), "jane.doe@contoso.example"),
        Role::Observer | Role::Outsider => (contact(observer()), "zoe@contoso.example"),
        Role::Engineer => (Actor::engineer(engineer()), "priya@example.com"),
    };
    User { actor, email: email.into(), language, zone: "Europe/Brussels".into() }
}

/// The reporter under another name.
pub fn named(name: &str) -> Actor {
    Actor::Contact(contact(Person { name: name.into(), ..reporter() }, Level::ReadWrite))
}

/// A contact of the case's company who sees all its cases.
pub fn contact(person: Person, level: Level) -> Contact {
    Contact { person, company: "contoso".parse().unwrap(), level, scope: Scope::Company }
}

/// The mail of this event to somebody in this role.
pub fn mail(role: Role, language: Language, event: &Event) -> Mail {
    compose(&DEPLOYMENT, &user(role, language), role, &case_after(event), event, None).expect("a mail")
}

pub fn opening() -> Opening {
    Opening {
        company: Company { id: "contoso".parse().unwrap(), name: "Contoso".into(), city: "Ghent".into() },
        reporter: reporter(),
        observers: vec![observer()],
        product: Some(Product { id: "voice".parse().unwrap(), name: "Contact Center 9.2".into() }),
        case_type: CaseType::Incident,
        title: "Calls drop after 30 seconds".to_owned().try_into().unwrap(),
        reference: Some("INC-4471".to_owned().try_into().unwrap()),
        impact: Impact::Department,
        urgency: Urgency::High,
        priority: None,
        details: Details::default(),
        answers: None,
        description: text(DESCRIPTION),
        attachments: vec![file("qgaAgent.log"), file("screenshot of the queue.png")],
    }
}

pub fn reporter() -> Person {
    Person { id: "u-jane".parse().unwrap(), name: "Jane Doe".into() }
}

pub fn observer() -> Person {
    Person { id: "u-zoe".parse().unwrap(), name: "Zoë Peeters".into() }
}

pub fn engineer() -> Person {
    Person { id: "u-priya".parse().unwrap(), name: "Priya Nair".into() }
}

pub fn another_engineer() -> Person {
    Person { id: "u-tomas".parse().unwrap(), name: "Tomas Berg".into() }
}

fn noted(audience: Audience) -> Happened {
    Happened::Noted { text: text(NOTE), attachments: vec![], audience }
}

fn proposed() -> Happened {
    Happened::SolutionProposed {
        text: text(SOLUTION),
        attachments: vec![],
        closes_at: "2026-11-29T13:05:00Z".parse().unwrap(),
        remind_at: "2026-11-27T13:05:00Z".parse().unwrap(),
    }
}

/// A file of this name.
pub fn file(name: &str) -> Attachment {
    Attachment {
        id: "f1".parse().unwrap(),
        name: name.to_owned().try_into().unwrap(),
        size: 18_204,
        media_type: "text/plain".into(),
        sha256: "0".repeat(64),
    }
}

/// As anything people type.
pub fn text<T: TryFrom<String, Error = caseport_domain::input::Flaw>>(text: &str) -> T {
    T::try_from(text.to_owned()).unwrap()
}

const DESCRIPTION: &str = "\
Since this morning every outside call to the service queue is cut off after 30 seconds. Internal calls are fine.

What we tried:
  1. restarted the agents' PCs
  2. another headset

The log says:
    12:01:07.113 ERROR sip-gw-2 session-timer expired (Min-SE=90, Session-Expires=30) <sip:4471@gw2.contoso.example>";
const REPLY: &str = "Here is the capture you asked for. The second call in it is one that dropped.";
const QUESTION: &str =
    "Which firmware does the gateway run, and did anything change on the trunk last weekend?";
const ESCALATION: &str = "The fault is in the gateway itself, so our developers look at it now.";
const WORKAROUND: &str =
    "Send the calls over trunk 1 meanwhile: Routing, Trunk groups, move edge-1 to the top.";
const NOTE: &str = "Asked the carrier for a trace of trunk 2.";
const SOLUTION: &str = "\
The trunk announced a session timer of 30 seconds. We have raised it to 1800 on sip-gw-2.

Please make a call of more than a minute from outside. It should no longer be cut off.";
