//! Reopening a case.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Reopens a closed case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reopening {
    reason: String,
}

impl Form for Reopening {
    const ACTION: Action = Action::Reopen;

    fn done(&self) -> Done {
        Done::Reopened
    }

    fn values(&self) -> CaseValues {
        CaseValues { reason: self.reason.clone(), ..CaseValues::default() }
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let reason = flaws.required("reason", &self.reason);
        Ok(reason.map(|reason| Command::Reopen { reason }))
    }
}
