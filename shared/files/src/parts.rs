//! Files sent in parts.

use aws_sdk_s3::types::{ChecksumAlgorithm, CompletedMultipartUpload, CompletedPart, Part};
use caseport_domain::id::UploadId;

use crate::checksum::to_base64;
use crate::error::FilesError;
use crate::storage::{Signed, Storage, lasting};

impl Storage {
    /// Begins a file in parts. One `CreateMultipartUpload`.
    ///
    /// # Errors
    /// When S3 fails.
    pub async fn begin(&self, id: &UploadId, media_type: &str) -> Result<String, FilesError> {
        self.begin_at(&Self::key(id), media_type).await
    }

    pub(crate) async fn begin_at(&self, key: &str, media_type: &str) -> Result<String, FilesError> {
        let answer = self
            .client
            .create_multipart_upload()
            .bucket(&self.bucket)
            .key(key)
            .content_type(media_type)
            .checksum_algorithm(ChecksumAlgorithm::Sha256)
            .send()
            .await
            .map_err(FilesError::service("CreateMultipartUpload"))?;
        Ok(answer.upload_id.unwrap_or_default())
    }

    /// An address to send a part to: exactly this one, within an hour. No AWS call.
    ///
    /// # Errors
    /// When the digest is none.
    pub async fn put_part(
        &self,
        id: &UploadId,
        multipart: &str,
        number: u64,
        size: u64,
        sha256: &str,
    ) -> Result<Signed, FilesError> {
        let request = self
            .client
            .upload_part()
            .bucket(&self.bucket)
            .key(Self::key(id))
            .upload_id(multipart)
            .part_number(i32::try_from(number).unwrap_or(i32::MAX))
            .content_length(i64::try_from(size).unwrap_or(i64::MAX))
            .checksum_sha256(to_base64(sha256)?)
            .presigned(lasting(60)?)
            .await
            .map_err(FilesError::service("UploadPart"))?;
        Ok(request.into())
    }

    /// The numbers of the parts that have arrived, in order. One `ListParts` per thousand.
    ///
    /// # Errors
    /// When S3 fails.
    pub async fn arrived(&self, id: &UploadId, multipart: &str) -> Result<Vec<u64>, FilesError> {
        let parts = self.parts(&Self::key(id), multipart).await?;
        Ok(parts.iter().filter_map(|part| u64::try_from(part.part_number?).ok()).collect())
    }

    /// Joins the parts. One `ListParts` per thousand, one `CompleteMultipartUpload`.
    ///
    /// # Errors
    /// When S3 fails, or a part is missing.
    pub async fn complete(&self, id: &UploadId, multipart: &str) -> Result<(), FilesError> {
        self.complete_at(&Self::key(id), multipart).await
    }

    pub(crate) async fn complete_at(&self, key: &str, multipart: &str) -> Result<(), FilesError> {
        let completed = |part: Part| {
            CompletedPart::builder()
                .set_part_number(part.part_number)
                .set_e_tag(part.e_tag)
                .set_checksum_sha256(part.checksum_sha256)
                .build()
        };
        let parts = self.parts(key, multipart).await?.into_iter().map(completed).collect();
        self.client
            .complete_multipart_upload()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(multipart)
            .multipart_upload(CompletedMultipartUpload::builder().set_parts(Some(parts)).build())
            .send()
            .await
            .map_err(FilesError::service("CompleteMultipartUpload"))?;
        Ok(())
    }

    async fn parts(&self, key: &str, multipart: &str) -> Result<Vec<Part>, FilesError> {
        let mut pages = self
            .client
            .list_parts()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(multipart)
            .into_paginator()
            .items()
            .send();
        let mut parts = Vec::new();
        while let Some(part) = pages.next().await {
            parts.push(part.map_err(FilesError::service("ListParts"))?);
        }
        Ok(parts)
    }
}
