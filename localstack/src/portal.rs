//! What a person or a test must know of a running portal.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::Account;

/// A running portal, as `portal.json` describes it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Portal {
    /// Its address, without a slash at the end.
    pub url: String,
    /// Where its mails can be read, as JSON.
    pub mailbox: String,
    /// The endpoint of its AWS services.
    pub endpoint: String,
    /// The file that moves its clock: whole seconds to add.
    pub clock: String,
    /// Names of what the stack made: `Table`, `Attachments`, `NotifyQueue`, …
    pub resources: std::collections::BTreeMap<String, String>,
    /// Who can sign in.
    pub accounts: Vec<Account<String>>,
}

impl Portal {
    /// Reads a `portal.json`.
    ///
    /// # Errors
    /// When there is none, or it is not one.
    pub fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).with_context(|| {
            format!("{} cannot be read: start the portal with `cargo xtask up`.", file.display())
        })?;
        serde_json::from_str(&text).with_context(|| format!("{} does not describe a portal.", file.display()))
    }

    /// Writes it as a `portal.json`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, file: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)? + "\n";
        fs::write(file, text).with_context(|| format!("{} cannot be written.", file.display()))
    }
}
