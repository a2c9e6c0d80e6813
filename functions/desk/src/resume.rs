//! Going on with a case that waits.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Goes on with the case, and takes back what it waits for: a question, a planned day, a solution; with what the customer is
/// told of it, if one cares to say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Resumption {
    text: String,
    draft: String,
}

impl Form for Resumption {
    const ACTION: Action = Action::Resume;

    fn done(&self) -> Done {
        Done::Resumed
    }

    fn values(&self) -> CaseValues {
        CaseValues { text: self.text.clone(), draft: self.draft.clone(), ..CaseValues::default() }
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
        let text = flaws.optional("text", &self.text);
        Ok(Some(Command::Resume { text }))
    }
}
