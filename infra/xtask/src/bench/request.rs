//! What the measured functions are asked.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::visitor::Visitor;

/// A request, and the function that answers it.
pub struct Request<'a> {
    /// The function's name.
    pub function: &'static str,
    /// Who asks.
    pub visitor: &'a Visitor<'a>,
    /// The path.
    pub path: String,
    /// What stands behind the question mark.
    pub query: String,
    /// What is sent, in JSON; nothing for a page.
    pub body: Option<Value>,
}

/// The pages that most visits are made of: the list, its first case, the form to open one with, and a search that finds
/// that case. Then a page of each other kind, and a file that is announced: it counts among what an administrator may upload
/// that day, so that customers of the portal can go on.
pub fn all<'a>(customer: &'a Visitor<'a>, administrator: &'a Visitor<'a>) -> Result<Vec<Request<'a>>> {
    let list = customer.json("/cases?show=all")?;
    let case = &list["cases"][0];
    let number = case["number"].as_u64().context("The customer has no case: seed the portal.")?;
    let words = case["title"].as_str().unwrap_or_default().split(|letter: char| !letter.is_alphanumeric());
    let word = words.filter(|word| word.is_ascii()).max_by_key(|word| word.len()).unwrap_or_default();
    let search =
        Request { query: format!("q={word}"), ..Request::of("search-cases", customer, "/cases/search") };
    let found = customer.json(&search.address())?;
    ensure!(found["cases"][0].is_object(), "No case is found by “{word}” yet: try again in a minute.");
    let forms = administrator.json("/forms")?;
    let form = forms["forms"][0]["id"].as_str().context("The portal has no form: seed it.")?;
    let file = json!({"name": "bench.txt", "size": 1, "sha256": "0".repeat(64)});
    Ok(vec![
        Request::of("cases-list", customer, "/cases"),
        Request::of("cases-view", customer, &format!("/cases/{number}")),
        Request::of("cases-new", customer, "/cases/new"),
        search,
        Request::of("drafts-list", customer, "/drafts"),
        Request::of("profile-notifications", customer, "/profile/notifications"),
        Request::of("desk-queue", administrator, "/desk"),
        Request::of("forms-form", administrator, &format!("/forms/{form}")),
        Request { body: Some(file), ..Request::of("attachments-begin", administrator, "/uploads") },
    ])
}

impl<'a> Request<'a> {
    fn of(function: &'static str, visitor: &'a Visitor<'a>, path: &str) -> Self {
        Self { function, visitor, path: path.to_owned(), query: String::new(), body: None }
    }

    /// Path and query.
    pub fn address(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }

    /// What API Gateway hands the function.
    pub fn event(&self) -> Value {
        let host = self.visitor.host();
        let (method, accept) = match self.body {
            None => ("GET", "text/html"),
            Some(_) => ("POST", "application/json"),
        };
        let route = format!("{method} {}", self.path);
        json!({
            "version": "2.0",
            "routeKey": route,
            "rawPath": self.path,
            "rawQueryString": self.query,
            "headers": {
                "host": host,
                "accept": accept,
                "accept-encoding": "gzip",
                "authorization": self.visitor.authorization,
                "content-type": "application/json",
            },
            "requestContext": {
                "accountId": "000000000000",
                "apiId": "bench",
                "domainName": host,
                "domainPrefix": "bench",
                "http": {
                    "method": method,
                    "path": self.path,
                    "protocol": "HTTP/1.1",
                    "sourceIp": "127.0.0.1",
                    "userAgent": "bench",
                },
                "requestId": "bench",
                "routeKey": route,
                "stage": "$default",
                "time": "01/Jan/2026:00:00:00 +0000",
                "timeEpoch": 1_767_225_600_000_u64,
            },
            "body": self.body.as_ref().map(Value::to_string),
            "isBase64Encoded": false,
        })
    }
}
