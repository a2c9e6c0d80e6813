//! Keys of the vendor's records: companies, what they have, and which serves which.

use caseport_domain::id::{AssetId, CompanyId, ContractId, ProductId, UserId};
use caseport_domain::records::{Kind, folded};
use caseport_routes::Entity;

use crate::{Key, key, prefix};

/// The sort key of a company itself.
pub const PROFILE: &str = "PROFILE";
/// What the sort key of a contract begins with.
pub const CONTRACT: &str = "CONTRACT#";
/// What the sort key of a piece of hardware begins with.
pub const HARDWARE: &str = "HARDWARE#";
/// What the sort key of a licence begins with.
pub const LICENCE: &str = "LICENCE#";
/// What the sort key of a company that is served begins with.
pub const SERVES: &str = "SERVES#";
/// What the sort key of a company that serves begins with.
pub const SERVED_BY: &str = "SERVED-BY#";

/// A company.
#[must_use]
pub fn company(id: &CompanyId) -> Key {
    key(Entity::Company, id, PROFILE)
}

/// A contract of a company.
#[must_use]
pub fn contract(company: &CompanyId, id: &ContractId) -> Key {
    key(Entity::Company, company, format!("{CONTRACT}{id}"))
}

/// The partition of what a company has: apart from its contracts, which are read whenever a case is opened.
#[must_use]
pub fn assets(company: &CompanyId) -> String {
    format!("{}{company}", prefix(Entity::Asset))
}

/// A piece of hardware of a company.
#[must_use]
pub fn hardware(company: &CompanyId, id: &AssetId) -> Key {
    key(Entity::Asset, company, format!("{HARDWARE}{id}"))
}

/// A licence of a company.
#[must_use]
pub fn licence(company: &CompanyId, id: &AssetId) -> Key {
    key(Entity::Asset, company, format!("{LICENCE}{id}"))
}

/// A product.
#[must_use]
pub fn product(id: &ProductId) -> Key {
    key(Entity::Product, "all", id.as_str())
}

/// The partition of whom a company serves and who serves it.
#[must_use]
pub fn relations(company: &CompanyId) -> String {
    format!("{}{company}", prefix(Entity::Relation))
}

/// That a partner serves a customer, as the partner finds it.
#[must_use]
pub fn serves(partner: &CompanyId, customer: &CompanyId) -> Key {
    key(Entity::Relation, partner, format!("{SERVES}{customer}"))
}

/// That a partner serves a customer, as the customer finds it.
#[must_use]
pub fn served_by(customer: &CompanyId, partner: &CompanyId) -> Key {
    key(Entity::Relation, customer, format!("{SERVED_BY}{partner}"))
}

/// The partition of the companies that somebody ever acted for.
#[must_use]
pub fn acted(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Acted))
}

/// That somebody acted for a company.
#[must_use]
pub fn acted_for(user: &UserId, company: &CompanyId) -> Key {
    key(Entity::Acted, user, company.as_str())
}

/// The partition of all records of a kind.
#[must_use]
pub fn directory(kind: Kind) -> String {
    kind.section().to_uppercase()
}

/// The partition of the vendor's own people.
#[must_use]
pub fn staff_list() -> String {
    "STAFF".to_owned()
}

/// Where a company, or somebody of the vendor's own, stands among all.
#[must_use]
pub fn by_name(name: &str, id: impl std::fmt::Display) -> String {
    // A tab sorts before a space, so that "Acme" stands before "Acme Labs".
    format!("{}\t{id}", folded(name))
}

/// What the place of a company's records among all, and of its cases among those of a contact, begins with.
#[must_use]
pub fn of_company(company: &CompanyId) -> String {
    format!("{company}#")
}
