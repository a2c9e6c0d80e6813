//! What a customer has of the vendor's: hardware and licences.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::contract::Product;
use crate::id::AssetId;

/// A piece of hardware at a customer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hardware {
    /// Its identifier: the vendor's asset number.
    pub id: AssetId,
    /// The maker's serial number.
    pub serial: String,
    /// What it is.
    pub model: String,
    /// The product it runs.
    pub product: Product,
    /// Where it stands; empty where nobody said.
    pub site: String,
}

/// A licence of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Its identifier.
    pub id: AssetId,
    /// The product it is for.
    pub product: Product,
    /// For how many: users, seats, lines, as the product counts.
    pub quantity: u32,
    /// How the key ends, or the vendor's reference; empty where there is none. Never a whole key.
    pub reference: String,
    /// Its last day; none if it has no end.
    pub ends: Option<Date>,
}

/// What a company has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Assets {
    /// Its hardware, by asset number.
    pub hardware: Vec<Hardware>,
    /// Its licences, by number.
    pub licences: Vec<Licence>,
}
