//! What can be done with a request, and by whom.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::due::due;
use super::standing::answer;
use super::{AccessRequest, Refused, Standing, Step, Subject, What};
use crate::actor::Person;
use crate::id::AccessRequestId;
use crate::text::Reason;

/// How many steps a request has room for: it is kept as one item.
const MAX_STEPS: usize = 40;

/// How long a prime contact has to answer before they can be asked again.
pub const PRIME_ANSWERS_WITHIN: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Something one wants to do with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Have the prime contact confirm it.
    AskPrime(Person),
    /// Confirm it, as the prime contact.
    Confirm,
    /// Disagree, as the prime contact.
    Deny(Option<Reason>),
    /// Ask for more.
    AskMore(Reason),
    /// Answer that.
    Answer(Reason),
    /// Grant it.
    Grant,
    /// Refuse it; of a login that was granted: make no contact.
    Refuse(Reason),
    /// Want it no more.
    Withdraw,
}

impl AccessRequest {
    /// A request made now; what is due by the vendor's calendar.
    ///
    /// # Errors
    /// [`Refused::SameLevel`] for the level one has.
    pub fn ask(
        id: AccessRequestId,
        subject: Subject,
        text: Reason,
        now: Timestamp,
        vendor: &TimeZone,
    ) -> Result<Self, Refused> {
        let by = match &subject {
            Subject::Level { has, wants, .. } if has == wants => return Err(Refused::SameLevel),
            Subject::Level { contact, .. } => Some(contact.clone()),
            Subject::Login { .. } => None,
        };
        let asked = Step { at: now, by, what: What::Asked { text } };
        Ok(Self { id, subject, due_at: due(now, vendor), steps: vec![asked] })
    }

    /// The request after somebody did this with it.
    ///
    /// # Errors
    /// Why it cannot be done as things stand.
    pub fn decide(&self, by: &Person, command: Command, now: Timestamp) -> Result<Self, Refused> {
        let standing = self.standing();
        let ends_waiting = standing == Standing::AwaitsContact && matches!(command, Command::Refuse(_));
        if !standing.is_open() && !ends_waiting {
            return Err(Refused::Ended);
        }
        if self.steps.len() >= MAX_STEPS
            && !matches!(command, Command::Grant | Command::Refuse(_) | Command::Withdraw)
        {
            return Err(Refused::TooLong);
        }
        let what = match command {
            Command::AskPrime(prime) => self.ask_prime(by, prime, now)?,
            Command::Confirm => self.as_prime(by).map(|()| What::Confirmed)?,
            Command::Deny(text) => self.as_prime(by).map(|()| What::Denied { text })?,
            Command::AskMore(text) => self.ask_more(by).map(|()| What::MoreAsked { text })?,
            Command::Answer(text) => {
                self.as_requester(by)?;
                if !self.has_question() {
                    return Err(Refused::NothingAsked);
                }
                What::Answered { text }
            }
            Command::Grant => self.grant(by)?,
            Command::Refuse(text) => self.as_other(by).map(|()| What::Refused { text })?,
            Command::Withdraw => self.as_requester(by).map(|()| What::Withdrawn)?,
        };
        let mut after = self.clone();
        after.steps.push(Step { at: now, by: Some(by.clone()), what });
        Ok(after)
    }

    /// The request once somebody has put who asked on record; none if it does not wait for that.
    #[must_use]
    pub fn contact_made(&self, by: &Person, now: Timestamp) -> Option<Self> {
        if self.standing() != Standing::AwaitsContact {
            return None;
        }
        let mut after = self.clone();
        after.steps.push(Step { at: now, by: Some(by.clone()), what: What::ContactMade });
        Some(after)
    }

    fn ask_prime(&self, by: &Person, prime: Person, now: Timestamp) -> Result<What, Refused> {
        self.as_other(by)?;
        self.can_ask_prime(&prime, now)?;
        Ok(What::PrimeAsked { prime })
    }

    /// Whether this prime contact can be asked to confirm it now: once, and again when they have let their time pass; another
    /// one as long as nobody answered.
    ///
    /// # Errors
    /// Why they cannot.
    pub fn can_ask_prime(&self, prime: &Person, now: Timestamp) -> Result<(), Refused> {
        let requester = self.requester().ok_or(Refused::NoAccount)?;
        if requester.id == prime.id {
            return Err(Refused::NoPrime);
        }
        match self.last_asked() {
            Some((_, _, after)) if answer(after).is_some() => Err(Refused::PrimeAsked),
            Some((at, asked, _)) if asked.id == prime.id && now < at + PRIME_ANSWERS_WITHIN => {
                Err(Refused::PrimeAsked)
            }
            _ => Ok(()),
        }
    }

    fn ask_more(&self, by: &Person) -> Result<(), Refused> {
        self.as_other(by)?;
        if self.requester().is_none() {
            Err(Refused::NoAccount)
        } else if self.has_question() {
            Err(Refused::WaitsForAnswer)
        } else {
            Ok(())
        }
    }

    fn grant(&self, by: &Person) -> Result<What, Refused> {
        self.as_other(by)?;
        match self.verdict() {
            Some(None) => Err(Refused::WaitsForPrime),
            Some(Some(false)) => Err(Refused::PrimeDenied),
            Some(Some(true)) | None => Ok(What::Granted),
        }
    }

    /// Nobody decides their own request, nor one they confirmed themselves.
    fn as_other(&self, by: &Person) -> Result<(), Refused> {
        if self.concerns(&by.id) { Err(Refused::Own) } else { Ok(()) }
    }

    fn as_requester(&self, by: &Person) -> Result<(), Refused> {
        if self.requester().is_some_and(|requester| requester.id == by.id) {
            Ok(())
        } else {
            Err(Refused::NotYours)
        }
    }

    fn as_prime(&self, by: &Person) -> Result<(), Refused> {
        match (self.prime(), self.verdict()) {
            (Some(prime), _) if prime.id != by.id => Err(Refused::NotYours),
            (Some(_), Some(None)) => Ok(()),
            _ => Err(Refused::NothingAsked),
        }
    }
}
