//! What a customer has of the vendor's: hardware and licences.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
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

impl Licence {
    /// Whether its last day is over at this instant, in the zone of this IANA name: that of the company whose it is. An unknown
    /// zone reads as UTC.
    #[must_use]
    pub fn has_ended(&self, zone: &str, now: Timestamp) -> bool {
        let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
        self.ends.is_some_and(|ends| ends < zone.to_datetime(now).date())
    }
}

/// What a company has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Assets {
    /// Its hardware, by asset number.
    pub hardware: Vec<Hardware>,
    /// Its licences, by number.
    pub licences: Vec<Licence>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E34: a licence ends with its last day where the company is; one without an end does not.
    #[test]
    fn e34_a_licence_ends_with_its_last_day() {
        let product = Product { id: "voice".parse().unwrap(), name: "Voice".into() };
        let ends = Some("2026-10-25".parse().unwrap());
        let id = "l-1".parse().unwrap();
        let licence = Licence { id, product, quantity: 40, reference: String::new(), ends };
        let ended = |zone: &str, now: &str| licence.has_ended(zone, now.parse().unwrap());
        assert!(!ended("Europe/Amsterdam", "2026-10-25T22:59:59Z"));
        assert!(ended("Europe/Amsterdam", "2026-10-25T23:00:00Z"));
        assert!(!ended("America/New_York", "2026-10-25T23:00:00Z"));
        assert!(!ended("Europe/Atlantis", "2026-10-25T23:59:59Z"));
        let endless = Licence { ends: None, ..licence.clone() };
        assert!(!endless.has_ended("UTC", "2126-01-01T00:00:00Z".parse().unwrap()));
    }
}
