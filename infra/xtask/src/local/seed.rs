//! Filling a portal with its demonstration data, by the `seed` program of `caseport-local`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Result, bail};
use caseport_local::{Demo, Instance, paths};

use crate::run;

/// The file that says which demonstration portal an instance is.
pub const SEEDED: &str = "seeded";

/// Fails when the instance is another demonstration portal already.
pub fn check(instance: &Instance, demo: &Demo) -> Result<()> {
    match fs::read_to_string(instance.file(SEEDED)) {
        Ok(seeded) if seeded != demo.name => bail!(
            "This portal holds the data of `{seeded}`. To make it `{}` instead, add --fresh: it forgets what it holds.",
            demo.name
        ),
        _ => Ok(()),
    }
}

/// Runs the seed program, once in an instance's life.
pub fn seed(
    instance: &Instance,
    demo: &Demo,
    origin: &str,
    resources: &BTreeMap<String, String>,
) -> Result<()> {
    let seeded = instance.file(SEEDED);
    if seeded.exists() {
        return Ok(());
    }
    let mut seed = instance.command(paths::target().join("debug").join("seed"));
    seed.current_dir(paths::root())
        .env("PORTAL_ORIGIN", origin)
        .env("CASEPORT_DEMO", demo.name)
        .env("CASEPORT_CLOCK_FILE", instance.file("clock"));
    for (variable, output) in [("TABLE", "Table"), ("BUCKET", "Attachments")] {
        seed.env(variable, resources.get(output).map_or("", String::as_str));
    }
    run::shown(&mut seed)?;
    fs::write(seeded, demo.name)?;
    Ok(())
}
