//! What was answered when the case was opened, among its facts.

use caseport_domain::case::{Case, Details, Event};
use caseport_domain::form::{Answer, Answers, Label, Texts, Value};
use caseport_domain::policy::Seat;
use serde::Serialize;

use super::CasePage;

/// The answers that are shown among a case's facts (E56, M37): those that are short, as the questions were asked and in their
/// order, as long as they hold. What engineers say otherwise is a fact of the case, and what was answered stays in the thread.
/// As JSON it is the list of them.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Facts<'a> {
    /// The answers to the questions of the form's own.
    pub answers: Vec<&'a Answer>,
    /// What the form was called.
    #[serde(skip)]
    pub(crate) form: Option<&'a Texts<Label>>,
    /// The impact, where the form asked for it in words of its own.
    #[serde(skip)]
    pub(crate) impact: Option<&'a Answer>,
    /// The urgency, where the form asked for it in words of its own.
    #[serde(skip)]
    pub(crate) urgency: Option<&'a Answer>,
}

impl<'a> Facts<'a> {
    /// What the event that opened the case says, if it is among these.
    pub(super) fn of(case: &Case, events: &'a [Event]) -> Self {
        let opening = events.iter().find_map(|event| event.what.answers());
        opening.map(|answers| Self::among(case, answers)).unwrap_or_default()
    }

    fn among(case: &Case, answers: &'a Answers) -> Self {
        let filed = Details::of(answers);
        let is_fact = |answer: &&Answer| is_short(&answer.value) && holds(case, &filed, answer);
        Self {
            answers: answers.answers.iter().filter(is_fact).collect(),
            form: Some(&answers.name),
            impact: worded(answers, "impact", case.impact.code()),
            urgency: worded(answers, "urgency", case.urgency.code()),
        }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// Whether the question of this key is among them.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.answers.iter().any(|answer| answer.key.as_str() == key)
    }

    /// Whether this answer is said by the facts.
    fn say(&self, answer: &Answer) -> bool {
        let mut said = self.answers.iter().chain(&self.impact).chain(&self.urgency);
        said.any(|said| *said == answer)
    }
}

/// Whether there is room for an answer beside the thread. Files are among the attachments there.
const fn is_short(value: &Value) -> bool {
    !matches!(value, Value::Paragraph(_) | Value::File(_))
}

/// Whether the case is still as was answered, where engineers can say otherwise; the answers filed it by these details. The
/// impact and the urgency have places of their own among the facts.
fn holds(case: &Case, filed: &Details, answer: &Answer) -> bool {
    match answer.key.as_str() {
        "impact" | "urgency" => chosen(answer).is_none(),
        "category" => case.details.category == filed.category,
        "version" => case.details.version == filed.version,
        "build" => case.details.build == filed.build,
        _ => true,
    }
}

/// The answer to a standard question that the form asked in words of its own, if this is what was chosen. These come behind
/// the answers to the form's own questions, of which one may have the same key.
fn worded<'a>(answers: &'a Answers, key: &str, code: &str) -> Option<&'a Answer> {
    let is_it = |answer: &&Answer| answer.key.as_str() == key && chosen(answer) == Some(code);
    answers.answers.iter().rev().find(is_it)
}

/// The code of what was chosen.
fn chosen(answer: &Answer) -> Option<&str> {
    match &answer.value {
        Value::Choice(chosen) => Some(chosen.code.as_str()),
        _ => None,
    }
}

impl<'a> CasePage<'a> {
    /// The page with what this event says that opened the case, for a part of its history that does not reach back there.
    #[must_use]
    pub fn opened_by(mut self, seat: &Seat<'_>, first: Option<&'a Event>) -> Self {
        if let Some(first) = first {
            self.facts = Facts::of(seat.case(), std::slice::from_ref(first));
        }
        self
    }

    /// What was answered that the facts do not say: it stands in the thread, and nothing stands twice.
    pub(crate) fn beside_facts<'b>(&self, answers: &'b Answers) -> Vec<&'b Answer> {
        answers.answers.iter().filter(|answer| !self.facts.say(answer)).collect()
    }
}
