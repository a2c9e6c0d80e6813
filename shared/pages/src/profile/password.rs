//! The form to change the password with.

use caseport_domain::input::Flaws;
use caseport_domain::password;
use caseport_domain::sign_in::Must;
use serde::Serialize;

use crate::kept::KeptForm;

/// The form to change the password with. It posts `current`, `new`, `repeat`, `kept_action` and `kept_body` to
/// `/profile/password`. What was typed into it is never sent back.
#[derive(Clone, Debug, Serialize)]
pub struct PasswordPage {
    /// Whether it must be changed before anything else.
    pub must_change: bool,
    /// The fewest characters.
    pub shortest: usize,
    /// The most bytes.
    pub longest: usize,
    /// What was typed before it had to be changed.
    #[serde(skip)]
    pub(crate) kept: Option<KeptForm>,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl PasswordPage {
    /// The empty form, for who must do this first.
    #[must_use]
    pub fn new(must: Option<Must>) -> Self {
        Self {
            must_change: must == Some(Must::ChangePassword),
            shortest: password::SHORTEST,
            longest: password::LONGEST,
            kept: None,
            flaws: Flaws::default(),
        }
    }

    /// The form with what was typed before, to be sent once the password is changed.
    #[must_use]
    pub fn keeping(self, kept: Option<KeptForm>) -> Self {
        Self { kept, ..self }
    }

    /// The form again, with what is wrong with it.
    #[must_use]
    pub fn again(self, flaws: Flaws) -> Self {
        Self { flaws, ..self }
    }
}

crate::page!(PasswordPage, "profile/password.html");
