//! Who is calling: an engineer checks a PIN that was told by telephone.

use caseport_domain::input::Flaws;
use serde::Serialize;

/// The page on which an engineer checks a caller. Its form posts `contact`, `pin` and `csrf` to `/desk/callers`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Callers {
    /// What the check came to, after one.
    pub check: Option<Check>,
    /// The contact, if it is verified that it is they.
    pub caller: Option<Caller>,
    #[serde(skip)]
    pub(crate) contact: String,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// It is they.
    Verified,
    /// The PIN is another.
    Wrong,
    /// The contact has none yet: it is made when they first look at it.
    NoPin,
    /// There were too many wrong PINs for this contact: not even the right one is looked at.
    Locked,
}

/// A contact whose PIN was told.
#[derive(Clone, Debug, Serialize)]
pub struct Caller {
    /// Their identifier.
    pub contact_id: String,
    /// Their name.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
    /// Name of their company.
    pub company: String,
    /// Where they can be called.
    pub phone: Option<String>,
}

impl Callers {
    /// The page after a check of what was typed to say who calls; with the contact if it is they.
    #[must_use]
    pub fn checked(contact: &str, check: Check, caller: Option<Caller>) -> Self {
        Self { check: Some(check), caller, contact: contact.to_owned(), flaws: Flaws::default() }
    }

    /// The page again, with what is wrong with its fields. The PIN is never shown again.
    #[must_use]
    pub fn again(contact: &str, flaws: Flaws) -> Self {
        Self { contact: contact.to_owned(), flaws, ..Self::default() }
    }
}

crate::page!(Callers, "callers.html");
