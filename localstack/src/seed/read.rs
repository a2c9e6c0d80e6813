//! Reading the files of a demonstration portal.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

use super::script::{CaseScript, Cases, Forms, Portal, Script};
use crate::{Demo, paths};

impl Script {
    /// The script of a demonstration portal.
    ///
    /// # Errors
    /// When a file cannot be read, or does not say what it should; the message names it, and the line.
    pub fn read(demo: &Demo) -> Result<Self> {
        let dir = paths::root().join("localstack").join("seed").join(demo.name);
        let portal: Portal = parse(&dir.join("portal.toml"))?;
        let Forms { forms } = parse(&dir.join("forms.toml"))?;
        let mut cases: Vec<CaseScript> = Vec::new();
        for file in files(&dir.join("cases"))? {
            cases.extend(parse::<Cases>(&file)?.cases);
        }
        let attached = files(&dir.join("files"))?.into_iter().map(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok((name, fs::read(&file).with_context(|| unreadable(&file))?))
        });
        Ok(Self { portal, forms, cases, files: attached.collect::<Result<_>>()? })
    }
}

fn parse<T: DeserializeOwned>(file: &Path) -> Result<T> {
    let text = fs::read_to_string(file).with_context(|| unreadable(file))?;
    toml::from_str(&text).with_context(|| format!("{} is not as it should be.", paths::shown(file)))
}

/// The files of a folder, by name; none if there is no such folder.
fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    if !dir.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(dir).with_context(|| unreadable(dir))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

fn unreadable(path: &Path) -> String {
    format!("{} cannot be read.", paths::shown(path))
}
