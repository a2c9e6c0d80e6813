//! What forms have in common.

use std::borrow::Cow;

use caseport_domain::attachment;
use caseport_domain::input::{Flaw, Flaws};

use crate::Chrome;

/// How many files one message may bring.
pub const MAX_FILES: usize = attachment::MAX_PER_MESSAGE;

/// What is said beside the button to attach files with: what belongs here, or else, to a customer, how it is done; and how
/// large a file may be.
pub fn files_hint(own: &str, chrome: &Chrome<'_>) -> String {
    let tr = chrome.tr();
    let limit = tr.t_with("attach-limit", &[("max", tr.size_limit(chrome.size_limit.bytes()).into())]);
    match own {
        "" if chrome.is_engineer() => limit,
        "" => format!("{} {limit}", tr.t("attach-hint")),
        own => format!("{own} {limit}"),
    }
}

/// Whom one names to follow a case that is yet to be opened, and where others are asked.
pub fn observers_hint(chrome: &Chrome<'_>) -> String {
    let tr = chrome.tr();
    let colleagues = tr.t("new-observers-hint");
    if chrome.asks_outside() {
        format!("{colleagues} {}", tr.t("new-observers-outside"))
    } else {
        colleagues.into_owned()
    }
}

/// The flaws of a field and of its list's entries, with their full names.
pub fn flaws_of<'a>(flaws: &'a Flaws, field: &str) -> Vec<(&'a str, &'a Flaw)> {
    let belongs = |name: &str| {
        name.strip_prefix(field)
            .is_some_and(|rest| rest.is_empty() || rest.strip_prefix('/').is_some_and(is_place))
    };
    flaws.iter().filter(|(name, _)| belongs(name)).collect()
}

/// What is wrong with a field of the form of this id, as a sentence that calls the field what that form does. Where another form
/// of this id calls it otherwise, `naming` tells which it is; it is empty else.
pub fn flaw(id: &str, naming: &str, field: &str, flaw: &Flaw, chrome: &Chrome<'_>) -> String {
    let form = if naming.is_empty() { id } else { naming };
    match own_label(form, field, chrome) {
        Some(label) => chrome.tr().flaw_of(&label, flaw),
        None => chrome.tr().flaw(field, flaw),
    }
}

/// The label of a field that a form calls otherwise than all others do, mostly a question; nothing for what it calls as they do.
pub fn own_label(form: &str, field: &str, chrome: &Chrome<'_>) -> Option<Cow<'static, str>> {
    let tr = chrome.tr();
    Some(match (form, field) {
        ("access", "text") => tr.t("access-why"),
        ("answer", "text") => tr.t("access-answer"),
        ("ask-more", "text") => tr.t("access-question"),
        ("changed", "from") => tr.t("list-changed-from"),
        ("changed", "to") => tr.t("list-changed-to"),
        ("decide", "reason") => tr.t("solution-refuse-reason"),
        ("email", "email") => tr.t("email-new"),
        ("login", "name") => tr.t("login-name"),
        ("login", "text") => tr.t("login-why"),
        ("message", "kind") => tr.t("desk-write-kind"),
        ("new", "case_type") => tr.t("new-type-legend"),
        ("new", "impact") => tr.t("new-impact-legend"),
        ("new", "urgency") => tr.t("new-urgency-legend"),
        ("note", "audience") => tr.t("desk-note-audience"),
        ("observe", "email") if chrome.is_engineer() => tr.t("observe-email-desk"),
        ("observe", "email") => tr.t("observe-email"),
        ("opened", "from") => tr.t("list-opened-from"),
        ("opened", "to") => tr.t("list-opened-to"),
        ("prime" | "refuse", "text") => tr.field("reason"),
        _ => return None,
    })
}

/// The field that a flaw stands beside: the list for an entry of it.
pub fn field_of(name: &str) -> &str {
    name.rsplit_once('/').filter(|(_, place)| is_place(place)).map_or(name, |(list, _)| list)
}

/// Whether this is the place of an entry in a list.
fn is_place(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
