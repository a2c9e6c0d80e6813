//! The reasons that cases are closed and reopened for.

use caseport_domain::case::Reasons;
use caseport_domain::form::YES;
use caseport_domain::input::Flaws;
use caseport_domain::records::Typed;
use serde::Serialize;

use crate::chrome::LANGUAGES;
use crate::records::Trail;

/// How many lines there are for further reasons.
const FURTHER: usize = 3;

/// The reasons that cases are closed and reopened for. It posts `reasons` by path (`reasons/0/label/en`) and `version` to
/// `/reasons`.
#[derive(Clone, Debug, Serialize)]
pub struct ReasonList {
    /// The reasons as they are.
    pub reasons: Reasons,
    /// The version it was made from: 0 for what a deployment begins with.
    pub version: u32,
    /// Whether somebody else has saved it meanwhile.
    pub overtaken: bool,
    /// Who changed it, the newest first.
    #[serde(flatten)]
    pub trail: Trail,
    #[serde(skip)]
    values: Typed,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// A line of the form.
pub(crate) struct Row {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// What the names of its fields begin with.
    pub(crate) path: String,
    /// Its code.
    pub(crate) code: String,
    /// What it says: the language's code, the language's name, the text.
    pub(crate) texts: Vec<(&'static str, &'static str, String)>,
    /// Whether a case is closed for it.
    pub(crate) closes: bool,
    /// Whether a case is reopened for it.
    pub(crate) reopens: bool,
}

impl ReasonList {
    /// The reasons of this version.
    #[must_use]
    pub fn new(reasons: Reasons, version: u32, trail: Trail) -> Self {
        let values = reasons.typed();
        Self { reasons, version, overtaken: false, trail, values, flaws: Flaws::default() }
    }

    /// The page with these fields, as they were typed.
    #[must_use]
    pub fn typed(mut self, values: Typed) -> Self {
        self.values = values;
        self
    }

    /// The page again, with what is wrong.
    #[must_use]
    pub fn again(mut self, flaws: Flaws) -> Self {
        self.flaws = flaws;
        self
    }

    /// The page again, since somebody else has saved it meanwhile.
    #[must_use]
    pub const fn overtaken(mut self) -> Self {
        self.overtaken = true;
        self
    }

    /// The lines of the form: what is typed, and some for further reasons.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let place = |name: &str| name.strip_prefix("reasons/")?.split('/').next()?.parse::<usize>().ok();
        let typed = self.values.names().filter_map(place).max().map_or(0, |last| last.saturating_add(1));
        let count = typed.saturating_add(FURTHER).min(Reasons::MOST);
        (0..count).map(|place| self.row(place)).collect()
    }

    fn row(&self, place: usize) -> Row {
        let path = format!("reasons/{place}");
        let get = |part: &str| self.values.get(&format!("{path}/{part}")).to_owned();
        let text = |code: &'static str, name: &'static str| (code, name, get(&format!("label/{code}")));
        Row {
            number: place + 1,
            code: get("code"),
            texts: Vec::from(LANGUAGES.map(|(language, name)| text(language.code(), name))),
            closes: get("closes") == YES,
            reopens: get("reopens") == YES,
            path,
        }
    }
}

crate::page!(ReasonList, "settings/reasons.html");
