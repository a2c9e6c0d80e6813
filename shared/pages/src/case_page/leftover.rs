//! Drafts that cannot be sent as the case stands.

use caseport_domain::draft::{Draft, Place, Writing};

use super::{CasePage, code};
use crate::Chrome;
use crate::drafts::text;

/// A draft that cannot be sent as the case stands, as the page shows it: to be copied, and discarded.
pub(crate) struct Leftover<'a> {
    /// What it is called.
    pub place: String,
    /// What it was to be.
    pub title: String,
    /// What is said of it.
    pub said: String,
    /// What was written.
    pub text: &'a str,
    /// By what this browser knows its form.
    pub form: String,
}

impl CasePage<'_> {
    /// What the reader has begun to write, and has no form for as the case stands. Who may only read sees nothing of it.
    pub(crate) fn leftovers(&self, chrome: &Chrome<'_>) -> Vec<Leftover<'_>> {
        let tr = chrome.tr();
        let left = |draft| {
            let (writing, draft) = self.has_no_form(draft)?;
            let day = chrome.day_of(&draft.expires_at());
            Some(Leftover {
                place: draft.place.to_string(),
                title: tr.t_with("case-leftover-title", &[("what", tr.writing(writing).into())]),
                said: tr.t_with("case-leftover", &[("day", day.into())]),
                text: text(draft),
                form: format!("/cases/{} {}", self.number, writing.code()),
            })
        };
        if self.read_only() { Vec::new() } else { self.drafts.iter().filter_map(left).collect() }
    }

    /// The draft, if there is no form that goes on from it, and what it was to be.
    fn has_no_form<'a>(&self, draft: &'a Draft) -> Option<(Writing, &'a Draft)> {
        let Place::Case(writing, _) = draft.place else { return None };
        let has_form = self.may(code(writing.action())) && self.fits(draft);
        (!has_form).then_some((writing, draft))
    }

    /// Whether it is what its form sends as the case stands: one begins an escalation, or ends the one that there is.
    pub(crate) fn fits(&self, draft: &Draft) -> bool {
        let ends = draft.get("step") == "end";
        let is_escalation = matches!(draft.place, Place::Case(Writing::Escalation, _));
        !is_escalation || ends == self.escalated_at.is_some()
    }
}
