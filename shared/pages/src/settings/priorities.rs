//! Which priority a case is given by its impact and its urgency.

use caseport_domain::input::Flaws;
use caseport_domain::records::Typed;
use serde::Serialize;

use crate::records::Trail;

/// Which priority a case is given by its impact and its urgency. It posts `values` and `version` to `/priorities`.
#[derive(Clone, Debug, Serialize)]
pub struct Priorities {
    /// The priority of each impact and urgency, by field: `person_low`.
    pub values: Typed,
    /// The version it was made from: 0 for what a deployment begins with.
    pub version: u32,
    /// Whether somebody else has saved it meanwhile.
    pub overtaken: bool,
    /// Who changed it, the newest first.
    #[serde(flatten)]
    pub trail: Trail,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

impl Priorities {
    /// The priorities of this version.
    #[must_use]
    pub fn new(values: Typed, version: u32, trail: Trail) -> Self {
        Self { values, version, overtaken: false, trail, flaws: Flaws::default() }
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
}

crate::page!(Priorities, "settings/priorities.html");
