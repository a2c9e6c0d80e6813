//! `up --watch`: the functions under `cargo lambda watch`, which builds each when it is first asked for and
//! again when its sources change, beside data services on an emulator and the bridge that feeds the workers.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command};

use anyhow::{Context, Result, bail};
use caseport_local::{Demo, Emulator, Instance, paths, venv};
use caseport_routes::{Trigger, WORKERS};
use clap::ValueEnum;
use serde_json::{Value, json};

use super::{data, seed};
use crate::functions::FEATURES;
use crate::generate::logical;
use crate::keys::LocalKeys;
use crate::run::{self, step};

/// Where `cargo lambda watch` answers. Browsers take `localhost` for as safe as HTTPS.
const ORIGIN: &str = "http://localhost:9000";

/// What provides the data services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// `MiniStack`, started here.
    Ministack,
    /// `LocalStack`, which runs already: at `AWS_ENDPOINT_URL`, or on its usual port.
    Localstack,
}

/// Runs until Ctrl-C.
pub fn watch(engine: Engine, port: u16, demo: &Demo, fresh: bool) -> Result<()> {
    venv::ensure()?;
    let (instance, emulator) = services(engine, port, fresh)?;
    fs::create_dir_all(&instance.dir)?;
    seed::check(&instance, demo)?;
    let keys = LocalKeys::in_file(&paths::target().join("local").join("keys.json"))?;
    let resources = step("Making table, bucket and queues", || data::ensure(&instance, demo, ORIGIN, &keys))?;
    step("Building the seed program", build_seed)?;
    step("Seeding", || seed::seed(&instance, demo, ORIGIN, &resources))?;

    let settings = settings(&instance, demo, &keys, &resources)?;
    let mut children = [start_functions(&instance, &settings)?, start_bridge(&instance, &resources)?];
    eprintln!("\nPortal   {ORIGIN}   (the first request of each page builds its function)");
    super::describe_accounts();
    let ended = super::wait_for_ctrl_c();
    for child in &mut children {
        stop(child);
    }
    emulator.map_or(Ok(()), Emulator::stop)?;
    ended
}

/// Where the data services are; started, if they are ours.
fn services(engine: Engine, port: u16, fresh: bool) -> Result<(Instance, Option<Emulator>)> {
    if engine == Engine::Ministack {
        let instance = Instance { port, dir: paths::target().join("local-watch") };
        if fresh {
            super::forget(&instance)?;
        }
        let emulator = match Emulator::running(&instance) {
            Some(emulator) => emulator,
            None => step("Starting the emulator", || Emulator::start(&instance))?,
        };
        return Ok((instance, Some(emulator)));
    }
    let port = match std::env::var("AWS_ENDPOINT_URL") {
        Ok(endpoint) => local_port(&endpoint)?,
        Err(_) => port,
    };
    let instance = Instance { port, dir: paths::target().join("local-localstack") };
    if fresh {
        bail!(
            "--fresh cannot empty a LocalStack that runs elsewhere: restart it, and remove {}.",
            instance.dir.display()
        );
    }
    if std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        bail!(
            "No LocalStack answers on port {port}: localstack/compose.yaml starts one where there is Docker."
        );
    }
    Ok((instance, None))
}

fn local_port(endpoint: &str) -> Result<u16> {
    let address = endpoint.trim_end_matches('/').strip_prefix("http://");
    let port = address.and_then(|address| {
        let (host, port) = address.split_once(':')?;
        if matches!(host, "localhost" | "127.0.0.1") { port.parse().ok() } else { None }
    });
    port.with_context(|| format!("AWS_ENDPOINT_URL is {endpoint}, which is no port of this machine."))
}

fn build_seed() -> Result<()> {
    let build = ["build", "--quiet", "--workspace", "--bin", "seed"];
    run::shown(Command::new("cargo").args(build).args(FEATURES).current_dir(paths::root()))
}

/// The variables that the template gives the functions; here all of them get all.
fn settings(
    instance: &Instance,
    demo: &Demo,
    keys: &LocalKeys,
    resources: &BTreeMap<String, String>,
) -> Result<Vec<(String, String)>> {
    let fixed = [
        ("PORTAL_ORIGIN", ORIGIN.to_owned()),
        ("STORAGE_ORIGIN", instance.endpoint()),
        ("BRAND", demo.brand.to_owned()),
        ("BRAND_COLOUR", demo.colour.to_string()),
        ("SENDER", demo.sender.to_owned()),
        ("TOKEN_KEYS", keys.token.public()?),
        ("CURSOR_KEY", keys.cursor.clone()),
        ("CASEPORT_CLOCK_FILE", instance.file("clock").display().to_string()),
        ("AWS_SESSION_TOKEN", "local".to_owned()),
    ];
    let named = [
        ("TABLE", "Table"),
        ("BUCKET", "Attachments"),
        ("TOKEN_SECRET", "TokenSecret"),
        ("NOTIFY_QUEUE", "NotifyQueue"),
    ];
    let mut settings: Vec<_> = fixed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    for (variable, name) in named {
        let value = resources.get(name).with_context(|| format!("There is no {name}."))?;
        settings.push((variable.to_owned(), value.clone()));
    }
    Ok(settings)
}

fn start_functions(instance: &Instance, settings: &[(String, String)]) -> Result<Child> {
    let path = std::env::var("PATH").unwrap_or_default();
    instance
        .command(venv::tool("cargo-lambda"))
        .args(["lambda", "watch", "--invoke-address", "127.0.0.1", "--invoke-port", "9000", "--disable-cors"])
        .args(["--global", "infra/watch.toml"])
        .args(FEATURES)
        .envs(settings.iter().cloned())
        .env("PATH", format!("{}:{path}", venv::tool("").display()))
        .current_dir(paths::root())
        .spawn()
        .context("cargo-lambda cannot be run.")
}

fn start_bridge(instance: &Instance, resources: &BTreeMap<String, String>) -> Result<Child> {
    let settings = json!({
        "endpoint": instance.endpoint(),
        "region": instance.region(),
        "watch": "http://127.0.0.1:9000",
        "table": resources.get("Table"),
        "event_prefix": caseport_keys::EVENT,
        "position": instance.file("stream.json"),
        "workers": workers(resources),
    });
    instance
        .command(venv::tool("python"))
        .arg(paths::root().join("localstack").join("bridge.py"))
        .arg(settings.to_string())
        .spawn()
        .context("The bridge cannot be run.")
}

fn workers(resources: &BTreeMap<String, String>) -> Vec<Value> {
    let url = |queue: caseport_routes::Queue| resources.get(&format!("{}Queue", logical(queue.name())));
    WORKERS
        .iter()
        .map(|worker| match worker.trigger {
            Trigger::Stream => json!({"name": worker.name, "kind": "stream"}),
            Trigger::Queue(queue) => json!({"name": worker.name, "kind": "queue", "queue": url(queue)}),
            Trigger::Schedule { queue, minutes } => {
                json!({"name": worker.name, "kind": "queue", "queue": url(queue), "minutes": minutes})
            }
        })
        .collect()
}

/// Asks a program to end, so that it can end what it started, and waits until it has.
fn stop(child: &mut Child) {
    let _ = run::output(Command::new("kill").arg(child.id().to_string()));
    let _ = child.wait();
}
