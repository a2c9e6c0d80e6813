//! Where a search goes on.

use std::fmt;
use std::str::FromStr;

/// Behind so many cases that were found in a volume. Further in, words are missing, not pages.
const FURTHEST: usize = 5_000;

/// Where a search goes on: the volume, and how many cases found in it were shown before. It is no signed cursor: it leads
/// nowhere but into the searcher's own index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The lowest number of the volume.
    pub volume: u64,
    /// How many were shown.
    pub behind: usize,
}

/// Why a text is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no search goes on there")]
pub(crate) struct NoPlace;

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let (volume, behind) = text.split_once('-').ok_or(NoPlace)?;
        let place = Self {
            volume: volume.parse().map_err(|_| NoPlace)?,
            behind: behind.parse().map_err(|_| NoPlace)?,
        };
        if place.behind <= FURTHEST { Ok(place) } else { Err(NoPlace) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.volume, self.behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let place = Place { volume: 20_601, behind: 25 };
        assert_eq!(place.to_string().parse(), Ok(place));
        for wrong in ["", "1", "1-", "-1", "1-5001", "1-2-3", "a-1", "18446744073709551616-0"] {
            assert_eq!(wrong.parse::<Place>(), Err(NoPlace), "{wrong}");
        }
    }
}
