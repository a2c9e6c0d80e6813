//! `up --watch`: the functions under `cargo lambda watch`, which starts each when it is first asked for and builds
//! it again when its sources change, beside data services and the bridge that feeds the workers.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use caseport_local::{DAILY_FILES, DAILY_UPLOADS, Demo, Instance, Portal, paths, venv};
use caseport_routes::{Queue, Trigger, WORKERS};
use serde_json::{Value, json};

use super::services::{Engine, Services};
use super::{accounts, data, seed};
use crate::functions::{self, FEATURES};
use crate::generate::logical;
use crate::keys::LocalKeys;
use crate::run::{self, long_step, step};

/// Where `cargo lambda watch` answers. Browsers take `localhost` for as safe as HTTPS.
const ORIGIN: &str = "http://localhost:9000";

/// Where the functions find the data services: at the recorder, which hands everything on to them.
const RECORDER: &str = "http://127.0.0.1:9001";

const READY_WITHIN: Duration = Duration::from_mins(1);

/// A portal whose functions run under `cargo lambda watch`.
pub struct Watched {
    /// What a person or a test must know of it.
    pub portal: Portal,
    /// Its files.
    pub instance: Instance,
    services: Services,
    children: Vec<Child>,
}

/// What a watched portal is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To work on: sources are watched, and what functions log is shown.
    Work,
    /// To be tested as it is: nothing is built again, and logs are in `watch.log` among the portal's files.
    Test,
}

impl Purpose {
    /// The file for what its functions log, and what else of it there is to tell.
    fn log(self, instance: &Instance) -> Option<PathBuf> {
        (self == Self::Test).then(|| instance.file("watch.log"))
    }
}

impl Watched {
    /// Builds, makes what is missing, seeds and starts.
    ///
    /// # Errors
    /// When one of these fails.
    pub fn start(engine: Engine, port: u16, demo: &Demo, fresh: bool, purpose: Purpose) -> Result<Self> {
        venv::ensure()?;
        // All at once, with the features it asks for: `cargo lambda watch` finds them built.
        long_step("Building the functions", functions::build_each)?;
        let services = Services::find(engine, port, fresh)?;
        let instance = services.instance.clone();
        fs::create_dir_all(&instance.dir)?;
        seed::check(&instance, demo)?;
        let keys = LocalKeys::in_file(&paths::target().join("local").join("keys.json"))?;
        let resources =
            step("Making table, bucket and queues", || data::ensure(&instance, demo, ORIGIN, &keys))?;
        step("Seeding", || seed::seed(&instance, demo, ORIGIN, &resources))?;
        let environment = environment(&instance, demo, &keys, &resources)?;
        let portal = Portal {
            url: ORIGIN.to_owned(),
            mailbox: services.mailbox(RECORDER),
            endpoint: instance.endpoint(),
            clock: instance.file("clock").display().to_string(),
            logs: purpose.log(&instance).iter().map(|log| log.display().to_string()).collect(),
            resources,
            environment: Some(environment),
            accounts: accounts(),
        };
        portal.write(&instance.file("portal.json"))?;
        let mut watched = Self { portal, instance, services, children: Vec::new() };
        let started = step("Starting cargo lambda watch", || watched.start_children(purpose));
        if let Err(error) = started {
            watched.stop()?;
            return Err(error);
        }
        Ok(watched)
    }

    /// Stops what was started; LocalStack is left running.
    ///
    /// # Errors
    /// When the emulator does not end.
    pub fn stop(mut self) -> Result<()> {
        for child in &mut self.children {
            stop(child);
        }
        self.services.stop()
    }

    fn start_children(&mut self, purpose: Purpose) -> Result<()> {
        let mut functions = self.functions();
        if purpose == Purpose::Test {
            functions.arg("--ignore-changes");
        }
        let log = purpose.log(&self.instance).map(File::create).transpose();
        let log = log.context("The log cannot be written.")?;
        let mut commands = [self.recorder(), functions, self.bridge()];
        for command in &mut commands {
            if let Some(log) = &log {
                command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log.try_clone()?);
            }
            let program = command.get_program().display().to_string();
            self.children.push(command.spawn().with_context(|| format!("{program} cannot be run."))?);
        }
        self.wait_until_ready()
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let started = Instant::now();
        let answers = || ureq::get(format!("{ORIGIN}/openapi.json")).call().is_ok();
        while !answers() {
            for child in &mut self.children {
                if child.try_wait()?.is_some() {
                    bail!("A program of the watched portal ended; it says why above or in watch.log.");
                }
            }
            if started.elapsed() > READY_WITHIN {
                bail!("{ORIGIN} does not answer after {} s.", READY_WITHIN.as_secs());
            }
            sleep(Duration::from_millis(200));
        }
        Ok(())
    }

    fn functions(&self) -> Command {
        let path = std::env::var("PATH").unwrap_or_default();
        let mut watch = self.instance.command(venv::tool("cargo-lambda"));
        watch
            .args(["lambda", "watch", "--invoke-address", "127.0.0.1", "--invoke-port", "9000"])
            .args(["--disable-cors", "--global", "infra/watch.toml"])
            // Two of each, as on AWS there may be: requests to one function do not wait for each other.
            .args(["--concurrency", "2"])
            .args(FEATURES)
            .envs(self.portal.environment.iter().flatten())
            .env("PATH", format!("{}:{path}", venv::tool("").display()))
            .current_dir(paths::root());
        watch
    }

    fn recorder(&self) -> Command {
        let mut recorder = self.script("recorder.py");
        recorder.args([RECORDER, &self.instance.endpoint()]).arg(self.instance.file("calls"));
        recorder
    }

    fn bridge(&self) -> Command {
        let settings = json!({
            "endpoint": self.instance.endpoint(),
            "region": self.instance.region(),
            "watch": "http://127.0.0.1:9000",
            "table": self.portal.resources.get("Table"),
            "event_prefix": caseport_keys::EVENT,
            "asked": [caseport_keys::LETTER, caseport_keys::ERASURE],
            "upload": caseport_keys::UPLOAD,
            "changed": [caseport_keys::SNAPSHOT, caseport_keys::ARCHIVE],
            "position": self.instance.file("stream.json"),
            "workers": workers(&self.portal.resources),
        });
        let mut bridge = self.script("bridge.py");
        bridge.arg(settings.to_string());
        bridge
    }

    fn script(&self, name: &str) -> Command {
        let mut script = self.instance.command(venv::tool("python"));
        script.arg(paths::root().join("localstack").join(name));
        script
    }
}

/// The variables that the template gives the functions; here all of them get all.
fn environment(
    instance: &Instance,
    demo: &Demo,
    keys: &LocalKeys,
    resources: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>> {
    let resource =
        |name: &str| resources.get(name).map(String::as_str).with_context(|| format!("There is no {name}."));
    let (public, colour) = (keys.token.public()?, demo.colour.to_string());
    let clock = instance.file("clock").display().to_string();
    let variables = [
        ("PORTAL_ORIGIN", ORIGIN),
        ("AWS_ENDPOINT_URL", RECORDER),
        ("STORAGE_ORIGIN", RECORDER),
        ("BRAND", demo.brand),
        ("BRAND_COLOUR", &colour),
        ("MODULES", demo.modules),
        ("CASE_TYPES", demo.case_types),
        ("CASE_LISTS", demo.case_lists),
        ("SUPPORT_PHONE", demo.phones),
        ("SUPPORT_EMAIL", demo.email),
        ("SUPPORT_HOURS", demo.hours),
        ("CONFIDENTIALITY_NOTICE", demo.notice),
        ("REMOTE_SUPPORT_URL", demo.remote),
        ("ANSWER_DAYS", "7"),
        ("ATTACHMENT_LIMIT", "5"),
        ("DAILY_UPLOAD_LIMIT", DAILY_UPLOADS),
        ("DAILY_FILE_LIMIT", DAILY_FILES),
        ("VENDOR_ZONE", demo.zone),
        ("SENDER", demo.sender),
        ("STAFF_SECOND_FACTOR", "optional"),
        ("MALWARE_SCAN", "built-in"),
        ("TOKEN_KEYS", &public),
        ("CURSOR_KEY", &keys.cursor),
        ("CASEPORT_CLOCK_FILE", &clock),
        ("TABLE", resource("Table")?),
        ("BUCKET", resource("Attachments")?),
        ("TOKEN_SECRET", resource("TokenSecret")?),
    ];
    let mut environment: BTreeMap<String, String> =
        variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    for queue in Queue::ALL {
        let variable = format!("{}_QUEUE", queue.name().to_uppercase().replace('-', "_"));
        let url = resource(&format!("{}Queue", logical(queue.name())))?;
        environment.insert(variable, url.to_owned());
    }
    Ok(environment)
}

fn workers(resources: &BTreeMap<String, String>) -> Vec<Value> {
    let url = |queue: Queue| resources.get(&format!("{}Queue", logical(queue.name())));
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
