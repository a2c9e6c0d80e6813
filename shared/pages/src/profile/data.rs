//! What one may do with what is kept of one.

use caseport_domain::input::Flaws;
use serde::Serialize;

use super::pin::Proof;

/// The page of one's personal data. Its form posts `password` and `csrf` to `/profile/data/erase`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DataPage {
    /// Where the export is.
    pub export: &'static str,
    /// Whether one may have one's data erased oneself.
    pub may_erase: bool,
    #[serde(skip)]
    pub(crate) erase: Proof,
}

impl DataPage {
    /// The page.
    #[must_use]
    pub fn new(may_erase: bool) -> Self {
        Self { export: "/profile/data/export", may_erase, erase: Proof::default() }
    }

    /// The page again: the password was wrong, or there were too many tries, which is no flaw of a field.
    #[must_use]
    pub fn again(self, flaws: Flaws) -> Self {
        Self { erase: Proof { throttled: flaws.is_empty(), flaws }, ..self }
    }
}

crate::page!(DataPage, "profile/data.html");
