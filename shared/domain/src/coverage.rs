//! How a company's contracts stand, as its people are told.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};
use serde::Serialize;

use crate::contract::Contract;

/// With fewer days left than this a contract is about to end.
pub const ENDING: i32 = 30;

/// A contract as its people are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The contract.
    #[serde(flatten)]
    pub contract: Contract,
    /// Where it stands.
    pub state: CoverageState,
    /// How many days it has left, today included; 0 once it has ended.
    pub days_left: i32,
}

/// Where a contract stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CoverageState {
    /// It runs, and has fewer than [`ENDING`] days left.
    Ending,
    /// It runs.
    Running,
    /// It has not begun.
    Coming,
    /// It has ended.
    Ended,
}

/// The contracts as they stand at this instant: what needs attention first, then by the day they end.
#[must_use]
pub fn coverage(contracts: &[Contract], now: Timestamp) -> Vec<Coverage> {
    let mut all: Vec<Coverage> = contracts.iter().map(|contract| Coverage::of(contract, now)).collect();
    all.sort_by_key(|covered| (covered.state, covered.contract.ends));
    all
}

impl Coverage {
    fn of(contract: &Contract, now: Timestamp) -> Self {
        let zone = TimeZone::get(&contract.zone).unwrap_or(TimeZone::UTC);
        let today = zone.to_datetime(now).date();
        let left = today.until((Unit::Day, contract.ends)).map_or(0, |span| span.get_days() + 1).max(0);
        let state = if contract.runs(now) {
            if left < ENDING { CoverageState::Ending } else { CoverageState::Running }
        } else if today < contract.starts {
            CoverageState::Coming
        } else {
            CoverageState::Ended
        };
        Self { contract: contract.clone(), state, days_left: left }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E31
    #[test]
    fn e31_days_left_are_those_of_the_contracts_own_calendar() {
        let contract = Contract {
            id: "k1".parse().unwrap(),
            coverage: "Premium".into(),
            products: Vec::new(),
            starts: "2026-01-01".parse().unwrap(),
            ends: "2026-10-25".parse().unwrap(),
            zone: "America/New_York".into(),
        };
        let at = |now: &str| {
            let coverage = coverage(std::slice::from_ref(&contract), now.parse().unwrap()).remove(0);
            (coverage.state, coverage.days_left)
        };
        assert_eq!(at("2026-10-26T03:59:59Z"), (CoverageState::Ending, 1), "it is still the 25th there");
        assert_eq!(at("2026-10-26T04:00:00Z"), (CoverageState::Ended, 0));
        assert_eq!(at("2026-09-26T12:00:00Z"), (CoverageState::Running, 30));
        assert_eq!(at("2026-09-27T12:00:00Z"), (CoverageState::Ending, 29));
        assert_eq!(at("2025-12-31T12:00:00Z").0, CoverageState::Coming);
    }
}
