//! Time zones people choose from.

use jiff::tz::{self, TimeZone};

use crate::input::Flaw;

/// The parts of the world that zones are named after. Names without one, or of another kind (`EST5EDT`, `Etc/GMT+4`), are
/// for old programs and not for people.
const AREAS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// The zones to choose from: those named after a place, and UTC, in the order of their names.
#[must_use]
pub fn zones() -> Vec<String> {
    let names = tz::db().available().map(|name| name.to_string());
    let mut zones: Vec<String> = names.filter(|name| area(name).is_some()).collect();
    zones.push("UTC".to_owned());
    zones.sort_unstable();
    zones.dedup();
    zones
}

/// The part of the world in a zone's name.
#[must_use]
pub fn area(zone: &str) -> Option<&str> {
    let (area, _) = zone.split_once('/')?;
    AREAS.contains(&area).then_some(area)
}

/// The zone of this IANA name, as the database spells it.
///
/// # Errors
/// [`Flaw::Required`] or [`Flaw::NoSuchChoice`].
pub fn zone(name: &str) -> Result<String, Flaw> {
    if name.is_empty() {
        return Err(Flaw::Required);
    }
    let zone = TimeZone::get(name).map_err(|_| Flaw::NoSuchChoice)?;
    zone.iana_name().map(str::to_owned).ok_or(Flaw::NoSuchChoice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_those_of_the_database() {
        let zones = zones();
        for name in ["Europe/Brussels", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "UTC"] {
            assert!(zones.iter().any(|zone| zone == name), "{name}");
        }
        assert!(!zones.iter().any(|name| name.starts_with("Etc/") || name == "EST5EDT"));
        for name in &zones {
            assert_eq!(zone(name).as_ref(), Ok(name));
        }
        assert_eq!(zone(""), Err(Flaw::Required));
        assert_eq!(zone("Europe/Atlantis"), Err(Flaw::NoSuchChoice));
    }
}
