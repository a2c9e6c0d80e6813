//! The page that asks for a code of the second factor, after the password.

use serde::Serialize;

use crate::kept::{KeptForm, local};
use crate::sign_in::SignInProblem;

/// The page that asks for a code. Its form posts `half`, `code`, `to`, `kept_action` and `kept_body` to
/// `/session/code`.
#[derive(Clone, Debug, Serialize)]
pub struct SignInCode {
    /// What says that the password was right.
    pub half: String,
    /// Why one sees this page again.
    pub problem: Option<SignInProblem>,
    /// Where to go afterwards.
    pub to: Option<String>,
    /// What was typed when the session ended.
    pub kept: Option<KeptForm>,
}

impl SignInCode {
    /// The page; `to` is dropped if it leads elsewhere than to this site.
    #[must_use]
    pub fn new(half: String, to: Option<&str>, kept: Option<KeptForm>) -> Self {
        Self { half, problem: None, to: to.and_then(local).map(str::to_owned), kept }
    }

    /// The page again, with what is the matter.
    #[must_use]
    pub fn problem(self, problem: SignInProblem) -> Self {
        Self { problem: Some(problem), ..self }
    }
}

crate::page!(SignInCode, "sign_in_code.html");
