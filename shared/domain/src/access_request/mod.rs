//! Asking for access: another level, or a login. Pure, like the case's rule book: a request is its steps.

mod decide;
mod due;
mod refused;
mod row;
mod standing;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::{Level, Person};
use crate::id::{AccessRequestId, CompanyId};
use crate::input::Flaw;
use crate::person::Language;
use crate::text::{Line, Reason};

pub use decide::{Command, PRIME_ANSWERS_WITHIN};
pub use due::due;
pub use refused::Refused;
pub use row::AccessRow;
pub use standing::Standing;

/// How many pairs of companies one may ask a login for.
pub const MAX_PAIRS: usize = 10;

/// The name of a person or company who are not in the records yet.
pub type Name = Line<120>;
/// A mail address.
pub type Address = Line<254>;

/// A request for access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRequest {
    /// Its identifier.
    pub id: AccessRequestId,
    /// What is asked for.
    pub subject: Subject,
    /// By when it has to be decided.
    pub due_at: Timestamp,
    /// Everything that happened to it, from the asking on.
    pub steps: Vec<Step>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Subject {
    /// Another level, by a contact.
    Level {
        /// Who asks.
        contact: Person,
        /// For which company they speak.
        company: CompanyId,
        /// Its name.
        company_name: String,
        /// The level they have.
        has: Level,
        /// The level they ask for.
        wants: Level,
    },
    /// A login, by somebody who has none.
    Login {
        /// Who asks.
        name: Name,
        /// Where mail reaches them.
        email: Address,
        /// The language they asked in.
        language: Language,
        /// For whom.
        pairs: Vec<Pair>,
    },
}

/// For whom a login is asked: the company that was sold to, and the one that uses what was sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// Name of the Sold-To company.
    pub sold_to: Name,
    /// Name of the End-User company.
    pub end_user: Name,
}

/// Something that happened to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// Who did it; nobody that is known, when a login was asked for.
    pub by: Option<Person>,
    /// What.
    pub what: What,
}

/// What can happen to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum What {
    /// It was made.
    Asked {
        /// Why.
        text: Reason,
    },
    /// The company's prime contact was asked to confirm it.
    PrimeAsked {
        /// The prime contact.
        prime: Person,
    },
    /// The prime contact confirmed it.
    Confirmed,
    /// The prime contact does not agree.
    Denied {
        /// Why, if they said.
        text: Option<Reason>,
    },
    /// An administrator asked for more.
    MoreAsked {
        /// What they want to know.
        text: Reason,
    },
    /// Whoever asked answered that.
    Answered {
        /// The answer.
        text: Reason,
    },
    /// It was granted.
    Granted,
    /// Who was granted a login is in the records now.
    ContactMade,
    /// It was refused.
    Refused {
        /// Why.
        text: Reason,
    },
    /// Whoever asked wants it no more.
    Withdrawn,
}

impl What {
    /// A stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Asked { .. } => "asked",
            Self::PrimeAsked { .. } => "prime-asked",
            Self::Confirmed => "confirmed",
            Self::Denied { .. } => "denied",
            Self::MoreAsked { .. } => "more-asked",
            Self::Answered { .. } => "answered",
            Self::Granted => "granted",
            Self::ContactMade => "contact-made",
            Self::Refused { .. } => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// What was said with it.
    #[must_use]
    pub const fn text(&self) -> Option<&Reason> {
        match self {
            Self::Asked { text }
            | Self::MoreAsked { text }
            | Self::Answered { text }
            | Self::Refused { text } => Some(text),
            Self::Denied { text } => text.as_ref(),
            Self::PrimeAsked { .. }
            | Self::Confirmed
            | Self::Granted
            | Self::ContactMade
            | Self::Withdrawn => None,
        }
    }
}

/// A mail address as typed.
///
/// # Errors
/// [`Flaw::NotAnAddress`], or what is wrong with it as a line.
pub fn address(text: &str) -> Result<Address, Flaw> {
    let line = Address::try_from(text.to_owned())?;
    let plain =
        |part: &str| !part.is_empty() && !part.contains([' ', '@', '<', '>', ',', ';', '"', '(', ')', '\\']);
    match line.as_str().split_once('@') {
        Some((local, domain)) if plain(local) && plain(domain) && !domain.starts_with('.') => Ok(line),
        _ => Err(Flaw::NotAnAddress),
    }
}
