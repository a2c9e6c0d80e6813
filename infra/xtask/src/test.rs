//! `test`: every check there is, in the order in which they are cheapest to fail.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use caseport_local::{DEMOS, Demo, Instance, paths, venv};
use clap::Args;

use crate::functions::FEATURES;
use crate::local::{Engine, Purpose, Watched, bring_up};
use crate::{generate, run};

/// Within which a portal that has all it needs is started again.
const AGAIN_WITHIN: Duration = Duration::from_secs(30);

/// How many times as long as on a machine of its own what happens by itself may take: tests keep every core busy, and
/// one process is all of AWS.
const PATIENCE: &str = "4";

/// How many tests run at once under `cargo lambda watch`, which starts a process for each function when it is first
/// asked for, and on a real `LocalStack`: the fewer, the less long each waits.
const AT_ONCE_WHERE_WATCHED: &str = "4";

/// How the portal that tests run against was begun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begun {
    /// Without anything of before.
    Afresh,
    /// With what it held when it was stopped.
    Again,
}

impl Begun {
    /// How the tests are told.
    const fn code(self) -> &'static str {
        match self {
            Self::Afresh => "afresh",
            Self::Again => "again",
        }
    }
}

/// The arguments of `test`.
#[derive(Args, Debug)]
pub struct Test {
    /// The port of the portal that the end-to-end tests start for themselves.
    #[arg(long, default_value_t = 4599)]
    port: u16,
    /// Leave out the end-to-end tests, which need Chromium and a portal of their own.
    #[arg(long)]
    quick: bool,
    /// Run the end-to-end tests only, with the functions under `cargo lambda watch` and the data services of this
    /// engine. A LocalStack must run already, at `AWS_ENDPOINT_URL` or on port 4566; what a portal of `up --watch` held there is forgotten.
    #[arg(long, value_enum, conflicts_with = "quick")]
    engine: Option<Engine>,
}

/// Runs every check, and stops at the first that fails.
pub fn test(arguments: &Test) -> Result<()> {
    if !arguments.quick {
        check_browser()?;
    }
    if let Some(engine) = arguments.engine {
        return section("End-to-end tests", || watched_end_to_end(engine, arguments.port));
    }
    venv::ensure()?;
    section("Format", || run::shown(cargo("fmt").args(["--all", "--check"])))?;
    section("Generated files", generate::check)?;
    section("Template", || run::shown(tool("cfn-lint").arg("infra/template.yaml")))?;
    section("API description", || run::shown(tool("openapi-spec-validator").arg("infra/openapi.json")))?;
    section("Licences and sources of dependencies", || {
        run::shown(
            tool("cargo-deny")
                .args(["--config", "infra/deny.toml", "check"])
                .args(["bans", "licenses", "sources"]),
        )
    })?;
    section("Lints", || {
        let clippy =
            ["--workspace", "--all-targets", "--all-features", "--quiet", "--", "--deny", "warnings"];
        run::shown(cargo("clippy").args(clippy))
    })?;
    section("Documentation", || {
        let doc = ["--workspace", "--no-deps", "--quiet", "--lib", "--bin", "xtask"];
        run::shown(cargo("doc").args(doc).env("RUSTDOCFLAGS", "--deny warnings"))
    })?;
    section("Unit, property and store tests", || run::shown(&mut all_but_end_to_end()))?;
    if !arguments.quick {
        section("End-to-end tests", || end_to_end(arguments.port))?;
        section("The other demonstration portals", || other_demonstrations(arguments.port))?;
    }
    eprintln!("\nEverything holds.");
    Ok(())
}

/// Runs the end-to-end tests against a portal of their own.
fn end_to_end(port: u16) -> Result<()> {
    on_a_portal(port, &DEMOS[0], Begun::Afresh, None)
}

/// Looks whether the other demonstration portals work, and whether the last of them still does when it is started again.
fn other_demonstrations(port: u16) -> Result<()> {
    let works = |demo: &Demo, begun| {
        eprintln!("{}:", demo.name);
        on_a_portal(port, demo, begun, Some("demonstration"))
    };
    DEMOS[1..].iter().try_for_each(|demo| works(demo, Begun::Afresh))?;
    works(&DEMOS[DEMOS.len() - 1], Begun::Again)
}

/// Runs end-to-end tests, all or those of one program, against a portal, which is stopped whatever they find.
fn on_a_portal(port: u16, demo: &Demo, begun: Begun, which: Option<&str>) -> Result<()> {
    let instance = Instance::test(port);
    let started = Instant::now();
    let (emulator, _) = bring_up(&instance, demo, begun == Begun::Afresh)?;
    let took = started.elapsed();
    let tested = tests_of(&instance, begun, which).and_then(|mut tests| run::shown(&mut tests));
    emulator.stop()?;
    if begun == Begun::Again && took > AGAIN_WITHIN {
        bail!("To start the portal again took {:.1} s.", took.as_secs_f32());
    }
    tested
}

/// Runs the same tests where the functions run under `cargo lambda watch`.
fn watched_end_to_end(engine: Engine, port: u16) -> Result<()> {
    let port = if engine == Engine::Localstack { Instance::PORT } else { port };
    let watched = Watched::start(engine, port, &DEMOS[0], true, Purpose::Test)?;
    let tested = tests_of(&watched.instance, Begun::Afresh, None)
        .and_then(|mut tests| run::shown(tests.env("NEXTEST_TEST_THREADS", AT_ONCE_WHERE_WATCHED)));
    watched.stop()?;
    tested
}

/// End-to-end tests, all or those of one program, against a portal.
fn tests_of(instance: &Instance, begun: Begun, which: Option<&str>) -> Result<Command> {
    let mut tests = yielding(&end_to_end_tests(which)?);
    tests
        .env("CASEPORT_PATIENCE", PATIENCE)
        .env("CASEPORT_PORTAL_JSON", instance.file("portal.json"))
        .env("CASEPORT_PORTAL_BEGUN", begun.code());
    Ok(tests)
}

fn section(title: &str, check: impl FnOnce() -> Result<()>) -> Result<()> {
    eprintln!("\n==== {title}");
    let started = Instant::now();
    check()?;
    eprintln!("==== {title}: good ({:.1} s)", started.elapsed().as_secs_f32());
    Ok(())
}

fn cargo(command: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.arg(command).current_dir(paths::root());
    cargo
}

/// The same command where it yields to all others: the portal answers at once, however much those compute that ask it.
fn yielding(command: &Command) -> Command {
    let mut nice = Command::new("nice");
    nice.args(["-n", "10"]).arg(command.get_program()).args(command.get_args());
    nice.current_dir(paths::root());
    nice
}

fn tool(name: &str) -> Command {
    let mut tool = Command::new(venv::tool(name));
    tool.current_dir(paths::root());
    tool
}

/// What tests are in. cargo-nextest filters what it runs and not what it builds, since another choice of crates would have
/// cargo build the SDK with other features again; but the functions' programs, which hold no tests, are not linked.
const TARGETS: [&str; 6] = ["--workspace", "--lib", "--bin", "xtask", "--test", "*"];

/// The tests of every crate but the end-to-end ones, by cargo-nextest where it is installed: it runs those of all
/// crates at once.
fn all_but_end_to_end() -> Command {
    if has_nextest() {
        return nextest("not package(caseport-tests)");
    }
    let mut test = cargo("test");
    test.args(TARGETS).args(["--exclude", "caseport-tests"]).args(FEATURES);
    test
}

/// The end-to-end tests, or those of one program; `.config/nextest.toml` says how many at once.
fn end_to_end_tests(which: Option<&str>) -> Result<Command> {
    if has_nextest() {
        let which = which.map_or_else(String::new, |program| format!(" & binary(={program})"));
        let mut nextest = nextest(&format!("package(caseport-tests){which}"));
        nextest.args(["--profile", "end-to-end"]);
        return Ok(nextest);
    }
    let mut test = cargo("test");
    test.args(["--workspace", "--no-fail-fast"]).args(FEATURES);
    for program in programs()? {
        if which.is_none_or(|which| which == program) {
            test.args(["--test", &program]);
        }
    }
    Ok(test)
}

/// The programs of the end-to-end tests: files and folders.
fn programs() -> Result<Vec<String>> {
    let mut programs = Vec::new();
    for entry in fs::read_dir(paths::root().join("tests/tests"))? {
        let path = entry?.path();
        if path.extension().is_some() || path.join("main.rs").is_file() {
            programs.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    Ok(programs)
}

fn has_nextest() -> bool {
    run::output(cargo("nextest").arg("--version")).is_ok()
}

fn nextest(filter: &str) -> Command {
    let mut nextest = cargo("nextest");
    nextest.arg("run").args(TARGETS).args(["-E", filter]).args(FEATURES);
    nextest
}

fn check_browser() -> Result<()> {
    for (what, programs) in [
        ("Chromium", &["chromium", "chromium-browser", "google-chrome"][..]),
        ("ChromeDriver", &["chromedriver"]),
    ] {
        if !programs.iter().any(|program| run::output(Command::new(program).arg("--version")).is_ok()) {
            bail!(
                "The end-to-end tests need {what}, which is not installed. \
                On Debian: apt install chromium chromium-driver. Or leave them out with --quick."
            );
        }
    }
    Ok(())
}
