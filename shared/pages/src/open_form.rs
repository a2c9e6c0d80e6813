//! The form to open a case with.

use caseport_domain::case::{CaseType, Impact, Urgency};
use caseport_domain::contract::Product;
use caseport_domain::input::Flaws;
use serde::{Deserialize, Serialize};

/// The form to open a case with. It posts [`OpenValues`], `idempotency_key` and `csrf` to `/cases`.
#[derive(Clone, Debug, Serialize)]
pub struct OpenForm {
    /// The products a case can be opened for.
    pub products: Vec<Product>,
    /// The types of issue to choose from.
    pub case_types: [CaseType; 3],
    /// How many it may touch.
    pub impacts: [Impact; 3],
    /// How soon it may have to be dealt with.
    pub urgencies: [Urgency; 3],
    #[serde(skip)]
    pub(crate) values: OpenValues,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// The fields of the form as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OpenValues {
    /// The product's identifier.
    pub product: String,
    /// Code of the type of issue.
    pub case_type: String,
    /// Code of how many it touches.
    pub impact: String,
    /// Code of how soon it must be dealt with.
    pub urgency: String,
    /// The title.
    pub title: String,
    /// The customer's own reference.
    pub reference: String,
    /// What is the matter.
    pub description: String,
    /// E-mail addresses of colleagues, separated by line ends or commas.
    pub observers: String,
    /// Identifiers of uploaded files.
    pub attachments: Vec<String>,
}

impl OpenForm {
    /// The empty form, for one of these products.
    #[must_use]
    pub fn new(products: Vec<Product>) -> Self {
        let mut values = OpenValues::default();
        if let [only] = products.as_slice() {
            values.product = only.id.to_string();
        }
        Self {
            products,
            case_types: CaseType::ALL,
            impacts: Impact::ALL,
            urgencies: Urgency::ALL,
            values,
            flaws: Flaws::default(),
        }
    }

    /// The form again, as it was typed and with what is wrong with it.
    #[must_use]
    pub fn again(mut self, values: OpenValues, flaws: Flaws) -> Self {
        self.values = values;
        self.flaws = flaws;
        self
    }
}

crate::page!(OpenForm, "open_form.html");
