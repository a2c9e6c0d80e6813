//! A form of the page that was sent and could not be carried out.

use caseport_domain::case::Refused;
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use serde::Deserialize;

use super::CasePage;

/// A form of the page that was sent and could not be carried out.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Which one: [`Action::Decide`] also for keeping a case open.
    pub action: Action,
    /// What was typed.
    pub values: CaseValues,
    /// What is wrong with it.
    pub flaws: Flaws,
    /// Why the case does not allow it.
    pub refused: Option<Refused>,
}

/// The fields of the page's forms as typed; each form has some of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct CaseValues {
    /// A message, note or solution.
    pub text: String,
    /// Why something is refused, closed or reopened.
    pub reason: String,
    /// An observer's address.
    pub email: String,
    /// The day planned.
    pub on: String,
    /// Whether a message is a `question` or `information`.
    pub kind: String,
    /// Whether a note is `internal` or for the `journal`.
    pub audience: String,
    /// `approve` or `refuse`.
    pub decision: String,
    /// Identifiers of uploaded files.
    pub attachments: Vec<String>,
}

/// One form of the page, as its template sees it.
#[derive(Default)]
pub struct Form {
    /// What was typed, or nothing.
    pub values: CaseValues,
    /// What is wrong with it.
    pub flaws: Flaws,
    /// Whether it is the one that was sent.
    pub sent: bool,
}

impl CasePage<'_> {
    /// The form of this action.
    pub(crate) fn form(&self, action: &str) -> Form {
        match self.attempt.as_ref().filter(|attempt| code(attempt.action) == action) {
            Some(Attempt { values, flaws, .. }) => {
                Form { values: values.clone(), flaws: flaws.clone(), sent: true }
            }
            None => Form::default(),
        }
    }
}

/// An action's stable code.
pub(crate) const fn code(action: Action) -> &'static str {
    match action {
        Action::View => "view",
        Action::ViewInternal => "view-internal",
        Action::Reply => "reply",
        Action::Decide => "decide",
        Action::Close => "close",
        Action::Observe => "observe",
        Action::Take => "take",
        Action::Message => "message",
        Action::Note => "note",
        Action::Plan => "plan",
        Action::Propose => "propose",
        Action::Reopen => "reopen",
    }
}
