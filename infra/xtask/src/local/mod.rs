//! `up` and `down`: the portal on this machine.

mod bring_up;
mod data;
mod seed;
mod services;
mod watch;

use std::fs;
use std::path::Path;
use std::sync::mpsc;

use anyhow::{Context, Result};
use caseport_local::{ACCOUNTS, Account, DEMOS, Demo, Emulator, Instance, Portal, paths};
use clap::Args;

pub use bring_up::bring_up;
pub use services::Engine;
pub use watch::{Purpose, Watched};

/// The arguments of `up`.
#[derive(Args, Debug)]
pub struct Up {
    /// Forget everything the portal held: cases, mails, uploads.
    #[arg(long)]
    fresh: bool,
    /// Leave it running and return; `cargo xtask down` stops it.
    #[arg(long)]
    detach: bool,
    /// Which demonstration portal to be.
    #[arg(long, default_value = DEMOS[0].name, value_parser = DEMOS.iter().map(|demo| demo.name).collect::<Vec<_>>())]
    portal: String,
    /// Its port; with --watch, that of the data services.
    #[arg(long, default_value_t = Instance::PORT)]
    port: u16,
    /// Run the functions under `cargo lambda watch`, which builds them anew when their sources change.
    #[arg(long, conflicts_with = "detach")]
    watch: bool,
    /// With --watch: what provides table, bucket, queues and mail.
    #[arg(long, value_enum, default_value_t = Engine::Ministack, requires = "watch")]
    engine: Engine,
}

/// The arguments of `down`.
#[derive(Args, Debug)]
pub struct Down {
    /// The port `up` was given.
    #[arg(long, default_value_t = Instance::PORT)]
    port: u16,
}

/// Runs the portal until Ctrl-C, or leaves it running.
pub fn up(arguments: &Up) -> Result<()> {
    let demo = Demo::named(&arguments.portal).context("There is no such demonstration portal.")?;
    if arguments.watch {
        return watch(arguments, demo);
    }
    let instance = Instance::local(arguments.port);
    let was_running = Emulator::running(&instance).is_some() && !arguments.fresh;
    let (emulator, portal) = bring_up(&instance, demo, arguments.fresh)?;
    describe(&instance, &portal);
    if was_running {
        eprintln!("It was running already and is up to date now.");
    } else if arguments.detach {
        eprintln!("It runs until `cargo xtask down`.");
    } else {
        wait_for_ctrl_c()?;
        eprintln!("Stopping…");
        emulator.stop()?;
    }
    Ok(())
}

/// Runs the portal under `cargo lambda watch` until Ctrl-C.
fn watch(arguments: &Up, demo: &Demo) -> Result<()> {
    let Up { engine, port, fresh, .. } = *arguments;
    let watched = Watched::start(engine, port, demo, fresh, Purpose::Work)?;
    describe(&watched.instance, &watched.portal);
    let ended = wait_for_ctrl_c();
    eprintln!("Stopping…");
    watched.stop()?;
    ended
}

/// Stops the portal.
pub fn down(arguments: &Down) -> Result<()> {
    if let Some(emulator) = Emulator::running(&Instance::local(arguments.port)) {
        return emulator.stop();
    }
    eprintln!("It is not running.");
    Ok(())
}

fn describe(instance: &Instance, portal: &Portal) {
    eprintln!("\nPortal   {}", portal.url);
    eprintln!("Mails    {}", portal.mailbox);
    for log in &portal.logs {
        eprintln!("Log      {}", paths::shown(Path::new(log)));
    }
    for account in ACCOUNTS {
        eprintln!("{:<16} {:<28} {}", account.role, account.email, account.password);
    }
    eprintln!("All of this is in {}.\n", paths::shown(&instance.file("portal.json")));
}

/// The accounts, as `portal.json` has them.
fn accounts() -> Vec<Account<String>> {
    let owned = |account: &Account| Account {
        role: account.role.into(),
        email: account.email.into(),
        password: account.password.into(),
    };
    ACCOUNTS.iter().map(owned).collect()
}

fn wait_for_ctrl_c() -> Result<()> {
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = stop.send(());
    })
    .context("Ctrl-C cannot be watched for.")?;
    eprintln!("Ctrl-C stops it.");
    stopped.recv().context("Nothing watches for Ctrl-C any more.")
}

/// Removes what an instance held, but for its keys.
fn forget(instance: &Instance) -> Result<()> {
    if let Some(emulator) = Emulator::running(instance) {
        emulator.stop()?;
    }
    for name in ["state", "tmp"] {
        let _ = fs::remove_dir_all(instance.file(name));
    }
    for name in [bring_up::DEPLOYED, seed::SEEDED, "clock", "calls", "stream.json", "portal.json"] {
        let _ = fs::remove_file(instance.file(name));
    }
    Ok(())
}
