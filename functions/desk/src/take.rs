//! Taking a case, giving it to a colleague, handing it back.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::{self, Action};
use caseport_domain::selection::Assignee;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Lists, Store, StoreError};
use caseport_web::command::{self, Form};
use caseport_web::{Failure, Outcome, Request};
use serde::Deserialize;

use crate::assign;

/// Says who works on the case: whoever asks, or `engineer` by their identifier, or `nobody`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Assignment {
    /// Not there for whoever asks; a form that has it and leaves it empty has chosen nobody yet.
    engineer: Option<String>,
}

/// Says who works on the case. What is wrong with a choice is told on the page that it was made on.
///
/// AWS calls: those of every command, and a `GetItem` of the engineer whom the case is given to; for a person whose choice is
/// wrong a `GetItem` and a `Query` more.
///
/// # Errors
/// Whatever keeps it from being carried out.
pub async fn handle(lists: &Lists, request: Request) -> Outcome {
    match command::run::<Assignment>(lists.store(), request.clone()).await {
        Err(Failure::Flaws(flaws)) if !request.wants_json() => assign::show(lists, &request, flaws).await,
        outcome => outcome,
    }
}

impl Assignment {
    /// Who is to work on the case.
    fn assignee(&self) -> Result<Assignee, Flaw> {
        match self.engineer.as_deref().map(str::trim) {
            None => Ok(Assignee::Me),
            Some("") => Err(Flaw::Required),
            Some(typed) => typed.parse().map_err(|_| Flaw::NoSuchEngineer),
        }
    }
}

impl Form for Assignment {
    const ACTION: Action = Action::Take;
    const HAS_PAGE: bool = true;

    fn done(&self) -> Done {
        match self.assignee() {
            Ok(Assignee::Engineer(_)) => Done::Assigned,
            Ok(Assignee::Nobody) => Done::HandedBack,
            Ok(Assignee::Me) | Err(_) => Done::Taken,
        }
    }

    fn values(&self) -> CaseValues {
        CaseValues::default()
    }

    async fn command(
        &self,
        store: &Store,
        _case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        let Some(assignee) = flaws.take("engineer", self.assignee()) else { return Ok(None) };
        let to = match assignee {
            Assignee::Me => return Ok(Some(Command::Take)),
            Assignee::Nobody => Ok(None),
            Assignee::Engineer(id) => store.engineer(&id).await?.map(Some).ok_or(Flaw::NoSuchEngineer),
        };
        Ok(flaws.take("engineer", to).map(|to| Command::Assign { to }))
    }

    /// To give a case away is another thing to the policy than to take it.
    async fn admit(
        &self,
        _store: &Store,
        request: &Request,
        case: &Case,
        command: &Command,
    ) -> Result<(), Failure> {
        match command {
            Command::Assign { .. } => Ok(policy::enter(request.actor()?, case)?.may(Action::Assign)?),
            _ => Ok(()),
        }
    }
}
