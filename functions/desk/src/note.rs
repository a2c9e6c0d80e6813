//! An engineer's note.

use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Audience, Case, Command, MessageKind};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::Action;
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::command::Form;
use serde::Deserialize;

/// A note for engineers only, or for the case's journal, which the customer reads.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Note {
    audience: String,
    text: String,
    attachments: Vec<String>,
    draft: String,
}

impl Form for Note {
    const ACTION: Action = Action::Note;

    fn done(&self) -> Done {
        Done::Noted
    }

    fn values(&self) -> CaseValues {
        CaseValues {
            audience: self.audience.clone(),
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
        let audience = flaws.take("audience", audience(&self.audience));
        let text = flaws.required("text", &self.text);
        let note = |(audience, text)| Command::Write { kind: MessageKind::Note(audience), text, attachments };
        Ok(audience.zip(text).map(note))
    }
}

fn audience(code: &str) -> Result<Audience, Flaw> {
    match code {
        "internal" => Ok(Audience::Internal),
        "journal" => Ok(Audience::Journal),
        "" => Err(Flaw::Required),
        _ => Err(Flaw::NoSuchChoice),
    }
}
