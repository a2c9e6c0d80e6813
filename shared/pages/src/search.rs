//! Cases found by words.

use caseport_domain::case::CaseRow;
use caseport_domain::input::Flaws;
use caseport_domain::records::Typed;
use caseport_domain::search::Highlights;
use serde::Serialize;

/// What was looked for, and what was found.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// What was looked for, as typed.
    pub asked: Typed,
    /// The cases of this page.
    pub cases: Vec<FoundCase>,
    /// Where it goes on (`?after=`), if it does.
    pub next: Option<String>,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    /// Whether this is not the first page.
    #[serde(skip)]
    pub(crate) further: bool,
    /// Whether there was a word to look for.
    #[serde(skip)]
    pub(crate) is_looked_for: bool,
}

/// A case that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundCase {
    /// It as it is now.
    pub case: CaseRow,
    /// Where in it what was looked for stands.
    pub found: Highlights,
}

impl Search {
    /// A page with nothing found, yet.
    #[must_use]
    pub fn new(typed: &str, further: bool) -> Self {
        Self {
            asked: Typed::default().with("q", typed),
            cases: Vec::new(),
            next: None,
            flaws: Flaws::default(),
            further,
            is_looked_for: false,
        }
    }

    /// The page with what was found, and where it goes on.
    #[must_use]
    pub fn with(self, cases: Vec<FoundCase>, next: Option<String>) -> Self {
        Self { cases, next, is_looked_for: true, ..self }
    }

    /// The page with what is wrong with what was to be looked for.
    #[must_use]
    pub fn flawed(self, flaws: Flaws) -> Self {
        Self { flaws, ..self }
    }

    pub(crate) fn typed(&self) -> &str {
        self.asked.get("q")
    }

    /// The query that asks for it.
    pub(crate) fn query(&self) -> String {
        serde_html_form::to_string([("q", self.typed())].as_slice()).unwrap_or_default()
    }
}

crate::page!(Search, "search.html");
