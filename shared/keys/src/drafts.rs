//! Keys of what somebody has begun to write.

use caseport_domain::draft::Place;
use caseport_domain::id::{CompanyId, UserId};
use caseport_routes::Entity;

use crate::{Key, key, of_company, prefix};

/// The partition of a person's drafts.
#[must_use]
pub fn drafts(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Draft))
}

/// What the sort keys of somebody's drafts in a company begin with; of those in none, for who is of no company.
#[must_use]
pub fn drafts_in(company: Option<&CompanyId>) -> String {
    company.map_or_else(|| "#".to_owned(), of_company)
}

/// A draft of somebody in a company.
#[must_use]
pub fn draft(user: &UserId, company: Option<&CompanyId>, place: Place) -> Key {
    key(Entity::Draft, user, format!("{}{place}", drafts_in(company)))
}
