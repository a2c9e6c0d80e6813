//! `deploy`: the portal in an AWS account, the one this shell is signed in to.

use std::process::Command;

use anyhow::{Context, Result};
use caseport_brand::Colour;
use caseport_local::{paths, venv};
use clap::{Args, ValueEnum};

use crate::keys::{TokenKey, cursor_key};
use crate::run::{self, step};
use crate::stack::Stack;
use crate::{functions, generate};

/// The arguments of `deploy`.
#[derive(Args, Debug)]
pub struct Deploy {
    /// The name of the stack; another name is another portal.
    #[arg(long, default_value = "caseport")]
    stack: String,
    /// The region, if not that of `AWS_REGION`.
    #[arg(long)]
    region: Option<String>,
    /// The portal's address as browsers know it, such as <https://support.example.com>.
    #[arg(long)]
    origin: String,
    /// The address mails come from, a verified identity of SES.
    #[arg(long)]
    sender: String,
    /// The name on pages and mails.
    #[arg(long)]
    brand: Option<String>,
    /// The colour of pages and mails, such as #0b6477.
    #[arg(long)]
    colour: Option<Colour>,
    /// Which modules are used, such as knowledge=soon,remote-access=off.
    #[arg(long)]
    modules: Option<String>,
    /// How cases are listed, such as columns=address+status+type+opened+planned,entries=incident+request.
    #[arg(long)]
    case_lists: Option<String>,
    /// The time zone of the vendor's business days, such as Europe/Amsterdam.
    #[arg(long)]
    vendor_zone: Option<String>,
    /// The portal's own domain name.
    #[arg(long, requires = "certificate")]
    domain: Option<String>,
    /// The ARN of the domain's certificate, in the same region.
    #[arg(long)]
    certificate: Option<String>,
    /// Lets engineers sign in by a password alone, if they want to.
    #[arg(long)]
    optional_second_factor: bool,
    /// Looks at files by the portal's own rules alone, without GuardDuty.
    #[arg(long)]
    no_malware_scan: bool,
    /// The ARN of the SNS topic told of alarms.
    #[arg(long)]
    alarms: Option<String>,
    /// What the functions run on.
    #[arg(long, value_enum, default_value_t = Architecture::Arm64)]
    architecture: Architecture,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Architecture {
    /// Graviton: cheaper, and here mostly faster.
    Arm64,
    /// Intel and AMD.
    #[value(name = "x86_64")]
    X86,
}

impl Architecture {
    /// As the template calls it.
    const fn name(self) -> &'static str {
        match self {
            Self::Arm64 => "arm64",
            Self::X86 => "x86_64",
        }
    }
}

/// Builds the functions for Lambda, sees to the keys, and brings the stack up to date.
pub fn deploy(arguments: &Deploy) -> Result<()> {
    venv::ensure()?;
    generate::check()?;
    let region = arguments.region.clone().or_else(|| std::env::var("AWS_REGION").ok());
    let region = region.context("Say which region with --region or AWS_REGION.")?;
    let aws = || {
        let mut aws = Command::new(venv::tool("aws"));
        aws.env("AWS_REGION", &region).env("AWS_DEFAULT_REGION", &region);
        aws
    };
    let identity = ["sts", "get-caller-identity", "--query", "Account", "--output", "text"];
    let account = step("Asking whose account this is", || run::output(aws().args(identity)))?;
    eprintln!("Account {account}, region {region}, stack {}", arguments.stack);
    let code_bucket = format!("{}-code-{account}-{region}", arguments.stack);
    let stack = Stack { aws: &aws, name: &arguments.stack, code_bucket: &code_bucket };

    step("Building the functions for Lambda", || build(arguments.architecture))?;
    let (secret, public) = step("Seeing to the keys", || keys(&stack))?;
    step("Deploying the template", || {
        stack.ensure_code_bucket()?;
        let mut parameters = vec![
            ("PortalOrigin", arguments.origin.as_str()),
            ("Sender", &arguments.sender),
            ("TokenPublicKeys", &public),
            ("TokenSecretArn", &secret),
            ("StaffSecondFactor", if arguments.optional_second_factor { "optional" } else { "required" }),
            ("MalwareScan", if arguments.no_malware_scan { "built-in" } else { "guardduty" }),
            ("Architecture", arguments.architecture.name()),
        ];
        let colour = arguments.colour.map(|colour| colour.to_string());
        let optional = [
            ("Brand", &arguments.brand),
            ("BrandColour", &colour),
            ("Modules", &arguments.modules),
            ("CaseLists", &arguments.case_lists),
            ("VendorZone", &arguments.vendor_zone),
            ("DomainName", &arguments.domain),
            ("CertificateArn", &arguments.certificate),
            ("AlarmTopic", &arguments.alarms),
        ];
        parameters.extend(optional.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))));
        // Made once: a new one would make every list begin again in the middle of somebody's reading.
        let cursor = if stack.exists() { None } else { Some(cursor_key()?) };
        parameters.extend(cursor.as_deref().map(|key| ("CursorKey", key)));
        stack.deploy(&parameters, &paths::target().join("packaged.yaml"))
    })?;
    for (name, value) in stack.outputs()? {
        eprintln!("{name:<20} {value}");
    }
    Ok(())
}

/// Builds every function by cargo-lambda, which links against the C library that Lambda has.
fn build(architecture: Architecture) -> Result<()> {
    let path = std::env::var("PATH").unwrap_or_default();
    let tools = venv::tool("").display().to_string();
    let mut build = Command::new(venv::tool("cargo-lambda"));
    build.args(["lambda", "build", "--release", "--output-format", "zip", "--workspace"]);
    build.arg(match architecture {
        Architecture::Arm64 => "--arm64",
        Architecture::X86 => "--x86-64",
    });
    for name in functions::names() {
        build.args(["--bin", name]);
    }
    // cargo-lambda finds its cross linker, zig, beside itself.
    run::shown(build.current_dir(paths::root()).env("PATH", format!("{tools}:{path}")))
}

/// The secret with the key that signs access tokens, made the first time, and what verifies them.
fn keys(stack: &Stack<'_>) -> Result<(String, String)> {
    let secret =
        stack.ensure_secret(&format!("{}/token-key", stack.name), || TokenKey::generate()?.to_secret())?;
    let public = TokenKey::from_secret(&stack.secret(&secret)?)?.public()?;
    Ok((secret, public))
}
