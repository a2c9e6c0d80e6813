//! One emulator with its port and its files. Several can run side by side.

use std::path::PathBuf;
use std::process::Command;

use crate::{paths, venv};

/// The region the emulator plays.
const REGION: &str = "eu-west-1";

/// The address of the API within the emulator: the tag `ms-custom-id` of the template.
const API: &str = "ca5e9047";

/// An emulator: running, stopped or yet to be started.
#[derive(Clone, Debug)]
pub struct Instance {
    /// Its port.
    pub port: u16,
    /// Its folder.
    pub dir: PathBuf,
}

impl Instance {
    /// The usual port.
    pub const PORT: u16 = 4566;

    /// The one of `cargo xtask up`: each port has its own.
    #[must_use]
    pub fn local(port: u16) -> Self {
        let dir = if port == Self::PORT { "local".to_owned() } else { format!("local-{port}") };
        Self { port, dir: paths::target().join(dir) }
    }

    /// One that tests start afresh.
    #[must_use]
    pub fn test(port: u16) -> Self {
        Self { port, dir: paths::target().join("local-test") }
    }

    /// Where its AWS services answer.
    ///
    /// By number, so that SDKs put a bucket's name in the path rather than in a host name that this machine may
    /// not resolve.
    #[must_use]
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the portal answers, and browsers say they come from.
    #[must_use]
    pub fn portal_origin(&self) -> String {
        format!("http://{API}.execute-api.localhost:{}", self.port)
    }

    /// Where the mails it has sent can be read.
    #[must_use]
    pub fn mailbox(&self) -> String {
        format!("{}/_ministack/ses/messages", self.endpoint())
    }

    /// The region it plays.
    #[must_use]
    pub const fn region(&self) -> &'static str {
        REGION
    }

    /// What its functions have logged since it was started.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.file("functions.log")
    }

    /// A file of its folder.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// What an AWS client needs to speak to it as the account's owner.
    #[must_use]
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ENDPOINT_URL", self.endpoint()),
            ("AWS_REGION", REGION.to_owned()),
            ("AWS_DEFAULT_REGION", REGION.to_owned()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
        ]
    }

    /// A command that speaks to it, and to no real account that this shell is signed in to.
    #[must_use]
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        for name in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_CONFIG_FILE"] {
            command.env_remove(name);
        }
        command.envs(self.environment());
        command
    }

    /// The `aws` tool, speaking to it.
    #[must_use]
    pub fn aws(&self) -> Command {
        self.command(venv::tool("aws"))
    }
}
