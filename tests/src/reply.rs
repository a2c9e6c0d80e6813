//! What the portal answers.

use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde_json::Value;

/// What the portal answers.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
    /// What was asked, for messages.
    asked: String,
}

impl Reply {
    pub(crate) async fn to(request: reqwest::RequestBuilder) -> Self {
        let (client, request) = request.build_split();
        let request = request.expect("the request can be made");
        let asked = format!("{} {}", request.method(), request.url());
        let answer = client.execute(request).await.unwrap_or_else(|error| panic!("{asked}: {error:?}"));
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer.bytes().await.unwrap_or_else(|error| panic!("{asked}: {error:?}")).to_vec();
        Self { status, headers, body, asked }
    }

    /// The answer, if it has this status.
    #[track_caller]
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{} was answered:\n{}", self.asked, self.text());
        self
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{} was answered without JSON:\n{}", self.asked, self.text()))
    }

    /// A header; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The problem it tells of (RFC 9457), of this status and kind; checks what every problem has.
    #[track_caller]
    pub fn problem(&self, status: u16, kind: &str) -> Value {
        assert_eq!(self.status.as_u16(), status, "{} was answered:\n{}", self.asked, self.text());
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.asked);
        let problem = self.json();
        let told = problem["type"].as_str().unwrap_or_default();
        assert!(told.ends_with(&format!("/problems/{kind}")), "{} was answered:\n{problem:#}", self.asked);
        assert_eq!(problem["status"], status);
        assert_eq!(problem["request_id"], self.header("x-request-id"));
        for text in ["title", "detail"] {
            assert!(problem[text].as_str().is_some_and(|text| !text.is_empty()), "{problem:#}");
        }
        problem
    }

    /// The flaws it tells of, as `pointer code`.
    #[track_caller]
    pub fn flaws(&self) -> Vec<String> {
        let problem = self.problem(422, "flaws");
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        let one = |error: &Value| {
            assert!(error["detail"].as_str().is_some_and(|text| !text.is_empty()), "{error:#}");
            format!("{} {}", error["pointer"].as_str().unwrap_or("?"), error["code"].as_str().unwrap_or("?"))
        };
        errors.iter().map(one).collect()
    }
}
