//! `verify-transcript`: whether a downloaded transcript is whole and unaltered.

use std::path::Path;

use anyhow::{Result, bail};

/// Follows the hash chain of a transcript.
pub fn verify(file: &Path) -> Result<()> {
    bail!("{} cannot be verified yet.", file.display());
}
