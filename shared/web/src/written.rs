//! What became of a transaction, for who asked for it by their access token.

use caseport_store::Committed;

use crate::failure::Failure;

/// Whether it is written; `false` if something was not as it was read, or another transaction was at it.
///
/// # Errors
/// [`Failure::SignedOut`] when what they may do has changed since their access token was given.
pub fn is_written(committed: &Committed) -> Result<bool, Failure> {
    match committed {
        Committed::Done => Ok(true),
        Committed::NoPermit => Err(Failure::SignedOut),
        Committed::Failed(_) | Committed::Conflict => Ok(false),
    }
}

/// Demands that it is written.
///
/// # Errors
/// [`Failure::Outdated`] where [`is_written`] says that it is not, else the same.
pub fn demand_written(committed: &Committed) -> Result<(), Failure> {
    if is_written(committed)? { Ok(()) } else { Err(Failure::Outdated) }
}
