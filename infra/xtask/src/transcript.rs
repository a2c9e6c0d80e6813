//! `verify-transcript`: whether a downloaded transcript is whole and unaltered.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use caseport_domain::transcript::Transcript;

/// Follows the hash chain of a transcript.
pub fn verify(file: &Path) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    let transcript: Transcript =
        serde_json::from_str(&text).with_context(|| format!("{} is no transcript.", file.display()))?;
    transcript.verify().with_context(|| format!("{} is not what was downloaded.", file.display()))?;
    let withheld = transcript.entries.iter().filter(|entry| entry.opened.is_none()).count();
    let count = transcript.entries.len();
    eprintln!(
        "Case {}, “{}”: all {count} events are as they were sealed.",
        transcript.number, transcript.title
    );
    if withheld > 0 {
        eprintln!("{withheld} of them are withheld from the reader; their place and seal are verified.");
    }
    eprintln!("The last seal is {}.", transcript.head);
    Ok(())
}
