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
    /// A file does not come as it should.
    #[error("a file cannot be read: {0}")]
    Torn(String),
    /// An archive cannot be written.
    #[error("an archive cannot be written: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// A digest is not 64 hex digits.
    #[error("a digest is not SHA-256 in hex")]
    Digest,
    /// An address cannot be signed for so long.
    #[error("an address cannot be signed: {0}")]
    Signing(#[from] aws_sdk_s3::presigning::PresigningConfigError),
}

impl From<std::io::Error> for FilesError {
    fn from(error: std::io::Error) -> Self {
        Self::Archive(error.into())
    }
}

impl FilesError {
    pub(crate) fn torn(why: &impl std::fmt::Display) -> Self {
        Self::Torn(why.to_string())
    }

    pub(crate) fn service<E>(operation: &'static str) -> impl FnOnce(SdkError<E>) -> Self
    where
        SdkError<E>: std::error::Error,
    {
        move |error| Self::Service { operation, cause: DisplayErrorContext(error).to_string() }
    }
}
