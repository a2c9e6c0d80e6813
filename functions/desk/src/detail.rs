//! Saying what a case is filed by.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Details, Mark};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// The case's category, and the product's version and build; what is left out is none.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Detailing {
    category: String,
    version: String,
    build: String,
}

impl Form for Detailing {
    const ACTION: Action = Action::Detail;

    fn done(&self) -> Done {
        Done::Saved
    }

    fn values(&self) -> CaseValues {
        CaseValues {
            category: self.category.clone(),
            version: self.version.clone(),
            build: self.build.clone(),
            ..CaseValues::default()
        }
    }

    async fn command(
        &self,
        _store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let category = flaws.optional("category", &self.category);
        let version = flaws.optional("version", &self.version);
        let build = flaws.optional("build", &self.build);
        Ok(Some(Command::Mark(Mark::Detail(Details { category, version, build }))))
    }
}
