//! All files of a case in one archive.

use caseport_domain::archive::{Contents, MOST_BYTES, MOST_FILES, Progress};
use caseport_domain::id::CaseNumber;
use caseport_i18n::Tr;
use serde::Serialize;

/// After how many seconds a browser looks again by itself: seldom enough for who reads the page, or has it read to them.
const AGAIN: u32 = 15;

/// How far the archive of a case's files is, with the button that asks for it or the link that leads to it.
#[derive(Clone, Debug, Serialize)]
pub struct ArchivePage {
    /// The case.
    pub number: CaseNumber,
    /// How many files it holds.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// How many are left out because they are still to be looked at.
    pub pending: usize,
    /// How many are left out because they are never given out.
    pub withheld: usize,
    /// Whether these are more than one archive holds.
    pub too_large: bool,
    /// How far it is.
    pub progress: Progress,
    #[serde(skip)]
    is_still: bool,
}

impl ArchivePage {
    /// The page.
    #[must_use]
    pub fn new(number: CaseNumber, contents: &Contents, progress: Progress) -> Self {
        Self {
            number,
            files: contents.files.len(),
            bytes: contents.bytes(),
            pending: contents.pending,
            withheld: contents.withheld,
            too_large: contents.is_too_large(),
            progress,
            is_still: false,
        }
    }

    /// The page, of which its reader may want that it does not look by itself whether the archive is ready.
    #[must_use]
    pub fn still(self, is_still: bool) -> Self {
        Self { is_still, ..self }
    }

    /// After how many seconds a browser is to look again by itself, while there is something to wait for. Nobody types anything
    /// there meanwhile.
    #[must_use]
    pub fn again(&self) -> Option<u32> {
        (self.is_building() && !self.is_still).then_some(AGAIN)
    }

    /// That it looks again by itself, if it does.
    pub(crate) fn looks(&self, tr: Tr) -> Option<String> {
        self.again().map(|seconds| tr.t_with("archive-looks", &[("seconds", seconds.into())]))
    }

    pub(crate) fn is_building(&self) -> bool {
        self.progress == Progress::Building
    }

    pub(crate) fn is_ready(&self) -> bool {
        self.progress == Progress::Ready
    }

    /// How many files it holds, and their size.
    pub(crate) fn holds(&self, tr: Tr) -> String {
        tr.t_with("archive-contents", &[("files", self.files.into()), ("size", tr.size(self.bytes).into())])
    }

    /// That these are too many, and how many it could hold.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    pub(crate) fn bounds(&self, tr: Tr) -> String {
        tr.t_with(
            "archive-too-large",
            &[("files", MOST_FILES.into()), ("size", tr.size_limit(MOST_BYTES).into())],
        )
    }
}

crate::page!(ArchivePage, "case/archive.html");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_looks_again_as_long_as_there_is_something_to_wait_for() {
        let page = |progress| ArchivePage::new(CaseNumber(20_601), &Contents::default(), progress);
        assert_eq!(page(Progress::Building).again(), Some(AGAIN));
        assert_eq!(page(Progress::Building).still(true).again(), None, "its reader may want it still");
        for done in [Progress::NotAsked, Progress::Ready] {
            assert_eq!(page(done).again(), None);
        }
    }
}
