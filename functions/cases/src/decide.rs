//! The answer to a proposed solution.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Refused};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use caseport_web::{Failure, Request};
use serde::Deserialize;

/// Approval of the proposed solution, or refusal with a reason; either ends a refusal that was begun. With `solution`, the instant
/// at which the solution closes the case (`closes_at`), no other one is answered: of who leaves a page open, an engineer may have
/// proposed another to meanwhile.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    #[serde(rename = "decision")]
    choice: String,
    reason: String,
    solution: String,
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

    async fn admit(
        &self,
        _store: &Store,
        _request: &Request,
        case: &Case,
        _command: &Command,
    ) -> Result<(), Failure> {
        Ok(has_seen(case, &self.solution)?)
    }
}

/// That nobody answers a solution that they have not seen: they say which one they answer by the instant at which it closes the
/// case, or nothing for whichever waits.
pub(crate) fn has_seen(case: &Case, solution: &str) -> Result<(), Refused> {
    match solution.trim() {
        "" => Ok(()),
        seen => case.still_proposes(seen.parse().ok()),
    }
}
