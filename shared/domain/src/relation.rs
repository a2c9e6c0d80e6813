//! Who serves whom: a company that was sold to, and the end-user companies it looks after.

use serde::{Deserialize, Serialize};

use crate::actor::Level;
use crate::id::CompanyId;

/// That a partner (the Sold-To company) serves a customer (the End-User company).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Who serves.
    pub partner: CompanyId,
    /// Who is served.
    pub customer: CompanyId,
    /// The customer's name, as the partner's people choose it by.
    pub name: String,
    /// The highest level the partner's people have there.
    #[serde(default = "read_only")]
    pub level: Level,
}

const fn read_only() -> Level {
    Level::ReadOnly
}
