//! What the portal itself looks at and takes away.

use caseport_domain::id::UploadId;

use crate::error::FilesError;
use crate::storage::Storage;

/// How many bytes tell what a file is.
const HEAD: usize = 8192;
/// What GuardDuty marks a file with, once it has looked at it.
const TAG: &str = "GuardDutyMalwareScanStatus";

impl Storage {
    /// How a file begins: its first 8 KiB. One `GetObject`.
    ///
    /// # Errors
    /// When S3 fails, or the file is not there.
    pub async fn head(&self, id: &UploadId) -> Result<Vec<u8>, FilesError> {
        let answer = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(Self::key(id))
            .range(format!("bytes=0-{}", HEAD - 1))
            .send()
            .await
            .map_err(FilesError::service("GetObject"))?;
        let bytes = answer.body.collect().await.map_err(|error| FilesError::torn(&error))?.into_bytes();
        Ok(bytes[..bytes.len().min(HEAD)].to_vec())
    }

    /// What GuardDuty has marked a file with; nothing before it has looked. One `GetObjectTagging`.
    ///
    /// # Errors
    /// When S3 fails, or the file is not there.
    pub async fn malware_tag(&self, id: &UploadId) -> Result<Option<String>, FilesError> {
        let answer = self
            .client
            .get_object_tagging()
            .bucket(&self.bucket)
            .key(Self::key(id))
            .send()
            .await
            .map_err(FilesError::service("GetObjectTagging"))?;
        Ok(answer.tag_set.into_iter().find(|tag| tag.key == TAG).map(|tag| tag.value))
    }

    /// Deletes a file; one that is not there is fine. One `DeleteObject`.
    ///
    /// # Errors
    /// When S3 fails.
    pub async fn forget(&self, id: &UploadId) -> Result<(), FilesError> {
        let delete = self.client.delete_object().bucket(&self.bucket).key(Self::key(id));
        delete.send().await.map(drop).map_err(FilesError::service("DeleteObject"))
    }
}
