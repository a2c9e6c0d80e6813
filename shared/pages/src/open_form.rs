//! The form to open a case with.

use caseport_domain::case::{CaseType, Impact, Urgency};
use caseport_domain::contract::Product;
use caseport_domain::draft::Draft;
use caseport_domain::form::{Form, KindCode, Prefill, Prospect, Standard};
use caseport_domain::id::{CompanyId, FormId, UploadId};
use caseport_domain::input::Flaws;
use serde::Serialize;

use crate::drafts::said;
use crate::standard::Question;
use crate::{Attached, Chrome, OpenValues};

/// The form to open a case with. It posts [`OpenValues`], `idempotency_key` and `csrf` to `/cases`.
#[derive(Clone, Debug, Serialize)]
pub struct OpenForm {
    /// The products a case can be opened for; none where there are only types to choose from that are about none.
    pub products: Vec<Product>,
    /// The types of issue to choose from; without products, only those that are about none.
    pub case_types: Vec<CaseType>,
    /// How many it may touch.
    pub impacts: [Impact; 3],
    /// How soon it may have to be dealt with.
    pub urgencies: [Urgency; 3],
    /// The forms with further questions: which of them applies, product and type decide.
    pub forms: Vec<Form>,
    /// The one that applies, as far as product and type are chosen.
    pub form: Option<FormId>,
    /// What is asked whatever the form, as far as product and type are chosen.
    pub asks: Vec<Standard>,
    #[serde(skip)]
    pub(crate) values: OpenValues,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    #[serde(skip)]
    pub(crate) draft: Option<Draft>,
    #[serde(skip)]
    pub(crate) attached: Attached,
}

impl OpenForm {
    /// The form for one of these products and types of issue, with the questions of these forms, as far as it is filled in.
    #[must_use]
    pub fn new(
        mut products: Vec<Product>,
        mut case_types: Vec<CaseType>,
        mut forms: Vec<Form>,
        mut values: OpenValues,
    ) -> Self {
        case_types.retain(|of| !products.is_empty() || !Standard::Product.fits(*of));
        if !case_types.iter().any(|of| Standard::Product.fits(*of)) {
            products.clear();
        }
        if let [only] = products.as_slice()
            && values.product.is_empty()
        {
            values.product = only.id.to_string();
        }
        if let [only] = case_types.as_slice()
            && values.case_type.is_empty()
        {
            only.code().clone_into(&mut values.case_type);
        }
        forms.retain(|form| {
            let about = |product: &Product| form.products.contains(&product.id);
            let of_type = |of: &CaseType| form.case_types.is_empty() || form.case_types.contains(of);
            let is_about = form.products.is_empty() || products.iter().any(about);
            !form.retired && is_about && case_types.iter().any(of_type)
        });
        let product = products.iter().find(|product| product.id.as_str() == values.product);
        let case_type = case_types.iter().copied().find(|of| of.code() == values.case_type);
        let chosen = product.map(|product| &product.id);
        let prospect = Prospect::new(&forms, (&products, &case_types), chosen, case_type);
        Self {
            form: prospect.form().map(|form| form.id.clone()),
            asks: Standard::ALL.into_iter().filter(|question| prospect.asks(*question)).collect(),
            products,
            case_types,
            impacts: Impact::ALL,
            urgencies: Urgency::ALL,
            forms,
            values,
            flaws: Flaws::default(),
            draft: None,
            attached: Attached::default(),
        }
    }

    /// The form, saying of what it is filled in from that it is this draft.
    #[must_use]
    pub fn drafted(mut self, draft: Option<Draft>) -> Self {
        self.draft = draft;
        self
    }

    /// The files that it names, beside the description and in answers.
    #[must_use]
    pub fn files(&self) -> Vec<UploadId> {
        let fields = self.questions().map(|form| form.fields.as_slice()).unwrap_or_default();
        let asked_for = fields.iter().filter(|field| field.kind.code() == KindCode::File);
        let answered = asked_for.flat_map(|field| self.values.answers.all(field.key.as_str()));
        let named = self.values.attachments.iter().map(String::as_str).chain(answered);
        named.filter_map(|id| id.parse().ok()).collect()
    }

    /// The form with what these are that it names.
    #[must_use]
    pub fn attached(mut self, attached: Attached) -> Self {
        self.attached = attached;
        self
    }

    /// The form again, with what is wrong with it.
    #[must_use]
    pub fn again(mut self, flaws: Flaws) -> Self {
        self.flaws = flaws;
        self
    }

    /// The form as it is filled in for this company from now on. What was another company's draft is none of this one's.
    #[must_use]
    pub fn meant_for(mut self, company: &CompanyId) -> Self {
        if !self.values.company.is_empty() && self.values.company != company.as_str() {
            self.values.draft.clear();
        }
        self.values.company = company.to_string();
        self
    }

    /// The form with this where a question asks for it and nothing was typed yet.
    #[must_use]
    pub fn filled(mut self, prefill: Prefill, text: &str) -> Self {
        let mut answers = std::mem::take(&mut self.values.answers);
        for field in self.open(prefill).map(|field| field.key.to_string()).collect::<Vec<_>>() {
            if !answers.has(&field) {
                answers = answers.with(&field, text);
            }
        }
        self.values.answers = answers;
        self
    }

    /// Whether what has this code is asked whatever the form.
    pub(crate) fn asks(&self, code: &str) -> bool {
        self.asks.iter().any(|question| question.code() == code)
    }

    /// The standard question of this code, as it is asked; nothing if it is not.
    pub(crate) fn question(&self, code: &str, chrome: &Chrome<'_>) -> Option<Question> {
        let question = self.asks.iter().copied().find(|question| question.code() == code)?;
        let chosen = match question {
            Standard::Impact => self.values.impact.as_str(),
            Standard::Urgency => self.values.urgency.as_str(),
            _ => "",
        };
        Some(Question::new(question, self.questions(), chosen, chrome))
    }

    /// Whether what is asked may yet depend on what is chosen.
    pub(crate) fn depends(&self) -> bool {
        let is_about_one = |of: &CaseType| Standard::Product.fits(*of);
        let types = &self.case_types;
        !self.forms.is_empty() || (types.iter().any(is_about_one) && !types.iter().all(is_about_one))
    }

    /// Whether a question is filled in with this, and nothing was typed yet.
    #[must_use]
    pub fn wants(&self, prefill: Prefill) -> bool {
        self.open(prefill).any(|field| !self.values.answers.has(field.key.as_str()))
    }

    fn open(&self, prefill: Prefill) -> impl Iterator<Item = &caseport_domain::form::Field> {
        let fields = self.questions().map(|form| form.fields.as_slice()).unwrap_or_default();
        fields.iter().filter(move |field| field.prefill == Some(prefill))
    }

    /// What is said of its draft.
    pub(crate) fn said(&self, chrome: &Chrome<'_>) -> String {
        said(self.draft.as_ref(), chrome)
    }

    /// The form whose questions are asked.
    pub(crate) fn questions(&self) -> Option<&Form> {
        let id = self.form.as_ref()?;
        self.forms.iter().find(|form| form.id == *id)
    }

    /// The form that is shown, which it is if it has anything to show.
    pub(crate) fn shown(&self) -> Option<&Form> {
        self.questions().filter(|form| form.lead.is_some() || !form.fields.is_empty())
    }

    /// What names the questions that are asked, for the form to say which it answers.
    pub(crate) fn tag(&self) -> String {
        self.questions().map(Form::tag).unwrap_or_default()
    }
}

crate::page!(OpenForm, "open_form.html");
