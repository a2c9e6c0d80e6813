//! From sources to a portal that answers.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use caseport_local::{DAILY_FILES, DAILY_UPLOADS, Demo, Emulator, Instance, Portal, paths, venv};
use sha2::{Digest, Sha256};

use crate::keys::LocalKeys;
use crate::run::{self, long_step, step};
use crate::stack::Stack;
use crate::{functions, generate};

/// The file that says what is deployed: a hash of template, parameters and functions.
pub const DEPLOYED: &str = "deployed.sha256";

const STACK: &str = "caseport";
const CODE_BUCKET: &str = "caseport-code";
const SECRET: &str = "caseport/token-key";

/// Builds, starts, deploys and seeds, doing of each only what is needed.
pub fn bring_up(instance: &Instance, demo: &Demo, fresh: bool) -> Result<(Emulator, Portal)> {
    venv::ensure()?;
    if fresh {
        super::forget(instance)?;
    }
    fs::create_dir_all(&instance.dir)?;
    super::seed::check(instance, demo)?;
    generate::check()?;
    long_step("Building the functions", functions::build)?;
    let build = step("Zipping them", functions::zip)?;
    let emulator = step("Starting the emulator", || match Emulator::running(instance) {
        Some(emulator) => Ok(emulator),
        None => Emulator::start(instance),
    })?;
    let resources = step("Deploying the template", || deploy(instance, demo, &build))?;
    step("Seeding", || super::seed::seed(instance, demo, &instance.portal_origin(), &resources))?;
    let portal = Portal {
        url: instance.portal_origin(),
        mailbox: instance.mailbox(),
        endpoint: instance.endpoint(),
        clock: instance.file("clock").display().to_string(),
        logs: vec![instance.log().display().to_string()],
        resources,
        environment: None,
        accounts: super::accounts(),
    };
    portal.write(&instance.file("portal.json"))?;
    Ok((emulator, portal))
}

fn deploy(instance: &Instance, demo: &Demo, build: &str) -> Result<BTreeMap<String, String>> {
    let keys = LocalKeys::in_file(&paths::target().join("local").join("keys.json"))?;
    let origin = instance.portal_origin();
    let public = keys.token.public()?;
    let storage = instance.endpoint();
    let colour = demo.colour.to_string();
    let mut parameters = vec![
        ("PortalOrigin", origin.as_str()),
        ("StorageOrigin", storage.as_str()),
        ("Brand", demo.brand),
        ("BrandColour", &colour),
        ("Modules", demo.modules),
        ("CaseTypes", demo.case_types),
        ("CaseLists", demo.case_lists),
        ("SupportPhone", demo.phones),
        ("SupportEmail", demo.email),
        ("SupportHours", demo.hours),
        ("ConfidentialityNotice", demo.notice),
        ("RemoteSupportUrl", demo.remote),
        ("DailyUploadLimit", DAILY_UPLOADS),
        ("DailyFileLimit", DAILY_FILES),
        ("VendorZone", demo.zone),
        ("Sender", demo.sender),
        ("TokenPublicKeys", &public),
        ("CursorKey", &keys.cursor),
        // The accounts of the demonstration sign in with what is written down about them.
        ("StaffSecondFactor", "optional"),
        // Nothing here marks files as GuardDuty does.
        ("MalwareScan", "built-in"),
        ("Architecture", architecture()?),
    ];
    let template = fs::read_to_string(paths::root().join("infra").join("template.yaml"))?;
    let hash = format!("{:x}", Sha256::digest(format!("{template}{parameters:?}{build}")));
    let (stamp, outputs) = (instance.file(DEPLOYED), instance.file("outputs.json"));
    if fs::read_to_string(&stamp).is_ok_and(|deployed| deployed == hash) {
        return Ok(serde_json::from_str(&fs::read_to_string(outputs)?)?);
    }
    let aws = || instance.aws();
    let stack = Stack { aws: &aws, name: STACK, code_bucket: CODE_BUCKET };
    stack.ensure_code_bucket()?;
    let secret = stack.ensure_secret(SECRET, || keys.token.to_secret())?;
    parameters.push(("TokenSecretArn", &secret));
    run::output(aws().args(["ses", "verify-email-identity", "--email-address", demo.sender]))?;
    stack.deploy(&parameters, &instance.file("packaged.yaml"))?;
    let found = stack.outputs()?;
    fs::write(outputs, serde_json::to_string_pretty(&found)?)?;
    fs::write(&stamp, hash).with_context(|| format!("{} cannot be written.", stamp.display()))?;
    Ok(found)
}

/// How Lambda calls this machine's architecture.
fn architecture() -> Result<&'static str> {
    match std::env::consts::ARCH {
        "x86_64" => Ok("x86_64"),
        "aarch64" => Ok("arm64"),
        other => bail!("Lambda has no functions for {other}, so none can be built here to run locally."),
    }
}
