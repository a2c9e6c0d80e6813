//! The engineers' queue.

use caseport_domain::case::CaseRow;
use serde::Serialize;

/// The engineers' queue of open cases.
#[derive(Clone, Debug, Serialize)]
pub struct Desk {
    /// The cases of this page.
    pub cases: Vec<CaseRow>,
    /// Which ones are shown.
    pub show: Show,
    /// The cursor of the next page (`?after=`), if there is one.
    pub next: Option<String>,
    /// Whether this is not the first page.
    #[serde(skip)]
    further: bool,
}

/// Which open cases the queue shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those of the reader.
    Mine,
    /// Those nobody works on.
    Unassigned,
}

impl Show {
    /// What `?show=` asks for.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "mine" => Self::Mine,
            "unassigned" => Self::Unassigned,
            _ => Self::All,
        }
    }

    /// Its code in the query.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Mine => "mine",
            Self::Unassigned => "unassigned",
        }
    }
}

impl Desk {
    /// A page of the queue. `after` is the cursor it was asked for with, `next` that of the one after it.
    #[must_use]
    pub fn new(cases: Vec<CaseRow>, show: Show, after: Option<&str>, next: Option<String>) -> Self {
        Self { cases, show, next, further: after.is_some() }
    }
}

crate::page!(Desk, "desk.html");
