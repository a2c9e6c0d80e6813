//! The table, the bucket and the queues without the template: for the functions that run under
//! `cargo lambda watch`, on data services that may have no CloudFormation.

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Result, bail};
use caseport_local::{Demo, Instance};
use caseport_routes::Queue;
use serde_json::{Value, json};

use crate::generate::logical;
use crate::keys::LocalKeys;
use crate::run;

const TABLE: &str = "caseport";
const BUCKET: &str = "caseport-attachments";
const SECRET: &str = "caseport/token-key";

/// Whether there is a portal's table.
pub fn exists(instance: &Instance) -> bool {
    run::output(instance.aws().args(["dynamodb", "describe-table", "--table-name", TABLE])).is_ok()
}

/// Removes the table, the bucket and the secret, and empties the queues, of those that there are.
pub fn remove(instance: &Instance) -> Result<()> {
    let remove: [&[&str]; 3] = [
        &["dynamodb", "delete-table", "--table-name", TABLE],
        &["s3", "rb", "--force", &format!("s3://{BUCKET}")],
        &["secretsmanager", "delete-secret", "--force-delete-without-recovery", "--secret-id", SECRET],
    ];
    for arguments in remove {
        // What is not there need not be removed.
        let _ = run::output(instance.aws().args(arguments));
    }
    if exists(instance) {
        bail!("The table {TABLE} cannot be removed from {}.", instance.endpoint());
    }
    for queue in Queue::ALL {
        let url = queue_url(instance, *queue)?;
        run::output(sqs(instance).args(["purge-queue", "--queue-url", &url]))?;
    }
    Ok(())
}

/// Makes what is missing, and tells the names of all, as the template's outputs do.
pub fn ensure(
    instance: &Instance,
    demo: &Demo,
    origin: &str,
    keys: &LocalKeys,
) -> Result<BTreeMap<String, String>> {
    let aws = |arguments: &[&str]| run::output(instance.aws().args(arguments));

    if !exists(instance) {
        aws(&["dynamodb", "create-table", "--cli-input-json", &caseport_keys::table(TABLE).to_string()])?;
        let ttl = format!("AttributeName={},Enabled=true", caseport_keys::EXPIRES_AT);
        aws(&[
            "dynamodb",
            "update-time-to-live",
            "--table-name",
            TABLE,
            "--time-to-live-specification",
            &ttl,
        ])?;
        let place = format!("LocationConstraint={}", instance.region());
        aws(&["s3api", "create-bucket", "--bucket", BUCKET, "--create-bucket-configuration", &place])?;
        let cors = cors(origin).to_string();
        aws(&["s3api", "put-bucket-cors", "--bucket", BUCKET, "--cors-configuration", &cors])?;
        let secret = keys.token.to_secret()?;
        aws(&["secretsmanager", "create-secret", "--name", SECRET, "--secret-string", &secret])?;
    }
    aws(&["ses", "verify-email-identity", "--email-address", demo.sender])?;

    let mut names = BTreeMap::from([
        ("Table".to_owned(), TABLE.to_owned()),
        ("Attachments".to_owned(), BUCKET.to_owned()),
        ("TokenSecret".to_owned(), SECRET.to_owned()),
    ]);
    for queue in Queue::ALL {
        names.insert(format!("{}Queue", logical(queue.name())), queue_url(instance, *queue)?);
    }
    Ok(names)
}

fn sqs(instance: &Instance) -> Command {
    let mut aws = instance.aws();
    // This service of the tool takes the endpoint from here only.
    aws.args(["--endpoint-url", &instance.endpoint(), "sqs"]);
    aws
}

/// The address of a queue, which is made if it is not there.
fn queue_url(instance: &Instance, queue: Queue) -> Result<String> {
    let create = ["create-queue", "--output", "text", "--query", "QueueUrl", "--queue-name"];
    let mut create_queue = sqs(instance);
    create_queue.args(create);
    if queue.is_ordered() {
        create_queue.arg(format!("caseport-{}.fifo", queue.name())).args(["--attributes", "FifoQueue=true"]);
    } else {
        create_queue.arg(format!("caseport-{}", queue.name()));
    }
    run::output(&mut create_queue)
}

fn cors(origin: &str) -> Value {
    json!({"CORSRules": [{
        "AllowedOrigins": [origin],
        "AllowedMethods": ["GET", "HEAD", "PUT"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
    }]})
}
