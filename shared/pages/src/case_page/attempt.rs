//! A form of the page that was sent and could not be carried out.

use caseport_domain::case::{Detail, Refused};
use caseport_domain::draft::{Draft, Place, Writing};
use caseport_domain::input::Flaws;
use caseport_domain::policy::Action;
use serde::Deserialize;

use super::CasePage;
use crate::Chrome;
use crate::drafts::{self, typed};

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
    /// Code of the reason chosen from the list.
    pub listed: String,
    /// An observer's address.
    pub email: String,
    /// `yes` for an address outside.
    pub outside: String,
    /// The day planned.
    pub on: String,
    /// Whether a message is a `question` or `information`.
    pub kind: String,
    /// Whether a note is `internal` or for the `journal`.
    pub audience: String,
    /// `approve` or `refuse`.
    pub decision: String,
    /// Whether an escalation or an outage is to `begin` or to `end`.
    pub step: String,
    /// Code of how many it touches.
    pub impact: String,
    /// Code of how soon it must be dealt with.
    pub urgency: String,
    /// Code of the priority.
    pub priority: String,
    /// Of what sort the matter is.
    pub category: String,
    /// The product's version.
    pub version: String,
    /// The product's build.
    pub build: String,
    /// Identifiers of uploaded files.
    pub attachments: Vec<String>,
    /// The version of the draft that it is; empty or 0 for none.
    pub draft: String,
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
        let sent = self.attempt.as_ref().filter(|attempt| code(attempt.action) == action);
        if let Some(Attempt { values, flaws, .. }) = sent {
            return Form { values: values.clone(), flaws: flaws.clone(), sent: true };
        }
        let values = self.draft(action).map_or_else(|| self.values(), |draft| self.begun(draft));
        Form { values, ..Form::default() }
    }

    /// What the reader has begun to write with this action, and can send as the case stands.
    pub(crate) fn draft(&self, action: &str) -> Option<&Draft> {
        let place = self.draft_place(action)?;
        self.drafts.iter().find(|draft| draft.place == place && self.fits(draft))
    }

    /// The fields of a draft; none if it cannot be read. One that says no priority leaves the case's.
    fn begun(&self, draft: &Draft) -> CaseValues {
        let mut values: CaseValues = typed(draft);
        values.draft = draft.version.to_string();
        if values.priority.is_empty() {
            self.priority.code().clone_into(&mut values.priority);
        }
        values
    }

    /// What the forms begin with that change what there is.
    fn values(&self) -> CaseValues {
        let text = |detail: Option<&Detail>| detail.map(ToString::to_string).unwrap_or_default();
        CaseValues {
            impact: self.impact.code().to_owned(),
            urgency: self.urgency.code().to_owned(),
            priority: self.priority.code().to_owned(),
            category: text(self.details.category.as_ref()),
            version: text(self.details.version.as_ref()),
            build: text(self.details.build.as_ref()),
            ..CaseValues::default()
        }
    }
}

/// What the templates say of the drafts of what is written with an action.
impl CasePage<'_> {
    /// What its draft is called.
    pub(crate) fn place(&self, action: &str) -> String {
        self.draft_place(action).map(String::from).unwrap_or_default()
    }

    /// Where the page has its form.
    pub(crate) fn address(&self, action: &str) -> String {
        self.draft_place(action).map(Place::address).unwrap_or_default()
    }

    /// What is said of its draft.
    pub(crate) fn said(&self, action: &str, chrome: &Chrome<'_>) -> String {
        drafts::said(self.draft(action), chrome)
    }

    fn draft_place(&self, action: &str) -> Option<Place> {
        let writing = Writing::ALL.into_iter().find(|writing| code(writing.action()) == action)?;
        Some(Place::Case(writing, self.number))
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
        Action::Follow => "follow",
        Action::Dismiss => "dismiss",
        Action::Leave => "leave",
        Action::Take => "take",
        Action::Assign => "assign",
        Action::Message => "message",
        Action::Note => "note",
        Action::Plan => "plan",
        Action::Resume => "resume",
        Action::Propose => "propose",
        Action::Escalate => "escalate",
        Action::WorkAround => "work-around",
        Action::Outage => "outage",
        Action::Classify => "classify",
        Action::Prioritize => "prioritize",
        Action::Detail => "detail",
        Action::Reopen => "reopen",
    }
}
