//! A client of the JSON API.

use caseport_local::Account;
use reqwest::Method;
use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE};
use serde_json::{Value, json};

use crate::{Portal, Reply};

/// A client of the JSON API with a bearer token, or without one.
#[derive(Clone)]
pub struct Api {
    portal: Portal,
    /// Who it is; empty for nobody.
    pub email: String,
    token: Option<String>,
    refresh: Option<String>,
}

impl Api {
    pub(crate) fn anonymous(portal: &Portal) -> Self {
        Self { portal: portal.clone(), email: String::new(), token: None, refresh: None }
    }

    pub(crate) async fn sign_in(portal: &Portal, account: &Account<String>) -> Self {
        let credentials = json!({ "email": account.email, "password": account.password });
        let reply = Self::anonymous(portal).post("/session", credentials).await.expect(200);
        let tokens = reply.json();
        let token = |name: &str| tokens[name].as_str().map(str::to_owned);
        Self {
            email: account.email.clone(),
            token: token("access_token"),
            refresh: token("refresh_token"),
            ..Self::anonymous(portal)
        }
    }

    /// The same client with a new access token for the same session, by its refresh token.
    ///
    /// # Panics
    /// When the session has ended.
    pub async fn renewed(&self) -> Self {
        let body = json!({ "refresh_token": self.refresh_token() });
        let tokens = Self::anonymous(&self.portal).post("/session/refresh", body).await.expect(200).json();
        let token = |name: &str| tokens[name].as_str().map(str::to_owned);
        Self { token: token("access_token"), refresh: token("refresh_token"), ..self.clone() }
    }

    /// The same client with another access token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// The access token; empty without one.
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// The refresh token; empty without one.
    pub fn refresh_token(&self) -> &str {
        self.refresh.as_deref().unwrap_or_default()
    }

    /// The portal it speaks to.
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// A request to be changed before it is sent.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let address = format!("{}{path}", self.portal.origin());
        let request = self.portal.client().request(method, address).header(ACCEPT, "application/json");
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends a request.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Reply {
        Reply::to(request).await
    }

    /// Asks for an address.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    /// Sends a command.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(self.request(Method::POST, path).json(&body)).await
    }

    /// Sends a command with an idempotency key.
    pub async fn post_once(&self, path: &str, body: &Value, key: &str) -> Reply {
        let request = self.request(Method::POST, path).header("idempotency-key", key);
        self.send(request.json(body)).await
    }

    /// Sends a command and wants the answer's texts in this language.
    pub async fn post_in(&self, language: &str, path: &str, body: Value) -> Reply {
        let request =
            self.request(Method::POST, path).header("cookie", format!("__Host-language={language}"));
        self.send(request.header(ACCEPT_LANGUAGE, language).json(&body)).await
    }

    /// Makes a personal access token of this scope for a week, with this password: what is told of it, once.
    pub async fn makes_token(&self, password: &str, scope: &str) -> Value {
        let body = json!({ "name": format!("To {scope}"), "scope": scope, "days": 7, "password": password });
        self.post("/profile/tokens", body).await.expect(201).json()["made"].clone()
    }
}
