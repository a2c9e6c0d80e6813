//! Objects that functions keep for themselves, read and written whole.

use aws_sdk_s3::error::SdkError;
use aws_sdk_s3::primitives::ByteStream;

use crate::error::FilesError;
use crate::storage::Storage;

/// An object's bytes, and the tag of this content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The tag that S3 gave them.
    pub tag: String,
}

/// What became of reading an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// It is this.
    Is(Whole),
    /// It is what is known already.
    Unchanged,
    /// It is not there.
    Missing,
}

impl Storage {
    /// The object under this key, unless its tag is the one that is known. One `GetObject`.
    ///
    /// # Errors
    /// When S3 fails.
    pub async fn read(&self, key: &str, known: Option<&str>) -> Result<Read, FilesError> {
        let answer = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(key)
            .set_if_none_match(known.map(str::to_owned))
            .send()
            .await;
        let object = match answer {
            Ok(object) => object,
            Err(error) => {
                return match status(&error) {
                    304 => Ok(Read::Unchanged),
                    404 => Ok(Read::Missing),
                    // Without the right to list the bucket, what is not there is forbidden. So is what may not be read,
                    // and where that is so of objects that are there, the log says so.
                    403 => {
                        tracing::warn!(key, "an object is not there, or may not be read");
                        Ok(Read::Missing)
                    }
                    _ => Err(FilesError::service("GetObject")(error)),
                };
            }
        };
        let tag = object.e_tag().unwrap_or_default().to_owned();
        let bytes = object
            .body
            .collect()
            .await
            .map_err(|error| FilesError::Service { operation: "GetObject", cause: error.to_string() })?;
        Ok(Read::Is(Whole { bytes: bytes.to_vec(), tag }))
    }

    /// Writes an object in the place of the one with this tag, or where there is none: `false` if there is another by now.
    /// One `PutObject`.
    ///
    /// # Errors
    /// When S3 fails.
    pub async fn write(&self, key: &str, bytes: Vec<u8>, over: Option<&str>) -> Result<bool, FilesError> {
        let put = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type("application/octet-stream")
            .body(ByteStream::from(bytes));
        let put = match over {
            Some(tag) => put.if_match(tag),
            None => put.if_none_match("*"),
        };
        match put.send().await {
            Ok(_) => Ok(true),
            // Another is there, another is just being written, or none is there any more.
            Err(error) if matches!(status(&error), 404 | 409 | 412) => Ok(false),
            Err(error) => Err(FilesError::service("PutObject")(error)),
        }
    }
}

/// The status of the answer that an error came with; zero without an answer.
fn status<E>(error: &SdkError<E>) -> u16 {
    error.raw_response().map_or(0, |answer| answer.status().as_u16())
}
