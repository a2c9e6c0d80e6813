//! Giving a case another priority.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Mark};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Gives the case another priority than its impact and urgency do, and says why.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Prioritization {
    priority: String,
    reason: String,
    draft: String,
}

impl Form for Prioritization {
    const ACTION: Action = Action::Prioritize;

    fn done(&self) -> Done {
        Done::Prioritized
    }

    fn values(&self) -> CaseValues {
        CaseValues {
            priority: self.priority.clone(),
            reason: self.reason.clone(),
            draft: self.draft.clone(),
            ..CaseValues::default()
        }
    }

    fn draft(&self) -> Option<&str> {
        Some(&self.draft)
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let priority = flaws.take("priority", self.priority.parse());
        let reason = flaws.required("reason", &self.reason);
        let mark = priority.zip(reason).map(|(priority, reason)| Mark::Prioritize { priority, reason });
        Ok(mark.map(Command::Mark))
    }
}
