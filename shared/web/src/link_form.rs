//! The form behind a mailed link, where one of two things is decided without signing in.

use caseport_domain::input::{Flaw, Flaws};
use serde::Deserialize;

use crate::failure::Failure;

/// The form of the page that a mailed link leads to, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LinkForm {
    /// The link, as it stands in the mail.
    pub link: String,
    decision: String,
}

impl LinkForm {
    /// Whether the first of these two was decided, and not the second.
    ///
    /// # Errors
    /// [`Failure::Flaws`] without a link, or with neither of them.
    pub fn decides(&self, yes: &str, no: &str) -> Result<bool, Failure> {
        let mut flaws = Flaws::default();
        if self.link.is_empty() {
            flaws.add("link", Flaw::Required);
        }
        let decision = match self.decision.as_str() {
            "" => Err(Flaw::Required),
            decision if decision == yes => Ok(true),
            decision if decision == no => Ok(false),
            _ => Err(Flaw::NoSuchChoice),
        };
        let decision = flaws.take("decision", decision).filter(|_| flaws.is_empty());
        decision.ok_or(Failure::Flaws(flaws))
    }
}
