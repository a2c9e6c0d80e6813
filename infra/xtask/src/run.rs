//! Running other programs, and telling of it.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Runs a program whose output the person may see.
///
/// # Errors
/// When it cannot be run or fails; its own output says why.
pub fn shown(command: &mut Command) -> Result<()> {
    let name = name(command);
    let done = command.status().with_context(|| format!("`{name}` cannot be run. Is it installed?"))?;
    if !done.success() {
        bail!("`{name}` failed.");
    }
    Ok(())
}

/// Runs a program and returns what it prints.
///
/// # Errors
/// When it cannot be run or fails, with what it wrote to standard error.
pub fn output(command: &mut Command) -> Result<String> {
    let name = name(command);
    let done = command.output().with_context(|| format!("`{name}` cannot be run. Is it installed?"))?;
    if !done.status.success() {
        bail!("`{name}` failed:\n{}", String::from_utf8_lossy(&done.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// Does a step and tells how long it took.
///
/// # Errors
/// Those of the step.
pub fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprint!("{title:<48} ");
    timed(title, work)
}

/// Does a step that itself shows how far it is, and tells how long it took.
///
/// # Errors
/// Those of the step.
pub fn long_step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("{title}…");
    timed(title, || {
        let done = work()?;
        eprint!("{title:<48} ");
        Ok(done)
    })
}

fn timed<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    let done = work().with_context(|| title.to_owned())?;
    eprintln!("{:>6.1} s", started.elapsed().as_secs_f32());
    Ok(done)
}

/// A program with its first words, without arguments that could be secret.
fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = command.get_args().take(2).map(|word| word.to_string_lossy());
    std::iter::once(program.to_string_lossy()).chain(words).collect::<Vec<_>>().join(" ")
}
