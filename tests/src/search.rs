//! Looking for cases by words, once the indexes have them.

use std::time::Duration;

use serde_json::Value;

use crate::{Api, Case, eventually, unique};

/// From a change to its being found, when all tests write at the same time: by itself it takes seconds.
pub const WITHIN: Duration = Duration::from_mins(1);

/// A word that nobody else writes: letters only, so that it is one word.
pub fn word(stem: &str) -> String {
    let unique = unique("");
    let digit = |digit: char| digit.to_digit(10).and_then(|digit| char::from_digit(digit + 10, 20));
    format!("{stem}{}", unique.chars().filter_map(digit).collect::<String>())
}

/// The cases that somebody finds.
pub async fn found(api: &Api, words: &str) -> Vec<Value> {
    let page = api.get(&format!("/cases/search?q={}", words.replace(' ', "+"))).await.expect(200).json();
    page["cases"].as_array().expect("a search has cases").clone()
}

/// Their numbers.
pub async fn numbers(api: &Api, words: &str) -> Vec<u64> {
    found(api, words).await.iter().filter_map(|line| line["case"]["number"].as_u64()).collect()
}

/// Waits until somebody finds the case by these words.
pub async fn finds(api: &Api, words: &str, case: Case) {
    eventually(&format!("{words} to be found"), WITHIN, async || {
        numbers(api, words).await.contains(&case.number).then_some(())
    })
    .await;
}
