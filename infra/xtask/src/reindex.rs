//! `reindex`: the indexes that cases are found by, made anew of what the table has.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};
use caseport_domain::search::Errand;
use caseport_local::{Instance, Portal, venv};
use clap::Args;

use crate::run::{self, step};
use crate::stack::Stack;

/// The arguments of `reindex`.
#[derive(Args, Debug)]
pub struct Reindex {
    /// The stack, in the AWS account this shell is signed in to; without it, the portal on this machine.
    #[arg(long)]
    stack: Option<String>,
    /// The stack's region, if not that of `AWS_REGION`.
    #[arg(long, requires = "stack")]
    region: Option<String>,
    /// The port of the portal on this machine.
    #[arg(long, default_value_t = Instance::PORT, conflicts_with = "stack")]
    port: u16,
}

/// Removes all indexes, and has the worker that keeps them make them anew. Until it has, less is found.
pub fn reindex(arguments: &Reindex) -> Result<()> {
    venv::ensure()?;
    let Some(name) = &arguments.stack else {
        let instance = Instance::local(arguments.port);
        let portal = Portal::read(&instance.file("portal.json"))?;
        let aws = || {
            let mut aws = instance.aws();
            aws.args(["--endpoint-url", &instance.endpoint()]);
            aws
        };
        return anew(&aws, &portal.resources);
    };
    let region = arguments.region.clone().or_else(|| std::env::var("AWS_REGION").ok());
    let region = region.context("Say which region with --region or AWS_REGION.")?;
    let aws = || {
        let mut aws = Command::new(venv::tool("aws"));
        aws.env("AWS_REGION", &region).env("AWS_DEFAULT_REGION", &region);
        aws
    };
    let stack = Stack { aws: &aws, name, code_bucket: "" };
    anew(&aws, &stack.outputs()?)
}

fn anew(aws: &dyn Fn() -> Command, resources: &BTreeMap<String, String>) -> Result<()> {
    let named = |name: &str| resources.get(name).with_context(|| format!("The portal has no {name}."));
    let indexes = format!("s3://{}/{}", named("Attachments")?, caseport_keys::SEARCH);
    step("Removing the indexes", || {
        run::output(aws().args(["s3", "rm", "--recursive", "--only-show-errors", &indexes]))
    })?;
    let errand = serde_json::to_string(&Errand::Rebuild { from: 0 })?;
    // Whoever asks twice is served twice.
    let once = SystemTime::UNIX_EPOCH.elapsed()?.as_millis().to_string();
    step("Asking for new ones", || {
        run::output(
            aws()
                .args([
                    "sqs",
                    "send-message",
                    "--queue-url",
                    named("SearchQueue")?,
                    "--message-body",
                    &errand,
                ])
                .args(["--message-group-id", "rebuild", "--message-deduplication-id", &once]),
        )
    })?;
    eprintln!("The worker makes them. How much is left says the number of messages in the search queue.");
    Ok(())
}
