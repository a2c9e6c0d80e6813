//! What several of these routes are sent.

use serde::Deserialize;

/// Nothing: the address says it all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A text.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Said {
    pub text: String,
}
