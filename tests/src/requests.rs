//! Requests for access, to be tried on.

use serde_json::{Value, json};

use crate::Api;

impl Api {
    /// Asks for another level, whichever; a request of theirs that is open is withdrawn first.
    pub async fn asks_access(&self) -> Value {
        self.withdraws().await;
        let choice = self.get("/access").await.expect(200).json()["choices"][0].clone();
        self.asks_for(choice.as_str().expect("there is another level")).await
    }

    /// Asks for this level.
    pub async fn asks_for(&self, level: &str) -> Value {
        let body = json!({ "wants": level, "text": "For the time being." });
        self.post("/access/requests", body).await.expect(201).json()
    }

    /// Withdraws a request, if one is open.
    pub async fn withdraws(&self) {
        let latest = &self.get("/access").await.expect(200).json()["request"];
        let standing = latest["standing"].as_str().unwrap_or_default();
        if ["open", "waits-for-prime", "waits-for-answer"].contains(&standing) {
            let id = latest["id"].as_str().expect("a request has an id");
            let _ = self.post(&format!("/access/requests/{id}/withdraw"), json!({})).await.expect(200);
        }
    }

    /// Does something with a request, as an administrator.
    pub async fn deals(&self, request: &Value, deed: &str, body: Value) -> crate::Reply {
        let id = request["id"].as_str().expect("a request has an id");
        self.post(&format!("/access/requests/{id}/{deed}"), body).await
    }

    /// Brings somebody to this level, as an administrator would; their access token is none any more then.
    pub async fn brings_to(&self, admin: &Self, level: &str) {
        self.withdraws().await;
        let choices = self.get("/access").await.expect(200).json()["choices"].clone();
        if choices.as_array().is_some_and(|choices| choices.iter().any(|choice| choice == level)) {
            let request = self.asks_for(level).await;
            let _ = admin.deals(&request, "decision", json!({ "decision": "grant" })).await.expect(200);
        }
    }
}
