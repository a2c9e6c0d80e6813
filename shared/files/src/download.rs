//! Files read back.

use std::fmt::Write;

use caseport_domain::attachment::Attachment;

use crate::error::FilesError;
use crate::storage::{Storage, lasting};

impl Storage {
    /// An address to read a file from, within five minutes, as a download under its own name. No AWS call.
    ///
    /// The type is always the neutral one: nothing that a customer sent is shown from storage's origin.
    ///
    /// # Errors
    /// When the address cannot be signed.
    pub async fn get(&self, attachment: &Attachment) -> Result<String, FilesError> {
        let request = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(Self::key(&attachment.id))
            .response_content_type("application/octet-stream")
            .response_content_disposition(disposition("attachment", attachment.name.as_str()))
            .response_cache_control("private, no-store")
            .presigned(lasting(5)?)
            .await
            .map_err(FilesError::service("GetObject"))?;
        Ok(request.uri().to_owned())
    }

    /// An address to look at a file at, within a minute, as this type. No AWS call.
    ///
    /// Storage's origin has no cookie, no page and no script of the portal. The type is part of what is signed, and must
    /// be one that browsers run nothing of.
    ///
    /// # Errors
    /// When the address cannot be signed.
    pub async fn show(
        &self,
        attachment: &Attachment,
        media_type: &'static str,
    ) -> Result<String, FilesError> {
        let request = self
            .client
            .get_object()
            .bucket(&self.bucket)
            .key(Self::key(&attachment.id))
            .response_content_type(media_type)
            .response_content_disposition(disposition("inline", attachment.name.as_str()))
            .response_cache_control("private, no-store")
            .presigned(lasting(1)?)
            .await
            .map_err(FilesError::service("GetObject"))?;
        Ok(request.uri().to_owned())
    }
}

/// `attachment` or `inline` with the file's name, as RFC 6266 has it: ASCII for old programs, UTF-8 for all others.
fn disposition(kind: &str, name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_graphic() && !"\"\\%".contains(c) { c } else { '_' }).collect();
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}"); // A String takes whatever is written to it.
        }
    }
    format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// X23
    #[test]
    fn a_name_stays_inside_its_header() {
        let header = disposition("attachment", "Été \"1\"\r\nX: y.log");
        assert!(header.is_ascii() && !header.contains(['\r', '\n']));
        assert_eq!(header.matches('"').count(), 2);
        assert!(header.ends_with("filename*=UTF-8''%C3%89t%C3%A9%20%221%22%0D%0AX%3A%20y.log"));
    }
}
