//! The bucket.

use std::collections::BTreeMap;
use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::presigning::{PresignedRequest, PresigningConfig};
use caseport_aws::{Missing, SdkConfig, setting};
use caseport_domain::id::UploadId;
use serde::Serialize;

use crate::error::FilesError;

/// The bucket of a deployment.
#[derive(Clone, Debug)]
pub struct Storage {
    pub(crate) client: Client,
    pub(crate) bucket: String,
}

/// An address that is good for one thing and a short time, with the headers that belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signed {
    /// The address.
    pub url: String,
    /// The headers that must be sent with it, for they are signed.
    pub headers: BTreeMap<String, String>,
}

impl Storage {
    /// The bucket that the setting `BUCKET` names.
    ///
    /// # Errors
    /// [`Missing`] without that setting.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        let config = aws_sdk_s3::config::Builder::from(config)
            // On a developer's machine a bucket is no host name.
            .force_path_style(config.endpoint_url().is_some())
            .build();
        Ok(Self { client: Client::from_conf(config), bucket: setting("BUCKET")? })
    }

    /// The key of an upload's object. It is ours and random: nobody's file name is part of it.
    pub(crate) fn key(id: &UploadId) -> String {
        format!("uploads/{id}")
    }
}

pub(crate) fn lasting(minutes: u64) -> Result<PresigningConfig, FilesError> {
    Ok(PresigningConfig::expires_in(Duration::from_secs(minutes * 60))?)
}

impl From<PresignedRequest> for Signed {
    fn from(request: PresignedRequest) -> Self {
        // A browser sets Host and Content-Length itself, and lets nobody else.
        let own = |name: &&str| !["host", "content-length"].contains(&name.to_ascii_lowercase().as_str());
        let headers = request.headers().filter(|(name, _)| own(name));
        Self {
            url: request.uri().to_owned(),
            headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        }
    }
}
