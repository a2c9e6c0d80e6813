//! What the first visit of a page costs who has seen nothing of the portal yet.

use anyhow::Result;

use super::visitor::Visitor;

/// What the page and the files it names take.
pub struct Visit {
    /// How many requests.
    pub requests: usize,
    /// How many bytes come over the wire, compressed as a browser asks for them, without headers.
    pub bytes: usize,
}

/// Reads the page and what it names as a browser does that keeps nothing.
pub fn first(visitor: &Visitor, address: &str) -> Result<Visit> {
    const ENCODINGS: &str = "gzip, deflate, br, zstd";
    let plain = String::from_utf8(visitor.bytes(address, "text/html", "identity")?)?;
    let page = visitor.bytes(address, "text/html", ENCODINGS)?;
    let mut visit = Visit { requests: 1, bytes: page.len() };
    for name in plain.split("\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()) {
        visit.requests += 1;
        visit.bytes += visitor.bytes(&format!("/assets/{name}"), "*/*", ENCODINGS)?.len();
    }
    Ok(visit)
}
