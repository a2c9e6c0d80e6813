//! What a person or a test must know of a running portal.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{Account, Instance};

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
    /// The files with what its functions log; none where a terminal shows it.
    pub logs: Vec<String>,
    /// Names of what the stack made: `Table`, `Attachments`, `NotifyQueue`, …
    pub resources: BTreeMap<String, String>,
    /// The environment of its functions, where all have the same; none where each has what it was deployed with.
    pub environment: Option<BTreeMap<String, String>>,
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

    /// What its services run on: with their port, and the folder that it keeps its files in.
    ///
    /// # Errors
    /// When its endpoint has no port.
    pub fn instance(&self) -> Result<Instance> {
        let port: Option<u16> = self.endpoint.rsplit(':').next().and_then(|port| port.parse().ok());
        let port = port.with_context(|| format!("{} has no port.", self.endpoint))?;
        let dir = Path::new(&self.clock).parent().unwrap_or_else(|| Path::new("."));
        Ok(Instance { port, dir: dir.to_owned() })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portal_knows_what_it_runs_on() {
        let instance = Instance::test(4599);
        let mut portal = Portal {
            url: instance.portal_origin(),
            mailbox: instance.mailbox(),
            endpoint: instance.endpoint(),
            clock: instance.file("clock").display().to_string(),
            logs: Vec::new(),
            environment: None,
            resources: std::collections::BTreeMap::new(),
            accounts: Vec::new(),
        };
        let found = portal.instance().unwrap();
        assert_eq!((found.port, found.dir), (instance.port, instance.dir));
        portal.endpoint = "http://127.0.0.1".into();
        assert!(portal.instance().is_err());
    }
}
