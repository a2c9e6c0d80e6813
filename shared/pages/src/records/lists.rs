//! Companies and products, listed.

use std::borrow::Cow;

use caseport_domain::contract::Product;
use caseport_domain::records::{CompanyKind, Typed};
use caseport_i18n::Tr;
use serde::Serialize;

use super::{RecordForm, Trail};

/// Companies by name.
#[derive(Clone, Debug, Serialize)]
pub struct Companies {
    /// Those of this page.
    pub companies: Vec<Typed>,
    /// What their names begin with (`?name=`).
    pub name: String,
    /// The cursor of the next page (`?after=`), if there is one.
    pub next: Option<String>,
    #[serde(skip)]
    further: bool,
}

impl Companies {
    /// A page of companies. `after` is the cursor it was asked for with, `next` that of the one after it.
    #[must_use]
    pub fn new(companies: Vec<Typed>, name: &str, after: Option<&str>, next: Option<String>) -> Self {
        Self { companies, name: name.to_owned(), next, further: after.is_some() }
    }

    /// What asks for these companies.
    pub(crate) fn query(&self) -> String {
        if self.name.is_empty() {
            return String::new();
        }
        serde_html_form::to_string([("name", &self.name)]).unwrap_or_default()
    }

    /// The kind of a company, from its line.
    pub(crate) fn kind(line: &Typed, tr: Tr) -> Cow<'static, str> {
        let code = line.get("company_kind");
        let kind = CompanyKind::ALL.into_iter().find(|kind| kind.code() == code);
        tr.company_kind(kind.unwrap_or_default())
    }
}

crate::page!(Companies, "records/companies.html");

/// The products the vendor supports.
#[derive(Clone, Debug, Serialize)]
pub struct Products {
    /// All of them, by name, with the revision that a change says.
    pub products: Vec<ProductLine>,
    /// Who changed what of the one that the address names (`?edit=`, `?remove=`), also of one that is there no more.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub trail: Option<Trail>,
    /// Which that is.
    #[serde(skip)]
    pub(crate) edited: String,
    #[serde(skip)]
    pub(crate) form: Option<RecordForm>,
}

/// A product with its revision.
#[derive(Clone, Debug, Serialize)]
pub struct ProductLine {
    /// The product.
    #[serde(flatten)]
    pub product: Product,
    /// How often it has changed.
    pub revision: u32,
}

impl Products {
    /// These products, with the form that is open.
    #[must_use]
    pub fn new(products: impl IntoIterator<Item = (Product, u32)>, form: Option<RecordForm>) -> Self {
        let line = |(product, revision)| ProductLine { product, revision };
        let products = products.into_iter().map(line).collect();
        Self { products, trail: None, edited: String::new(), form }
    }

    /// What asks for the one that is named.
    pub(crate) fn query(&self) -> String {
        serde_html_form::to_string([("edit", &self.edited)]).unwrap_or_default()
    }

    /// The same with what changed of this one.
    #[must_use]
    pub fn with_trail(self, edited: &str, trail: Trail) -> Self {
        Self { trail: Some(trail), edited: edited.to_owned(), ..self }
    }
}

crate::page!(Products, "records/products.html");
