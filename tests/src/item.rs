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
        self.changes_item("UpdateItem", &format!("CASE#{}", case.number), "SNAPSHOT", body).await;
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
        self.changes_item("UpdateItem", &pk, &sk, body).await;
    }

    pub(crate) async fn forgets_item(&self, pk: &str, sk: &str) {
        self.changes_item("DeleteItem", pk, sk, json!({})).await;
    }

    pub(crate) async fn changes_item(&self, action: &str, pk: &str, sk: &str, mut body: Value) {
        body["TableName"] = self.about().resources["Table"].as_str().into();
        body["Key"] = json!({ "pk": { "S": pk }, "sk": { "S": sk } });
        let request = self
            .client()
            .post(format!("{}/", self.about().endpoint))
            .header("x-amz-target", format!("DynamoDB_20120810.{action}"))
            .header("content-type", "application/x-amz-json-1.0")
            .header("authorization", owner("dynamodb"))
            .body(body.to_string());
        let _ = Reply::to(request).await.expect(200);
    }
}
