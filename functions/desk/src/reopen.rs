//! Reopening a case.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Occasion};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::{self, Form};
use serde::Deserialize;

/// Reopens a closed case, for a reason in words, from the list, or both. With one from the list a `GetItem` beside what every
/// command costs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reopening {
    reason: String,
    listed: String,
    draft: String,
}

impl Form for Reopening {
    const ACTION: Action = Action::Reopen;

    fn done(&self) -> Done {
        Done::Reopened
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
        let listed = command::listed(store, Occasion::Reopen, &self.listed, flaws).await?;
        if reason.is_none() && listed.is_none() && flaws.is_empty() {
            flaws.add("reason", Flaw::Required);
        }
        Ok(Some(Command::Reopen { reason, listed }))
    }
}
