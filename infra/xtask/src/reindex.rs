//! `reindex`: the indexes that cases are found by, made anew of what the table has.

use std::time::SystemTime;

use anyhow::Result;
use caseport_domain::search::Errand;

use crate::run::{self, step};
use crate::target::Target;

/// Removes all indexes, and has the worker that keeps them make them anew. Until it has, less is found.
pub fn reindex(target: &Target) -> Result<()> {
    let portal = target.deployed()?;
    let indexes = format!("s3://{}/{}", portal.named("Attachments")?, caseport_keys::SEARCH);
    step("Removing the indexes", || {
        run::output(portal.aws().args(["s3", "rm", "--recursive", "--only-show-errors", &indexes]))
    })?;
    // Whoever asks twice is served twice.
    let once = SystemTime::UNIX_EPOCH.elapsed()?.as_millis().to_string();
    let group = ["--message-group-id", "rebuild", "--message-deduplication-id", &once];
    step("Asking for new ones", || portal.send("SearchQueue", &Errand::Rebuild { from: 0 }, &group))?;
    eprintln!("The worker makes them. How much is left says the number of messages in the search queue.");
    Ok(())
}
