//! The page to sign in on.

use serde::Serialize;

use crate::kept::{KeptForm, local};

/// The page to sign in on. Its form posts `email`, `password`, `remember`, `to`, `kept_action` and `kept_body` to
/// `/session`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignIn {
    /// The address or user name typed before.
    pub email: String,
    /// Why one sees this page again.
    pub problem: Option<SignInProblem>,
    /// Where to go afterwards.
    pub to: Option<String>,
    /// What was typed when the session ended.
    pub kept: Option<KeptForm>,
    /// Whether to be remembered was asked for before.
    #[serde(skip)]
    pub(crate) remember: bool,
}

/// Why one has to sign in again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignInProblem {
    /// The address and the password do not go together. Whether the address is known is never told.
    WrongCredentials,
    /// The code of the second factor is not right.
    WrongCode,
    /// The session ended.
    SessionEnded,
    /// There were too many attempts.
    Throttled,
}

impl SignIn {
    /// The page; `to` is dropped if it leads elsewhere than to this site.
    #[must_use]
    pub fn new(to: Option<&str>) -> Self {
        Self { to: to.and_then(local).map(str::to_owned), ..Self::default() }
    }

    /// The page again, with the address that was typed and what is the matter.
    #[must_use]
    pub fn problem(self, problem: SignInProblem, email: &str) -> Self {
        Self { problem: Some(problem), email: email.to_owned(), ..self }
    }

    /// The page again, with the choice to be remembered as it was made.
    #[must_use]
    pub fn remembering(self, remember: bool) -> Self {
        Self { remember, ..self }
    }

    /// Whether an attempt to sign in failed.
    pub(crate) const fn failed(&self) -> bool {
        matches!(self.problem, Some(SignInProblem::WrongCredentials | SignInProblem::Throttled))
    }

    /// The page, carrying what was typed when the session ended.
    #[must_use]
    pub fn keeping(mut self, kept: Option<KeptForm>) -> Self {
        self.kept = kept;
        self
    }
}

crate::page!(SignIn, "sign_in.html");
