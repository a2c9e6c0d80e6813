//! `cargo xtask`: the project's own commands.

mod bench;
mod deploy;
mod functions;
mod generate;
mod inspect;
mod keys;
mod local;
mod reindex;
mod run;
mod settings;
mod stack;
mod staff;
mod target;
mod test;
mod transcript;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The project's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the portal, run it on this machine and keep it up to date until Ctrl-C.
    Up(local::Up),
    /// Stop what `up --detach` left running.
    Down(local::Down),
    /// Write the files that follow from shared/routes: template, OpenAPI document, watch router.
    Generate,
    /// Run every check: format, lints, licences, template, tests of all kinds.
    Test(test::Test),
    /// Measure what functions cost: their start, their answers, their memory, their size and their calls of AWS.
    Bench(bench::Bench),
    /// Bring the portal to the AWS account this shell is signed in to.
    Deploy(Box<deploy::Deploy>),
    /// Make the indexes anew that cases are found by.
    Reindex(target::Target),
    /// Look at the files of cases that have no verdict yet.
    Inspect(target::Target),
    /// Give the vendor's own people accounts, and take them back.
    #[command(subcommand)]
    Staff(staff::Staff),
    /// Follow the hash chain of a downloaded transcript.
    VerifyTranscript {
        /// The transcript.
        file: PathBuf,
    },
}

fn main() -> ExitCode {
    match dispatch(&Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &Command) -> Result<()> {
    match command {
        Command::Up(up) => local::up(up),
        Command::Down(down) => local::down(down),
        Command::Generate => generate::write(),
        Command::Test(test) => test::test(test),
        Command::Bench(bench) => bench::bench(bench),
        Command::Deploy(deploy) => deploy::deploy(deploy),
        Command::Reindex(target) => reindex::reindex(target),
        Command::Inspect(target) => inspect::inspect(target),
        Command::Staff(staff) => staff::staff(staff),
        Command::VerifyTranscript { file } => transcript::verify(file),
    }
}
