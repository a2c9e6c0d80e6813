//! What can go wrong with storage.

use aws_sdk_s3::error::{DisplayErrorContext, SdkError};

/// What can go wrong with storage. For logs, never for a response.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// S3 did not do it.
    #[error("{operation} failed: {cause}")]
    Service {
        /// What was asked.
        operation: &'static str,
        /// The chain of causes.
        cause: String,
    },
    /// A digest is not 64 hex digits.
    #[error("a digest is not SHA-256 in hex")]
    Digest,
    /// An address cannot be signed for so long.
    #[error("an address cannot be signed: {0}")]
    Signing(#[from] aws_sdk_s3::presigning::PresigningConfigError),
}

impl FilesError {
    pub(crate) fn service<E>(operation: &'static str) -> impl FnOnce(SdkError<E>) -> Self
    where
        SdkError<E>: std::error::Error,
    {
        move |error| Self::Service { operation, cause: DisplayErrorContext(error).to_string() }
    }
}
