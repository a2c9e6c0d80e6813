//! All files of a case in one archive.

use caseport_domain::archive::{Contents, MOST_BYTES, MOST_FILES, Progress};
use caseport_domain::id::CaseNumber;
use caseport_i18n::Tr;
use serde::Serialize;

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
        }
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
