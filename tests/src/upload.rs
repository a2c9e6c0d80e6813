//! Files sent to storage, as the portal's script does it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{Api, Reply};

/// An address to send a file to.
#[derive(Debug, Deserialize)]
struct Put {
    url: String,
    headers: BTreeMap<String, String>,
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    caseport_domain::case::chain::Digest::from_bytes(Sha256::digest(bytes).into()).to_string()
}

impl Api {
    /// Sends a file and says that it has arrived; its id.
    pub async fn upload(&self, name: &str, bytes: &[u8]) -> String {
        let begun = self.begin_upload(name, bytes).await;
        let put = self.put(&begun["put"], bytes).await;
        assert!(put.status.is_success(), "storage answered {}: {}", put.status, put.text());
        let id = begun["id"].as_str().expect("an upload has an id").to_owned();
        let _ = self.post(&format!("/uploads/{id}/complete"), json!({})).await.expect(200);
        id
    }

    /// Announces a file; what the portal says to it.
    pub async fn begin_upload(&self, name: &str, bytes: &[u8]) -> Value {
        let file = json!({
            "name": name, "size": bytes.len(), "media_type": "text/plain", "sha256": sha256(bytes),
        });
        self.post("/uploads", file).await.expect(201).json()
    }

    /// Sends bytes to a signed address.
    pub async fn put(&self, to: &Value, bytes: &[u8]) -> Reply {
        let put: Put = serde_json::from_value(to.clone()).expect("a signed address has a URL and headers");
        let request = self.portal().client().put(&put.url).body(bytes.to_vec());
        let request = put.headers.iter().fold(request, |request, (name, value)| request.header(name, value));
        Reply::to(request).await
    }

    /// The bytes of a case's attachment, downloaded as its page leads to it.
    pub async fn download(&self, path: &str) -> Reply {
        let leads = self.get(path).await.expect(303);
        Reply::to(self.portal().client().get(leads.header("location"))).await
    }
}
