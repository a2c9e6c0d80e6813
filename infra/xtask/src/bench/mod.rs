//! `bench`: what a function costs, measured on its release binary: from its start to its first answer, and for
//! each request after that.
//!
//! Why `cases-list`: every visit begins there, and it does what most functions do: check a token, query an
//! index, render a page.

mod process;
mod runtime_api;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use caseport_local::{Emulator, Instance, Portal, paths};
use clap::Args;
use serde_json::{Value, json};

use crate::functions;
use crate::run::{self, step};
use process::Measured;

const FUNCTION: &str = "cases-list";

/// The arguments of `bench`.
#[derive(Args, Debug)]
pub struct Bench {
    /// How often to start the function.
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
    let build = ["build", "--quiet", "--release", "--bin", FUNCTION];
    step("Building the release binary", || {
        run::shown(Command::new("cargo").args(build).current_dir(paths::root()))
    })?;
    let binary = paths::target().join("release").join(FUNCTION);
    let zip = paths::target().join("bench.zip");
    functions::write_zip(&zip, &fs::read(&binary)?, 9)?;

    let event = event(&portal, &sign_in(&portal)?);
    let settings = settings(&instance)?;
    let mut runs = Vec::new();
    for _ in 0..arguments.starts {
        let mut function = instance.command(&binary);
        function.envs(&settings);
        runs.push(process::measure(&mut function, &event, arguments.requests)?);
    }
    print(&runs, fs::metadata(&zip)?.len());
    Ok(())
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

/// The variables the template gives the function.
fn settings(instance: &Instance) -> Result<BTreeMap<String, String>> {
    let name = format!("caseport-{FUNCTION}");
    let get =
        ["lambda", "get-function-configuration", "--query", "Environment.Variables", "--output", "json"];
    let variables = run::output(instance.aws().args(get).args(["--function-name", &name]))?;
    Ok(serde_json::from_str(&variables)?)
}

fn print(runs: &[Measured], zip: u64) {
    eprintln!("\n{FUNCTION}, {:>4} starts {:>28} {:>10}", runs.len(), "min", "median");
    let millis = |name: &str, time: fn(&Measured) -> Duration| {
        row(name, "ms", runs.iter().map(|run| time(run).as_secs_f64() * 1000.0));
    };
    millis("start to ready for a request", |run| run.ready);
    millis("start to first answer", |run| run.first_answer);
    millis("a later answer (median of a run)", |run| run.later_answer);
    millis("processor time of a later answer", |run| run.cpu_each);
    row("resident memory at the end", "MiB", runs.iter().map(|run| run.resident_kib / 1024.0));
    row("zip", "MiB", std::iter::once(mebibytes(zip)));
}

fn row(name: &str, unit: &str, values: impl Iterator<Item = f64>) {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    if let (Some(least), Some(median)) = (values.first(), values.get(values.len() / 2)) {
        eprintln!("{name:<36} {least:>10.2} {median:>10.2} {unit}");
    }
}

#[expect(clippy::cast_precision_loss, reason = "a size for people to read")]
fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}
