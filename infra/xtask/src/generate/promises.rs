//! What every queue, function and store of the template has, whoever adds one.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use caseport_local::paths;
use caseport_routes::Queue;

use super::{logical, template};
use crate::functions;

/// The resources of the template by their logical identifiers, each with its own lines.
struct Resources {
    /// What stands before them.
    head: String,
    all: BTreeMap<String, String>,
}

impl Resources {
    /// Those that `generate` would write.
    fn generated() -> Result<Self> {
        let text = template::render(&fs::read_to_string(paths::root().join("infra").join("base.yaml"))?)?;
        let (head, rest) = text.split_once("\nResources:\n").context("The template has resources.")?;
        let (resources, _) = rest.split_once("\nOutputs:\n").context("The template has outputs.")?;
        let (mut all, mut id) = (BTreeMap::<String, String>::new(), "");
        for line in resources.lines() {
            let begins = line.strip_prefix("  ").filter(|rest| rest.starts_with(char::is_alphabetic));
            if let Some(name) = begins.and_then(|rest| rest.strip_suffix(':')) {
                id = name;
                all.insert(id.to_owned(), String::new());
            } else if let Some(lines) = all.get_mut(id) {
                lines.push_str(line);
                lines.push('\n');
            }
        }
        Ok(Self { head: head.to_owned(), all })
    }

    fn get(&self, id: &str) -> Result<&str> {
        self.all.get(id).map(String::as_str).with_context(|| format!("The template has no {id}."))
    }

    /// The identifiers of all of this type.
    fn of(&self, kind: &str) -> Vec<&str> {
        let line = format!("    Type: {kind}\n");
        let of = self.all.iter().filter(|(_, lines)| lines.contains(&line));
        of.map(|(id, _)| id.as_str()).collect()
    }

    /// Demands that a resource says all of this.
    fn says(&self, id: &str, lines: &[&str]) -> Result<()> {
        let text = self.get(id)?;
        for line in lines {
            ensure!(text.contains(line), "{id} does not say `{line}`:\n{text}");
        }
        Ok(())
    }
}

#[test]
fn every_queue_has_dead_letters_and_both_have_alarms() -> Result<()> {
    let template = Resources::generated()?;
    let queues = template.of("AWS::SQS::Queue");
    for queue in Queue::ALL {
        let id = format!("{}Queue", logical(queue.name()));
        ensure!(queues.contains(&id.as_str()), "{id} is no queue");
    }
    for id in queues {
        template.says(id, &["SqsManagedSseEnabled: true"])?;
        let alarm = format!("{id}Alarm");
        template.says(
            &alarm,
            &["Type: AWS::CloudWatch::Alarm", &format!("!GetAtt {id}.QueueName}}"), "[!Ref AlarmTopic]"],
        )?;
        if let Some(name) = id.strip_suffix("Queue") {
            let dead = format!("{name}DeadLetters");
            template.says(id, &[&format!("deadLetterTargetArn: !GetAtt {dead}.Arn"), "maxReceiveCount: "])?;
            template.says(&dead, &["Type: AWS::SQS::Queue"])?;
        } else {
            ensure!(id.ends_with("DeadLetters"), "{id} is neither a queue nor has dead letters");
        }
    }
    Ok(())
}

/// What fails of a batch comes back by itself, and what fails for good of the stream is kept.
#[test]
fn every_event_source_reports_what_failed() -> Result<()> {
    let template = Resources::generated()?;
    let sources = template.of("AWS::Lambda::EventSourceMapping");
    ensure!(sources.len() > Queue::ALL.len(), "each queue and the stream lead to a worker: {sources:?}");
    for id in sources {
        template.says(id, &["FunctionResponseTypes: [ReportBatchItemFailures]"])?;
        if template.get(id)?.contains("!GetAtt Table.StreamArn") {
            template.says(id, &["OnFailure: {Destination: !GetAtt EventsDeadLetters.Arn}"])?;
        }
    }
    Ok(())
}

#[test]
fn every_function_has_a_role_of_its_own_and_logs_that_end() -> Result<()> {
    let template = Resources::generated()?;
    let of_all = template.of("AWS::Serverless::Function");
    ensure!(of_all.len() == functions::names().count(), "each route and worker is one: {of_all:?}");
    for id in &of_all {
        template.says(id, &[&format!("    Role: !GetAtt {id}Role.Arn\n")])?;
        template.says(&format!("{id}Role"), &["Type: AWS::IAM::Role", "[!Ref WriteLogs]"])?;
        ensure!(!template.get(id)?.contains("LoggingConfig"), "{id} logs elsewhere");
    }
    ensure!(template.head.contains("      LogGroup: !Ref FunctionLogs\n"), "the functions have a log group");
    for id in template.of("AWS::Logs::LogGroup") {
        template.says(id, &["RetentionInDays: !Ref LogRetentionDays"])?;
    }
    template.says("FunctionLogs", &["Type: AWS::Logs::LogGroup"])
}

/// Least privilege: who looks something up for itself, and tells nobody where to look further, cannot sign that.
#[test]
fn who_gives_out_no_cursor_has_not_the_key() -> Result<()> {
    let template = Resources::generated()?;
    for name in ["records-product-save", "workers-auto-close", "workers-reminders"] {
        let id = logical(name);
        template.says(&id, &["TABLE: !Ref Table"])?;
        ensure!(!template.get(&id)?.contains("CURSOR_KEY"), "{id} has the key");
    }
    template.says(&logical("records-companies"), &["CURSOR_KEY: !Ref CursorKey"])
}

#[test]
fn what_is_kept_is_encrypted_and_can_be_restored() -> Result<()> {
    let template = Resources::generated()?;
    let tables = template.of("AWS::DynamoDB::Table");
    ensure!(tables == ["Table"], "{tables:?}");
    template
        .says("Table", &["DeletionPolicy: Retain", "PointInTimeRecoveryEnabled: true", "SSEEnabled: true"])?;
    for id in template.of("AWS::S3::Bucket") {
        template.says(id, &["DeletionPolicy: Retain", "SSEAlgorithm: ", "RestrictPublicBuckets: true"])?;
    }
    Ok(())
}

#[test]
fn the_api_is_throttled() -> Result<()> {
    let template = Resources::generated()?;
    let stages = template.of("AWS::ApiGatewayV2::Stage");
    ensure!(!stages.is_empty(), "the API has a stage");
    for id in stages {
        for limit in ["ThrottlingRateLimit: ", "ThrottlingBurstLimit: "] {
            let lines = template.get(id)?;
            let said = lines.split(limit).nth(1).and_then(|rest| rest.lines().next());
            let number: u32 = said.with_context(|| format!("{id} has no {limit}"))?.parse()?;
            ensure!(number > 0, "{limit}{number}");
        }
    }
    Ok(())
}

/// Whatever acts here may do what it is there for, and nothing with whatever there is.
#[test]
fn no_role_is_allowed_everything() -> Result<()> {
    let template = Resources::generated()?;
    for id in template.of("AWS::IAM::Role").into_iter().chain(template.of("AWS::IAM::ManagedPolicy")) {
        let lines = template.get(id)?;
        for everything in [":*", "\"*\""] {
            ensure!(!lines.contains(everything), "{id} may do `{everything}`:\n{lines}");
        }
    }
    Ok(())
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// Scripts of no other site read what is stored, nor what the API answers.
#[test]
fn the_bucket_lets_in_the_portals_pages_and_the_api_nobodys() -> Result<()> {
    let template = Resources::generated()?;
    for (id, lines) in &template.all {
        if id == "Attachments" {
            let allowed: Vec<_> = lines.split("AllowedOrigins: ").skip(1).map(first_line).collect();
            ensure!(allowed == ["[!Ref PortalOrigin]"], "{id} allows {allowed:?}");
        } else {
            ensure!(!lines.to_lowercase().contains("cors"), "{id} lets other origins in:\n{lines}");
        }
    }
    template.says("Api", &["Type: AWS::ApiGatewayV2::Api"])
}
