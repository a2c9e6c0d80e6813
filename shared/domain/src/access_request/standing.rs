//! Where a request stands, and what its steps say.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{AccessRequest, Step, Subject, What};
use crate::actor::Person;
use crate::addresses::Addresses;
use crate::id::UserId;
use crate::text::Reason;

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// An administrator has to decide it.
    Open,
    /// The prime contact has to confirm it first.
    WaitsForPrime,
    /// Whoever asked has to answer first.
    WaitsForAnswer,
    /// A login was granted, and nobody in the records has that address yet.
    AwaitsContact,
    /// It was granted.
    Granted,
    /// It was refused.
    Refused,
    /// It was withdrawn.
    Withdrawn,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::WaitsForPrime,
        Self::WaitsForAnswer,
        Self::AwaitsContact,
        Self::Granted,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::WaitsForPrime => "waits-for-prime",
            Self::WaitsForAnswer => "waits-for-answer",
            Self::AwaitsContact => "awaits-contact",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether it is yet to be decided.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::WaitsForPrime | Self::WaitsForAnswer)
    }

    /// Whether administrators have something to do about it: decide it, or put who asked on record.
    #[must_use]
    pub const fn is_to_do(self) -> bool {
        self.is_open() || matches!(self, Self::AwaitsContact)
    }
}

impl AccessRequest {
    /// Whether it is this person's own, or was ever theirs to confirm.
    #[must_use]
    pub fn concerns(&self, id: &UserId) -> bool {
        let asked = self.steps.iter().filter_map(|step| match &step.what {
            What::PrimeAsked { prime } => Some(prime),
            _ => None,
        });
        asked.chain(self.requester()).any(|person| person.id == *id)
    }

    /// Whether this person made it: with their account, or, for a login, with an address of theirs. Whom a login was made for
    /// had the address then; of one that came to nothing, or has not yet, who had it when it was asked for, or got it next.
    #[must_use]
    pub fn is_own(&self, user: &UserId, addresses: &Addresses) -> bool {
        match &self.subject {
            Subject::Level { contact, .. } => contact.id == *user,
            Subject::Login { email, .. } => {
                let made = self.steps.iter().find(|step| matches!(step.what, What::ContactMade));
                made.map_or_else(
                    || addresses.had_or_came_to_have(email.as_str(), self.asked_at()),
                    |made| addresses.had(email.as_str(), made.at),
                )
            }
        }
    }

    /// Who asks, if they have an account.
    #[must_use]
    pub const fn requester(&self) -> Option<&Person> {
        match &self.subject {
            Subject::Level { contact, .. } => Some(contact),
            Subject::Login { .. } => None,
        }
    }

    /// The name of who asks.
    #[must_use]
    pub fn who(&self) -> &str {
        match &self.subject {
            Subject::Level { contact, .. } => &contact.name,
            Subject::Login { name, .. } => name.as_str(),
        }
    }

    /// The prime contact who was asked to confirm it, the last if there were several.
    #[must_use]
    pub fn prime(&self) -> Option<&Person> {
        self.last_asked().map(|(_, prime, _)| prime)
    }

    /// What the prime contact said who was asked last: nothing inside if they have not answered, nothing at all if nobody was
    /// asked.
    #[must_use]
    pub fn verdict(&self) -> Option<Option<bool>> {
        self.last_asked().map(|(_, _, after)| answer(after))
    }

    /// When a prime contact was last asked, who, and what happened since.
    pub(super) fn last_asked(&self) -> Option<(Timestamp, &Person, &[Step])> {
        let place = self.steps.iter().rposition(|step| matches!(step.what, What::PrimeAsked { .. }))?;
        let (asked, after) = self.steps[place..].split_first()?;
        let What::PrimeAsked { prime } = &asked.what else { return None };
        Some((asked.at, prime, after))
    }

    /// What was asked and is not answered yet.
    #[must_use]
    pub fn question(&self) -> Option<&Reason> {
        let last = self.steps.iter().rev().find_map(|step| match &step.what {
            What::MoreAsked { text } => Some(Some(text)),
            What::Answered { .. } => Some(None),
            _ => None,
        });
        last.flatten()
    }

    pub(super) fn has_question(&self) -> bool {
        self.question().is_some()
    }

    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.steps.last().map(|step| &step.what) {
            Some(What::Granted) if matches!(self.subject, Subject::Login { .. }) => Standing::AwaitsContact,
            Some(What::Granted | What::ContactMade) => Standing::Granted,
            Some(What::Refused { .. }) => Standing::Refused,
            Some(What::Withdrawn) => Standing::Withdrawn,
            _ if self.verdict() == Some(None) => Standing::WaitsForPrime,
            _ if self.has_question() => Standing::WaitsForAnswer,
            _ => Standing::Open,
        }
    }

    /// When it was made.
    #[must_use]
    pub fn asked_at(&self) -> Timestamp {
        self.steps.first().map_or(Timestamp::UNIX_EPOCH, |step| step.at)
    }

    /// Its version: how much happened to it.
    #[must_use]
    pub fn version(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// Whether it should have been decided by now.
    #[must_use]
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.standing().is_open() && now >= self.due_at
    }
}

/// What a prime contact answered in these steps, if they did.
pub(super) fn answer(steps: &[Step]) -> Option<bool> {
    steps.iter().find_map(|step| match step.what {
        What::Confirmed => Some(true),
        What::Denied { .. } => Some(false),
        _ => None,
    })
}
