//! Whether something is to begin or to end.

use std::str::FromStr;

use caseport_domain::input::Flaw;

/// Whether something is to begin or to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It is to begin.
    Begin,
    /// It is to end.
    End,
}

impl FromStr for Step {
    type Err = Flaw;

    fn from_str(code: &str) -> Result<Self, Flaw> {
        match code {
            "begin" => Ok(Self::Begin),
            "end" => Ok(Self::End),
            "" => Err(Flaw::Required),
            _ => Err(Flaw::NoSuchChoice),
        }
    }
}
