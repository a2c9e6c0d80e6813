//! The answer to a proposed solution.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Approval of the proposed solution, or refusal with a reason; either ends a refusal that was begun.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    #[serde(rename = "decision")]
    choice: String,
    reason: String,
    draft: String,
}

impl Form for Decision {
    const ACTION: Action = Action::Decide;

    fn done(&self) -> Done {
        if self.choice == "approve" { Done::Approved } else { Done::Refused }
    }

    fn values(&self) -> CaseValues {
        CaseValues {
            decision: self.choice.clone(),
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
        Ok(match self.choice.as_str() {
            "approve" => Some(Command::Approve),
            "refuse" => flaws.required("reason", &self.reason).map(|reason| Command::Refuse { reason }),
            "" => flaws.take("decision", Err(Flaw::Required)),
            _ => flaws.take("decision", Err(Flaw::NoSuchChoice)),
        })
    }
}
