//! All files of a case in one archive.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::attachment::Attachment;
use crate::id::{ArchiveId, CaseNumber};
use crate::inspection::{Inspection, Verdict};

/// How many files an archive may hold.
pub const MOST_FILES: usize = 200;
/// How many bytes its files may have together: 1 GiB.
pub const MOST_BYTES: u64 = 1 << 30;

/// What an archive of the files that somebody sees in a case holds, and what it leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The files in which nothing bad was found.
    pub files: Vec<Attachment>,
    /// How many are still to be looked at.
    pub pending: usize,
    /// How many are never given out.
    pub withheld: usize,
}

/// How far an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nobody has asked for it today, or it did not come.
    NotAsked,
    /// It is put together.
    Building,
    /// It can be downloaded.
    Ready,
}

impl Contents {
    /// An archive of these files, of which this is known.
    #[must_use]
    pub fn of<'a>(files: impl IntoIterator<Item = &'a Attachment>, known: &[Inspection]) -> Self {
        let mut contents = Self::default();
        for file in files {
            let found = known.iter().find(|known| known.upload == file.id);
            match found.map_or(Verdict::Pending, |found| found.verdict) {
                Verdict::Clean => contents.files.push(file.clone()),
                Verdict::Pending => contents.pending += 1,
                Verdict::Malicious | Verdict::Unscannable => contents.withheld += 1,
            }
        }
        contents
    }

    /// The bytes of its files.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.size).sum()
    }

    /// Whether it has more files or bytes than one archive holds.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.files.len() > MOST_FILES || self.bytes() > MOST_BYTES
    }

    /// What the archive of exactly these files under these names of this case is known by on this day. Who sees other files
    /// has another archive; who sees the same has the same. A file that is renamed, as when somebody is erased, is another.
    ///
    /// # Panics
    /// Never: what is made here is an identifier.
    #[must_use]
    pub fn id(&self, number: CaseNumber, day: Date) -> ArchiveId {
        let mut hash = Sha256::new().chain_update(format!("{number} {day}"));
        for file in &self.files {
            let name = file.name.as_str();
            hash.update(format!(" {} {} {name}", file.id, name.len()));
        }
        let hex = format!("{:x}", hash.finalize());
        hex[..32].to_owned().try_into().expect("hex is an identifier")
    }
}

/// What the files are called in an archive: each otherwise than all others, also where large and small letters are the
/// same, and without what Windows has for other ends than names. No name is a path.
#[must_use]
pub fn names(files: &[Attachment]) -> Vec<String> {
    let mut given = BTreeSet::new();
    files
        .iter()
        .map(|file| {
            let plain: String = file
                .name
                .as_str()
                .chars()
                .map(|c| if r#"<>:"/\|?*"#.contains(c) { '_' } else { c })
                .collect();
            let (stem, ending) = match plain.rsplit_once('.') {
                Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
                _ => (plain.as_str(), String::new()),
            };
            let numbered = (2..).map(|n| format!("{stem} ({n}){ending}"));
            let mut names = std::iter::once(plain.clone()).chain(numbered);
            names.find(|name| given.insert(name.to_lowercase())).unwrap_or_default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(id: &str, name: &str, size: u64) -> Attachment {
        let (id, name) = (id.parse().unwrap(), name.to_owned().try_into().unwrap());
        Attachment { id, name, size, media_type: "text/plain".into(), sha256: "0".repeat(64) }
    }

    fn found(id: &str, verdict: Verdict) -> Inspection {
        Inspection { upload: id.parse().unwrap(), verdict, media_type: None }
    }

    #[test]
    fn an_archive_holds_what_is_given_out() {
        let files = ["a", "b", "c", "d"].map(|id| file(id, "x.log", 10));
        let known =
            [found("a", Verdict::Clean), found("b", Verdict::Malicious), found("c", Verdict::Unscannable)];
        let contents = Contents::of(&files, &known);
        assert_eq!((contents.files.len(), contents.pending, contents.withheld), (1, 1, 2));
        assert_eq!((contents.bytes(), contents.is_too_large()), (10, false));
    }

    /// X22
    #[test]
    fn an_archive_has_bounds() {
        let of = |files: Vec<Attachment>| Contents { files, ..Contents::default() };
        assert!(!of(vec![file("a", "a", MOST_BYTES)]).is_too_large());
        assert!(of(vec![file("a", "a", MOST_BYTES), file("b", "b", 1)]).is_too_large());
        assert!(!of(vec![file("a", "a", 1); MOST_FILES]).is_too_large());
        assert!(of(vec![file("a", "a", 1); MOST_FILES + 1]).is_too_large());
    }

    /// X5
    #[test]
    fn who_sees_other_files_has_another_archive() {
        let day = jiff::civil::date(2026, 1, 1);
        let all = Contents { files: vec![file("a", "a", 1), file("b", "b", 1)], ..Contents::default() };
        let some = Contents { files: vec![file("a", "a", 1)], ..Contents::default() };
        let number = CaseNumber(20_601);
        assert_ne!(all.id(number, day), some.id(number, day));
        assert_ne!(all.id(number, day), all.id(CaseNumber(20_602), day));
        assert_ne!(all.id(number, day), all.id(number, jiff::civil::date(2026, 1, 2)));
        assert_eq!(some.id(number, day), Contents { pending: 3, ..some.clone() }.id(number, day));
    }

    /// After an erasure nobody is handed what was put together before it.
    #[test]
    fn files_of_other_names_are_another_archive() {
        let day = jiff::civil::date(2026, 1, 1);
        let of = |names: [&str; 2]| {
            let files = vec![file("a", names[0], 1), file("b", names[1], 1)];
            Contents { files, ..Contents::default() }.id(CaseNumber(20_601), day)
        };
        let before = of(["anna.log", "trace.log"]);
        assert_eq!(before, of(["anna.log", "trace.log"]));
        assert_ne!(before, of(["file", "trace.log"]));
        assert_ne!(before, of(["trace.log", "anna.log"]));
    }

    /// X23
    #[test]
    fn names_in_an_archive_are_each_given_once_and_are_no_paths() {
        let named = |all: &[&str]| names(&all.iter().map(|name| file("a", name, 1)).collect::<Vec<_>>());
        assert_eq!(named(&["a.log", "A.LOG", "a.log"]), ["a.log", "A (2).LOG", "a (3).log"]);
        assert_eq!(named(&["a (2).log", "a.log", "a.log"]), ["a (2).log", "a.log", "a (3).log"]);
        assert_eq!(named(&["log", "log", ".env", ".env"]), ["log", "log (2)", ".env", ".env (2)"]);
        assert_eq!(named(&["a.txt:b.exe", "../../c", "d\\e"]), ["a.txt_b.exe", "c", "e"]);
    }
}
