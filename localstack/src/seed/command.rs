//! What a step asks of the rule book.

use anyhow::{Context, Result, ensure};
use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Audience, Case, Command, Mark, MessageKind};
use caseport_domain::policy::Action;
use sha2::{Digest, Sha256};

use super::play::Stage;
use super::script::{Deed, StepScript};

impl Stage<'_> {
    /// What a step asks of the rule book, and of the policy unless the portal does it.
    pub(super) fn command(&self, case: &Case, step: &StepScript) -> Result<(Command, Option<Action>)> {
        let write = |kind, text: &_, action| {
            let attachments = self.attachments(&step.files)?;
            Ok((Command::Write { kind, text: Clone::clone(text), attachments }, Some(action)))
        };
        let command = match &step.does {
            Deed::Ask(text) => return write(MessageKind::Question, text, Action::Message),
            Deed::Tell(text) => return write(MessageKind::Information, text, Action::Message),
            Deed::Note(text) => return write(MessageKind::Note(Audience::Internal), text, Action::Note),
            Deed::Journal(text) => return write(MessageKind::Note(Audience::Journal), text, Action::Note),
            Deed::Propose(text) => return write(MessageKind::Solution, text, Action::Propose),
            Deed::Reply(text) => return write(MessageKind::Reply, text, Action::Reply),
            Deed::Escalate(text) => {
                let attachments = self.attachments(&step.files)?;
                let mark = Mark::Escalate { text: text.clone(), attachments };
                return Ok((Command::Mark(mark), Some(Action::Escalate)));
            }
            Deed::WorkAround(text) => {
                let attachments = self.attachments(&step.files)?;
                let mark = Mark::WorkAround { text: text.clone(), attachments };
                return Ok((Command::Mark(mark), Some(Action::WorkAround)));
            }
            Deed::DeclareOutage => (Command::Mark(Mark::DeclareOutage), Some(Action::Outage)),
            Deed::EndOutage => (Command::Mark(Mark::EndOutage), Some(Action::Outage)),
            Deed::Take => (Command::Take, Some(Action::Take)),
            Deed::Plan(days) => {
                let on = self.calendar.workday_after(self.when(case, step)?, *days)?;
                (Command::Plan { on }, Some(Action::Plan))
            }
            Deed::Reopen(reason) => {
                (Command::Reopen { reason: Some(reason.clone()), listed: None }, Some(Action::Reopen))
            }
            Deed::Approve => (Command::Approve, Some(Action::Decide)),
            Deed::Refuse(reason) => (Command::Refuse { reason: reason.clone() }, Some(Action::Decide)),
            Deed::KeepOpen => (Command::KeepOpen, Some(Action::Decide)),
            Deed::Close(reason) => {
                (Command::Close { reason: Some(reason.clone()), listed: None }, Some(Action::Close))
            }
            Deed::Observe(id) => {
                let observer = self.cast.member(id)?.user.actor.person().clone();
                (Command::Observe { observer }, Some(Action::Observe))
            }
            Deed::Remind => (Command::Remind, None),
            Deed::AutoClose => (Command::AutoClose, None),
        };
        ensure!(step.files.is_empty(), "nothing can be attached to that");
        Ok(command)
    }

    /// Files, as if they had been sent.
    pub(super) fn attachments(&self, names: &[String]) -> Result<Vec<Attachment>> {
        let attachment = |name: &String| {
            let bytes = self.files.get(name).with_context(|| format!("there is no file `{name}`"))?;
            Ok(Attachment {
                id: self.random.id().parse()?,
                name: name.clone().try_into()?,
                size: bytes.len() as u64,
                media_type: media_type(name)
                    .with_context(|| format!("of what type is `{name}`?"))?
                    .to_owned(),
                sha256: format!("{:x}", Sha256::digest(bytes)),
            })
        };
        names.iter().map(attachment).collect()
    }
}

/// The media type that a browser gives a file of this name.
fn media_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "csv" => Some("text/csv"),
        "json" => Some("application/json"),
        "log" | "txt" => Some("text/plain"),
        "png" => Some("image/png"),
        "xml" => Some("text/xml"),
        _ => None,
    }
}
