//! A case as it stands.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::actor::Person;
use crate::case::chain::Digest;
use crate::case::details::Details;
use crate::case::event::{Closure, Observer};
use crate::case::mark::Marked;
use crate::case::outsider::Outsider;
use crate::case::priority::{Given, Priority};
use crate::contract::{Company, Product};
use crate::id::CaseNumber;
use crate::text::{Reference, Title};

/// A case as it stands after its events so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// What people call it.
    pub number: CaseNumber,
    /// How many events it has; also the number of the last one.
    pub version: u32,
    /// The seal of the last event.
    pub head: Digest,
    /// Whose case it is.
    pub company: Company,
    /// Who opened it.
    pub reporter: Person,
    /// Who else follows it.
    pub observers: Vec<Observer>,
    /// Who follows it from outside the portal, or was asked to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outsiders: Vec<Outsider>,
    /// What it is about; none of an admin case, and of no other.
    #[serde(default)]
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
    /// The priority it was given; none for a case from before there were any. [`Case::priority`] says what that comes to.
    #[serde(default)]
    pub given: Option<Given>,
    /// What it is filed by beside its product.
    #[serde(default)]
    pub details: Details,
    /// Where it stands.
    pub status: Status,
    /// Who works on it.
    pub engineer: Option<Person>,
    /// The day work is planned for, while it is.
    pub planned_on: Option<Date>,
    /// The proposed solution's deadlines, while it waits for an answer.
    pub answer: Option<Answer>,
    /// Since when it is escalated to research and development, while it is. Closing the case ends that.
    #[serde(default)]
    pub escalated_at: Option<Timestamp>,
    /// When a workaround was last provided, if one was.
    #[serde(default)]
    pub workaround_at: Option<Timestamp>,
    /// Since when it is an outage, while it is. That stays when the case is closed.
    #[serde(default)]
    pub outage_since: Option<Timestamp>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened to it that the customer may know of.
    pub updated_at: Timestamp,
    /// When its last event was, whoever may know of it; 1970 in what was kept before this was.
    #[serde(default)]
    pub last_event_at: Timestamp,
    /// When and how it was closed, while it is.
    pub closed: Option<(Timestamp, Closure)>,
    /// How many people have been erased from it.
    #[serde(default)]
    pub erasures: u32,
}

/// What a proposed solution waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The instant the case closes by itself.
    pub closes_at: Timestamp,
    /// The instant a reminder is due; none once it was sent.
    pub remind_at: Option<Timestamp>,
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Opened; nobody works on it yet.
    Open,
    /// The vendor's turn.
    InProgress,
    /// The customer's turn: a question waits.
    WaitingForCustomer,
    /// Work is planned for a day.
    Planned,
    /// A solution waits for approval or refusal.
    SolutionProposed,
    /// Closed.
    Closed,
}

impl Status {
    /// All of them, in the order of a case's life.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::InProgress,
        Self::WaitingForCustomer,
        Self::Planned,
        Self::SolutionProposed,
        Self::Closed,
    ];
}

/// The type of issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseType {
    /// Something stopped working.
    Incident,
    /// Something is asked for.
    Request,
    /// Something should be known.
    Question,
    /// The product should do what it cannot do yet.
    FeatureRequest,
    /// What the vendor keeps of the customer should change: their details, contacts, account or contract.
    Admin,
}

/// How many a case touches. What stands in where nobody was asked is the least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Impact {
    /// One person.
    #[default]
    Person,
    /// A department.
    Department,
    /// Everybody.
    Everybody,
}

/// How soon a case must be dealt with. What stands in where nobody was asked is the least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Work goes on; it can wait.
    #[default]
    Low,
    /// Work is hindered.
    Medium,
    /// Work stands still.
    High,
}

macro_rules! codes {
    ($($name:ident { $($variant:ident = $code:literal),+ $(,)? })+) => {$(
        impl $name {
            /// Its stable code, as in JSON, forms and language files.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::input::Flaw;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    "" => Err(crate::input::Flaw::Required),
                    $($code => Ok(Self::$variant),)+
                    _ => Err(crate::input::Flaw::NoSuchChoice),
                }
            }
        }
    )+};
}

codes! {
    Status {
        Open = "open",
        InProgress = "in-progress",
        WaitingForCustomer = "waiting-for-customer",
        Planned = "planned",
        SolutionProposed = "solution-proposed",
        Closed = "closed",
    }
    CaseType {
        Incident = "incident",
        Request = "request",
        Question = "question",
        FeatureRequest = "feature-request",
        Admin = "admin",
    }
    Impact { Person = "person", Department = "department", Everybody = "everybody" }
    Urgency { Low = "low", Medium = "medium", High = "high" }
    Priority { Low = "low", Medium = "medium", High = "high", Critical = "critical" }
    Marked { Outage = "outage", Escalated = "escalated", Workaround = "workaround" }
}

impl CaseType {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 5] =
        [Self::Incident, Self::Request, Self::Question, Self::FeatureRequest, Self::Admin];
}

impl Impact {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Department, Self::Everybody];
}

impl Urgency {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];
}

impl Case {
    /// Whether the case is closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.status == Status::Closed
    }
}
