//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// The checkout's folder.
#[must_use]
pub fn root() -> &'static Path {
    // This crate is one folder below it.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| Path::new("."))
}

/// What cargo builds, and all that is made locally.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A path as one would type it in the checkout's folder.
#[must_use]
pub fn shown(path: &Path) -> std::path::Display<'_> {
    path.strip_prefix(root()).unwrap_or(path).display()
}
