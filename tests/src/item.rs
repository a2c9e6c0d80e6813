//! Items of the table, changed behind the portal's back.

use serde_json::{Value, json};

use crate::tick::owner;
use crate::{Case, Portal, Reply};

impl Portal {
    /// Makes a case into one that nobody can read. Nobody is asked to index it by that.
    pub async fn spoils(&self, case: Case) {
        self.sets_version(case, json!({ "S": "nonsense" })).await;
    }

    /// Makes a case that was spoiled at this version into what it was.
    pub async fn mends(&self, case: Case, version: usize) {
        self.sets_version(case, json!({ "N": version.to_string() })).await;
    }

    async fn sets_version(&self, case: Case, version: Value) {
        let body = json!({
            "UpdateExpression": "SET #version = :version",
            "ExpressionAttributeNames": { "#version": "version" },
            "ExpressionAttributeValues": { ":version": version },
        });
        self.asks_for_item("UpdateItem", &format!("CASE#{}", case.number), "SNAPSHOT", body).await;
    }

    /// Makes the mail about this event to this person into one that is queued: as if what sends it had died before it did.
    pub async fn queues_mail(&self, case: Case, seq: u32, to: &str) {
        let body = json!({
            "UpdateExpression": "SET #state = :queued",
            "ConditionExpression": "attribute_exists(pk)",
            "ExpressionAttributeNames": { "#state": "state" },
            "ExpressionAttributeValues": { ":queued": { "S": "queued" } },
        });
        let (pk, sk) = (format!("CASE#{}", case.number), format!("EVENT#{seq:08}#MAIL#{to}"));
        self.asks_for_item("UpdateItem", &pk, &sk, body).await;
    }

    /// Has a letter under this identifier wait to be sent, with a link to choose a password with for whoever has this address.
    pub async fn posts_letter(&self, id: &str, address: &str) {
        let errand = json!({ "kind": { "S": "password" }, "address": { "S": address } });
        let body = json!({
            "UpdateExpression": "SET id = :id, #at = :at, #language = :language, errand = :errand",
            "ExpressionAttributeNames": { "#at": "at", "#language": "language" },
            "ExpressionAttributeValues": {
                ":id": { "S": id },
                ":at": { "S": "2026-11-22T10:00:00Z" },
                ":language": { "S": "en" },
                ":errand": { "M": errand },
            },
        });
        self.asks_for_item("UpdateItem", &format!("LETTER#{id}"), "LETTER", body).await;
    }

    /// What is recorded of what became of a letter: nothing as long as it waits.
    pub async fn letter_became(&self, id: &str) -> Option<String> {
        let consistent = json!({ "ConsistentRead": true });
        let found = self.asks_for_item("GetItem", &format!("LETTER#{id}"), "LETTER", consistent).await;
        found["Item"]["state"]["S"].as_str().map(str::to_owned)
    }

    pub(crate) async fn forgets_item(&self, pk: &str, sk: &str) {
        self.asks_for_item("DeleteItem", pk, sk, json!({})).await;
    }

    pub(crate) async fn asks_for_item(&self, action: &str, pk: &str, sk: &str, mut body: Value) -> Value {
        body["TableName"] = self.about().resources["Table"].as_str().into();
        body["Key"] = json!({ "pk": { "S": pk }, "sk": { "S": sk } });
        let request = self
            .client()
            .post(format!("{}/", self.about().endpoint))
            .header("x-amz-target", format!("DynamoDB_20120810.{action}"))
            .header("content-type", "application/x-amz-json-1.0")
            .header("authorization", owner("dynamodb"))
            .body(body.to_string());
        Reply::to(request).await.expect(200).json()
    }
}
