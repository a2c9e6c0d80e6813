//! What happens behind the portal without anybody asking it to: a tick of a schedule that does not wait for its minute, an
//! object that gets lost.

use serde_json::{Value, json};

use crate::{Portal, Reply};

impl Portal {
    /// Sends a tick to the queue that the stack's output of this name leads to, as the schedule does.
    pub async fn tick(&self, queue: &str) {
        self.message(queue, json!({ "MessageBody": "{}" })).await;
    }

    /// Sends a message to the queue that the stack's output of this name leads to.
    pub async fn message(&self, queue: &str, mut message: Value) {
        message["QueueUrl"] = self.about().resources[queue].as_str().into();
        let request = self
            .client()
            .post(format!("{}/", self.about().endpoint))
            .header("x-amz-target", "AmazonSQS.SendMessage")
            .header("content-type", "application/x-amz-json-1.0")
            .header("authorization", owner("sqs"))
            .body(message.to_string());
        let _ = Reply::to(request).await.expect(200);
    }

    /// Deletes an object from the bucket.
    pub async fn loses(&self, key: &str) {
        let about = self.about();
        let address = format!("{}/{}/{key}", about.endpoint, about.resources["Attachments"]);
        let request = self.client().delete(address).header("authorization", owner("s3"));
        let _ = Reply::to(request).await.expect(204);
    }
}

/// The emulator knows the account's owner by the key's name and looks at no signature.
pub(crate) fn owner(service: &str) -> String {
    let scope = format!("20260101/eu-west-1/{service}/aws4_request");
    format!("AWS4-HMAC-SHA256 Credential=test/{scope}, SignedHeaders=host, Signature=0")
}
