//! Asking for access: another level, or a login. Pure, like the case's rule book: a request is its steps.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, civil};
use serde::{Deserialize, Serialize};

use crate::actor::{Level, Person};
use crate::id::{AccessRequestId, CompanyId, UserId};
use crate::input::Flaw;
use crate::person::Language;
use crate::text::{Line, Reason};

/// How many steps a request has room for: it is kept as one item.
const MAX_STEPS: usize = 40;
/// How many pairs of companies one may ask a login for.
pub const MAX_PAIRS: usize = 10;

/// How long a prime contact has to answer before they can be asked again.
pub const PRIME_ANSWERS_WITHIN: SignedDuration = SignedDuration::from_hours(7 * 24);

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
    /// It was refused.
    Refused {
        /// Why.
        text: Reason,
    },
    /// Whoever asked wants it no more.
    Withdrawn,
}

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
    /// It was granted.
    Granted,
    /// It was refused.
    Refused,
    /// It was withdrawn.
    Withdrawn,
}

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
    /// Refuse it.
    Refuse(Reason),
    /// Want it no more.
    Withdraw,
}

/// Why a command cannot be carried out as the request stands. Its sentence is the message `access-refused-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It was decided or withdrawn.
    #[error("the request has ended")]
    Ended,
    /// It is their own, or they have confirmed it themselves.
    #[error("nobody decides their own request")]
    Own,
    /// It is another's.
    #[error("the request is another's")]
    NotYours,
    /// The prime contact was asked already.
    #[error("the prime contact was asked already")]
    PrimeAsked,
    /// The prime contact has not answered yet.
    #[error("the prime contact has not answered yet")]
    WaitsForPrime,
    /// The prime contact did not agree.
    #[error("the prime contact did not agree")]
    PrimeDenied,
    /// Something was asked that is not answered yet.
    #[error("a question waits for its answer")]
    WaitsForAnswer,
    /// Nothing was asked.
    #[error("nothing was asked")]
    NothingAsked,
    /// Whoever asks for a login can neither be asked in the portal nor has a prime contact that is known.
    #[error("who asks for a login has no account")]
    NoAccount,
    /// There is no prime contact, or it is who asks.
    #[error("nobody else could confirm it")]
    NoPrime,
    /// Another request of theirs is open.
    #[error("another request is open")]
    OneIsOpen,
    /// They have that level.
    #[error("they have that level")]
    SameLevel,
    /// What is asked for was changed by others meanwhile.
    #[error("somebody was quicker")]
    Overtaken,
    /// It has no room for more steps.
    #[error("there were too many steps")]
    TooLong,
}

impl Refused {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Ended,
        Self::Own,
        Self::NotYours,
        Self::PrimeAsked,
        Self::WaitsForPrime,
        Self::PrimeDenied,
        Self::WaitsForAnswer,
        Self::NothingAsked,
        Self::NoAccount,
        Self::NoPrime,
        Self::OneIsOpen,
        Self::SameLevel,
        Self::Overtaken,
        Self::TooLong,
    ];

    /// A stable code for API clients and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Own => "own",
            Self::NotYours => "not-yours",
            Self::PrimeAsked => "prime-asked",
            Self::WaitsForPrime => "waits-for-prime",
            Self::PrimeDenied => "prime-denied",
            Self::WaitsForAnswer => "waits-for-answer",
            Self::NothingAsked => "nothing-asked",
            Self::NoAccount => "no-account",
            Self::NoPrime => "no-prime",
            Self::OneIsOpen => "one-is-open",
            Self::SameLevel => "same-level",
            Self::Overtaken => "overtaken",
            Self::TooLong => "too-long",
        }
    }
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::WaitsForPrime,
        Self::WaitsForAnswer,
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
            Self::PrimeAsked { .. } | Self::Confirmed | Self::Granted | Self::Withdrawn => None,
        }
    }
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
        if !standing.is_open() {
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

    /// Whether it is this person's own, or was ever theirs to confirm.
    #[must_use]
    pub fn concerns(&self, id: &UserId) -> bool {
        let asked = self.steps.iter().filter_map(|step| match &step.what {
            What::PrimeAsked { prime } => Some(prime),
            _ => None,
        });
        asked.chain(self.requester()).any(|person| person.id == *id)
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
    fn last_asked(&self) -> Option<(Timestamp, &Person, &[Step])> {
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

    fn has_question(&self) -> bool {
        self.question().is_some()
    }

    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.steps.last().map(|step| &step.what) {
            Some(What::Granted) => Standing::Granted,
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

    /// It as a line of the queue.
    #[must_use]
    pub fn row(&self) -> AccessRow {
        let (company, wants) = match &self.subject {
            Subject::Level { company_name, wants, .. } => (company_name.clone(), Some(*wants)),
            Subject::Login { pairs, .. } => {
                (pairs.first().map(|pair| pair.end_user.to_string()).unwrap_or_default(), None)
            }
        };
        AccessRow {
            id: self.id.clone(),
            who: self.who().to_owned(),
            company,
            wants,
            standing: self.standing(),
            asked_at: self.asked_at(),
            due_at: self.due_at,
        }
    }
}

/// What a prime contact answered in these steps, if they did.
fn answer(steps: &[Step]) -> Option<bool> {
    steps.iter().find_map(|step| match step.what {
        What::Confirmed => Some(true),
        What::Denied { .. } => Some(false),
        _ => None,
    })
}

/// A request as a line of the administrators' queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRow {
    /// Its identifier.
    pub id: AccessRequestId,
    /// Name of who asks.
    pub who: String,
    /// Name of their company.
    pub company: String,
    /// The level they ask for; none for a login.
    pub wants: Option<Level>,
    /// Where it stands.
    pub standing: Standing,
    /// When it was made.
    pub asked_at: Timestamp,
    /// By when it has to be decided.
    pub due_at: Timestamp,
}

/// The end of the second business day (Monday to Friday) after the day of an instant, by the vendor's calendar.
#[must_use]
pub fn due(asked: Timestamp, vendor: &TimeZone) -> Timestamp {
    let mut day = asked.to_zoned(vendor.clone()).date();
    let mut business = 0;
    while business < 2 {
        let Ok(next) = day.tomorrow() else { return Timestamp::MAX };
        day = next;
        business += i32::from(!matches!(day.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday));
    }
    let end = day.checked_add(1.day()).and_then(|day| day.to_zoned(vendor.clone()));
    end.map_or(Timestamp::MAX, |end| end.timestamp())
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
