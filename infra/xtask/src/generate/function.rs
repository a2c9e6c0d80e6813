//! A function with its role, and what calls it.

use caseport_routes::{Need, Route, Trigger, Worker};

use super::names::{indented, logical};
use super::policy::{self, Statement};

/// The function and role of a route.
pub fn route(route: &Route) -> String {
    let id = logical(route.name);
    let statements = route.needs.iter().filter_map(policy::statement).collect();
    let function = function(route.name, route.summary, route.needs, None);
    format!("# {}\n{function}{}", route.key(), role(&id, statements))
}

/// The function and role of a worker, and its event source.
pub fn worker(worker: &Worker) -> String {
    let id = logical(worker.name);
    let mut statements: Vec<_> = worker.needs.iter().filter_map(policy::statement).collect();
    let source = match worker.trigger {
        Trigger::Stream => {
            statements.extend(stream_statements());
            stream_source(&id, worker.at_once)
        }
        Trigger::Queue(queue) | Trigger::Schedule { queue, .. } => {
            let queue = logical(queue.name());
            statements.push(Statement::new(
                &["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
                &format!("!GetAtt {queue}Queue.Arn"),
            ));
            queue_source(&id, &queue, worker.at_once)
        }
    };
    let function = function(worker.name, worker.summary, worker.needs, Some(worker.seconds));
    format!("# Worker\n{function}{}{source}", role(&id, statements))
}

fn function(name: &str, summary: &str, needs: &[Need], timeout: Option<u16>) -> String {
    let id = logical(name);
    let timeout = timeout.map(|seconds| format!("    Timeout: {seconds}\n")).unwrap_or_default();
    let variables = policy::variables(needs).join("\n");
    let environment = if variables.is_empty() {
        String::new()
    } else {
        format!("    Environment:\n      Variables:\n{}", indented(&variables, 8))
    };
    format!(
        "{id}:
  Type: AWS::Serverless::Function
  Properties:
    FunctionName: !Sub ${{AWS::StackName}}-{name}
    Description: {summary:?}
    CodeUri: ../target/lambda/{name}/bootstrap.zip
    Role: !GetAtt {id}Role.Arn
{timeout}{environment}"
    )
}

fn role(id: &str, statements: Vec<Statement>) -> String {
    let mut text = format!(
        "{id}Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: \"2012-10-17\"
      Statement: [{{Effect: Allow, Principal: {{Service: lambda.amazonaws.com}}, Action: sts:AssumeRole}}]
    ManagedPolicyArns: [!Ref WriteLogs]
"
    );
    if !statements.is_empty() {
        text += "    Policies:
      - PolicyName: needs
        PolicyDocument:
          Version: \"2012-10-17\"
          Statement:
";
        for statement in statements {
            text += &indented(&statement.yaml(), 12);
        }
    }
    text
}

fn stream_statements() -> [Statement; 2] {
    [
        Statement::new(
            &[
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator",
                "dynamodb:ListStreams",
            ],
            "!Sub \"${Table.Arn}/stream/*\"",
        ),
        Statement::new(&["sqs:SendMessage"], "!GetAtt EventsDeadLetters.Arn"),
    ]
}

/// New events, letters, erasures and files, cases and archives that changed, and files on their way that are forgotten, only:
/// the mails about events, whose keys begin the same, have no hash and no verdict. A batch that fails is halved until the bad record
/// stands alone, and that one is reported to the dead-letter queue while the others go on.
fn stream_source(id: &str, at_once: u8) -> String {
    format!(
        "{id}Source:
  Type: AWS::Lambda::EventSourceMapping
  Properties:
    FunctionName: !Ref {id}
    EventSourceArn: !GetAtt Table.StreamArn
    StartingPosition: TRIM_HORIZON
    BatchSize: {at_once}
    BisectBatchOnFunctionError: true
    MaximumRetryAttempts: 20
    FunctionResponseTypes: [ReportBatchItemFailures]
    FilterCriteria:
      Filters:
        - Pattern: '{{\"eventName\":[\"INSERT\"],\"dynamodb\":{{\"Keys\":{{\"sk\":{{\"S\":[{{\"prefix\":\"{event}\"}}]}}}},\"NewImage\":{{\"hash\":{{\"S\":[{{\"exists\":true}}]}}}}}}}}'
        - Pattern: '{{\"eventName\":[\"INSERT\"],\"dynamodb\":{{\"Keys\":{{\"sk\":{{\"S\":[\"{letter}\",\"{erasure}\"]}}}}}}}}'
        - Pattern: '{{\"eventName\":[\"INSERT\"],\"dynamodb\":{{\"Keys\":{{\"sk\":{{\"S\":[{{\"prefix\":\"{event}\"}}]}}}},\"NewImage\":{{\"verdict\":{{\"S\":[{{\"exists\":true}}]}}}}}}}}'
        - Pattern: '{{\"eventName\":[\"REMOVE\"],\"dynamodb\":{{\"Keys\":{{\"sk\":{{\"S\":[\"{upload}\"]}}}}}}}}'
        - Pattern: '{{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{{\"Keys\":{{\"sk\":{{\"S\":[\"{snapshot}\",\"{archive}\"]}}}}}}}}'
    DestinationConfig:
      OnFailure: {{Destination: !GetAtt EventsDeadLetters.Arn}}
",
        event = caseport_keys::EVENT,
        letter = caseport_keys::LETTER,
        erasure = caseport_keys::ERASURE,
        archive = caseport_keys::ARCHIVE,
        upload = caseport_keys::UPLOAD,
        snapshot = caseport_keys::SNAPSHOT,
    )
}

fn queue_source(id: &str, queue: &str, at_once: u8) -> String {
    format!(
        "{id}Source:
  Type: AWS::Lambda::EventSourceMapping
  Properties:
    FunctionName: !Ref {id}
    EventSourceArn: !GetAtt {queue}Queue.Arn
    BatchSize: {at_once}
    FunctionResponseTypes: [ReportBatchItemFailures]
"
    )
}
