//! Deploying the template, by the `aws` tool: the same way here and to an account.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use caseport_local::paths;
use serde_json::Value;

use crate::run;

/// A stack of an account, or of the emulator.
pub struct Stack<'a> {
    /// Makes an `aws` command for the account.
    pub aws: &'a dyn Fn() -> Command,
    /// The stack's name.
    pub name: &'a str,
    /// The bucket for the functions' zips.
    pub code_bucket: &'a str,
}

impl Stack<'_> {
    /// Makes the bucket for the zips, unless it is there.
    pub fn ensure_code_bucket(&self) -> Result<()> {
        let bucket = format!("s3://{}", self.code_bucket);
        if run::output((self.aws)().args(["s3", "ls", &bucket])).is_err() {
            run::output((self.aws)().args(["s3", "mb", &bucket]))?;
        }
        Ok(())
    }

    /// The address of a secret, which gets a value if it has none yet.
    pub fn ensure_secret(&self, name: &str, value: impl FnOnce() -> Result<String>) -> Result<String> {
        let describe =
            ["secretsmanager", "describe-secret", "--query", "ARN", "--output", "text", "--secret-id", name];
        if let Ok(arn) = run::output((self.aws)().args(describe)) {
            return Ok(arn);
        }
        let create =
            ["secretsmanager", "create-secret", "--query", "ARN", "--output", "text", "--name", name];
        run::output((self.aws)().args(create).args(["--secret-string", &value()?]))
    }

    /// What a secret holds.
    pub fn secret(&self, arn: &str) -> Result<String> {
        let get = ["secretsmanager", "get-secret-value", "--query", "SecretString", "--output", "text"];
        run::output((self.aws)().args(get).args(["--secret-id", arn]))
    }

    /// Uploads the zips and brings the stack to what the template says.
    ///
    /// A parameter left out keeps the value it has.
    pub fn deploy(&self, parameters: &[(&str, &str)], packaged: &Path) -> Result<()> {
        let template = paths::root().join("infra").join("template.yaml");
        run::output(
            (self.aws)()
                .args(["cloudformation", "package", "--s3-bucket", self.code_bucket, "--template-file"])
                .arg(template)
                .arg("--output-template-file")
                .arg(packaged),
        )?;
        let overrides = parameters.iter().map(|(name, value)| format!("{name}={value}"));
        run::output(
            (self.aws)()
                .args(["cloudformation", "deploy", "--no-fail-on-empty-changeset"])
                .args(["--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"])
                .args(["--stack-name", self.name, "--s3-bucket", self.code_bucket, "--template-file"])
                .arg(packaged)
                .arg("--parameter-overrides")
                .args(overrides),
        )
        .map(drop)
    }

    /// Whether the stack is there.
    pub fn exists(&self) -> bool {
        self.describe().is_ok()
    }

    /// What the stack tells of itself.
    pub fn outputs(&self) -> Result<BTreeMap<String, String>> {
        let described: Value = serde_json::from_str(&self.describe()?)?;
        let outputs = described.as_array().context("The stack has no outputs.")?;
        let pair = |output: &Value| {
            Some((
                output.get("OutputKey")?.as_str()?.to_owned(),
                output.get("OutputValue")?.as_str()?.to_owned(),
            ))
        };
        Ok(outputs.iter().filter_map(pair).collect())
    }

    fn describe(&self) -> Result<String> {
        let describe =
            ["cloudformation", "describe-stacks", "--query", "Stacks[0].Outputs", "--output", "json"];
        run::output((self.aws)().args(describe).args(["--stack-name", self.name]))
    }
}
