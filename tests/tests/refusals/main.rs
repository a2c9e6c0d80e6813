//! What the portal refuses, how it says so, and that nothing changes by it.

mod contracts;
mod foreign;
mod forgery;
mod guessing;
mod headers;
mod hosts;
mod input;
mod markup;
mod sentences;
mod tokens;
mod uploads;

use caseport_tests::{Api, Case};
use serde_json::Value;

/// What somebody can see of their cases: to be the same before and after what is refused.
///
/// Each test that uses it has a company of the seed data to itself, so that nobody else opens cases there.
async fn all_they_see(api: &Api, case: Case) -> (Value, Value) {
    let list = api.get("/cases?show=all").await.expect(200).json();
    (list, case.without_mails(api).await)
}
