//! What forms have in common.

use caseport_domain::attachment;
use caseport_domain::input::{Flaw, Flaws};

/// How many files one message may bring.
pub const MAX_FILES: usize = attachment::MAX_PER_MESSAGE;

/// The flaws of a field and of its list's entries, with their full names.
pub fn flaws_of<'a>(flaws: &'a Flaws, field: &str) -> Vec<(&'a str, &'a Flaw)> {
    let belongs = |name: &str| name.split('/').next() == Some(field);
    flaws.iter().filter(|(name, _)| belongs(name)).collect()
}

/// The field that a flaw stands beside: the list for an entry of it.
pub fn field_of(name: &str) -> &str {
    name.split('/').next().unwrap_or(name)
}
