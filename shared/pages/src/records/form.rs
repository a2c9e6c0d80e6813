//! The form of any record.

use std::borrow::Cow;

use caseport_domain::actor::{Level, Scope};
use caseport_domain::contract::Product;
use caseport_domain::input::Flaws;
use caseport_domain::person::Language;
use caseport_domain::records::{CompanyKind, Kind, Typed};
use caseport_i18n::Tr;
use serde::Serialize;

/// The form of a record: a new one, or one to be changed or removed. It posts its fields, and for a change the `revision` it was
/// made from; one that removes the record posts that and `remove`, and shows what it says.
#[derive(Clone, Debug, Serialize)]
pub struct RecordForm {
    /// The kind of record.
    pub kind: Kind,
    /// Where it posts to.
    pub action: String,
    /// Its fields as they are filled in.
    pub values: Typed,
    /// The revision it was made from; none for a new record.
    pub revision: Option<u32>,
    /// What is stored, where somebody else has changed it meanwhile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored: Option<Typed>,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    #[serde(skip)]
    pub(crate) fields: Vec<Field>,
    /// Where one goes to leave it.
    #[serde(skip)]
    pub(crate) back: String,
    /// Whether it asks for the record to be removed.
    #[serde(skip)]
    pub(crate) removes: bool,
}

/// A field of the form.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub name: &'static str,
    pub input: Input,
    pub required: bool,
}

/// How a field is filled in.
#[derive(Clone, Debug)]
pub(crate) enum Input {
    /// A line of text, of this type of input.
    Line(&'static str),
    /// One of these.
    One(Vec<Choice>),
    /// Any of these.
    Any(Vec<Choice>),
    /// A country.
    Country,
}

/// Something to choose.
#[derive(Clone, Debug)]
pub(crate) enum Choice {
    CompanyKind(CompanyKind),
    Level(Level),
    Scope(Scope),
    Language(Language),
    Active(bool),
    Named(String, String),
}

impl Choice {
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::CompanyKind(kind) => kind.code(),
            Self::Level(level) => level.code(),
            Self::Scope(scope) => scope.code(),
            Self::Language(language) => language.code(),
            Self::Active(yes) => {
                if *yes {
                    "yes"
                } else {
                    "no"
                }
            }
            Self::Named(code, _) => code,
        }
    }

    pub(crate) fn label(&self, tr: Tr) -> Cow<'_, str> {
        match self {
            Self::CompanyKind(kind) => tr.company_kind(*kind),
            Self::Level(level) => tr.record_level(*level),
            Self::Scope(scope) => tr.record_scope(*scope),
            Self::Language(language) => {
                let own = crate::chrome::LANGUAGES.iter().find(|(each, _)| each == language);
                Cow::Borrowed(own.map_or(language.code(), |(_, name)| name))
            }
            Self::Active(true) => tr.t("records-active"),
            Self::Active(false) => tr.t("records-left"),
            Self::Named(_, name) => Cow::Borrowed(name),
        }
    }
}

impl RecordForm {
    /// The form of a record of this kind, which posts to `action` and is left for `back`. `products` are those to choose
    /// from, `people` the company's contacts: identifier and name.
    #[must_use]
    pub fn new(
        kind: Kind,
        action: impl Into<String>,
        back: impl Into<String>,
        products: &[Product],
        people: &[Typed],
    ) -> Self {
        let fields = kind.fields().iter().map(|name| Field::of(kind, name, products, people)).collect();
        Self {
            kind,
            action: action.into(),
            values: Typed::default(),
            revision: None,
            stored: None,
            flaws: Flaws::default(),
            fields,
            back: back.into(),
            removes: false,
        }
    }

    /// The form filled in so.
    #[must_use]
    pub fn with(mut self, values: Typed) -> Self {
        self.values = values;
        self
    }

    /// The form to change the record that has this revision: its identifier stays.
    #[must_use]
    pub fn changing(mut self, revision: u32) -> Self {
        self.revision = Some(revision);
        self.fields.retain(|field| field.name != "id");
        self
    }

    /// The form to remove the record that has this revision.
    #[must_use]
    pub fn removing(mut self, revision: u32) -> Self {
        (self.revision, self.removes) = (Some(revision), true);
        self
    }

    /// The form again, with what is wrong with it.
    #[must_use]
    pub fn again(mut self, flaws: Flaws) -> Self {
        self.flaws = flaws;
        self
    }

    /// The form again, beside what somebody else has stored meanwhile.
    #[must_use]
    pub fn overtaken_by(mut self, stored: Typed, revision: u32) -> Self {
        self.stored = Some(stored);
        if self.removes { self.removing(revision) } else { self.changing(revision) }
    }

    /// Where what is stored is not what was typed: field, and what is stored.
    pub(crate) fn overtaken(&self) -> Vec<(&'static str, String)> {
        let Some(stored) = &self.stored else { return Vec::new() };
        let differences = self.values.differences(stored, self.kind.fields());
        differences.filter(|(field, ..)| *field != "id").map(|(field, _, stored)| (field, stored)).collect()
    }

    /// Where one is asked whether the record is to be removed; nowhere for a new one, or one that can only be ended.
    pub(crate) fn removal(&self) -> Option<String> {
        let record = match self.kind {
            Kind::Contract | Kind::Hardware | Kind::Licence => self.action.strip_prefix(&self.back)?,
            Kind::Product => self.values.get("id"),
            Kind::Company | Kind::Contact | Kind::Relation => return None,
        };
        self.revision.map(|_| format!("{}?remove={}#form", self.back, record.trim_start_matches('/')))
    }

    /// What the record says, field by field, as it is read.
    pub(crate) fn facts(&self, tr: Tr) -> Vec<(&'static str, String)> {
        let said = self.fields.iter().map(|field| {
            let typed = self.values.text(field.name);
            let text = match &field.input {
                Input::One(choices) | Input::Any(choices) => {
                    let chosen = choices.iter().filter(|choice| self.chosen(field.name, choice.code()));
                    chosen.map(|choice| choice.label(tr)).collect::<Vec<_>>().join(", ")
                }
                Input::Line("date") => typed.parse().map_or(typed, |day| tr.day(day)),
                Input::Line(_) | Input::Country => typed,
            };
            (field.name, text)
        });
        said.filter(|(_, text)| !text.is_empty()).collect()
    }

    pub(crate) fn is_product(&self) -> bool {
        self.kind == Kind::Product
    }

    pub(crate) fn chosen(&self, field: &str, code: &str) -> bool {
        self.values.all(field).contains(&code)
    }
}

/// What there is to choose from in a field whose choices are always these; nothing for others.
pub(super) fn choices(field: &str) -> Vec<Choice> {
    match field {
        "company_kind" => CompanyKind::ALL.map(Choice::CompanyKind).to_vec(),
        "level" => Level::ALL.map(Choice::Level).to_vec(),
        "case_scope" => Scope::ALL.map(Choice::Scope).to_vec(),
        "language" => Language::ALL.map(Choice::Language).to_vec(),
        "active" => [true, false].map(Choice::Active).to_vec(),
        _ => Vec::new(),
    }
}

impl Field {
    fn of(kind: Kind, name: &'static str, products: &[Product], people: &[Typed]) -> Self {
        let named = || products.iter().map(|p| Choice::Named(p.id.to_string(), p.name.clone())).collect();
        let input = match name {
            "company_kind" | "level" | "case_scope" | "language" | "active" => Input::One(choices(name)),
            "product" => Input::One(named()),
            "products" => Input::Any(named()),
            "prime_contact" => {
                let name = |person: &Typed| Choice::Named(person.text("id"), person.text("name"));
                Input::One(people.iter().map(name).collect())
            }
            "country" => Input::Country,
            "starts" | "ends" => Input::Line("date"),
            "quantity" => Input::Line("number"),
            "email" => Input::Line("email"),
            "phone" => Input::Line("tel"),
            _ => Input::Line("text"),
        };
        let optional = match name {
            "country" | "prime_contact" | "site" | "key_ending" | "job_title" | "phone" | "address"
            | "postcode" => true,
            "ends" => kind == Kind::Licence,
            "zone" => kind == Kind::Contract,
            "id" | "city" => kind == Kind::Contact,
            _ => false,
        };
        Self { name, input, required: !optional }
    }
}

/// A form on a page of its own.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct RecordPage(pub RecordForm);

impl RecordPage {
    pub(crate) fn title(&self, tr: Tr) -> Cow<'static, str> {
        if self.0.removes {
            return tr.t("records-remove");
        }
        match (self.0.kind, self.0.revision) {
            (Kind::Company, None) => tr.t("records-company-add"),
            (Kind::Contact, None) => tr.t("records-contact-add"),
            (Kind::Contract, None) => tr.t("records-contract-add"),
            (Kind::Hardware, None) => tr.t("records-hardware-add"),
            (Kind::Licence, None) => tr.t("records-licence-add"),
            (Kind::Product, None) => tr.t("records-product-add"),
            (Kind::Relation, None) => tr.t("records-relation-add"),
            (_, Some(_)) => tr.t("records-change"),
        }
    }
}

crate::page!(RecordPage, "records/record.html");
