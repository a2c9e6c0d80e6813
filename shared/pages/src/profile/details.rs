//! What people say of themselves, to be seen and changed.

use caseport_domain::input::Flaws;
use caseport_domain::profile::Typed;
use caseport_domain::zone;
use jiff::Timestamp;
use serde::Serialize;

use super::email::PendingEmail;

/// One's own details. The form posts [`Typed`] and `csrf` to `/profile`.
#[derive(Clone, Debug, Serialize)]
pub struct ProfilePage {
    /// Who it is: what support and administrators call them.
    pub contact_id: String,
    /// Where mail reaches them.
    pub email: String,
    /// The change of it that is under way.
    pub email_change: Option<PendingEmail>,
    /// When they had signed in before, if they had.
    pub last_sign_in: Option<Timestamp>,
    /// Name of their employer; none for the vendor's own people.
    pub employer: Option<String>,
    /// Whether a change of them can be asked for by a case.
    pub may_ask: bool,
    /// The fields, as they are or as they were typed.
    pub details: Typed,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    #[serde(skip)]
    pub(crate) overtaken: bool,
    #[serde(skip)]
    pub(crate) guess_zone: bool,
}

impl ProfilePage {
    /// The page of these details. `is_new` says that they never said any of it.
    #[must_use]
    pub fn new(
        contact_id: String,
        email: String,
        employer: Option<String>,
        details: Typed,
        is_new: bool,
    ) -> Self {
        let guess_zone = is_new && details.zone == "UTC";
        Self {
            contact_id,
            email,
            email_change: None,
            last_sign_in: None,
            employer,
            may_ask: false,
            details,
            flaws: Flaws::default(),
            overtaken: false,
            guess_zone,
        }
    }

    /// The page, saying whether a change of these details can be asked for by a case.
    #[must_use]
    pub fn asking(self, may_ask: bool) -> Self {
        Self { may_ask, ..self }
    }

    /// The page with the instant of the sign-in before this one.
    #[must_use]
    pub fn signed_in(self, last_sign_in: Option<Timestamp>) -> Self {
        Self { last_sign_in, ..self }
    }

    /// The page with the change of address that is under way.
    #[must_use]
    pub fn changing(self, email_change: Option<PendingEmail>) -> Self {
        Self { email_change, ..self }
    }

    /// The page again, as it was typed and with what is wrong with it.
    #[must_use]
    pub fn again(self, typed: Typed, flaws: Flaws) -> Self {
        let details = Typed { revision: self.details.revision, ..typed };
        Self { details, flaws, guess_zone: false, ..self }
    }

    /// The page again, as it was typed on details that were changed meanwhile.
    #[must_use]
    pub fn overtaken(self, typed: Typed) -> Self {
        Self { overtaken: true, ..self.again(typed, Flaws::default()) }
    }

    /// The zones to choose from, by part of the world; those of none come last.
    pub(crate) fn zones(&self) -> Vec<(Option<String>, Vec<String>)> {
        let mut zones = zone::zones();
        if !self.details.zone.is_empty() && !zones.contains(&self.details.zone) {
            zones.push(self.details.zone.clone());
        }
        let mut areas: Vec<(Option<String>, Vec<String>)> = Vec::new();
        for name in zones {
            let area = zone::area(&name).map(str::to_owned);
            match areas.iter_mut().find(|(known, _)| *known == area) {
                Some((_, names)) => names.push(name),
                None => areas.push((area, vec![name])),
            }
        }
        areas.sort_by_key(|(area, _)| area.is_none());
        areas
    }
}

crate::page!(ProfilePage, "profile/details.html");
