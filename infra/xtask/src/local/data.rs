//! The table, the bucket and the queues without the template: for the functions that run under
//! `cargo lambda watch`, on data services that may have no CloudFormation.

use std::collections::BTreeMap;

use anyhow::Result;
use caseport_local::{Demo, Instance};
use caseport_routes::Queue;
use serde_json::{Value, json};

use crate::generate::logical;
use crate::keys::LocalKeys;
use crate::run;

const TABLE: &str = "caseport";
const BUCKET: &str = "caseport-attachments";
const SECRET: &str = "caseport/token-key";

/// Makes what is missing, and tells the names of all, as the template's outputs do.
pub fn ensure(
    instance: &Instance,
    demo: &Demo,
    origin: &str,
    keys: &LocalKeys,
) -> Result<BTreeMap<String, String>> {
    let aws = |arguments: &[&str]| run::output(instance.aws().args(arguments));
    // Some of the tool's services take the endpoint from here only.
    let endpoint = instance.endpoint();
    let sqs = |arguments: &[&str]| {
        run::output(instance.aws().args(["--endpoint-url", &endpoint, "sqs"]).args(arguments))
    };

    if aws(&["dynamodb", "describe-table", "--table-name", TABLE]).is_err() {
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
        let create = ["create-queue", "--output", "text", "--query", "QueueUrl", "--queue-name"];
        let url = sqs(&[&create[..], &[&format!("caseport-{}", queue.name())]].concat())?;
        names.insert(format!("{}Queue", logical(queue.name())), url);
    }
    Ok(names)
}

fn cors(origin: &str) -> Value {
    json!({"CORSRules": [{
        "AllowedOrigins": [origin],
        "AllowedMethods": ["GET", "HEAD", "PUT"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
    }]})
}
