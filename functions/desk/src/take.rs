//! Taking a case.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Makes the case one's own to work on.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Take {}

impl Form for Take {
    const ACTION: Action = Action::Take;

    fn done(&self) -> Done {
        Done::Taken
    }

    fn values(&self) -> CaseValues {
        CaseValues::default()
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        _flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        Ok(Some(Command::Take))
    }
}
