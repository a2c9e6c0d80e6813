//! A tick of a schedule that does not wait for its minute.

use serde_json::json;

use crate::{Portal, Reply};

impl Portal {
    /// Sends a tick to the queue that the stack's output of this name leads to, as the schedule does.
    pub async fn tick(&self, queue: &str) {
        let queue = &self.about().resources[queue];
        let region = "eu-west-1";
        // The emulator knows the account's owner by the key's name and looks at no signature.
        let owner = format!(
            "AWS4-HMAC-SHA256 Credential=test/20260101/{region}/sqs/aws4_request, SignedHeaders=host, Signature=0"
        );
        let request = self
            .client()
            .post(format!("{}/", self.about().endpoint))
            .header("x-amz-target", "AmazonSQS.SendMessage")
            .header("content-type", "application/x-amz-json-1.0")
            .header("authorization", owner)
            .body(json!({ "QueueUrl": queue, "MessageBody": "{}" }).to_string());
        let _ = Reply::to(request).await.expect(200);
    }
}
