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
