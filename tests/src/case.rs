//! Cases, as tests open and read them.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use crate::Api;

/// The products for which tests keep forms: cases of other tests are about none of them, so that no question is asked.
pub const ASKED_ABOUT: [&str; 4] = ["recorder", "dialer", "sip-edge", "workforce"];

/// What a case is opened with.
#[derive(Clone, Debug)]
pub struct Opening(pub Value);

/// A case by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// What people call it.
    pub number: u64,
}

impl Opening {
    /// A valid opening with this title, for the first product that no form asks about.
    pub async fn new(api: &Api, title: &str) -> Self {
        Self(json!({
            "product": product(api).await,
            "case_type": "incident",
            "impact": "department",
            "urgency": "high",
            "title": title,
            "description": "It stopped this morning.\nNothing was changed.",
        }))
    }

    /// The opening with another field.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0[field] = value.into();
        self
    }
}

/// A product that this contact may open cases for.
async fn product(api: &Api) -> String {
    let form = api.get("/cases/new").await.expect(200).json();
    let products = form["products"].as_array().expect("products are a list");
    let mut ids = products.iter().filter_map(|product| product["id"].as_str());
    ids.find(|id| !ASKED_ABOUT.contains(id)).expect("the seed has a product under contract").to_owned()
}

impl Case {
    /// Opens a case with this title.
    pub async fn open(api: &Api, title: &str) -> Self {
        Self::open_with(api, &Opening::new(api, title).await).await
    }

    /// Opens a case.
    pub async fn open_with(api: &Api, opening: &Opening) -> Self {
        let receipt = api.post("/cases", opening.0.clone()).await.expect(201).json();
        Self { number: receipt["number"].as_u64().expect("a case has a number") }
    }

    /// Opens a case for which an engineer has proposed a solution.
    pub async fn proposed(customer: &Api, engineer: &Api, title: &str) -> Self {
        let case = Self::open(customer, title).await;
        case.done(engineer, "assignment", json!({})).await;
        case.done(engineer, "solution", json!({ "text": "Restart the agent." })).await;
        case
    }

    /// Its address, or that of something below it.
    pub fn path(self, below: &str) -> String {
        let slash = if below.is_empty() || below.starts_with('?') { "" } else { "/" };
        format!("/cases/{}{slash}{below}", self.number)
    }

    /// The case as somebody sees it.
    pub async fn seen_by(self, api: &Api) -> Value {
        api.get(&self.path("")).await.expect(200).json()
    }

    /// The case without its mails, which come when they come: to be the same before and after what is refused.
    pub async fn without_mails(self, api: &Api) -> Value {
        let mut seen = self.seen_by(api).await;
        seen["mails"] = Value::Null;
        seen["correspondence"] = Value::Null;
        seen
    }

    /// Its status as somebody sees it.
    pub async fn status(self, api: &Api) -> String {
        self.seen_by(api).await["status"].as_str().expect("a case has a status").to_owned()
    }

    /// The codes of its events, from the first, as somebody sees them.
    pub async fn events(self, api: &Api) -> Vec<String> {
        let case = self.seen_by(api).await;
        let events = case["events"].as_array().expect("a case has events").iter();
        events.map(|event| event["event"].as_str().unwrap_or("?").to_owned()).collect()
    }

    /// Sends a command on it.
    pub async fn post(self, api: &Api, command: &str, body: Value) -> crate::Reply {
        api.post(&self.path(command), body).await
    }

    /// Sends a command on it that must be carried out; its version afterwards.
    #[track_caller]
    pub fn done(self, api: &Api, command: &str, body: Value) -> impl Future<Output = u64> {
        let caller = std::panic::Location::caller();
        async move {
            let reply = self.post(api, command, body).await;
            assert_eq!(reply.status, 200, "{caller}: {command} was answered:\n{}", reply.text());
            reply.json()["version"].as_u64().expect("a receipt has a version")
        }
    }
}

/// An address that belongs to nobody, and that no other test of this run has.
pub fn outside() -> String {
    format!("{}@outside.example", unique("zoe").replace(' ', "-"))
}

/// A text that no other test of this run has: to find one's own case by.
pub fn unique(text: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    format!("{text} {}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}
