//! A function's permissions and variables, from its needs.

use caseport_keys::index_name;
use caseport_routes::{Access, Entity, Need, ObjectAccess, Queue};

use super::names::{indented, logical};

/// One statement of a policy, as YAML.
pub struct Statement {
    actions: Vec<&'static str>,
    /// A YAML expression.
    resource: String,
    /// The lines under `Condition:`.
    condition: Option<String>,
}

impl Statement {
    /// What allows `actions` on `resource`.
    pub fn new(actions: &[&'static str], resource: &str) -> Self {
        Self { actions: actions.to_vec(), resource: resource.to_owned(), condition: None }
    }

    fn when(self, condition: String) -> Self {
        Self { condition: Some(condition), ..self }
    }

    /// The statement as an item of a YAML list.
    pub fn yaml(&self) -> String {
        let mut text = format!(
            "- Effect: Allow\n  Action: [{}]\n  Resource: {}\n",
            self.actions.join(", "),
            self.resource
        );
        if let Some(condition) = &self.condition {
            text += "  Condition:\n";
            text += &indented(condition, 4);
        }
        text
    }
}

/// The statement that grants a need, if it takes one.
pub fn statement(need: &Need) -> Option<Statement> {
    Some(match *need {
        Need::Items(entity, accesses) => items(entity, accesses),
        Need::Query(index) => {
            let name = index_name(index);
            Statement::new(&["dynamodb:Query"], &format!("!Sub \"${{Table.Arn}}/index/{name}\""))
        }
        Need::Objects(access) => objects(access, "uploads/"),
        Need::Archives(access) => objects(access, "archives/"),
        Need::Indexes(access) => objects(access, caseport_keys::SEARCH),
        Need::Send(queue) => send(queue),
        Need::Mail => Statement::new(
            &["ses:SendRawEmail"],
            "!Sub \"arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/*\"",
        )
        .when("StringEquals: {ses:FromAddress: !Ref Sender}".to_owned()),
        Need::CursorKey => return None,
        Need::SigningKey => Statement::new(&["secretsmanager:GetSecretValue"], "!Ref TokenSecretArn"),
    })
}

/// The statement that allows this with the objects of the bucket whose keys begin like this.
fn objects(access: ObjectAccess, prefix: &str) -> Statement {
    let action = match access {
        ObjectAccess::Get => "s3:GetObject",
        ObjectAccess::Put => "s3:PutObject",
        ObjectAccess::Parts => "s3:ListMultipartUploadParts",
        ObjectAccess::Tags => "s3:GetObjectTagging",
        ObjectAccess::Delete => "s3:DeleteObject",
    };
    Statement::new(&[action], &format!("!Sub \"${{Attachments.Arn}}/{prefix}*\""))
}

fn items(entity: Entity, accesses: &[Access]) -> Statement {
    let actions: Vec<_> = accesses.iter().copied().map(action).collect();
    let prefix = caseport_keys::prefix(entity);
    // Every key of a request must match: with ForAllValues, a batch or transaction cannot smuggle one in.
    Statement::new(&actions, "!GetAtt Table.Arn")
        .when(format!("ForAllValues:StringLike: {{dynamodb:LeadingKeys: [\"{prefix}*\"]}}"))
}

const fn action(access: Access) -> &'static str {
    match access {
        Access::BatchGet => "dynamodb:BatchGetItem",
        Access::Check => "dynamodb:ConditionCheckItem",
        Access::Delete => "dynamodb:DeleteItem",
        Access::Get => "dynamodb:GetItem",
        Access::Put => "dynamodb:PutItem",
        Access::Query => "dynamodb:Query",
        Access::Update => "dynamodb:UpdateItem",
    }
}

/// The statement that allows sending to a queue.
fn send(queue: Queue) -> Statement {
    Statement::new(&["sqs:SendMessage"], &format!("!GetAtt {}Queue.Arn", logical(queue.name())))
}

/// The variables a function has beside those of all, as `NAME: value` lines.
pub fn variables(needs: &[Need]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |line: &str| {
        if !lines.iter().any(|known| known == line) {
            lines.push(line.to_owned());
        }
    };
    for need in needs {
        match need {
            Need::Items(..) | Need::Query(_) => add("TABLE: !Ref Table"),
            Need::Objects(access) => {
                add("BUCKET: !Ref Attachments");
                if *access == ObjectAccess::Tags {
                    add("MALWARE_SCAN: !Ref MalwareScan");
                }
            }
            Need::Archives(_) | Need::Indexes(_) => add("BUCKET: !Ref Attachments"),
            Need::Send(queue) => {
                let name = queue.name().to_uppercase().replace('-', "_");
                add(&format!("{name}_QUEUE: !Ref {}Queue", logical(queue.name())));
            }
            Need::Mail => add("SENDER: !Ref Sender"),
            Need::CursorKey => add("CURSOR_KEY: !Ref CursorKey"),
            Need::SigningKey => {
                add("TOKEN_SECRET: !Ref TokenSecretArn");
                add("STAFF_SECOND_FACTOR: !Ref StaffSecondFactor");
            }
        }
    }
    lines
}
