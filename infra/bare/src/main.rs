//! The least a function can do that asks DynamoDB something: one `GetItem`, and the same answer to whoever asks.
//!
//! What `cargo xtask bench` measures of it is the price of Lambda's runtime and the SDK, which every function pays.
//! It is deployed nowhere.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use caseport_aws::{sdk_config, setting};
use lambda_http::{Error, Request, run, service_fn};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let (client, table) = (&Client::new(&sdk_config()), &setting("TABLE")?);
    run(service_fn(move |_: Request| get(client, table))).await
}

/// Gets the item that counts the cases, which every portal has.
async fn get(client: &Client, table: &str) -> Result<&'static str, Error> {
    let key = caseport_keys::case_counter();
    let answer = client
        .get_item()
        .table_name(table)
        .key("pk", AttributeValue::S(key.pk))
        .key("sk", AttributeValue::S(key.sk))
        .send()
        .await?;
    answer.item.map(|_| "It is there.").ok_or_else(|| "There is no such item.".into())
}
