//! Closing a case.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Closes the case, with a reason if one cares to say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Close {
    reason: String,
}

impl Form for Close {
    const ACTION: Action = Action::Close;

    fn done(&self) -> Done {
        Done::Closed
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
        let reason = flaws.optional("reason", &self.reason);
        Ok(Some(Command::Close { reason }))
    }
}
