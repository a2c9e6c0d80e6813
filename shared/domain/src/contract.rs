//! What a company is entitled to, and when.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::id::{CompanyId, ContractId, ProductId};

/// A company: a customer of the vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Its identifier.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its town, shown beside its cases.
    pub city: String,
}

/// A product the vendor supports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its identifier.
    pub id: ProductId,
    /// Its name.
    pub name: String,
}

/// A support contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// Its identifier.
    pub id: ContractId,
    /// Its coverage level, as the vendor calls it ("Premium").
    pub coverage: String,
    /// The products it covers.
    pub products: Vec<Product>,
    /// Its first day.
    pub starts: Date,
    /// Its last day; it has ended when that day has, in [`Contract::zone`].
    pub ends: Date,
    /// IANA name of the time zone its days are meant in.
    pub zone: String,
}

impl Contract {
    /// Whether the contract runs at this instant. An unknown zone reads as UTC.
    #[must_use]
    pub fn runs(&self, now: Timestamp) -> bool {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let starts = self.starts.to_zoned(zone.clone());
        let ends = self.ends.checked_add(1.day()).and_then(|day| day.to_zoned(zone));
        match (starts, ends) {
            (Ok(starts), Ok(ends)) => starts.timestamp() <= now && now < ends.timestamp(),
            _ => false,
        }
    }
}

/// The products cases may be opened for at this instant, by name, each once.
#[must_use]
pub fn entitled(contracts: &[Contract], now: Timestamp) -> Vec<Product> {
    let running = contracts.iter().filter(|contract| contract.runs(now));
    let mut products: Vec<Product> = running.flat_map(|contract| contract.products.clone()).collect();
    products.sort_by(|a, b| (&a.name, a.id.as_str()).cmp(&(&b.name, b.id.as_str())));
    products.dedup_by(|a, b| a.id == b.id);
    products
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contract_ends_with_its_last_day_in_its_own_zone() {
        let contract = Contract {
            id: "k1".parse().unwrap(),
            coverage: "Premium".into(),
            products: vec![Product { id: "voice".parse().unwrap(), name: "Voice".into() }],
            starts: "2026-01-01".parse().unwrap(),
            ends: "2026-10-25".parse().unwrap(), // The day the clocks go back: it has 25 hours.
            zone: "Europe/Amsterdam".into(),
        };
        assert!(contract.runs("2026-10-25T22:59:59Z".parse().unwrap()));
        assert!(!contract.runs("2026-10-25T23:00:00Z".parse().unwrap()));
        assert!(!contract.runs("2025-12-31T22:59:59Z".parse().unwrap()));
        assert!(contract.runs("2025-12-31T23:00:00Z".parse().unwrap()));
        assert_eq!(entitled(&[contract.clone(), contract], "2026-05-01T00:00:00Z".parse().unwrap()).len(), 1);
    }
}
