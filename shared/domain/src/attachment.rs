//! Files that belong to a case.

use serde::{Deserialize, Serialize};

use crate::id::UploadId;
use crate::input::Flaw;

/// Above this many bytes a file is sent in parts.
pub const PARTS_ABOVE: u64 = 64 << 20;
/// The bytes of every part but the last.
pub const PART_SIZE: u64 = 16 << 20;
/// How many files one message may bring.
pub const MAX_PER_MESSAGE: usize = 20;

/// How large a file may be, as a deployment says: in whole gibibytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimit(u64);

/// Why a setting says no size.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ATTACHMENT_LIMIT: `{0}` is not a number of gibibytes from 1 to 100")]
pub struct NotASize(String);

impl SizeLimit {
    /// The most gibibytes it can be. Storage takes a file in at most ten thousand parts, which is half as much again.
    const MOST: u64 = 100;

    /// The bytes.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        self.0 << 30
    }

    /// Whether a file of so many bytes may be sent: none is empty.
    #[must_use]
    pub fn admits(self, size: u64) -> bool {
        (1..=self.bytes()).contains(&size)
    }
}

impl Default for SizeLimit {
    /// Five gibibytes.
    fn default() -> Self {
        Self(5)
    }
}

impl std::str::FromStr for SizeLimit {
    type Err = NotASize;

    /// Reads a number of gibibytes; nothing is the usual five.
    fn from_str(text: &str) -> Result<Self, NotASize> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        let size = text.parse().ok().filter(|size| (1..=Self::MOST).contains(size));
        size.map(Self).ok_or_else(|| NotASize(text.to_owned()))
    }
}

/// A file that has arrived whole in storage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Where it is stored.
    pub id: UploadId,
    /// What its sender called it.
    pub name: FileName,
    /// Its bytes.
    pub size: u64,
    /// The media type its sender's browser gave it.
    pub media_type: String,
    /// SHA-256 as lower-case hex: of the file, or, for one sent in parts, of its parts' digests joined.
    pub sha256: String,
}

/// A file's name: its last path component, at most 200 characters, without control characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileName(String);

impl TryFrom<String> for FileName {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        let name = text.rsplit(['/', '\\']).next().unwrap_or_default();
        let line = crate::text::Line::<200>::try_from(name.to_owned())?;
        if matches!(line.as_str(), "." | "..") { Err(Flaw::Required) } else { Ok(Self(line.into())) }
    }
}

impl FileName {
    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.0
    }
}

/// How many parts a file of so many bytes is sent in; one means whole.
#[must_use]
pub const fn parts(size: u64) -> u64 {
    if size > PARTS_ABOVE { size.div_ceil(PART_SIZE) } else { 1 }
}

/// The bytes of part `number` (from 1) of a file of so many bytes.
#[must_use]
pub const fn part_length(size: u64, number: u64) -> u64 {
    let count = parts(size);
    if count == 1 {
        size
    } else if number < count {
        PART_SIZE
    } else {
        size - PART_SIZE * (count - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E50: a deployment says how large a file may be, and nothing that storage would not take.
    #[test]
    fn e50_a_limit_is_a_number_of_gibibytes() {
        let limit = |text: &str| text.parse::<SizeLimit>();
        assert_eq!(limit("").unwrap().bytes(), 5 << 30);
        let one = limit("1").unwrap();
        assert!(one.admits(1) && one.admits(1 << 30));
        assert!(!one.admits(0) && !one.admits((1 << 30) + 1));
        assert!(parts(limit("100").unwrap().bytes()) <= 10_000);
        for text in ["0", "101", "-1", "1.5", "5 GiB", " 5", "18446744073709551616"] {
            assert!(limit(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_path_is_no_part_of_a_name() {
        let name = FileName::try_from("C:\\logs\\qgaAgent.log".to_owned()).unwrap();
        assert_eq!(name.as_str(), "qgaAgent.log");
        assert!(FileName::try_from("../..".to_owned()).is_err());
        assert!(FileName::try_from("a\u{202E}gpj.exe".to_owned()).is_err());
    }

    #[test]
    fn parts_add_up() {
        for size in [1, PARTS_ABOVE, PARTS_ABOVE + 1, 200 << 20, 5 << 30] {
            let sum: u64 = (1..=parts(size)).map(|n| part_length(size, n)).sum();
            assert_eq!(sum, size);
        }
    }
}
