//! Providing a workaround.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Mark};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// How the customer can go on until there is a solution.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Workaround {
    text: String,
    attachments: Vec<String>,
    draft: String,
}

impl Form for Workaround {
    const ACTION: Action = Action::WorkAround;

    fn done(&self) -> Done {
        Done::WorkedAround
    }

    fn values(&self) -> CaseValues {
        CaseValues {
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
        let text = flaws.required("text", &self.text);
        Ok(text.map(|text| Command::Mark(Mark::WorkAround { text, attachments })))
    }
}
