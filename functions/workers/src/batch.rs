//! Batches of queue messages, of which each is done or comes back on its own.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};

/// Works through a batch. A message that fails is reported, to be delivered again and in the end to the
/// dead-letter queue; the others are not held up by it.
pub(crate) async fn each<E: std::fmt::Display>(
    event: SqsEvent,
    work: impl AsyncFn(&SqsMessage) -> Result<(), E>,
) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    for message in event.records {
        // In a box: what a message takes is too deep for the compiler to lay out within everything around it.
        if let Err(error) = Box::pin(work(&message)).await {
            let id = message.message_id.unwrap_or_default();
            tracing::error!(message_id = id, cause = %error, "failed");
            response.add_failure(id);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use serde_json::json;

    use super::*;

    /// A message that fails comes back by itself; those before and behind it are done, and do not.
    #[tokio::test]
    async fn a_bad_message_comes_back_and_holds_up_no_other() {
        let records = json!([
            { "messageId": "m1", "body": "good" },
            { "messageId": "m2", "body": "bad" },
            { "messageId": "m3", "body": "good" },
        ]);
        let event: SqsEvent = serde_json::from_value(json!({ "Records": records })).unwrap();
        let done = RefCell::new(Vec::new());
        let response = each(event, async |message: &SqsMessage| {
            if message.body.as_deref() == Some("bad") {
                return Err("it says nothing");
            }
            done.borrow_mut().push(message.message_id.clone());
            Ok(())
        })
        .await;
        assert_eq!(done.into_inner(), [Some("m1".to_owned()), Some("m3".to_owned())]);
        let told = serde_json::to_value(&response).unwrap();
        assert_eq!(told, json!({ "batchItemFailures": [{ "itemIdentifier": "m2" }] }));
    }
}
