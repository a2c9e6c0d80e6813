//! Keeping a case open.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use caseport_web::{Failure, Request};
use serde::Deserialize;

use crate::decide::has_seen;

/// Stops the case from closing by itself. With `solution` it answers no other one, as a [`crate::decide::Decision`] does not.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct KeepOpen {
    solution: String,
}

impl Form for KeepOpen {
    const ACTION: Action = Action::Decide;

    fn done(&self) -> Done {
        Done::KeptOpen
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
        Ok(Some(Command::KeepOpen))
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
