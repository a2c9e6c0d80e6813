//! An engineer's message to the customer.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, MessageKind};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// A question, which makes it the customer's turn, or information.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Message {
    kind: String,
    text: String,
    attachments: Vec<String>,
    draft: String,
}

impl Form for Message {
    const ACTION: Action = Action::Message;

    fn done(&self) -> Done {
        Done::Messaged
    }

    fn values(&self) -> CaseValues {
        CaseValues {
            kind: self.kind.clone(),
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
        let kind = flaws.take("kind", kind(&self.kind));
        let text = flaws.required("text", &self.text);
        Ok(kind.zip(text).map(|(kind, text)| Command::Write { kind, text, attachments }))
    }
}

fn kind(code: &str) -> Result<MessageKind, Flaw> {
    match code {
        "question" => Ok(MessageKind::Question),
        "information" => Ok(MessageKind::Information),
        "" => Err(Flaw::Required),
        _ => Err(Flaw::NoSuchChoice),
    }
}
