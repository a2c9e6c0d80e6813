//! The binaries of the functions, built and zipped as Lambda takes them.

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

/// What a build for this machine has that one for Lambda has not: a clock that tests can move, and the seed
/// program. The same for whatever is built here, so that cargo need not build the SDK twice.
pub const FEATURES: [&str; 2] = ["--features", "caseport-aws/movable-clock,caseport-local/seed"];

/// The names of all functions: routes, then workers.
pub fn names() -> impl Iterator<Item = &'static str> {
    ROUTES.iter().map(|route| route.name).chain(WORKERS.iter().map(|worker| worker.name))
}

/// Builds all of them for this machine, and the program that seeds a portal.
///
/// # Errors
/// When one does not compile or has no binary.
pub fn build() -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--workspace"]).args(FEATURES);
    for name in names().chain(["seed"]) {
        cargo.args(["--bin", name]);
    }
    run::shown(cargo.current_dir(paths::root()))
}

/// Zips those that changed, and tells of each which build of it the zip holds.
///
/// # Errors
/// When a binary is missing or a zip cannot be written.
pub fn zip() -> Result<Vec<String>> {
    names().map(|name| zip_one(name, &paths::target().join("debug").join(name))).collect()
}

/// Where the template expects the zip of a function; also where cargo-lambda puts it.
fn zip_path(name: &str) -> PathBuf {
    paths::root().join("target").join("lambda").join(name).join("bootstrap.zip")
}

fn zip_one(name: &str, binary: &Path) -> Result<String> {
    let zip = zip_path(name);
    let stamp = zip.with_extension("stamp");
    let source = age(binary).with_context(|| format!("{} is not built.", binary.display()))?;
    if fs::read_to_string(&stamp).ok() != Some(format!("{source} {}", age(&zip).unwrap_or_default())) {
        fs::create_dir_all(zip.parent().unwrap_or(&zip))?;
        // Fast rather than small: it stays on this machine.
        write_zip(&zip, &fs::read(binary)?, 1)
            .with_context(|| format!("{} cannot be written.", zip.display()))?;
        fs::write(&stamp, format!("{source} {}", age(&zip)?))?;
    }
    Ok(format!("{name} {source}"))
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
