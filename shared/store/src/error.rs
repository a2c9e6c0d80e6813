//! What can go wrong in the store.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};

/// What can go wrong in the store. For logs, never for a response.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The table's name is no setting.
    #[error(transparent)]
    Setting(#[from] caseport_aws::Missing),
    /// DynamoDB did not do it.
    #[error("{operation} failed: {cause}")]
    Service {
        /// What was asked.
        operation: &'static str,
        /// The chain of causes.
        cause: String,
    },
    /// An item is not what it should be.
    #[error("an item cannot be read: {0}")]
    Item(#[from] serde_dynamo::Error),
    /// A list line is not what it should be.
    #[error("a list line cannot be read: {0}")]
    Row(#[from] serde_json::Error),
    /// An event is not what it should be.
    #[error("an event cannot be read: {0}")]
    Event(#[from] caseport_domain::case::chain::Unsealed),
    /// A case's items do not fit together.
    #[error("{0}")]
    Torn(&'static str),
}

impl StoreError {
    pub(crate) fn service<E>(operation: &'static str) -> impl FnOnce(SdkError<E>) -> Self
    where
        SdkError<E>: std::error::Error,
    {
        move |error| Self::Service { operation, cause: DisplayErrorContext(error).to_string() }
    }

    /// Whether a read failed for what is stored, and not for the service: asked again, it fails again.
    #[must_use]
    pub const fn is_unreadable(&self) -> bool {
        !matches!(self, Self::Setting(_) | Self::Service { .. })
    }
}

/// Whether a write was not done because its condition did not hold.
pub(crate) fn condition_failed<E: ProvideErrorMetadata>(error: &SdkError<E>) -> bool {
    error.code() == Some("ConditionalCheckFailedException")
}

/// Whether a write with a condition was done; `false` if the condition did not hold.
///
/// # Errors
/// When DynamoDB fails.
pub(crate) fn was_done<T, E>(
    operation: &'static str,
    answer: Result<T, SdkError<E>>,
) -> Result<bool, StoreError>
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
    SdkError<E>: std::error::Error,
{
    match answer {
        Ok(_) => Ok(true),
        Err(error) if condition_failed(&error) => Ok(false),
        Err(error) => Err(StoreError::service(operation)(error)),
    }
}
