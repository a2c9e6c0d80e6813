//! The form that a list of cases is filtered with, by itself.

use caseport_domain::actor::Person;
use caseport_domain::contract::Product;
use serde::Serialize;

use crate::listing::Listing;

/// The form that a list of cases is filtered with, by itself, with all there is to choose.
#[derive(Clone, Debug, Serialize)]
pub struct ListFilter {
    /// The products to choose from.
    pub products: Vec<Product>,
    /// The engineers to choose from. For the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engineers: Option<Vec<Person>>,
    #[serde(skip)]
    pub(crate) list: Listing,
}

impl ListFilter {
    /// The form of this list, with all of these to choose from.
    #[must_use]
    pub fn new(list: Listing, products: Vec<Product>, engineers: Option<Vec<Person>>) -> Self {
        let list = list.offering(&products, engineers.as_deref());
        Self { products, engineers, list }
    }
}

crate::page!(ListFilter, "list_filter.html");
