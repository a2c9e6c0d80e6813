//! `deploy`: the portal in an AWS account, the one this shell is signed in to.

use std::process::Command;

use anyhow::{Context, Result};
use caseport_brand::Colour;
use caseport_local::{paths, venv};
use clap::{Args, ValueEnum};

use crate::keys::{TokenKey, cursor_key};
use crate::run::{self, long_step, step};
use crate::stack::Stack;
use crate::{functions, generate, settings};

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
    /// Of which types of issue there are new cases, such as incident+request+question; of all, if not said.
    #[arg(long)]
    case_types: Option<String>,
    /// How cases are listed, such as columns=address+status+type+opened+planned,entries=incident+request.
    #[arg(long)]
    case_lists: Option<String>,
    /// How many days a proposed solution waits for an answer before its case closes by itself.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=365))]
    answer_days: Option<u16>,
    /// How many gibibytes a file may have.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=100))]
    attachment_limit: Option<u16>,
    /// How many gibibytes one person may upload in a day.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    daily_upload_limit: Option<u32>,
    /// How many files one person may upload in a day.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    daily_file_limit: Option<u32>,
    /// The time zone of the vendor's business days, such as Europe/Amsterdam.
    #[arg(long)]
    vendor_zone: Option<String>,
    #[command(flatten)]
    words: OwnWords,
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

/// How the vendor is reached beside the portal, and what it says of itself there.
#[derive(Args, Debug)]
struct OwnWords {
    /// The telephone numbers of support, with commas between them, such as "+31 20 555 01 00".
    #[arg(long)]
    support_phone: Option<String>,
    /// The e-mail address that people can write to beside the portal.
    #[arg(long)]
    support_email: Option<String>,
    /// When somebody answers: one text, or "en: … | nl: … | fr: …".
    #[arg(long)]
    support_hours: Option<String>,
    /// How what the portal holds is to be treated, in words of your own, written as the hours are.
    #[arg(long)]
    confidentiality_notice: Option<String>,
    /// Where customers get the tool that engineers work on their computers with, an https address.
    #[arg(long)]
    remote_support_url: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Architecture {
    /// Graviton: cheaper, and here mostly faster.
    Arm64,
    /// Intel and AMD.
    #[value(name = "x86_64")]
    X86,
}

impl Deploy {
    /// What the functions are told by this variable, if the arguments say anything of it.
    fn setting(&self, name: &str) -> Option<String> {
        let words = &self.words;
        match name {
            "MODULES" => self.modules.clone(),
            "CASE_TYPES" => self.case_types.clone(),
            "CASE_LISTS" => self.case_lists.clone(),
            "SUPPORT_PHONE" => words.support_phone.clone(),
            "SUPPORT_EMAIL" => words.support_email.clone(),
            "SUPPORT_HOURS" => words.support_hours.clone(),
            "CONFIDENTIALITY_NOTICE" => words.confidentiality_notice.clone(),
            "REMOTE_SUPPORT_URL" => words.remote_support_url.clone(),
            "ANSWER_DAYS" => self.answer_days.map(|days| days.to_string()),
            "ATTACHMENT_LIMIT" => self.attachment_limit.map(|limit| limit.to_string()),
            "DAILY_UPLOAD_LIMIT" => self.daily_upload_limit.map(|limit| limit.to_string()),
            "DAILY_FILE_LIMIT" => self.daily_file_limit.map(|limit| limit.to_string()),
            "VENDOR_ZONE" => self.vendor_zone.clone(),
            _ => None,
        }
    }
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
    // The template is looser: a stack would come up to date, and no function of it start.
    settings::check(|name| arguments.setting(name).unwrap_or_default())?;
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

    long_step("Building the functions for Lambda", || build(arguments.architecture))?;
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
        let answer_days = arguments.answer_days.map(|days| days.to_string());
        let attachment_limit = arguments.attachment_limit.map(|limit| limit.to_string());
        let daily_uploads = arguments.daily_upload_limit.map(|limit| limit.to_string());
        let daily_files = arguments.daily_file_limit.map(|limit| limit.to_string());
        let optional = [
            ("Brand", &arguments.brand),
            ("BrandColour", &colour),
            ("Modules", &arguments.modules),
            ("CaseTypes", &arguments.case_types),
            ("CaseLists", &arguments.case_lists),
            ("SupportPhone", &arguments.words.support_phone),
            ("SupportEmail", &arguments.words.support_email),
            ("SupportHours", &arguments.words.support_hours),
            ("ConfidentialityNotice", &arguments.words.confidentiality_notice),
            ("RemoteSupportUrl", &arguments.words.remote_support_url),
            ("AnswerDays", &answer_days),
            ("AttachmentLimit", &attachment_limit),
            ("DailyUploadLimit", &daily_uploads),
            ("DailyFileLimit", &daily_files),
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
    eprintln!(
        "\nYour own people get accounts by `cargo xtask staff add EMAIL --name NAME --stack {}`, \
        the first administrator with --administrator.",
        stack.name
    );
    Ok(())
}

/// Builds every function by cargo-lambda, which links against the C library that Lambda has.
fn build(architecture: Architecture) -> Result<()> {
    run::shown(&mut cargo_lambda(architecture))
}

fn cargo_lambda(architecture: Architecture) -> Command {
    let path = std::env::var("PATH").unwrap_or_default();
    let tools = venv::tool("").display().to_string();
    let mut build = Command::new(venv::tool("cargo-lambda"));
    build.args(["lambda", "build", "--release", "--output-format", "zip", "--workspace"]);
    build.arg("--lambda-dir").arg(functions::zips());
    build.arg(match architecture {
        Architecture::Arm64 => "--arm64",
        Architecture::X86 => "--x86-64",
    });
    for name in functions::names() {
        build.args(["--bin", name]);
    }
    // cargo-lambda finds its cross linker, zig, beside itself.
    build.current_dir(paths::root()).env("PATH", format!("{tools}:{path}"));
    build
}

/// The secret with the key that signs access tokens, made the first time, and what verifies them.
fn keys(stack: &Stack<'_>) -> Result<(String, String)> {
    let secret =
        stack.ensure_secret(&format!("{}/token-key", stack.name), || TokenKey::generate()?.to_secret())?;
    let public = TokenKey::from_secret(&stack.secret(&secret)?)?.public()?;
    Ok((secret, public))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Cli {
        #[command(flatten)]
        deploy: Deploy,
    }

    /// What is said of a deployment with these arguments beside those that all have.
    fn checked(arguments: &[&str]) -> Result<()> {
        let all = ["deploy", "--origin", "https://support.example.com", "--sender", "help@example.com"];
        let cli = Cli::try_parse_from(all.iter().chain(arguments))?;
        settings::check(|name| cli.deploy.setting(name).unwrap_or_default())
    }

    /// E23, M8, M9, M43: what no function would start with is refused before anything is deployed.
    #[test]
    fn e23_m8_m9_m43_a_setting_that_cannot_be_read_is_not_deployed() {
        assert!(checked(&[]).is_ok());
        for (option, right, wrong) in [
            ("--support-phone", "+31 (0)20 555 01 00, 0800-0119", "12"),
            ("--support-email", "help@vendor.example", "help@vendor.example, me@vendor.example"),
            ("--support-hours", "en: weekdays | nl: op werkdagen", "weekdays | op werkdagen"),
            ("--confidentiality-notice", "Ours alone", "en: Ours | en: Ours alone"),
            ("--remote-support-url", "https://assist.vendor.example", "https://"),
            ("--modules", "knowledge=soon", "no-such-module=off"),
            ("--case-types", "incident+request", "complaint"),
            ("--case-lists", "columns=status+type", "columns=colour"),
            ("--vendor-zone", "Europe/Amsterdam", "Europe/Atlantis"),
        ] {
            assert!(checked(&[option, right]).is_ok(), "{option} {right}");
            let error = format!("{:#}", checked(&[option, wrong]).unwrap_err());
            let name = option.trim_start_matches("--").replace('-', "_").to_uppercase();
            assert!(error.contains(&name) && error.contains("nothing was deployed"), "{error}");
        }
    }

    /// What is built is what the template has uploaded, and all of it.
    #[test]
    fn every_function_is_built_to_where_the_template_expects_it() {
        let build = cargo_lambda(Architecture::Arm64);
        let arguments: Vec<_> = build.get_args().map(|argument| argument.to_string_lossy()).collect();
        let template = include_str!("../../template.yaml");
        let folder = arguments.iter().skip_while(|argument| *argument != "--lambda-dir").nth(1);
        assert!(folder.is_some_and(|folder| folder.ends_with("/target/lambda")), "{arguments:?}");
        for name in functions::names() {
            let zip = format!("CodeUri: ../target/lambda/{name}/bootstrap.zip");
            assert!(template.contains(&zip) && arguments.iter().any(|argument| argument == name), "{name}");
        }
    }

    /// M9: what the functions read, three texts with their languages, the template lets through.
    #[test]
    fn m9_three_texts_fit_into_the_template() {
        let text = "é".repeat(300);
        let words = format!("en: {text} | nl: {text} | fr: {text}");
        let template = include_str!("../../base.yaml");
        for (option, parameter) in
            [("--support-hours", "  SupportHours:"), ("--confidentiality-notice", "  ConfidentialityNotice:")]
        {
            assert!(checked(&[option, &words]).is_ok(), "{option}");
            let said = template.split(parameter).nth(1).and_then(|rest| rest.split("MaxLength: ").nth(1));
            let most = said.and_then(|rest| rest.lines().next()).and_then(|most| most.parse::<usize>().ok());
            assert!(most.is_some_and(|most| words.chars().count() <= most), "{parameter} {most:?}");
        }
    }
}
