//! A table of one's own, on DynamoDB in the process of the test.

use std::collections::HashMap;
use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region, SharedHttpClient};
use aws_sdk_dynamodb::operation::get_item::GetItemOutput;

use aws_sdk_dynamodb::types::{AttributeValue, PutRequest, WriteRequest};
use aws_sdk_dynamodb::{Client, Config};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use caseport_store::keys::{self, Key};
use caseport_store::{CursorKey, Lists, Store};
use dynoxide::{Database, DynoxideError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const TABLE: &str = "caseport";

/// An empty table, as every deployment has it.
#[derive(Clone, Debug)]
pub struct Engine {
    client: Client,
    traffic: Arc<Traffic>,
}

/// What goes on at a table beside what a test does. The engine does one thing at a time, so that no transaction of its own
/// meets another one.
#[derive(Debug, Default)]
struct Traffic {
    /// How many of the next transactions meet another one; below zero, none does.
    conflicts: AtomicIsize,
    /// How many transactions were asked for.
    transactions: AtomicUsize,
    /// How many items each query looked at.
    looked: Mutex<Vec<usize>>,
}

impl Traffic {
    /// Counts a transaction; whether it meets another one.
    fn meets(&self) -> bool {
        self.transactions.fetch_add(1, Ordering::SeqCst);
        self.conflicts.fetch_sub(1, Ordering::SeqCst) > 0
    }
}

impl Engine {
    pub fn new() -> Self {
        let database = Database::memory().unwrap();
        let table = serde_json::from_value(keys::table(TABLE)).unwrap();
        database.create_table(table).unwrap();
        let traffic = Arc::new(Traffic::default());
        let wire = Wire { database: Arc::new(database), traffic: Arc::clone(&traffic) };
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("eu-west-1"))
            .credentials_provider(Credentials::for_tests())
            .http_client(http_client(wire))
            .build();
        Self { client: Client::from_conf(config), traffic }
    }

    /// Has so many of the next transactions meet another one at their first item: nothing of them is written.
    pub fn meets(&self, conflicts: isize) {
        self.traffic.conflicts.store(conflicts, Ordering::SeqCst);
    }

    /// How many transactions were asked for so far.
    pub fn transactions(&self) -> usize {
        self.traffic.transactions.load(Ordering::SeqCst)
    }

    pub fn store(&self) -> Store {
        Store::of(self.client.clone(), TABLE)
    }

    /// The lists, their cursors signed with this key.
    pub fn lists(&self, key: &[u8]) -> Lists {
        Lists::of(self.store(), CursorKey::new(key))
    }

    /// How many items each query looked at, since this was last asked.
    pub fn looked_at(&self) -> Vec<usize> {
        std::mem::take(&mut *self.traffic.looked.lock().unwrap())
    }

    /// Puts items, as many at once as there can be, whatever depends on them.
    pub async fn fill(&self, items: impl Iterator<Item = HashMap<String, AttributeValue>>) {
        let put = |item| {
            let put = PutRequest::builder().set_item(Some(item)).build().unwrap();
            WriteRequest::builder().put_request(put).build()
        };
        let writes: Vec<WriteRequest> = items.map(put).collect();
        for batch in writes.chunks(25) {
            let write = self.client.batch_write_item().request_items(TABLE, batch.to_vec());
            write.send().await.unwrap();
        }
    }

    /// The second at which an item may be forgotten, as the table's time to live reads it.
    pub async fn expires_at(&self, key: Key) -> Option<i64> {
        let item = self.get(key).await.item.expect("the item is there");
        item.get(keys::EXPIRES_AT).map(|second| second.as_n().unwrap().parse().unwrap())
    }

    /// Deletes an item, whatever depends on it.
    pub async fn lose(&self, key: Key) {
        let delete = self.client.delete_item().table_name(TABLE);
        let delete = delete.key("pk", AttributeValue::S(key.pk)).key("sk", AttributeValue::S(key.sk));
        delete.send().await.unwrap();
    }

    /// Makes an attribute of an item into something that nobody can read.
    pub async fn spoil(&self, key: Key, attribute: &str) {
        let update = self.client.update_item().table_name(TABLE);
        let update = update.key("pk", AttributeValue::S(key.pk)).key("sk", AttributeValue::S(key.sk));
        let update = update.update_expression("SET #attribute = :nonsense");
        let update = update.expression_attribute_names("#attribute", attribute);
        let nonsense = AttributeValue::S("nonsense".to_owned());
        update.expression_attribute_values(":nonsense", nonsense).send().await.unwrap();
    }

    async fn get(&self, key: Key) -> GetItemOutput {
        let get = self.client.get_item().table_name(TABLE);
        get.key("pk", AttributeValue::S(key.pk)).key("sk", AttributeValue::S(key.sk)).send().await.unwrap()
    }
}

fn http_client(wire: Wire) -> SharedHttpClient {
    http_client_fn(move |_, _| SharedHttpConnector::new(wire.clone()))
}

/// What stands where the network would.
#[derive(Clone)]
struct Wire {
    database: Arc<Database>,
    traffic: Arc<Traffic>,
}

impl std::fmt::Debug for Wire {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wire")
    }
}

impl HttpConnector for Wire {
    /// Each call in a thread of its own, so that what is asked at once happens at once.
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let wire = self.clone();
        HttpConnectorFuture::new(async move {
            tokio::task::spawn_blocking(move || wire.answer(&request))
                .await
                .map_err(|panic| ConnectorError::other(panic.into(), None))
        })
    }
}

impl Wire {
    fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let target = request.headers().get("x-amz-target").expect("a request names its operation");
        let operation = target.rsplit('.').next().unwrap_or_default();
        let body = request.body().bytes().expect("a request is not streamed");
        let (status, text) = if operation == "TransactWriteItems" && self.traffic.meets() {
            (400, conflict(body).to_string())
        } else {
            match self.carry_out(operation, body) {
                Ok(text) => (200, text),
                Err(error) => (error.status_code(), error.to_json()),
            }
        };
        HttpResponse::new(status.try_into().unwrap(), SdkBody::from(text))
    }

    /// The operations that the store uses, the one by which tests fill the table, and no other.
    fn carry_out(&self, operation: &str, body: &[u8]) -> Result<String, DynoxideError> {
        let database = &self.database;
        match operation {
            "BatchGetItem" => call(body, |request| database.batch_get_item(request)),
            "BatchWriteItem" => call(body, |request| database.batch_write_item(request)),
            "DeleteItem" => call(body, |request| database.delete_item(request)),
            "GetItem" => call(body, |request| database.get_item(request)),
            "PutItem" => call(body, |request| database.put_item(request)),
            "Query" => call(body, |request| {
                let answer = database.query(request)?;
                self.traffic.looked.lock().unwrap().push(answer.scanned_count);
                Ok(answer)
            }),
            "TransactWriteItems" => call(body, |request| database.transact_write_items(request)),
            "UpdateItem" => call(body, |request| database.update_item(request)),
            other => panic!("the store asks for {other}"),
        }
    }
}

/// What DynamoDB says to a transaction whose first item another one is at.
fn conflict(body: &[u8]) -> Value {
    let asked: Value = serde_json::from_slice(body).expect("a request is JSON");
    let items = asked["TransactItems"].as_array().map_or(0, Vec::len);
    let code = |place| if place == 0 { "TransactionConflict" } else { "None" };
    let reasons: Vec<Value> = (0..items).map(|place| json!({ "Code": code(place) })).collect();
    json!({
        "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        "Message": "Transaction cancelled, please refer cancellation reasons for specific reasons",
        "CancellationReasons": reasons,
    })
}

fn call<I: DeserializeOwned, O: Serialize>(
    body: &[u8],
    ask: impl FnOnce(I) -> Result<O, DynoxideError>,
) -> Result<String, DynoxideError> {
    let input = serde_json::from_slice(body).expect("the engine knows what the SDK says");
    Ok(serde_json::to_string(&ask(input)?).expect("an answer is JSON"))
}
