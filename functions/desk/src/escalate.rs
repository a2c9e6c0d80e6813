//! Escalating a case to research and development.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Mark};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

use crate::step::Step;

/// Escalates the case to research and development, or ends that; with what the customer is told of it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Escalation {
    step: String,
    text: String,
    attachments: Vec<String>,
    draft: String,
}

impl Form for Escalation {
    const ACTION: Action = Action::Escalate;

    fn done(&self) -> Done {
        match self.step.parse() {
            Ok(Step::End) => Done::EscalationEnded,
            _ => Done::Escalated,
        }
    }

    fn values(&self) -> CaseValues {
        CaseValues {
            step: self.step.clone(),
            text: self.text.clone(),
            attachments: self.attachments.clone(),
            draft: self.draft.clone(),
            ..CaseValues::default()
        }
    }

    fn attachments(&self) -> &[String] {
        &self.attachments
    }

    fn draft(&self) -> Option<&str> {
        Some(&self.draft)
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let step = flaws.take("step", self.step.parse());
        let text = flaws.required("text", &self.text);
        let mark = step.zip(text).map(|(step, text)| match step {
            Step::Begin => Mark::Escalate { text, attachments },
            Step::End => Mark::EndEscalation { text, attachments },
        });
        Ok(mark.map(Command::Mark))
    }
}
