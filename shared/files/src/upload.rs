//! Files sent whole.

use caseport_domain::id::UploadId;

use crate::checksum::{to_base64, to_hex};
use crate::error::FilesError;
use crate::storage::{Signed, Storage, lasting};

/// An object as storage has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its bytes.
    pub size: u64,
    /// Its SHA-256 in hex: of the file, or of its parts' digests joined.
    pub sha256: Option<String>,
}

impl Storage {
    /// An address to send a whole file to: exactly this one, within 15 minutes. No AWS call.
    ///
    /// # Errors
    /// When the digest is none.
    pub async fn put(
        &self,
        id: &UploadId,
        size: u64,
        media_type: &str,
        sha256: &str,
    ) -> Result<Signed, FilesError> {
        let request = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(Self::key(id))
            .content_length(i64::try_from(size).unwrap_or(i64::MAX))
            .content_type(media_type)
            .checksum_sha256(to_base64(sha256)?)
            .presigned(lasting(15)?)
            .await
            .map_err(FilesError::service("PutObject"))?;
        Ok(request.into())
    }

    /// The object, if storage has it. One `HeadObject`.
    ///
    /// # Errors
    /// When S3 fails.
    pub async fn object(&self, id: &UploadId) -> Result<Option<Object>, FilesError> {
        let answer = self
            .client
            .head_object()
            .bucket(&self.bucket)
            .key(Self::key(id))
            .checksum_mode(aws_sdk_s3::types::ChecksumMode::Enabled)
            .send()
            .await;
        match answer {
            Ok(object) => Ok(Some(Object {
                size: u64::try_from(object.content_length().unwrap_or(0)).unwrap_or(0),
                sha256: object.checksum_sha256().map(to_hex).transpose()?,
            })),
            // Without the right to list the bucket, what is not there is forbidden.
            Err(error) if error.raw_response().is_some_and(|r| matches!(r.status().as_u16(), 403 | 404)) => {
                Ok(None)
            }
            Err(error) => Err(FilesError::service("HeadObject")(error)),
        }
    }
}
