//! The questions of a form and what was answered to them, as pages show them.

use caseport_domain::form::{Answer, Condition, Field, Form, Kind, KindCode, Moment, NO, YES};
use caseport_domain::records::Typed;

use crate::attached::AttachedTo;
use crate::{Attached, Chrome};

/// So many choices are shown one below the other; more of them in a list that opens.
const FEW: usize = 5;

/// What a question's answer is called in the form.
pub(crate) fn name(field: &Field) -> String {
    format!("answers/{}", field.key)
}

/// What helps to answer a question.
pub(crate) fn help(field: &Field, chrome: &Chrome<'_>) -> String {
    field.help.as_ref().map(|help| help.get(chrome.language).to_string()).unwrap_or_default()
}

/// When a question is asked, as a sentence for who sees them all; empty for one that always is.
pub(crate) fn asked_if(form: &Form, field: &Field, chrome: &Chrome<'_>) -> String {
    let tr = chrome.tr();
    let Some(Condition { field: earlier, values }) = &field.shown_if else { return String::new() };
    let Some(earlier) = form.field(earlier.as_str()) else { return String::new() };
    let said = |code: &str| match (
        earlier.kind.choices().iter().find(|choice| choice.code.as_str() == code),
        code,
    ) {
        (Some(choice), _) => choice.label.get(tr.language()).to_string(),
        (None, YES) => tr.t("form-yes").into_owned(),
        (None, NO) => tr.t("form-no").into_owned(),
        (None, code) => code.to_owned(),
    };
    let answers: Vec<String> = values.iter().map(|value| said(value.as_str())).collect();
    let question = earlier.label.get(tr.language()).to_string();
    tr.t_with("form-asked-if", &[("question", question.into()), ("answers", answers.join(" / ").into())])
}

/// The codes that a question is asked after, for the script that shows it then.
pub(crate) fn codes(field: &Field) -> String {
    let values = field.shown_if.iter().flat_map(|condition| &condition.values);
    values.map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// What the answer is called that decides whether a question is asked.
pub(crate) fn asked_by(field: &Field) -> String {
    field.shown_if.as_ref().map(|condition| format!("answers/{}", condition.field)).unwrap_or_default()
}

/// Whether its choices are in a list that opens: where there are many, or none need be chosen.
pub(crate) fn opens(field: &Field) -> bool {
    field.kind.choices().len() > FEW || !field.required
}

/// The least and the most that a number can be.
pub(crate) const fn bounds(field: &Field) -> Option<(i64, i64)> {
    match field.kind {
        Kind::Number { min, max } => Some((min, max)),
        _ => None,
    }
}

/// What a line is typed into.
pub(crate) const fn input(field: &Field) -> &'static str {
    match field.kind.code() {
        KindCode::Email => "email",
        KindCode::Phone => "tel",
        KindCode::Number => "number",
        _ => "text",
    }
}

/// The time that was typed.
pub(crate) fn at(values: &Typed, field: &Field) -> String {
    let at = values.text(&format!("{}/at", field.key));
    if at.is_empty() { values.text(field.key.as_str()) } else { at }
}

/// How well a time is known, each with what it says and whether it was chosen.
pub(crate) fn how(values: &Typed, field: &Field, chrome: &Chrome<'_>) -> Vec<(&'static str, String, bool)> {
    let tr = chrome.tr();
    let typed = values.get(&format!("{}/how", field.key));
    let each = Moment::HOW.map(|code| {
        let said = match code {
            "about" => tr.t("form-how-about"),
            "unknown" => tr.t("form-how-unknown"),
            _ => tr.t("form-how-exact"),
        };
        (code, said.into_owned(), code == typed || (code == "exact" && typed.is_empty()))
    });
    each.to_vec()
}

/// The files that were attached to a question.
pub(crate) fn files(values: &Typed, field: &Field, attached: &Attached) -> AttachedTo {
    let ids: Vec<String> = values.all(field.key.as_str()).into_iter().map(str::to_owned).collect();
    attached.of(&ids)
}

/// What was answered, but for files, in words.
pub(crate) fn said(answer: &Answer, chrome: &Chrome<'_>) -> String {
    chrome.tr().answer(answer, &[], chrome.zone)
}
