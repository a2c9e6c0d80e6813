//! Adding an observer.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::attachments::colleagues;
use caseport_web::command::Form;
use serde::Deserialize;

/// Adds a colleague of the reporter who follows the case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Observe {
    email: String,
}

impl Form for Observe {
    const ACTION: Action = Action::Observe;

    fn done(&self) -> Done {
        Done::Observed
    }

    fn values(&self) -> CaseValues {
        CaseValues { email: self.email.clone(), ..CaseValues::default() }
    }

    async fn command(
        &self,
        store: &Store,
        case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let address = self.email.trim();
        if address.is_empty() {
            return Ok(flaws.take("email", Err(Flaw::Required)));
        }
        let found = colleagues(store, &case.company.id, "email", &[address], flaws).await?;
        Ok(found.into_iter().next().map(|observer| Command::Observe { observer }))
    }
}
