//! `cargo xtask`: the project's own commands.

mod functions;
mod generate;
mod keys;
mod local;
mod run;
mod stack;

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
}

fn main() -> Result<()> {
    match Cli::parse().command {
        Command::Up(up) => local::up(&up),
        Command::Down(down) => local::down(&down),
        Command::Generate => generate::write(),
    }
}
