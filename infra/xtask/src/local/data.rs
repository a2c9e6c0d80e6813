//! The table, the bucket and the queues without the template: for the functions that run under
//! `cargo lambda watch`, on data services that may have no CloudFormation.

use std::collections::BTreeMap;

use anyhow::Result;
use caseport_local::{Demo, Instance};
use caseport_routes::Queue;
use serde_json::{Value, json};

use crate::generate::{logical, prefix};
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
        aws(&["dynamodb", "create-table", "--cli-input-json", &table().to_string()])?;
        let ttl = "AttributeName=expires_at,Enabled=true";
        aws(&[
            "dynamodb",
            "update-time-to-live",
            "--table-name",
            TABLE,
            "--time-to-live-specification",
            ttl,
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

fn table() -> Value {
    let key = |partition: &str, sort: &str| json!([{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]);
    let names = || prefix::INDEXES.iter().copied().map(prefix::index);
    let keys = names().flat_map(|name| [format!("{name}_pk"), format!("{name}_sk")]);
    let attributes: Vec<_> = ["pk".to_owned(), "sk".to_owned()]
        .into_iter()
        .chain(keys)
        .map(|name| json!({"AttributeName": name, "AttributeType": "S"}))
        .collect();
    let indexes: Vec<_> = names()
        .map(|name| {
            json!({
                "IndexName": name,
                "KeySchema": key(&format!("{name}_pk"), &format!("{name}_sk")),
                "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": [prefix::INDEXED_ROW]},
            })
        })
        .collect();
    json!({
        "TableName": TABLE,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": attributes,
        "KeySchema": key("pk", "sk"),
        "GlobalSecondaryIndexes": indexes,
        "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"},
    })
}

fn cors(origin: &str) -> Value {
    json!({"CORSRules": [{
        "AllowedOrigins": [origin],
        "AllowedMethods": ["GET", "HEAD", "PUT"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
    }]})
}
