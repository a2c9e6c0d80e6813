//! The functions, built and zipped as Lambda takes them.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};
use caseport_local::paths;
use caseport_routes::{ROUTES, WORKERS};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::run;

/// What a build for this machine has that one for Lambda has not: a clock that tests can move, sources that they tell, and the
/// seed program. The same for whatever is built here, so that cargo need not build the SDK twice.
pub const FEATURES: [&str; 2] =
    ["--features", "caseport-aws/movable-clock,caseport-web/forwarded-source,caseport-local/seed"];

/// The names of all functions: routes, then workers.
pub fn names() -> impl Iterator<Item = &'static str> {
    ROUTES.iter().map(|route| route.name).chain(WORKERS.iter().map(|worker| worker.name))
}

/// The programs beside them: what seeds a portal, and what does orders about staff accounts.
const BESIDE: [&str; 2] = ["seed", "staff"];

/// The program that holds all of them, for this machine.
const TOGETHER: &str = "functions";

/// Builds all of them as one program, and those beside them.
///
/// # Errors
/// When something does not compile.
pub fn build() -> Result<()> {
    build_these(std::iter::once(TOGETHER).chain(BESIDE))
}

/// Builds each of them as a program of its own, as it is on AWS, and those beside them.
///
/// # Errors
/// When one does not compile or has no binary.
pub fn build_each() -> Result<()> {
    build_these(names().chain(BESIDE))
}

/// Builds what does orders about staff accounts.
///
/// # Errors
/// When it does not compile.
pub fn build_staff() -> Result<()> {
    build_these(std::iter::once("staff"))
}

fn build_these(binaries: impl Iterator<Item = &'static str>) -> Result<()> {
    run::shown(&mut cargo_build(binaries))
}

/// Cargo says itself how far it is: the first time, it takes minutes.
fn cargo_build(binaries: impl Iterator<Item = &'static str>) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--workspace"]).args(FEATURES).current_dir(paths::root());
    for name in binaries {
        cargo.args(["--bin", name]);
    }
    cargo
}

/// Makes the zips for this machine, where the template expects them, and tells which build they stand for.
///
/// What is in each hands over to the program that [`build`] built.
///
/// # Errors
/// When that program is missing or a zip cannot be written.
pub fn zip() -> Result<String> {
    let program = paths::target().join("debug").join(TOGETHER);
    let build = age(&program).with_context(|| format!("{} is not built.", program.display()))?;
    for name in names() {
        let zip = zip_path(name);
        fs::create_dir_all(zip.parent().unwrap_or(&zip))?;
        // Each build makes another zip, so that the emulator starts the functions anew.
        let script = format!("#!/bin/sh\n# {build}\nexec '{}' {name}\n", program.display());
        write_zip(&zip, script.as_bytes(), 1)
            .with_context(|| format!("{} cannot be written.", zip.display()))?;
    }
    Ok(build)
}

/// Where the template expects the zips, wherever cargo builds to; each in a folder of its function's name.
pub fn zips() -> PathBuf {
    paths::root().join("target").join("lambda")
}

fn zip_path(name: &str) -> PathBuf {
    zips().join(name).join("bootstrap.zip")
}

/// Zips a binary as Lambda takes it. The same binary gives the same zip: no time of writing within.
///
/// # Errors
/// When it cannot be written.
pub fn write_zip(zip: &Path, binary: &[u8], level: i64) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(level))
        .unix_permissions(0o755);
    let mut writer = ZipWriter::new(File::create(zip)?);
    writer.start_file("bootstrap", options)?;
    writer.write_all(binary)?;
    writer.finish()?;
    Ok(())
}

/// What changes when a file is written again.
fn age(file: &Path) -> Result<String> {
    let meta = fs::metadata(file)?;
    Ok(format!("{}-{}", meta.len(), meta.modified()?.duration_since(UNIX_EPOCH)?.as_nanos()))
}

#[cfg(test)]
mod tests {
    /// A first start shows that something happens, from its first minute on.
    #[test]
    fn what_takes_minutes_says_how_far_it_is() {
        let build = super::cargo_build(std::iter::once(super::TOGETHER));
        assert!(build.get_args().all(|argument| argument != "--quiet"), "{build:?}");
        let aliases = include_str!("../../../.cargo/config.toml");
        let xtask = aliases.lines().find(|line| line.starts_with("xtask = "));
        assert!(xtask.is_some_and(|xtask| !xtask.contains("quiet")), "{aliases}");
    }
}
