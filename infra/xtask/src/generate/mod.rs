//! The files that follow from `caseport_routes`: written by `cargo xtask generate`, compared by a test.

mod definition;
mod function;
mod names;
mod openapi;
mod policy;
#[cfg(test)]
mod promises;
mod queue;
mod template;
mod together;
mod watch;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use caseport_local::paths;

pub use names::logical;

/// A generated file: where it is and what it must hold.
struct Generated {
    path: PathBuf,
    text: String,
}

fn all() -> Result<Vec<Generated>> {
    let infra = paths::root().join("infra");
    let program = paths::root().join("localstack").join("functions");
    let by_hand = |name: &str| {
        fs::read_to_string(infra.join(name)).with_context(|| format!("infra/{name} cannot be read."))
    };
    Ok(vec![
        Generated { path: infra.join("template.yaml"), text: template::render(&by_hand("base.yaml")?)? },
        Generated { path: infra.join("openapi.json"), text: openapi::render(&by_hand("api.json")?)? },
        Generated { path: infra.join("watch.toml"), text: watch::render() },
        Generated { path: program.join("src").join("main.rs"), text: together::render()? },
    ])
}

/// Writes every generated file that differs.
///
/// # Errors
/// When `infra/base.yaml` has a marker nobody fills, or a file cannot be written.
pub fn write() -> Result<()> {
    for file in all()? {
        if fs::read_to_string(&file.path).is_ok_and(|old| old == file.text) {
            continue;
        }
        fs::write(&file.path, &file.text)
            .with_context(|| format!("{} cannot be written", file.path.display()))?;
        eprintln!("wrote {}", paths::shown(&file.path));
    }
    Ok(())
}

/// Fails when a generated file is not what `generate` would write.
///
/// # Errors
/// When one is stale or missing.
pub fn check() -> Result<()> {
    for file in all()? {
        if !fs::read_to_string(&file.path).is_ok_and(|old| old == file.text) {
            bail!(
                "{} is stale: run `cargo xtask generate` and commit what it writes.",
                paths::shown(&file.path)
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn generated_files_are_fresh() -> anyhow::Result<()> {
        super::check()
    }
}
