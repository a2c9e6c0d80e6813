//! Cases as the rule book makes them, a step at a time.

use caseport_domain::actor::{Author, Person};
use caseport_domain::attachment::Attachment;
use caseport_domain::case::chain::{Digest, Salt, Sealed};
use caseport_domain::case::{
    Case, CaseType, Command, Details, Event, Happened, Impact, MessageKind, Opening, RuleBook, Urgency,
};
use caseport_domain::contract::{Company, Product};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_store::Store;
use caseport_store::cases::{Step, Stored};
use caseport_store::once::Once;
use jiff::{SignedDuration, Timestamp};

/// The address of whoever is asked from outside.
pub const OUTSIDE: &str = "zoe@outside.example";

pub fn person(id: &str) -> Person {
    Person { id: id.parse().unwrap(), name: id.to_owned() }
}

pub fn user(id: &str) -> UserId {
    id.parse().unwrap()
}

pub fn customer() -> Author {
    Author::Contact(person("anna"))
}

pub fn engineer() -> Author {
    Author::Engineer(person("eva"))
}

/// Some minutes after the first instant of these tests.
pub fn minute(minutes: i64) -> Timestamp {
    "2026-11-22T10:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
}

/// A case with the event that led to it, not stored yet.
#[derive(Clone, Debug)]
pub struct Made {
    pub case: Case,
    pub event: Sealed,
    pub files: Vec<Attachment>,
}

/// A case of Acme's Anna, opened at this minute.
pub fn opened(number: u64, minutes: i64) -> Made {
    opened_with(number, minutes, Vec::new())
}

pub fn opened_with(number: u64, minutes: i64, files: Vec<Attachment>) -> Made {
    let opening = Opening {
        company: Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() },
        reporter: person("anna"),
        observers: Vec::new(),
        product: Some(Product { id: "voice".parse().unwrap(), name: "Voice".into() }),
        case_type: CaseType::Incident,
        title: "No calls".to_owned().try_into().unwrap(),
        reference: None,
        impact: Impact::Everybody,
        urgency: Urgency::High,
        priority: None,
        details: Details::default(),
        answers: None,
        description: "Nobody can call.".to_owned().try_into().unwrap(),
        attachments: files.clone(),
    };
    let number = CaseNumber(number);
    let what = Happened::Opened(Box::new(opening.clone()));
    let event = Event { seq: 1, at: minute(minutes), by: customer(), what };
    let event = Sealed::seal(number, Digest::ZERO, Salt::new([1; 16]), &event);
    Made { case: Case::opened(number, opening, event.at, event.hash), event, files }
}

pub fn write(kind: MessageKind) -> Command {
    Command::Write { kind, text: "text".to_owned().try_into().unwrap(), attachments: Vec::new() }
}

/// What a command makes of a case at this minute.
pub fn then(case: &Case, by: &Author, command: Command, minutes: i64) -> Made {
    let salt = Salt::new([2; 16]);
    let (case, event) = RuleBook::default().step(case, by, command, minute(minutes), salt).unwrap();
    Made { case, event, files: Vec::new() }
}

impl Made {
    /// Tries to store it, as Anna, with an idempotency key or without.
    pub async fn store_once(&self, store: &Store, once: Option<&Once>) -> Stored {
        self.try_to_store(store, once, OUTSIDE).await
    }

    /// Tries to store it; who is asked by it from outside is asked at this address.
    pub async fn store_at(&self, store: &Store, email: &str) -> Stored {
        self.try_to_store(store, None, email).await
    }

    async fn try_to_store(&self, store: &Store, once: Option<&Once>, email: &str) -> Stored {
        let anna = user("anna");
        let attachments = (!self.files.is_empty()).then_some((&anna, self.files.as_slice()));
        let step = Step { attachments, once, email: Some(email), ..Step::new(&self.case, &self.event) };
        store.store(&step).await.unwrap()
    }

    /// Stores it.
    pub async fn stored(self, store: &Store) -> Self {
        assert_eq!(self.store_once(store, None).await, Stored::Now);
        self
    }

    /// Stores what a command makes of it.
    pub async fn and(&self, store: &Store, by: &Author, command: Command, minutes: i64) -> Self {
        then(&self.case, by, command, minutes).stored(store).await
    }
}
