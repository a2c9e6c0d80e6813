//! The editor of a form.

use std::borrow::Cow;

use caseport_domain::actor::Author;
use caseport_domain::case::CaseType;
use caseport_domain::contract::Product;
use caseport_domain::form::{Draft, DraftAsked, DraftField, Form, KindCode, Prefill, Standard, Texts};
use caseport_domain::input::Flaws;
use caseport_domain::person::Language;
use caseport_domain::records::Typed;
use jiff::Timestamp;
use serde::Serialize;

use crate::standard::Question;
use crate::{Attached, Chrome};

/// The editor of a form: one that there is, or a new one. It posts the fields of the draft by path
/// (`fields/0/label/en`), and for one that there is the `version` it was made from.
#[derive(Clone, Debug, Serialize)]
pub struct FormEditor {
    /// The form as it is typed.
    pub draft: Draft,
    /// The version it was made from; none for a new form.
    pub version: Option<u32>,
    /// The products to choose from.
    pub products: Vec<Product>,
    /// A part of the versions there are.
    #[serde(flatten)]
    pub versions: FormVersions,
    /// The version that is shown, where that is an earlier one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<u32>,
    /// Whether somebody else has saved the form meanwhile.
    pub overtaken: bool,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    /// Nothing typed, nothing attached and nothing wrong, for the preview.
    #[serde(skip)]
    pub(crate) nothing: (Typed, Attached, Flaws),
}

/// A standard question in the editor.
pub(crate) struct StandardEdit {
    pub(crate) question: Standard,
    /// What it is called beside the form.
    pub(crate) label: Cow<'static, str>,
    pub(crate) typed: DraftAsked,
    /// The code of each choice, what the portal calls it, and what is typed.
    pub(crate) choices: Vec<(&'static str, Cow<'static, str>, Texts<String>)>,
    /// Whether anything is said of it.
    pub(crate) opens: bool,
}

/// A version of a form.
#[derive(Clone, Debug, Serialize)]
pub struct FormVersion {
    /// Its number.
    pub version: u32,
    /// When it was saved.
    pub at: Timestamp,
    /// Name of who saved it.
    pub by: String,
}

/// A part of the versions of a form. It is flattened into its editor.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormVersions {
    /// The versions, the newest first.
    pub versions: Vec<FormVersion>,
    /// The number that those before them are asked for with (`?before=`), if there are some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub older: Option<u32>,
    /// The number that they were asked for with.
    #[serde(skip)]
    before: Option<u32>,
}

impl FormVersions {
    /// A part of the versions: those before `before`, if it was asked for with one. `older` is where they go on.
    #[must_use]
    pub const fn part(versions: Vec<FormVersion>, before: Option<u32>, older: Option<u32>) -> Self {
        Self { versions, older, before }
    }

    /// Whether there is nothing to tell of them.
    const fn is_empty(&self) -> bool {
        self.versions.is_empty() && self.before.is_none()
    }
}

impl FormVersion {
    /// This version, saved by somebody at this instant.
    #[must_use]
    pub fn new(version: u32, at: Timestamp, by: &Author) -> Self {
        Self { version, at, by: by.person().map(|person| person.name.clone()).unwrap_or_default() }
    }
}

impl FormEditor {
    /// The editor of this draft.
    #[must_use]
    pub fn new(draft: Draft, products: Vec<Product>) -> Self {
        Self {
            draft,
            version: None,
            products,
            versions: FormVersions::default(),
            shown: None,
            overtaken: false,
            flaws: Flaws::default(),
            nothing: <(Typed, Attached, Flaws)>::default(),
        }
    }

    /// It, to change the form that is at this version and has these.
    #[must_use]
    pub fn changing(mut self, version: u32, versions: FormVersions) -> Self {
        (self.version, self.versions) = (Some(version), versions);
        self
    }

    /// It, on an earlier version if there is one.
    #[must_use]
    pub const fn showing(mut self, shown: Option<u32>) -> Self {
        self.shown = shown;
        self
    }

    /// It again, with what is wrong.
    #[must_use]
    pub fn again(mut self, flaws: Flaws) -> Self {
        self.flaws = flaws;
        self
    }

    /// It again, since somebody else has saved the form meanwhile.
    #[must_use]
    pub const fn overtaken(mut self) -> Self {
        self.overtaken = true;
        self
    }

    /// Where it posts to.
    pub(crate) fn action(&self) -> String {
        if self.version.is_some() { format!("/forms/{}", self.draft.id) } else { "/forms".to_owned() }
    }

    /// What a case would be opened with, as far as it is typed.
    pub(crate) fn preview(&self) -> Option<Form> {
        self.draft.preview()
    }

    /// The standard questions that it would ask, as far as it is typed.
    pub(crate) fn asked(form: &Form, chrome: &Chrome<'_>) -> Vec<Question> {
        let asked = Standard::OWN.into_iter().filter(|question| form.asks(*question));
        asked.map(|question| Question::new(question, Some(form), "", chrome)).collect()
    }

    /// The standard questions, with what is typed of each.
    pub(crate) fn standard(&self, chrome: &Chrome<'_>) -> Vec<StandardEdit> {
        let tr = chrome.tr();
        let edit = |question: Standard| {
            let typed = self.draft.standard.get(&question).cloned().unwrap_or_default();
            let path = format!("standard/{}/", question.code());
            let choice = |code: &'static str| {
                let usual = tr.standard_choice(question, code).unwrap_or_default();
                (code, usual, typed.choices.get(code).cloned().unwrap_or_default())
            };
            StandardEdit {
                question,
                label: tr.field(question.code()),
                choices: question.choices().into_iter().map(choice).collect(),
                opens: !typed.is_usual() || self.flaws.iter().any(|(field, _)| field.starts_with(&path)),
                typed,
            }
        };
        Standard::OWN.map(edit).into()
    }

    pub(crate) fn case_types(&self, chrome: &Chrome<'_>) -> Vec<(&'static str, Cow<'static, str>, bool)> {
        let tr = chrome.tr();
        let chosen = |code: &str| self.draft.case_types.iter().any(|chosen| chosen == code);
        CaseType::ALL.into_iter().map(|of| (of.code(), tr.case_type(of), chosen(of.code()))).collect()
    }

    pub(crate) fn covers(&self, product: &Product) -> bool {
        self.draft.products.iter().any(|id| id == product.id.as_str())
    }

    /// The keys of the questions before this one that a condition can be on.
    pub(crate) fn before<'a>(&'a self, field: &'a DraftField) -> Vec<&'a str> {
        let decides = |field: &&DraftField| matches!(field.code(), Some(KindCode::Choice | KindCode::Check));
        let earlier = self.draft.fields.iter().take_while(|other| !std::ptr::eq(*other, field));
        let mut keys: Vec<&str> = earlier.filter(decides).map(|field| field.key.as_str()).collect();
        keys.retain(|key| !key.is_empty());
        // One that is no more stays visible, with what is wrong with it.
        let asked_by = field.shown_if.field.as_str();
        if !asked_by.is_empty() && !keys.contains(&asked_by) {
            keys.push(asked_by);
        }
        keys
    }
}

/// The ways to answer a question, each with what it says.
pub(crate) fn kinds(chrome: &Chrome<'_>) -> Vec<(&'static str, Cow<'static, str>)> {
    KindCode::ALL.into_iter().map(|kind| (kind.code(), chrome.tr().form_kind(kind))).collect()
}

/// What a question can be filled in with, each with what it says.
pub(crate) fn prefills(chrome: &Chrome<'_>) -> Vec<(&'static str, Cow<'static, str>)> {
    let tr = chrome.tr();
    let said = |prefill: Prefill| match prefill {
        Prefill::Name => tr.t("form-prefill-name"),
        Prefill::Phone => tr.t("form-prefill-phone"),
    };
    Prefill::ALL.into_iter().map(|prefill| (prefill.code(), said(prefill))).collect()
}

/// The languages of a text, each by its code and its own name.
pub(crate) fn languages() -> [(&'static str, &'static str, Language); 3] {
    crate::chrome::LANGUAGES.map(|(language, name)| (language.code(), name, language))
}

crate::page!(FormEditor, "forms/editor.html");
