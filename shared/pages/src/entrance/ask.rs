//! Asking for something by mail.

use caseport_domain::input::Flaws;
use serde::Serialize;

/// What one asks for by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// A link to choose a password with: forgotten, or the first.
    Password,
    /// One's Contact ID.
    ContactId,
    /// A link to activate one's account.
    Registration,
}

/// The form to ask with. It posts `email` to its own address.
#[derive(Clone, Debug, Serialize)]
pub struct Ask {
    /// What for.
    pub asked: Asked,
    #[serde(skip)]
    pub(crate) email: String,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl Ask {
    /// The empty form.
    #[must_use]
    pub fn new(asked: Asked) -> Self {
        Self { asked, email: String::new(), flaws: Flaws::default() }
    }

    /// The form again, as it was typed and with what is wrong with it.
    #[must_use]
    pub fn again(self, email: &str, flaws: Flaws) -> Self {
        Self { email: email.to_owned(), flaws, ..self }
    }

    pub(crate) const fn action(&self) -> &'static str {
        match self.asked {
            Asked::Password => "/password",
            Asked::ContactId | Asked::Registration => "/contact-id",
        }
    }
}

/// Says that a mail is on its way. It says so whether one is known or not (X9).
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Mailed {
    /// What was asked for.
    pub asked: Asked,
}

crate::page!(Ask, "entrance/ask.html");
crate::page!(Mailed, "entrance/mailed.html");
