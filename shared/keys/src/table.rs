//! The table's definition.

use serde_json::{Value, json};

use crate::{FACETS, INDEXES, ROW, index_name};

/// The input of `CreateTable` for a table of this name: the template has the same keys and indexes.
#[must_use]
pub fn table(name: &str) -> Value {
    let names = || INDEXES.iter().copied().map(index_name);
    let keys = names().flat_map(|name| [format!("{name}_pk"), format!("{name}_sk")]);
    let attributes = ["pk".to_owned(), "sk".to_owned()].into_iter().chain(keys);
    let attributes: Vec<_> =
        attributes.map(|name| json!({"AttributeName": name, "AttributeType": "S"})).collect();
    let indexes: Vec<_> = names()
        .map(|name| {
            json!({
                "IndexName": name,
                "KeySchema": schema(&format!("{name}_pk"), &format!("{name}_sk")),
                "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": [ROW, FACETS]},
            })
        })
        .collect();
    json!({
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": attributes,
        "KeySchema": schema("pk", "sk"),
        "GlobalSecondaryIndexes": indexes,
        "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"},
    })
}

fn schema(partition: &str, sort: &str) -> Value {
    json!([
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": sort, "KeyType": "RANGE"},
    ])
}
