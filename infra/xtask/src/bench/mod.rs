//! `bench`: what a function costs, measured on its release binary: from its start to its first answer, and for
//! each request after that.
//!
//! Why `cases-list`: every visit begins there, and it does what most functions do: check a token, query an
//! index, render a page. Beside it `bare`, which only gets an item and answers always the same: what that costs is
//! the price of Lambda's runtime and the SDK, and what `cases-list` costs more is ours. The two take turns, so that
//! what else the machine does slows both.

mod process;
mod report;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use caseport_local::{Emulator, Instance, Portal, paths};
use clap::Args;
use serde_json::{Value, json};

use crate::functions;
use crate::run::{self, step};
use process::Measured;

const FUNCTION: &str = "cases-list";
const BARE: &str = "bare";

/// The arguments of `bench`.
#[derive(Args, Debug)]
pub struct Bench {
    /// How often to start each function.
    #[arg(long, default_value_t = 20)]
    starts: usize,
    /// How many requests to send it after the first, each time.
    #[arg(long, default_value_t = 200)]
    requests: usize,
    /// The port of the running portal whose data it reads.
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
    step("Building the release binaries", || {
        let build = ["build", "--quiet", "--release", "--bin", FUNCTION, "--bin", BARE];
        run::shown(Command::new("cargo").args(build).current_dir(paths::root()))
    })?;
    let mut subjects = [Subject::built(FUNCTION)?, Subject::built(BARE)?];

    let event = event(&portal, &sign_in(&portal)?);
    let settings = settings(&instance)?;
    for _ in 0..arguments.starts {
        for subject in &mut subjects {
            let mut function = instance.command(&subject.binary);
            function.envs(&settings);
            subject.runs.push(process::measure(&mut function, &event, arguments.requests)?);
        }
    }
    report::print(&subjects);
    Ok(())
}

/// A function, and what its runs showed.
struct Subject {
    name: &'static str,
    binary: PathBuf,
    /// Bytes of its zip, as Lambda takes it.
    zip: u64,
    runs: Vec<Measured>,
}

impl Subject {
    fn built(name: &'static str) -> Result<Self> {
        let binary = paths::target().join("release").join(name);
        let zip = paths::target().join("bench.zip");
        functions::write_zip(&zip, &fs::read(&binary)?, 9)?;
        Ok(Self { name, binary, zip: fs::metadata(&zip)?.len(), runs: Vec::new() })
    }
}

/// An access token of a customer.
fn sign_in(portal: &Portal) -> Result<String> {
    let customer = portal.accounts.first().context("The portal has no accounts.")?;
    let host = portal.url.trim_start_matches("http://");
    let answer: Value = ureq::post(format!("{}/session", portal.endpoint))
        .header("host", host)
        .header("accept", "application/json")
        .send_json(json!({"email": customer.email, "password": customer.password}))
        .with_context(|| format!("{} cannot sign in.", customer.email))?
        .body_mut()
        .read_json()?;
    let token = answer["access_token"].as_str().context("Signing in gave no access token.")?;
    Ok(token.to_owned())
}

/// What API Gateway hands the function for `GET /cases` of a browser.
fn event(portal: &Portal, token: &str) -> Value {
    let host = portal.url.trim_start_matches("http://");
    json!({
        "version": "2.0",
        "routeKey": "GET /cases",
        "rawPath": "/cases",
        "rawQueryString": "",
        "cookies": [format!("__Host-access={token}")],
        "headers": {"host": host, "accept": "text/html", "accept-encoding": "gzip"},
        "requestContext": {
            "accountId": "000000000000",
            "apiId": "bench",
            "domainName": host,
            "domainPrefix": "bench",
            "http": {
                "method": "GET",
                "path": "/cases",
                "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1",
                "userAgent": "bench",
            },
            "requestId": "bench",
            "routeKey": "GET /cases",
            "stage": "$default",
            "time": "01/Jan/2026:00:00:00 +0000",
            "timeEpoch": 1_767_225_600_000_u64,
        },
        "isBase64Encoded": false,
    })
}

/// The variables the template gives the function: `bare` finds the table among them.
fn settings(instance: &Instance) -> Result<BTreeMap<String, String>> {
    let name = format!("caseport-{FUNCTION}");
    let get =
        ["lambda", "get-function-configuration", "--query", "Environment.Variables", "--output", "json"];
    let variables = run::output(instance.aws().args(get).args(["--function-name", &name]))?;
    Ok(serde_json::from_str(&variables)?)
}
