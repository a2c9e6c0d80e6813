//! The rules of the portal, to be accepted.

use caseport_domain::input::Flaws;
use caseport_domain::registration::{Accepted, RULES};
use caseport_domain::sign_in::Must;
use serde::Serialize;

use crate::entrance::Rules;
use crate::kept::KeptForm;

/// The rules in force, with the form to accept them. It posts `rules`, their number, `kept_action` and `kept_body` to
/// `/profile/rules`. Who does not want to accept them signs out.
#[derive(Clone, Debug, Serialize)]
pub struct RulesPage {
    /// The number of the rules to accept, as `rules`.
    pub version: u16,
    /// What was accepted last.
    pub accepted: Option<Accepted>,
    /// Whether they must be accepted before anything else.
    pub must_accept: bool,
    /// What was typed before they had to be accepted.
    #[serde(skip)]
    pub(crate) kept: Option<KeptForm>,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl RulesPage {
    /// The page of who accepted these rules last, and must do this first.
    #[must_use]
    pub fn new(accepted: Option<Accepted>, must: Option<Must>) -> Self {
        let must_accept = must == Some(Must::AcceptRules);
        Self { version: RULES, accepted, must_accept, kept: None, flaws: Flaws::default() }
    }

    /// The page with what was typed before, to be sent once they are accepted.
    #[must_use]
    pub fn keeping(self, kept: Option<KeptForm>) -> Self {
        Self { kept, ..self }
    }

    /// The page again, with what is wrong.
    #[must_use]
    pub fn again(self, flaws: Flaws) -> Self {
        Self { flaws, ..self }
    }

    /// Whether they are still to be accepted.
    pub(crate) fn is_open(&self) -> bool {
        self.accepted.is_none_or(|accepted| accepted.version < self.version)
    }

    /// What the rules say.
    pub(crate) fn rules(&self) -> Option<Rules> {
        Rules::of(self.version)
    }
}

crate::page!(RulesPage, "profile/rules.html");
