//! The answer to a proposed solution.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Approval of the proposed solution, or refusal with a reason.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    decision: String,
    reason: String,
}

impl Form for Decision {
    const ACTION: Action = Action::Decide;

    fn done(&self) -> Done {
        if self.decision == "approve" { Done::Approved } else { Done::Refused }
    }

    fn values(&self) -> CaseValues {
        CaseValues { decision: self.decision.clone(), reason: self.reason.clone(), ..CaseValues::default() }
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        Ok(match self.decision.as_str() {
            "approve" => Some(Command::Approve),
            "refuse" => flaws.required("reason", &self.reason).map(|reason| Command::Refuse { reason }),
            "" => flaws.take("decision", Err(Flaw::Required)),
            _ => flaws.take("decision", Err(Flaw::NoSuchChoice)),
        })
    }
}
