//! The pages whose functions are measured.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::customer::Customer;

/// A page, and the function that answers with it.
pub struct Page {
    /// The function's name.
    pub function: &'static str,
    /// The path.
    pub path: String,
    /// What stands behind the question mark.
    pub query: String,
}

/// The pages that most visits are made of: the list, its first case, the form to open one with, and a search that finds
/// that case.
pub fn all(customer: &Customer) -> Result<[Page; 4]> {
    let list = customer.json("/cases?show=all")?;
    let case = &list["cases"][0];
    let number = case["number"].as_u64().context("The customer has no case: seed the portal.")?;
    let words = case["title"].as_str().unwrap_or_default().split(|letter: char| !letter.is_alphanumeric());
    let word = words.filter(|word| word.is_ascii()).max_by_key(|word| word.len()).unwrap_or_default();
    let search = Page::new("search-cases", "/cases/search", &format!("q={word}"));
    let found = customer.json(&search.address())?;
    ensure!(found["cases"][0].is_object(), "No case is found by “{word}” yet: try again in a minute.");
    Ok([
        Page::new("cases-list", "/cases", ""),
        Page::new("cases-view", &format!("/cases/{number}"), ""),
        Page::new("cases-new", "/cases/new", ""),
        search,
    ])
}

impl Page {
    fn new(function: &'static str, path: &str, query: &str) -> Self {
        Self { function, path: path.to_owned(), query: query.to_owned() }
    }

    /// Path and query.
    pub fn address(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }

    /// What API Gateway hands the function when a browser asks for the page.
    pub fn event(&self, customer: &Customer) -> Value {
        let host = customer.host();
        json!({
            "version": "2.0",
            "routeKey": format!("GET {}", self.path),
            "rawPath": self.path,
            "rawQueryString": self.query,
            "cookies": [customer.cookie],
            "headers": {"host": host, "accept": "text/html", "accept-encoding": "gzip"},
            "requestContext": {
                "accountId": "000000000000",
                "apiId": "bench",
                "domainName": host,
                "domainPrefix": "bench",
                "http": {
                    "method": "GET",
                    "path": self.path,
                    "protocol": "HTTP/1.1",
                    "sourceIp": "127.0.0.1",
                    "userAgent": "bench",
                },
                "requestId": "bench",
                "routeKey": format!("GET {}", self.path),
                "stage": "$default",
                "time": "01/Jan/2026:00:00:00 +0000",
                "timeEpoch": 1_767_225_600_000_u64,
            },
            "isBase64Encoded": false,
        })
    }
}
