//! Taking somebody off who follows a case from outside, or is asked to (C29).

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Outside};
use caseport_domain::id::UserId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// Takes somebody outside off a case: their address is struck, and they are mailed nothing more about it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dismiss {
    outsider: String,
}

impl Form for Dismiss {
    const ACTION: Action = Action::Dismiss;

    fn done(&self) -> Done {
        Done::ObserverRemoved
    }

    fn values(&self) -> CaseValues {
        CaseValues::default()
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let outsider = self.outsider.trim();
        let outsider = if outsider.is_empty() {
            Err(Flaw::Required)
        } else {
            outsider.parse::<UserId>().map_err(|_| Flaw::NotAnId)
        };
        let outsider = flaws.take("outsider", outsider);
        Ok(outsider.map(|outsider| Command::Outside(Outside::Dismiss { outsider })))
    }
}
