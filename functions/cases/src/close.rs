//! Closing a case.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Occasion};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::{self, Form};
use serde::Deserialize;

/// Closes the case, with a reason if one cares to say: in words, from the list, or both. That ends a closing that was begun. With
/// a reason from the list a `GetItem` beside what every command costs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Close {
    reason: String,
    listed: String,
    draft: String,
}

impl Form for Close {
    const ACTION: Action = Action::Close;

    fn done(&self) -> Done {
        Done::Closed
    }

    fn values(&self) -> CaseValues {
        CaseValues {
            reason: self.reason.clone(),
            listed: self.listed.clone(),
            draft: self.draft.clone(),
            ..CaseValues::default()
        }
    }

    fn draft(&self) -> Option<&str> {
        Some(&self.draft)
    }

    async fn command(
        &self,
        store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let reason = flaws.optional("reason", &self.reason);
        let listed = command::listed(store, Occasion::Close, &self.listed, flaws).await?;
        Ok(Some(Command::Close { reason, listed }))
    }
}
