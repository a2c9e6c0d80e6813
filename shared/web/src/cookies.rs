//! Cookies: few, each bound to this host, none readable by scripts.

use lambda_http::http::HeaderMap;
use lambda_http::http::header::COOKIE;

/// The access token.
pub const ACCESS: &str = "__Host-access";
/// The refresh token.
pub const REFRESH: &str = "__Host-refresh";
/// The value that forms must repeat.
pub const CSRF: &str = "__Host-csrf";
/// What makes a browser known to an account: see [`crate::token::KnownBrowser`].
pub const BROWSER: &str = "__Host-browser";
/// The language chosen.
pub const LANGUAGE: &str = "__Host-language";

/// A cookie to set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cookie {
    name: &'static str,
    value: String,
    seconds: Option<i64>,
}

impl Cookie {
    /// A cookie that ends with the browser's session.
    #[must_use]
    pub fn new(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into(), seconds: None }
    }

    /// The cookie, kept for so many seconds.
    #[must_use]
    pub fn kept(self, seconds: i64) -> Self {
        Self { seconds: Some(seconds), ..self }
    }

    /// The end of a cookie.
    #[must_use]
    pub fn gone(name: &'static str) -> Self {
        Self::new(name, "").kept(0)
    }

    /// As a `Set-Cookie` header.
    #[must_use]
    pub fn header(&self) -> String {
        let Self { name, value, .. } = self;
        let age = self.seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
        format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}")
    }
}

/// The value of a cookie that the request brings.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name && !value.is_empty()).then_some(value))
}
