//! Saying how much a case matters.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Mark};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// How many the case touches and how soon it must be dealt with, from which its priority follows. One `GetItem` beside what
/// every command costs, for the matrix.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Classification {
    impact: String,
    urgency: String,
}

impl Form for Classification {
    const ACTION: Action = Action::Classify;

    fn done(&self) -> Done {
        Done::Prioritized
    }

    fn values(&self) -> CaseValues {
        CaseValues { impact: self.impact.clone(), urgency: self.urgency.clone(), ..CaseValues::default() }
    }

    async fn command(
        &self,
        store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let impact = flaws.take("impact", self.impact.parse());
        let urgency = flaws.take("urgency", self.urgency.parse());
        let Some((impact, urgency)) = impact.zip(urgency) else { return Ok(None) };
        let matrix = store.matrix().await?.value;
        Ok(Some(Command::Mark(Mark::Classify { impact, urgency, matrix })))
    }
}
