//! How people sign in and look after it: names, being remembered, passwords, second factors, sessions, tokens.
//!
//! Each test has people of the seed data to itself, and leaves them as it found them.

mod browser;
mod passwords;
mod second_factor;
mod sessions;
mod sign_in;
mod tokens;

use caseport_tests::{Api, Opening, Portal, Reply};
use serde_json::{Value, json};

/// Somebody signed in as an API client.
struct Client {
    api: Api,
    refresh: String,
}

impl Client {
    /// Signs in with this password.
    async fn new(portal: &Portal, email: &str, password: &str) -> Self {
        Self::of(portal, &sign_in(portal, email, password).await.expect(200).json())
    }

    /// What was signed in with these tokens.
    fn of(portal: &Portal, tokens: &Value) -> Self {
        let text = |name: &str| tokens[name].as_str().unwrap_or_default().to_owned();
        Self { api: portal.anonymous().with_token(&text("access_token")), refresh: text("refresh_token") }
    }

    /// What renewing the access token is answered with.
    async fn renewal(&self) -> Reply {
        let anonymous = self.api.portal().anonymous();
        anonymous.post("/session/refresh", json!({ "refresh_token": self.refresh })).await
    }

    /// The same with a new access token.
    async fn renewed(&self) -> Self {
        Self::of(self.api.portal(), &self.renewal().await.expect(200).json())
    }

    /// What opening a case is answered with.
    async fn writes(&self, opening: &Opening) -> Reply {
        self.api.post("/cases", opening.0.clone()).await
    }
}

/// What signing in is answered with.
async fn sign_in(portal: &Portal, email: &str, password: &str) -> Reply {
    portal.anonymous().post("/session", json!({ "email": email, "password": password })).await
}
