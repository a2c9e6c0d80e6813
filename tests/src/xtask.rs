//! What an operator does, by the project's own commands.

use std::process::Command;

use caseport_local::paths;

use crate::Portal;

impl Portal {
    /// Runs this command of `cargo xtask` on the portal; what it says.
    pub fn xtask(&self, command: &str) -> String {
        let instance = self.about().instance().expect("the services have a port");
        let done = Command::new(paths::target().join("debug").join("xtask"))
            .args([command, "--portal-json"])
            .arg(instance.file("portal.json"))
            .output()
            .expect("the commands are built");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "cargo xtask {command}: {said}");
        said
    }
}
