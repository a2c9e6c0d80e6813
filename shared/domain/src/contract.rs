//! What a company is entitled to, and when.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::actor::Level;
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
        self.span().is_some_and(|(starts, ends)| starts <= now && now < ends)
    }

    /// The instants it begins and has ended at; none if its days are none.
    #[must_use]
    pub fn span(&self) -> Option<(Timestamp, Timestamp)> {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let starts = self.starts.to_zoned(zone.clone()).ok()?;
        let ends = self.ends.checked_add(1.day()).and_then(|day| day.to_zoned(zone)).ok()?;
        Some((starts.timestamp(), ends.timestamp()))
    }
}

/// How a company stands by its contracts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether any contract runs. Without one its contacts see what was, and change nothing.
    pub runs: bool,
    /// When this may change next by itself: the first begin or end to come.
    pub until: Option<Timestamp>,
}

/// How a company with these contracts stands at this instant.
#[must_use]
pub fn standing(contracts: &[Contract], now: Timestamp) -> Standing {
    let spans = contracts.iter().filter_map(Contract::span);
    let until = spans.flat_map(|(starts, ends)| [starts, ends]).filter(|at| now < *at).min();
    Standing { runs: contracts.iter().any(|contract| contract.runs(now)), until }
}

impl Standing {
    /// The level that a contact of this level has as the company stands.
    #[must_use]
    pub fn cap(self, level: Level) -> Level {
        if self.runs { level } else { level.min(Level::ReadOnly) }
    }
}

/// The products cases may be opened for at this instant, by name, each once.
#[must_use]
pub fn entitled(contracts: &[Contract], now: Timestamp) -> Vec<Product> {
    products_of(contracts.iter().filter(|contract| contract.runs(now)))
}

/// The products of all these contracts, whether they run or not, by name, each once: what cases there may be are about.
#[must_use]
pub fn covered(contracts: &[Contract]) -> Vec<Product> {
    products_of(contracts.iter())
}

fn products_of<'a>(contracts: impl Iterator<Item = &'a Contract>) -> Vec<Product> {
    let mut products: Vec<Product> = contracts.flat_map(|contract| contract.products.clone()).collect();
    products.sort_by(|a, b| (&a.name, a.id.as_str()).cmp(&(&b.name, b.id.as_str())));
    products.dedup_by(|a, b| a.id == b.id);
    products
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contract() -> Contract {
        Contract {
            id: "k1".parse().unwrap(),
            coverage: "Premium".into(),
            products: vec![Product { id: "voice".parse().unwrap(), name: "Voice".into() }],
            starts: "2026-01-01".parse().unwrap(),
            ends: "2026-10-25".parse().unwrap(), // The day the clocks go back: it has 25 hours.
            zone: "Europe/Amsterdam".into(),
        }
    }

    /// E45: cases of a contract that has ended are looked for by its products still.
    #[test]
    fn e45_what_contracts_cover_is_what_cases_are_about() {
        let mut lapsed = contract();
        lapsed.products.push(Product { id: "chat".parse().unwrap(), name: "Chat".into() });
        let (both, after) = ([contract(), lapsed], "2027-01-01T00:00:00Z".parse().unwrap());
        let names: Vec<String> = covered(&both).into_iter().map(|product| product.name).collect();
        assert_eq!(names, ["Chat", "Voice"]);
        assert!(entitled(&both, after).is_empty());
    }

    #[test]
    fn a_contract_ends_with_its_last_day_in_its_own_zone() {
        let contract = contract();
        assert!(contract.runs("2026-10-25T22:59:59Z".parse().unwrap()));
        assert!(!contract.runs("2026-10-25T23:00:00Z".parse().unwrap()));
        assert!(!contract.runs("2025-12-31T22:59:59Z".parse().unwrap()));
        assert!(contract.runs("2025-12-31T23:00:00Z".parse().unwrap()));
        assert_eq!(entitled(&[contract.clone(), contract], "2026-05-01T00:00:00Z".parse().unwrap()).len(), 1);
    }

    /// E4: without a contract that runs, what was can be seen and nothing changed, from the very instant.
    #[test]
    fn a_company_stands_as_its_contracts_run() {
        let contracts = [contract(), Contract { ends: "2026-03-31".parse().unwrap(), ..contract() }];
        let at = |instant: &str| standing(&contracts, instant.parse().unwrap());
        let before = at("2025-12-31T00:00:00Z");
        assert_eq!((before.runs, before.cap(Level::ReadWrite)), (false, Level::ReadOnly));
        assert_eq!(before.cap(Level::Basic), Level::Basic);
        assert_eq!(before.until, Some("2025-12-31T23:00:00Z".parse().unwrap()));
        let both = at("2026-03-01T00:00:00Z");
        assert_eq!((both.runs, both.cap(Level::ReadWrite)), (true, Level::ReadWrite));
        assert_eq!(both.until, Some("2026-03-31T22:00:00Z".parse().unwrap()));
        assert_eq!(at("2026-05-01T00:00:00Z").until, Some("2026-10-25T23:00:00Z".parse().unwrap()));
        assert_eq!(at("2026-10-25T23:00:00Z"), Standing { runs: false, until: None });
    }
}
