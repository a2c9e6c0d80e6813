//! Where a search goes on.

use caseport_store::CursorKey;
use caseport_store::cursor::BadCursor;

/// Where a search goes on: the volume, and how many cases found in it were shown before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The lowest number of the volume.
    pub volume: u64,
    /// How many were shown.
    pub behind: usize,
}

impl Place {
    /// It as a cursor of this search.
    pub(crate) fn seal(self, key: &CursorKey, search: &str) -> String {
        key.seal(search, &(self.volume, self.behind))
    }

    /// The place that a cursor of this search names.
    pub(crate) fn open(key: &CursorKey, search: &str, cursor: &str) -> Result<Self, BadCursor> {
        let (volume, behind) = key.open(search, cursor)?;
        Ok(Self { volume, behind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_good_for_its_own_search_only() {
        let key = CursorKey::new(b"secret");
        let place = Place { volume: 20_601, behind: 25 };
        let cursor = place.seal(&key, "search/companies/acme/\"phone\"");
        assert_eq!(Place::open(&key, "search/companies/acme/\"phone\"", &cursor), Ok(place));
        assert!(Place::open(&key, "search/companies/acme/\"tower\"", &cursor).is_err(), "other words");
        assert!(Place::open(&key, "search/staff/\"phone\"", &cursor).is_err(), "another's index");
        assert!(Place::open(&CursorKey::new(b"other"), "search/companies/acme/\"phone\"", &cursor).is_err());
        for forged in ["", "20601-25", &cursor[..cursor.len() - 1]] {
            assert!(Place::open(&key, "search/companies/acme/\"phone\"", forged).is_err(), "{forged}");
        }
    }
}
