//! Who may do what: the only place that says so.

use crate::access_request::AccessRequest;
use crate::actor::{Actor, Contact, Engineer, Level, Person, Scope};
use crate::case::{Case, CaseType, Event, Status};
use crate::case_types::CaseTypes;
use crate::delivery::{Delivery, DeliveryState};
use crate::grant::{Grant, Reach};
use crate::id::{CompanyId, UserId};
use crate::module::{Module, Use};
use crate::search;

/// Something one may want to do with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read what the customer may read.
    View,
    /// Read what only engineers may read.
    ViewInternal,
    /// Add to it as the customer.
    Reply,
    /// Approve or refuse the solution, or keep the case open.
    Decide,
    /// Close it.
    Close,
    /// Add an observer.
    Observe,
    /// Take off who follows it from outside.
    Dismiss,
    /// Take it to work on.
    Take,
    /// Give it to another engineer, or back to the desk.
    Assign,
    /// Ask or tell the customer something.
    Message,
    /// Write a note.
    Note,
    /// Plan a date.
    Plan,
    /// Go on with it, and take back what it waits for.
    Resume,
    /// Propose a solution.
    Propose,
    /// Escalate it, or end that.
    Escalate,
    /// Provide a workaround.
    WorkAround,
    /// Say that it is an outage, or no more.
    Outage,
    /// Say how much it matters.
    Classify,
    /// Give it another priority.
    Prioritize,
    /// Say what it is filed by.
    Detail,
    /// Reopen it.
    Reopen,
}

/// Why something is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// They may not even know that the case exists: 404.
    #[error("there is no such case for them")]
    Unknown,
    /// They see the case and may not change it: 403.
    #[error("their access level is read-only")]
    ReadOnly,
    /// It is the customer's to do: 403.
    #[error("only the customer does that")]
    CustomerOnly,
    /// It is an engineer's to do: 403.
    #[error("only engineers do that")]
    EngineerOnly,
    /// It is an administrator's to do: 403.
    #[error("only administrators do that")]
    AdminOnly,
    /// It takes somebody who signed in, and not a program with their token: 403.
    #[error("a personal access token does not reach that far")]
    SessionOnly,
    /// The personal access token only reads: 403.
    #[error("the personal access token only reads")]
    ReadToken,
    /// Nobody decides their own request: 403.
    #[error("nobody decides their own request")]
    OwnRequest,
    /// Their access level does not include cases: 403.
    #[error("their access level does not include cases")]
    NoCases,
    /// They neither opened the case nor follow it: 403.
    #[error("they neither opened the case nor follow it")]
    NotFollowing,
}

impl Denied {
    /// A stable code for API clients and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::ReadOnly => "read-only",
            Self::CustomerOnly => "customer-only",
            Self::EngineerOnly => "engineer-only",
            Self::AdminOnly => "admin-only",
            Self::SessionOnly => "session-only",
            Self::ReadToken => "read-token",
            Self::OwnRequest => "own-request",
            Self::NoCases => "no-cases",
            Self::NotFollowing => "not-following",
        }
    }
}

/// A case as somebody may see and work it: whoever holds one has passed the policy's door.
#[derive(Clone, Copy, Debug)]
pub struct Seat<'a> {
    actor: &'a Actor,
    case: &'a Case,
}

/// Lets the actor in to the case.
///
/// # Errors
/// [`Denied::Unknown`], so that nobody learns of a case that is not theirs.
pub fn enter<'a>(actor: &'a Actor, case: &'a Case) -> Result<Seat<'a>, Denied> {
    let known = match actor {
        Actor::Engineer(_) => true,
        Actor::Contact(contact) => contact.company == case.company.id && sees(contact, case),
    };
    if known { Ok(Seat { actor, case }) } else { Err(Denied::Unknown) }
}

fn sees(contact: &Contact, case: &Case) -> bool {
    match contact.level {
        Level::Basic => false,
        Level::ReadOnly | Level::ReadWrite => sees_all(contact) || follows(&contact.person.id, case),
    }
}

/// Whether the contact sees all cases of the company they act for, and not only those that they opened or follow.
#[must_use]
pub fn sees_all(contact: &Contact) -> bool {
    contact.scope != Scope::Own
}

/// Whether the contact may act for the companies that theirs serves (G5).
#[must_use]
pub fn acts_for_others(contact: &Contact) -> bool {
    contact.scope == Scope::Partner
}

/// Whether whoever has this identifier opened the case or follows it: mails about it go to them.
#[must_use]
pub fn follows(id: &UserId, case: &Case) -> bool {
    case.reporter.id == *id || case.observers.iter().any(|observer| observer.id == *id)
}

/// Whether the actor may open cases for their company, whatever these are about.
///
/// # Errors
/// Why not.
pub fn open(actor: &Actor) -> Result<&Contact, Denied> {
    let contact = customer(actor)?;
    able(actor, Ability::CreateCases)?;
    Ok(contact)
}

/// Whether the actor may open cases of one type at least, and as which contact: [`open_type`] says of which. An admin case
/// takes the least.
///
/// # Errors
/// Why not.
pub fn open_any(actor: &Actor) -> Result<&Contact, Denied> {
    open_type(actor, CaseType::Admin)
}

/// Whether the actor may open cases of this type for their company, and as which contact.
///
/// # Errors
/// Why not.
pub fn open_type(actor: &Actor, case_type: CaseType) -> Result<&Contact, Denied> {
    let contact = customer(actor)?;
    able(actor, Ability::opening(case_type))?;
    Ok(contact)
}

/// Whether the actor may list cases, and as which contact.
///
/// # Errors
/// Why not.
pub fn list(actor: &Actor) -> Result<&Contact, Denied> {
    let contact = customer(actor)?;
    able(actor, Ability::ViewCases)?;
    Ok(contact)
}

/// Whose cases a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed<'a> {
    /// All of this company's.
    Company(&'a CompanyId),
    /// Those that this contact opened for this company.
    Own(&'a UserId, &'a CompanyId),
}

/// Whose cases the contact's list has: the company's for which they act, or their own if they see no others, or want none.
#[must_use]
pub fn listed(contact: &Contact, wants_own: bool) -> Listed<'_> {
    if sees_all(contact) && !wants_own {
        Listed::Company(&contact.company)
    } else {
        Listed::Own(&contact.person.id, &contact.company)
    }
}

/// What the actor may find by words: of the company's cases those that [`enter`] lets them in to, and nothing that is for
/// engineers.
///
/// # Errors
/// Why not.
pub fn search(actor: &Actor) -> Result<search::Reach<'_>, Denied> {
    match actor {
        Actor::Engineer(_) => Ok(search::Reach { readers: search::Readers::Staff, only: None }),
        Actor::Contact(_) => {
            let contact = list(actor)?;
            let only = (!sees_all(contact)).then_some(&contact.person.id);
            Ok(search::Reach { readers: search::Readers::Company(contact.company.clone()), only })
        }
    }
}

/// Whether the actor may keep the records: companies, contacts, contracts, products, and who gets which access.
///
/// # Errors
/// [`Denied::AdminOnly`].
pub fn administer(actor: &Actor) -> Result<&Person, Denied> {
    match actor {
        Actor::Engineer(Engineer { person, is_admin: true }) => Ok(person),
        _ => Err(Denied::AdminOnly),
    }
}

/// Whether who has this grant may look after the sign-in of the person it is of: password, second factor, sessions and
/// tokens. A token that could make another, or take the password over, would outlive its own end.
///
/// # Errors
/// [`Denied::SessionOnly`].
pub const fn own_sign_in(grant: Grant) -> Result<(), Denied> {
    match grant {
        Grant::Session => Ok(()),
        Grant::Token(_) => Err(Denied::SessionOnly),
    }
}

/// Whether who has this grant may change anything at all.
///
/// # Errors
/// [`Denied::ReadToken`].
pub const fn change(grant: Grant) -> Result<(), Denied> {
    match grant {
        Grant::Session | Grant::Token(Reach::Write) => Ok(()),
        Grant::Token(Reach::Read) => Err(Denied::ReadToken),
    }
}

/// Whether the actor has a page to begin on and a PIN to be known by on the telephone, and as which contact: nobody sees
/// another's.
///
/// # Errors
/// [`Denied::CustomerOnly`].
pub fn customer(actor: &Actor) -> Result<&Contact, Denied> {
    match actor {
        Actor::Contact(contact) => Ok(contact),
        Actor::Engineer(_) => Err(Denied::CustomerOnly),
    }
}

/// Whether the actor may check who calls (A9).
///
/// # Errors
/// [`Denied::EngineerOnly`].
pub fn check_caller(actor: &Actor) -> Result<&Person, Denied> {
    match actor {
        Actor::Engineer(engineer) => Ok(&engineer.person),
        Actor::Contact(_) => Err(Denied::EngineerOnly),
    }
}

/// Whether the actor may read the vendor's records of companies and contacts.
///
/// # Errors
/// [`Denied::EngineerOnly`].
pub fn read_records(actor: &Actor) -> Result<&Person, Denied> {
    match actor {
        Actor::Engineer(engineer) => Ok(&engineer.person),
        Actor::Contact(_) => Err(Denied::EngineerOnly),
    }
}

/// What a level of access is good for, as the portal's people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ability {
    /// Sign in (G8).
    SignIn,
    /// Register for live tutorials and attend them (G9).
    AttendTutorials,
    /// Watch recorded ones (G10).
    WatchRecordings,
    /// Search, view and download articles of the knowledge base (G11).
    ReadKnowledge,
    /// View cases (G12).
    ViewCases,
    /// Open cases (G13).
    CreateCases,
    /// Answer, decide and close them (G14).
    ModifyCases,
    /// Ask for features (G15).
    RequestFeatures,
    /// Download software, and order what is controlled (G16).
    DownloadSoftware,
}

impl Ability {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::SignIn,
        Self::AttendTutorials,
        Self::WatchRecordings,
        Self::ReadKnowledge,
        Self::ViewCases,
        Self::CreateCases,
        Self::ModifyCases,
        Self::RequestFeatures,
        Self::DownloadSoftware,
    ];

    /// The lowest level that includes it.
    #[must_use]
    pub const fn takes(self) -> Level {
        match self {
            Self::SignIn | Self::AttendTutorials | Self::WatchRecordings | Self::ReadKnowledge => {
                Level::Basic
            }
            Self::ViewCases => Level::ReadOnly,
            Self::CreateCases | Self::ModifyCases | Self::RequestFeatures | Self::DownloadSoftware => {
                Level::ReadWrite
            }
        }
    }

    /// What opening a case of this type takes. Whoever sees cases may ask by one that their details, contract or access
    /// be changed (G19), also with read-only access, which is what a contract that has ended leaves: these are what they
    /// would ask to have changed.
    #[must_use]
    pub const fn opening(case_type: CaseType) -> Self {
        match case_type {
            CaseType::FeatureRequest => Self::RequestFeatures,
            CaseType::Admin => Self::ViewCases,
            CaseType::Incident | CaseType::Request | CaseType::Question => Self::CreateCases,
        }
    }

    /// How far it is in use in a portal with these types of issue, where `extent` says that of a module. What no version has
    /// pages of yet is not, and nobody is told of it.
    #[must_use]
    pub fn extent(self, extent: impl Fn(Module) -> Use, types: &CaseTypes) -> Use {
        match self {
            Self::SignIn => Use::On,
            Self::ReadKnowledge => extent(Module::Knowledge),
            Self::RequestFeatures if !types.offers(CaseType::FeatureRequest) => Use::Off,
            Self::ViewCases | Self::CreateCases | Self::ModifyCases | Self::RequestFeatures => {
                extent(Module::Cases)
            }
            Self::AttendTutorials | Self::WatchRecordings | Self::DownloadSoftware => Use::Off,
        }
    }

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::AttendTutorials => "attend-tutorials",
            Self::WatchRecordings => "watch-recordings",
            Self::ReadKnowledge => "read-knowledge",
            Self::ViewCases => "view-cases",
            Self::CreateCases => "create-cases",
            Self::ModifyCases => "modify-cases",
            Self::RequestFeatures => "request-features",
            Self::DownloadSoftware => "download-software",
        }
    }
}

/// Whether an actor's access includes this. Engineers' includes all.
///
/// # Errors
/// [`Denied::NoCases`] for what takes read-only access, [`Denied::ReadOnly`] for what takes more.
pub fn able(actor: &Actor, ability: Ability) -> Result<(), Denied> {
    match actor {
        Actor::Contact(contact) if contact.level < ability.takes() => Err(match contact.level {
            Level::Basic => Denied::NoCases,
            Level::ReadOnly | Level::ReadWrite => Denied::ReadOnly,
        }),
        _ => Ok(()),
    }
}

/// Whether the actor works at the desk, and as which engineer.
///
/// # Errors
/// [`Denied::EngineerOnly`].
pub const fn desk(actor: &Actor) -> Result<&Engineer, Denied> {
    match actor {
        Actor::Engineer(engineer) => Ok(engineer),
        Actor::Contact(_) => Err(Denied::EngineerOnly),
    }
}

/// Whether the actor may ask for another level, and as which contact.
///
/// # Errors
/// [`Denied::CustomerOnly`].
pub const fn request_access(actor: &Actor) -> Result<&Contact, Denied> {
    match actor {
        Actor::Contact(contact) => Ok(contact),
        Actor::Engineer(_) => Err(Denied::CustomerOnly),
    }
}

/// Whether the actor is shown how engineers work on a customer's computer, and with which tool (M43): it is part of working
/// on a case, so who sees cases is.
///
/// # Errors
/// [`Denied::NoCases`].
pub fn remote_support(actor: &Actor) -> Result<(), Denied> {
    able(actor, Ability::ViewCases)
}

/// Whether the actor may deal with this request for access as an administrator, and as whom.
///
/// # Errors
/// [`Denied::AdminOnly`], and [`Denied::OwnRequest`] for one's own.
pub fn decide_access<'a>(actor: &'a Actor, request: &AccessRequest) -> Result<&'a Person, Denied> {
    let admin = administer(actor)?;
    if request.concerns(&admin.id) { Err(Denied::OwnRequest) } else { Ok(admin) }
}

impl Seat<'_> {
    /// Whether the actor may do this with the case.
    ///
    /// # Errors
    /// Why not.
    pub fn may(&self, action: Action) -> Result<(), Denied> {
        use Action::{
            Assign, Classify, Close, Decide, Detail, Dismiss, Escalate, Message, Note, Observe, Outage, Plan,
            Prioritize, Propose, Reopen, Reply, Resume, Take, View, ViewInternal, WorkAround,
        };
        match (self.actor, action) {
            (_, View)
            | (
                Actor::Engineer(_),
                ViewInternal | Close | Observe | Dismiss | Take | Assign | Message | Note | Plan | Resume
                | Propose | Escalate | WorkAround | Outage | Classify | Prioritize | Detail | Reopen,
            ) => Ok(()),
            (Actor::Engineer(_), Reply | Decide) => Err(Denied::CustomerOnly),
            (
                Actor::Contact(_),
                ViewInternal | Take | Assign | Message | Note | Plan | Resume | Propose | Escalate
                | WorkAround | Outage | Classify | Prioritize | Detail | Reopen,
            ) => Err(Denied::EngineerOnly),
            // Who may open an admin case goes on with it: it takes no more than it took to open it.
            (Actor::Contact(contact), Reply | Decide | Close) if self.is_own_admin_case(contact) => Ok(()),
            (Actor::Contact(contact), Reply | Decide | Close | Observe | Dismiss) => match contact.level {
                Level::ReadWrite => Ok(()),
                Level::ReadOnly | Level::Basic => Err(Denied::ReadOnly),
            },
        }
    }

    /// Whether it is an admin case that they opened themselves.
    fn is_own_admin_case(&self, contact: &Contact) -> bool {
        self.case.case_type == CaseType::Admin && self.case.reporter.id == contact.person.id
    }

    /// Whether the actor chooses for what they are mailed about the case: who opened it or follows it does, for themselves.
    ///
    /// # Errors
    /// [`Denied::CustomerOnly`] or [`Denied::NotFollowing`].
    pub fn choose_mails(&self) -> Result<(), Denied> {
        match self.actor {
            Actor::Engineer(_) => Err(Denied::CustomerOnly),
            Actor::Contact(contact) if follows(&contact.person.id, self.case) => Ok(()),
            Actor::Contact(_) => Err(Denied::NotFollowing),
        }
    }

    /// Whether the actor may know of this event.
    #[must_use]
    pub fn sees(&self, event: &Event) -> bool {
        !event.what.is_internal() || self.may(Action::ViewInternal).is_ok()
    }

    /// What the actor may do and the case's status has room for: what a page offers.
    #[must_use]
    pub fn offers(&self) -> Vec<Action> {
        use Action::{
            Assign, Classify, Close, Decide, Detail, Dismiss, Escalate, Message, Note, Observe, Outage, Plan,
            Prioritize, Propose, Reopen, Reply, Resume, Take, WorkAround,
        };
        const ALL: [Action; 19] = [
            Reply, Decide, Close, Observe, Dismiss, Take, Assign, Message, Note, Plan, Resume, Propose,
            Escalate, WorkAround, Outage, Classify, Prioritize, Detail, Reopen,
        ];
        let fits = |action: &Action| match (action, self.case.status) {
            (Decide, status) => status == Status::SolutionProposed,
            (Reopen, status) => status == Status::Closed,
            (Dismiss, _) => !self.case.outsiders.is_empty(),
            (Resume, _) => self.case.waits_for().is_some(),
            (Take, status) => {
                let theirs = self.case.engineer.as_ref().map(|engineer| &engineer.id);
                status != Status::Closed && theirs != Some(&self.actor.person().id)
            }
            (
                Close | Assign | Message | Plan | Propose | Escalate | WorkAround | Outage | Classify
                | Prioritize,
                status,
            ) => status != Status::Closed,
            _ => true,
        };
        ALL.into_iter().filter(|action| self.may(*action).is_ok()).filter(fits).collect()
    }

    /// What became of a mail, as the actor is told: what somebody chose to be mailed for is theirs and the engineers' to know.
    #[must_use]
    pub fn state_of(&self, mail: &Delivery) -> DeliveryState {
        let is_told = matches!(self.actor, Actor::Engineer(_)) || self.actor.person().id == mail.to;
        if is_told { mail.state } else { mail.state.to_others() }
    }

    /// The case.
    #[must_use]
    pub const fn case(&self) -> &Case {
        self.case
    }

    /// The actor.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        self.actor
    }
}
