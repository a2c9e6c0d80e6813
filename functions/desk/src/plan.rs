//! Planning a date.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Plans work for a day.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Plan {
    on: String,
}

impl Form for Plan {
    const ACTION: Action = Action::Plan;

    fn done(&self) -> Done {
        Done::Planned
    }

    fn values(&self) -> CaseValues {
        CaseValues { on: self.on.clone(), ..CaseValues::default() }
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let on = match self.on.trim() {
            "" => Err(Flaw::Required),
            text => text.parse().map_err(|_| Flaw::NotADate),
        };
        Ok(flaws.take("on", on).map(|on| Command::Plan { on }))
    }
}
