//! A response in the making.

use jiff::Timestamp;
use lambda_http::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION,
    REFRESH, RETRY_AFTER, SET_COOKIE, VARY,
};
use lambda_http::http::{Response, StatusCode};
use lambda_http::{Body, Error};
use serde::Serialize;

use crate::cookies::Cookie;
use crate::gzip;
use crate::portal::Portal;

/// A body shorter than this is not worth compressing.
const WORTH_COMPRESSING: usize = 1024;

/// By which spreadsheets know UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A response in the making.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    media_type: &'static str,
    body: Vec<u8>,
    headers: Vec<(HeaderName, String)>,
    cookies: Vec<Cookie>,
    encoding: Option<&'static str>,
    cache: &'static str,
}

impl Answer {
    fn new(status: StatusCode, media_type: &'static str, body: Vec<u8>) -> Self {
        Self {
            status,
            media_type,
            body,
            headers: Vec::new(),
            cookies: Vec::new(),
            encoding: None,
            cache: "no-store",
        }
    }

    /// A page.
    #[must_use]
    pub fn html(status: StatusCode, page: String) -> Self {
        Self::new(status, "text/html; charset=utf-8", page.into_bytes())
    }

    /// JSON.
    ///
    /// # Errors
    /// When the value is no JSON.
    pub fn json(status: StatusCode, value: &impl Serialize) -> Result<Self, serde_json::Error> {
        Ok(Self::new(status, "application/json", serde_json::to_vec(value)?))
    }

    /// JSON of something new, and where it is.
    ///
    /// # Errors
    /// When the value is no JSON.
    pub fn created(address: &str, value: &impl Serialize) -> Result<Self, serde_json::Error> {
        Ok(Self::json(StatusCode::CREATED, value)?.header(LOCATION, address))
    }

    /// A text of the portal's own, which may be kept for a while.
    #[must_use]
    pub fn text(media_type: &'static str, text: &str) -> Self {
        Self {
            cache: "public, max-age=300",
            ..Self::new(StatusCode::OK, media_type, text.as_bytes().to_vec())
        }
    }

    /// A problem, as RFC 9457 has it.
    ///
    /// # Errors
    /// When the value is no JSON.
    pub fn problem(status: StatusCode, value: &impl Serialize) -> Result<Self, serde_json::Error> {
        Ok(Self::new(status, "application/problem+json", serde_json::to_vec(value)?))
    }

    /// Leads to another address, with a `GET`.
    #[must_use]
    pub fn see(address: &str) -> Self {
        Self::new(StatusCode::SEE_OTHER, "text/plain", Vec::new()).header(LOCATION, address)
    }

    /// Passes the same request, with its body, on to another address.
    #[must_use]
    pub fn pass_on(address: &str) -> Self {
        Self::new(StatusCode::TEMPORARY_REDIRECT, "text/plain", Vec::new()).header(LOCATION, address)
    }

    /// A file that never changes under its name.
    #[must_use]
    pub fn asset(media_type: &'static str, encoding: Option<&'static str>, body: Vec<u8>) -> Self {
        let cache = "public, max-age=31536000, immutable";
        Self { encoding, cache, ..Self::new(StatusCode::OK, media_type, body) }
            .header(VARY, "accept-encoding")
    }

    /// A file to be saved.
    #[must_use]
    pub fn download(media_type: &'static str, name: &str, body: Vec<u8>) -> Self {
        let disposition = format!("attachment; filename=\"{name}\"");
        Self::new(StatusCode::OK, media_type, body).header(CONTENT_DISPOSITION, &disposition)
    }

    /// The answer with a header. A value that is none is left out.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The answer with the advice when to try again: a whole number of seconds, rounded up.
    #[must_use]
    pub fn retry_at(self, until: Timestamp, now: Timestamp) -> Self {
        let seconds = until.duration_since(now).as_secs_f64().ceil().max(1.0);
        self.header(RETRY_AFTER, &format!("{seconds:.0}"))
    }

    /// The page, which a browser asks for again after so many seconds, at this address: for one on which nothing is typed.
    #[must_use]
    pub fn again_in(self, seconds: u32, address: &str) -> Self {
        self.header(REFRESH, &format!("{seconds}; url={address}"))
    }

    /// The answer with a cookie.
    #[must_use]
    pub fn with(mut self, cookie: Cookie) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// Its status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The response, with what every response carries.
    ///
    /// # Errors
    /// Never in practice: when a header cannot be built.
    pub(crate) fn into_response(
        mut self,
        portal: &Portal,
        id: &str,
        gzip: bool,
    ) -> Result<Response<Body>, Error> {
        if gzip && self.encoding.is_none() && self.body.len() >= WORTH_COMPRESSING {
            self.body = gzip::packed(&self.body)?;
            self.encoding = Some("gzip");
        }
        let mut response = Response::builder()
            .status(self.status)
            .header(CONTENT_TYPE, self.media_type)
            .header(CACHE_CONTROL, self.cache)
            .header("x-request-id", id)
            .header("x-content-type-options", "nosniff")
            .header("referrer-policy", "same-origin")
            .header("cross-origin-opener-policy", "same-origin")
            .header("cross-origin-resource-policy", "same-origin")
            .header("permissions-policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()")
            .header("content-security-policy", policy(portal));
        if portal.is_secure() {
            response = response.header("strict-transport-security", "max-age=63072000; includeSubDomains");
        }
        if let Some(encoding) = self.encoding {
            response = response.header(CONTENT_ENCODING, encoding);
        }
        for (name, value) in &self.headers {
            if let Ok(value) = HeaderValue::from_str(value) {
                response = response.header(name, value);
            }
        }
        for cookie in &self.cookies {
            response = response.header(SET_COOKIE, cookie.header());
        }
        let body = match String::from_utf8(self.body) {
            // The runtime takes one mark off whatever is text.
            Ok(text) if self.encoding.is_none() && text.starts_with(BYTE_ORDER_MARK) => {
                Body::Text(format!("{BYTE_ORDER_MARK}{text}"))
            }
            Ok(text) if self.encoding.is_none() => Body::Text(text),
            Ok(text) => Body::Binary(text.into_bytes()),
            Err(error) => Body::Binary(error.into_bytes()),
        };
        Ok(response.body(body)?)
    }
}

fn policy(portal: &Portal) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: {0}; \
         connect-src 'self' {0}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        portal.storage_origin
    )
}
