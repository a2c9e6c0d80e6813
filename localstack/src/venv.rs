//! The Python environment in `target` with the tools of `localstack/requirements.txt`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::paths;

/// The oldest Python that what `localstack/requirements.txt` pins runs on.
const PYTHON: (u8, u8) = (3, 11);

/// The file that says what is installed: the hash of the requirements.
const STAMP: &str = "requirements.sha256";

fn dir() -> PathBuf {
    paths::target().join("local").join("venv")
}

/// The path of a tool of the environment.
#[must_use]
pub fn tool(name: &str) -> PathBuf {
    dir().join("bin").join(name)
}

/// The script of axe-core, which finds what keeps people from using a page.
///
/// # Errors
/// When the environment does not have it.
pub fn axe() -> Result<String> {
    let libraries = dir().join("lib");
    let versions =
        fs::read_dir(&libraries).with_context(|| format!("{} cannot be read.", libraries.display()))?;
    let file = |version: fs::DirEntry| version.path().join("site-packages/axe_playwright_python/axe.min.js");
    let found = versions.filter_map(Result::ok).find_map(|version| fs::read_to_string(file(version)).ok());
    found.with_context(|| format!("There is no axe-core in {}: run `cargo xtask up`.", paths::shown(&dir())))
}

/// Makes the environment, unless it is there and up to date.
///
/// # Errors
/// When Python is missing or too old, or a package cannot be had; the message says what to install.
pub fn ensure() -> Result<()> {
    let requirements = paths::root().join("localstack").join("requirements.txt");
    let wanted = fs::read(&requirements).context("localstack/requirements.txt cannot be read.")?;
    let wanted = format!("{:x}", Sha256::digest(wanted));
    let stamp = dir().join(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    check_python(PYTHON)?;
    eprintln!("Installing the local tools in {}: once, a minute or two.", paths::shown(&dir()));
    let _ = fs::remove_dir_all(dir());
    run(
        Command::new("python3").args(["-m", "venv"]).arg(dir()),
        "Python's venv module is missing: install it (on Debian: apt install python3-venv).",
    )?;
    run(
        Command::new(tool("pip"))
            .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"])
            .arg(&requirements),
        "The packages of localstack/requirements.txt could not be installed; pip says why above.",
    )?;
    fs::write(&stamp, wanted).with_context(|| format!("{} cannot be written.", stamp.display()))
}

/// Fails when this machine's Python is older than this, of which pip would say only that it finds no package.
fn check_python((major, minor): (u8, u8)) -> Result<()> {
    let is_older = format!("import sys; sys.exit(sys.version_info < ({major}, {minor}))");
    run(
        Command::new("python3").args(["-c", &is_older]),
        &format!("The local tools need Python {major}.{minor} or later as `python3`."),
    )
}

fn run(command: &mut Command, otherwise: &str) -> Result<()> {
    let done = command
        .status()
        .with_context(|| format!("`{}` cannot be run. Is it installed?", command.get_program().display()))?;
    if !done.success() {
        bail!("{otherwise}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_that_is_too_old_is_told() {
        assert!(check_python((3, 0)).is_ok());
        let told = check_python((99, 0)).unwrap_err().to_string();
        assert!(told.contains("need Python 99.0 or later"), "{told}");
    }

    /// What one is told to install is what is asked for.
    #[test]
    fn the_readme_says_which_python() {
        let (major, minor) = PYTHON;
        assert!(include_str!("../../README.md").contains(&format!("Python {major}.{minor} or later")));
    }
}
