//! Who may do what: the only place that says so.

mod ability;
mod seat;

pub use ability::{Ability, able};
pub use seat::{Action, Seat, enter, follows};

use crate::access_request::AccessRequest;
use crate::actor::{Actor, Contact, Engineer, Person, Scope};
use crate::case::CaseType;
use crate::grant::{Grant, Reach};
use crate::id::{CompanyId, UserId};
use crate::search;
use crate::selection::Whose;

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

/// Whether the actor may send files: they are for cases, so who sees cases may.
///
/// # Errors
/// [`Denied::NoCases`].
pub fn send_files(actor: &Actor) -> Result<(), Denied> {
    able(actor, Ability::ViewCases)
}

/// Whose cases a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed<'a> {
    /// All of this company's.
    Company(&'a CompanyId),
    /// Those that this contact opened for this company.
    Own(&'a UserId, &'a CompanyId),
    /// Those of this company that this contact follows, and others opened.
    Followed(&'a UserId, &'a CompanyId),
}

/// Whose cases the contact's list has: the company's for which they act, or their own if they see no others, or want none; or those
/// that they follow. [`enter`] lets them in to each of these.
#[must_use]
pub fn listed(contact: &Contact, whose: Whose) -> Listed<'_> {
    match whose {
        Whose::Company if sees_all(contact) => Listed::Company(&contact.company),
        Whose::Company | Whose::Own => Listed::Own(&contact.person.id, &contact.company),
        Whose::Followed => Listed::Followed(&contact.person.id, &contact.company),
    }
}

/// As which contact somebody can be added to who follows cases of this company: it is theirs, and their access includes cases
/// (C29). Nobody else would be mailed about a case, or see it.
#[must_use]
pub fn follower<'a>(actor: &'a Actor, company: &CompanyId) -> Option<&'a Contact> {
    list(actor).ok().filter(|contact| contact.company == *company)
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
