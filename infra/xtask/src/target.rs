//! The portal that an operator's command is for, on this machine or in an AWS account.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use caseport_local::{Instance, Portal, venv};
use clap::Args;
use serde::Serialize;

use crate::run;
use crate::stack::Stack;

/// Says, as JSON, by which environment variables another program has the credentials that `aws` has: by whichever of its
/// ways, profiles and single sign-on included. That `aws` has no command for it.
const CREDENTIALS: &str = "
import json, botocore.session
found = botocore.session.Session().get_credentials()
found = found and found.get_frozen_credentials()
names = ('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN')
print(json.dumps(found and {name: value for name, value in zip(names, found) if value}))
";

/// Which portal a command is for.
#[derive(Args, Debug)]
pub struct Target {
    /// The stack, in the AWS account this shell is signed in to; without it, the portal on this machine.
    #[arg(long)]
    stack: Option<String>,
    /// The stack's region, if not that of `AWS_REGION`.
    #[arg(long, requires = "stack")]
    region: Option<String>,
    /// The port of the portal on this machine.
    #[arg(long, default_value_t = Instance::PORT, conflicts_with = "stack")]
    port: u16,
    /// The `portal.json` of a portal on this machine that is another: of `up --watch`, say.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["stack", "port"])]
    portal_json: Option<PathBuf>,
}

/// A portal that is deployed.
pub struct Deployed {
    aws: Box<dyn Fn() -> Command>,
    resources: BTreeMap<String, String>,
}

impl Target {
    /// The portal, which must be there.
    ///
    /// # Errors
    /// When it is not, or the region is not known.
    pub fn deployed(&self) -> Result<Deployed> {
        venv::ensure()?;
        let Some(name) = &self.stack else {
            let usual = || Instance::local(self.port).file("portal.json");
            let portal = Portal::read(&self.portal_json.clone().unwrap_or_else(usual))?;
            let (instance, resources) = (portal.instance()?, portal.resources);
            let aws = move || {
                let mut aws = instance.aws();
                aws.args(["--endpoint-url", &instance.endpoint()]);
                aws
            };
            return Ok(Deployed { aws: Box::new(aws), resources });
        };
        let region = self.region.clone().or_else(|| std::env::var("AWS_REGION").ok());
        let region = region.context("Say which region with --region or AWS_REGION.")?;
        let aws = move || {
            let mut aws = Command::new(venv::tool("aws"));
            aws.env("AWS_REGION", &region).env("AWS_DEFAULT_REGION", &region);
            aws
        };
        let resources = Stack { aws: &aws, name, code_bucket: "" }.outputs()?;
        Ok(Deployed { aws: Box::new(aws), resources })
    }
}

impl Deployed {
    /// An `aws` command for its account.
    pub fn aws(&self) -> Command {
        (self.aws)()
    }

    /// A program of the project's that speaks to its account by the SDK: with the region and the credentials that `aws`
    /// has, wherever it has them from.
    ///
    /// # Errors
    /// When there are no credentials.
    pub fn program(&self, program: &Path) -> Result<Command> {
        let mut command = Command::new(program);
        let mut python = Command::new(venv::tool("python"));
        for (name, value) in self.aws().get_envs() {
            for command in [&mut command, &mut python] {
                match value {
                    Some(value) => command.env(name, value),
                    None => command.env_remove(name),
                };
            }
        }
        let found = run::output(python.args(["-c", CREDENTIALS]))?;
        let found: BTreeMap<String, String> = serde_json::from_str(&found)
            .map_err(|_| anyhow!("This shell is signed in to no AWS account."))?;
        command.env_remove("AWS_SESSION_TOKEN").envs(found);
        Ok(command)
    }

    /// What its stack's output of this name says.
    ///
    /// # Errors
    /// When there is no such output.
    pub fn named(&self, output: &str) -> Result<&str> {
        let found = self.resources.get(output).map(String::as_str);
        found.with_context(|| format!("The portal has no {output}."))
    }

    /// Sends a message to the queue that the output of this name leads to, with what else that queue asks for.
    ///
    /// # Errors
    /// When the queue does not take it.
    pub fn send(&self, queue: &str, message: &impl Serialize, further: &[&str]) -> Result<()> {
        let (queue, body) = (self.named(queue)?, serde_json::to_string(message)?);
        let send = ["sqs", "send-message", "--queue-url", queue, "--message-body", &body];
        run::output(self.aws().args(send).args(further)).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use clap::error::ErrorKind;

    use super::*;

    #[derive(Parser)]
    struct Typed {
        #[command(flatten)]
        target: Target,
    }

    /// The file that these words name, or what is wrong with them.
    fn file(words: &str) -> Result<Option<PathBuf>, ErrorKind> {
        let words = std::iter::once("reindex").chain(words.split_whitespace());
        Typed::try_parse_from(words).map(|typed| typed.target.portal_json).map_err(|error| error.kind())
    }

    #[test]
    fn a_portal_is_named_in_one_way() {
        for words in ["", "--port 4600", "--stack caseport --region eu-west-1"] {
            assert_eq!(file(words), Ok(None), "{words}");
        }
        assert_eq!(file("--portal-json watch/portal.json"), Ok(Some("watch/portal.json".into())));
        for other in ["--port 4600", "--stack caseport"] {
            let both = format!("--portal-json portal.json {other}");
            assert_eq!(file(&both), Err(ErrorKind::ArgumentConflict), "{other}");
        }
        assert_eq!(file("--region eu-west-1"), Err(ErrorKind::MissingRequiredArgument));
    }
}
