//! Files sent to storage, as the portal's script does it.

use std::collections::BTreeMap;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_domain::upload_budget::UploadBudget;
use caseport_local::{DAILY_FILES, DAILY_UPLOADS};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::tick::owner;
use crate::{Api, Case, Portal, Reply, eventually};

/// Within which files are looked at, or forgotten, by whatever else the machine does.
const DONE_WITHIN: Duration = Duration::from_mins(1);

/// A picture of one point, as PNG.
pub fn picture() -> Vec<u8> {
    let point =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    BASE64_STANDARD.decode(point).expect("it is Base64")
}

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

/// How much one person may upload to the portal in a day.
pub fn upload_budget() -> UploadBudget {
    let setting = |name: &str| if name == "DAILY_FILE_LIMIT" { DAILY_FILES } else { DAILY_UPLOADS };
    UploadBudget::read(|name| setting(name).to_owned()).expect("the portal began with it")
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

    /// Announces a file of so many bytes, of which none are sent.
    pub async fn announce(&self, size: u64) -> Reply {
        let file = json!({ "name": "core.dump", "size": size, "sha256": sha256(b"not sent") });
        self.post("/uploads", file).await
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

impl Case {
    /// The files of a case as somebody sees them, once all of them have been looked at.
    pub async fn inspected(self, api: &Api) -> Vec<Value> {
        eventually("the files of a case to be looked at", DONE_WITHIN, async || {
            let seen = self.seen_by(api).await;
            let events = seen["events"].as_array()?;
            let files = events.iter().filter_map(|event| event["attachments"].as_array()).flatten();
            let files: Vec<Value> = files.cloned().collect();
            files.iter().all(|file| file["verdict"] != "pending").then_some(files)
        })
        .await
    }
}

impl Portal {
    /// Takes away what is known of an upload, as the table does when its time is over.
    pub async fn expire_upload(&self, id: &str) {
        self.forgets_item(&format!("UPLOAD#{id}"), "UPLOAD").await;
    }

    /// Takes away what is known of a file that came with a case's first event, as if nobody had known that files are to be
    /// looked at.
    pub async fn never_heard_of(&self, case: Case, id: &str) {
        self.forgets_item(&format!("CASE#{}", case.number), &format!("EVENT#00000001#FILE#{id}")).await;
    }

    /// Takes back what looking at a file of a case has shown, which came with its first event: nobody is asked to look at it
    /// again by that.
    pub async fn has_not_looked_at(&self, case: Case, id: &str) {
        let body = json!({
            "UpdateExpression": "SET verdict = :pending REMOVE media_type",
            "ExpressionAttributeValues": { ":pending": { "S": "pending" } },
        });
        let sk = format!("EVENT#00000001#FILE#{id}");
        self.asks_for_item("UpdateItem", &format!("CASE#{}", case.number), &sk, body).await;
    }

    /// Marks a file as GuardDuty does once it has looked at it.
    pub async fn marks(&self, id: &str, status: &str) {
        let about = self.about();
        let address = format!("{}/{}/uploads/{id}?tagging", about.endpoint, about.resources["Attachments"]);
        let tag = format!("<Tag><Key>GuardDutyMalwareScanStatus</Key><Value>{status}</Value></Tag>");
        let tags = format!(
            "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>{tag}</TagSet></Tagging>"
        );
        let request = self.client().put(address).header("authorization", owner("s3")).body(tags);
        let _ = Reply::to(request).await.expect(200);
    }

    /// Waits until storage has a file no more.
    pub async fn forgets(&self, id: &str) {
        eventually("a file to be deleted", DONE_WITHIN, async || (!self.keeps(id).await).then_some(())).await;
    }

    /// Whether storage has a file.
    pub async fn keeps(&self, id: &str) -> bool {
        let about = self.about();
        let address = format!("{}/{}/uploads/{id}", about.endpoint, about.resources["Attachments"]);
        let request = self.client().get(address).header("authorization", owner("s3"));
        Reply::to(request).await.status.is_success()
    }
}
