//! Who follows a case by mail only, without access to the portal (C29).
//!
//! Of them a case and its events hold an identifier that means something in that case only. Their address is kept apart, where
//! it can be struck without a trace: no event is sealed over it, and no transcript has it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::decide::{Refused, room};
use crate::case::event::Happened;
use crate::case::snapshot::Case;
use crate::id::UserId;
use crate::person::Language;

/// How long who is asked has to confirm.
pub const ASKED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Somebody outside who follows a case, or was asked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outsider {
    /// Their identifier, good in this case only.
    pub id: UserId,
    /// Where they stand.
    pub standing: Standing,
}

/// Where somebody outside stands with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// They are asked, and told nothing, until this instant.
    Until(Timestamp),
    /// They confirmed, and are mailed in this language.
    Follows(Language),
}

/// An address outside at which somebody follows a case, or is asked to: all that is kept of them, and apart from the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideAddress {
    /// Whose it is.
    pub outsider: UserId,
    /// The address.
    pub email: String,
}

/// What one can ask about somebody outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// To be asked, at this address, whether they want to follow the case.
    Invite {
        /// The address.
        email: String,
    },
    /// To follow it, as they were asked.
    Confirm {
        /// Who.
        outsider: UserId,
        /// The language they want to be mailed in.
        language: Language,
    },
    /// To follow it no more, or to be asked no more.
    Dismiss {
        /// Who.
        outsider: UserId,
    },
}

impl Outside {
    /// What it makes happen.
    pub(super) fn decide(self, case: &Case, now: Timestamp) -> Result<Happened, Refused> {
        match self {
            Self::Invite { .. } => {
                room(case, now)?;
                Ok(Happened::OutsiderInvited {
                    outsider: UserId::outside(case.version + 1),
                    until: now + ASKED_FOR,
                })
            }
            Self::Confirm { outsider, language } => {
                if case.outsider(&outsider, now)?.is_confirmed() {
                    return Err(Refused::AlreadyAsked);
                }
                Ok(Happened::OutsiderConfirmed { outsider, language })
            }
            Self::Dismiss { outsider } => {
                case.outsider(&outsider, now)?;
                Ok(Happened::OutsiderRemoved { outsider })
            }
        }
    }
}

impl Outsider {
    /// The language they are mailed in, once they confirmed.
    #[must_use]
    pub const fn language(&self) -> Option<Language> {
        match self.standing {
            Standing::Follows(language) => Some(language),
            Standing::Until(_) => None,
        }
    }

    /// Whether they confirmed.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        matches!(self.standing, Standing::Follows(_))
    }

    /// Whether they were asked and did not confirm in time: as if nobody had asked.
    #[must_use]
    pub fn has_lapsed(&self, now: Timestamp) -> bool {
        matches!(self.standing, Standing::Until(until) if until <= now)
    }
}

impl Case {
    /// Those outside who follow the case or are asked to.
    pub fn outsiders_at(&self, now: Timestamp) -> impl Iterator<Item = &Outsider> {
        self.outsiders.iter().filter(move |outsider| !outsider.has_lapsed(now))
    }

    /// Whoever of them has this identifier.
    ///
    /// # Errors
    /// [`Refused::NoSuchOutsider`], also for who was asked too long ago.
    pub fn outsider(&self, id: &UserId, now: Timestamp) -> Result<&Outsider, Refused> {
        self.outsiders_at(now).find(|outsider| outsider.id == *id).ok_or(Refused::NoSuchOutsider)
    }
}
