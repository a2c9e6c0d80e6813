//! Archives: written part by part while the files are read, so that none has to fit into memory.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_s3::primitives::ByteStream;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_domain::attachment::Attachment;
use caseport_domain::id::{ArchiveId, CaseNumber};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::error::FilesError;
use crate::storage::{Storage, lasting};

/// The bytes of a part, at least: S3 wants 5 MiB of each but the last.
const PART: usize = 8 << 20;

/// How a file is put into an archive: as it is. Said here, since what goes without saying depends on how the crate was built.
fn as_it_is() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored).unix_permissions(0o644)
}

/// What was written of an archive and not sent yet.
#[derive(Clone, Debug, Default)]
struct Pages(Arc<Mutex<Vec<u8>>>);

impl Pages {
    /// What is there, if it is as much as this.
    fn take(&self, at_least: usize) -> Option<Vec<u8>> {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (pages.len() >= at_least).then(|| std::mem::take(&mut *pages))
    }
}

impl Write for Pages {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Storage {
    /// Puts an archive of these files into the bucket, each under its name, as they are: what people attach is mostly
    /// packed already. A file is read once, from its beginning to its end.
    ///
    /// AWS calls: a `GetObject` a file, an `UploadPart` per 8 MiB, and what it takes to begin and end.
    ///
    /// # Errors
    /// When S3 fails, or a file is shorter or longer than it was.
    pub async fn pack(&self, id: &ArchiveId, files: &[(String, Attachment)]) -> Result<(), FilesError> {
        let key = archive_key(id);
        let upload = self.begin_at(&key, "application/zip").await?;
        let pages = Pages::default();
        let mut zip = ZipWriter::new_stream(pages.clone());
        let mut number = 1;
        for (name, file) in files {
            zip.start_file(name, as_it_is())?;
            let get = self.client.get_object().bucket(&self.bucket).key(Self::key(&file.id));
            let mut body = get.send().await.map_err(FilesError::service("GetObject"))?.body;
            let mut size = 0;
            while let Some(bytes) = body.next().await {
                let bytes = bytes.map_err(|error| FilesError::torn(&error))?;
                size += bytes.len() as u64;
                zip.write_all(&bytes)?;
                if let Some(part) = pages.take(PART) {
                    self.send_part(&key, &upload, number, part).await?;
                    number += 1;
                }
            }
            if size != file.size {
                return Err(FilesError::torn(&"a file is not as long as it was"));
            }
        }
        drop(zip.finish()?);
        let rest = pages.take(0).unwrap_or_default();
        self.send_part(&key, &upload, number, rest).await?;
        self.complete_at(&key, &upload).await
    }

    async fn send_part(&self, key: &str, upload: &str, number: i32, part: Vec<u8>) -> Result<(), FilesError> {
        self.client
            .upload_part()
            .bucket(&self.bucket)
            .key(key)
            .upload_id(upload)
            .part_number(number)
            .checksum_sha256(BASE64_STANDARD.encode(Sha256::digest(&part)))
            .body(ByteStream::from(part))
            .send()
            .await
            .map(drop)
            .map_err(FilesError::service("UploadPart"))
    }

    /// An address to read an archive from, within five minutes. No AWS call.
    ///
    /// # Errors
    /// When the address cannot be signed.
    pub async fn get_archive(&self, id: &ArchiveId, number: CaseNumber) -> Result<String, FilesError> {
        let request = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(archive_key(id))
            .response_content_type("application/zip")
            .response_content_disposition(format!("attachment; filename=\"case-{number}.zip\""))
            .response_cache_control("private, no-store")
            .presigned(lasting(5)?)
            .await
            .map_err(FilesError::service("GetObject"))?;
        Ok(request.uri().to_owned())
    }
}

/// The key of an archive. The bucket's lifecycle knows what it begins with.
fn archive_key(id: &ArchiveId) -> String {
    format!("archives/{id}")
}
