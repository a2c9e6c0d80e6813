//! `inspect`: the files of cases that nobody has looked at, looked at after all.

use anyhow::Result;
use caseport_domain::inspection::FileTask;

use crate::run::step;
use crate::target::Target;

/// Has the worker that looks at files look at every file of a case that has no verdict. Doing so twice does no harm.
pub fn inspect(target: &Target) -> Result<()> {
    let portal = target.deployed()?;
    step("Asking for files to be looked at", || {
        portal.send("InspectQueue", &FileTask::InspectAll { from: 0 }, &[])
    })?;
    eprintln!(
        "The worker finds them and looks at them. A file that it cannot look at ends among the dead letters."
    );
    Ok(())
}
