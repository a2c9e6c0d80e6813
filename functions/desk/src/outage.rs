//! Marking a case as an outage.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Mark};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

use crate::step::Step;

/// Says that the case is an outage, or that the outage is over.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Outage {
    step: String,
}

impl Form for Outage {
    const ACTION: Action = Action::Outage;

    fn done(&self) -> Done {
        match self.step.parse() {
            Ok(Step::End) => Done::OutageEnded,
            _ => Done::OutageDeclared,
        }
    }

    fn values(&self) -> CaseValues {
        CaseValues { step: self.step.clone(), ..CaseValues::default() }
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let mark = flaws.take("step", self.step.parse()).map(|step| match step {
            Step::Begin => Mark::DeclareOutage,
            Step::End => Mark::EndOutage,
        });
        Ok(mark.map(Command::Mark))
    }
}
