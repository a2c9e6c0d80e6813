//! The questions that cases are opened with whatever their form asks, as pages ask them.

use caseport_domain::form::{Form, Standard, Texts};

use crate::Chrome;

/// A standard question, as it is asked.
pub(crate) struct Question {
    /// What its answer is called in the form.
    pub(crate) name: &'static str,
    /// The question.
    pub(crate) label: String,
    /// What helps to answer it.
    pub(crate) help: String,
    /// Whether it must be answered.
    pub(crate) required: bool,
    /// What there is to choose from, of a choice.
    pub(crate) choices: Vec<Choice>,
}

/// Something to choose.
pub(crate) struct Choice {
    pub(crate) code: &'static str,
    pub(crate) label: String,
    /// What helps to choose it; nothing beside what the form calls it.
    pub(crate) hint: String,
    pub(crate) chosen: bool,
}

impl Question {
    /// The question as this form asks it, and as the portal does where that says nothing of it; with what is chosen.
    pub(crate) fn new(of: Standard, form: Option<&Form>, chosen: &str, chrome: &Chrome<'_>) -> Self {
        let tr = chrome.tr();
        let asked = form.and_then(|form| form.standard.get(&of));
        let label = asked.and_then(|asked| said(asked.label.as_ref(), chrome));
        let help = asked.and_then(|asked| said(asked.help.as_ref(), chrome));
        let usual = match of {
            Standard::Impact => tr.t("new-impact-legend"),
            Standard::Urgency => tr.t("new-urgency-legend"),
            _ => tr.field(of.code()),
        };
        let hint = match of {
            Standard::Title => tr.t("new-title-hint"),
            Standard::Description => tr.t("new-description-hint"),
            Standard::Reference => tr.t("new-reference-hint"),
            Standard::Product | Standard::Impact | Standard::Urgency => "".into(),
        };
        let choice = |code: &'static str| {
            let own = said(asked.and_then(|asked| asked.choice(code)), chrome);
            let hint = match (&own, of, code.parse()) {
                (None, Standard::Urgency, Ok(urgency)) => tr.urgency_hint(urgency).into_owned(),
                _ => String::new(),
            };
            let usual = || tr.standard_choice(of, code).unwrap_or_default().into_owned();
            Choice { code, label: own.unwrap_or_else(usual), hint, chosen: code == chosen }
        };
        Self {
            name: of.code(),
            label: label.unwrap_or_else(|| usual.into_owned()),
            help: help.unwrap_or_else(|| hint.into_owned()),
            required: of != Standard::Reference,
            choices: of.choices().into_iter().map(choice).collect(),
        }
    }
}

/// A text in the page's language.
fn said<T: ToString>(texts: Option<&Texts<T>>, chrome: &Chrome<'_>) -> Option<String> {
    texts.map(|texts| texts.get(chrome.language).to_string())
}
