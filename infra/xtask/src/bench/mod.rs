//! `bench`: what functions cost, measured on their release binaries: from the start to the first answer, and for
//! each request after that.
//!
//! Why these ([`request::all`]): they are what most visits are made of, and one of each other kind of page, and between them
//! do what functions do: check a token, query an index, read several things at once, load an index of words from the bucket,
//! render a page, write. Beside them `bare`, which only gets an item and answers always the same: what that costs is the
//! price of Lambda's runtime and the SDK, and what the others cost more is ours. All take turns, so that what else the
//! machine does slows all.

mod process;
mod report;
mod request;
mod visit;
mod visitor;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};
use caseport_local::{Emulator, Instance, Portal, paths};
use clap::Args;
use serde_json::Value;

use crate::functions;
use crate::run::{self, step};
use process::Measured;
use request::Request;
use visitor::Visitor;

const BARE: &str = "bare";

/// The arguments of `bench`.
#[derive(Args, Debug)]
pub struct Bench {
    /// How often to start each function.
    #[arg(long, default_value_t = 20)]
    starts: usize,
    /// How many requests to send it after the first, each time.
    #[arg(long, default_value_t = 100)]
    requests: usize,
    /// The port of the running portal that it asks.
    #[arg(long, default_value_t = Instance::PORT)]
    port: u16,
}

/// Measures, and prints a table.
pub fn bench(arguments: &Bench) -> Result<()> {
    let instance = Instance::local(arguments.port);
    if Emulator::running(&instance).is_none() {
        bail!("No portal runs on port {}: start one with `cargo xtask up --detach`.", instance.port);
    }
    let portal = Portal::read(&instance.file("portal.json"))?;
    let customer = Visitor::sign_in(&portal, "customer")?;
    let administrator = Visitor::sign_in(&portal, "administrator")?;
    let requests = request::all(&customer, &administrator)?;
    step("Building the release binaries", || {
        let names = requests.iter().map(|request| request.function).chain([BARE]);
        let binaries = names.flat_map(|name| ["--bin", name]);
        let mut cargo = Command::new("cargo");
        run::shown(cargo.args(["build", "--quiet", "--release"]).args(binaries).current_dir(paths::root()))
    })?;
    let mut subjects = Vec::with_capacity(requests.len() + 1);
    for request in &requests {
        subjects.push(Subject::of(request, &instance)?);
    }
    subjects.push(Subject::bare(&requests[0], &instance)?);
    for _ in 0..arguments.starts {
        for subject in &mut subjects {
            let mut function = instance.command(&subject.binary);
            function.envs(&subject.settings);
            subject.runs.push(process::measure(&mut function, &subject.event, arguments.requests)?);
        }
    }
    report::print(&subjects, &visit::first(&customer, &requests[0].address())?);
    Ok(())
}

/// A function, and what its runs showed.
struct Subject {
    name: &'static str,
    binary: PathBuf,
    /// What it is asked, each time.
    event: Value,
    /// Its variables.
    settings: BTreeMap<String, String>,
    /// How many calls of AWS that takes.
    aws_calls: usize,
    /// Bytes of its zip, as Lambda takes it.
    zip: u64,
    runs: Vec<Measured>,
}

impl Subject {
    /// The function that answers this request.
    fn of(request: &Request, instance: &Instance) -> Result<Self> {
        let aws_calls = request.visitor.aws_calls(request)?;
        Self::built(request.function, request, instance, aws_calls)
    }

    /// The least a function can do, asked the same and with the same variables: it finds the table among them. It is
    /// deployed nowhere, so that nobody writes down the one call it makes.
    fn bare(request: &Request, instance: &Instance) -> Result<Self> {
        Self::built(BARE, request, instance, 1)
    }

    fn built(name: &'static str, request: &Request, instance: &Instance, aws_calls: usize) -> Result<Self> {
        let binary = paths::target().join("release").join(name);
        let zip = paths::target().join("bench.zip");
        functions::write_zip(&zip, &fs::read(&binary)?, 9)?;
        Ok(Self {
            name,
            binary,
            event: request.event(),
            settings: settings(instance, request.function)?,
            aws_calls,
            zip: fs::metadata(&zip)?.len(),
            runs: Vec::new(),
        })
    }
}

/// The variables the template gives the function.
fn settings(instance: &Instance, function: &str) -> Result<BTreeMap<String, String>> {
    let name = format!("caseport-{function}");
    let get =
        ["lambda", "get-function-configuration", "--query", "Environment.Variables", "--output", "json"];
    let variables = run::output(instance.aws().args(get).args(["--function-name", &name]))?;
    Ok(serde_json::from_str(&variables)?)
}
