//! The story of a case in a real browser, as a person goes through it.

mod access;
mod drafts;
mod email;
mod entrance;
mod files;
mod first_visit;
mod forms;
mod gallery;
mod help;
mod kept;
mod keyboard;
mod keyboard_own;
mod languages;
mod life;
mod lists;
mod marks;
mod notifications;
mod outside;
mod records;
mod search;
mod upload;

use caseport_tests::{Browser, Case};
use serde_json::json;

/// Keeps what is typed into the form for a new case to this browser: many stories are told at once of one person, who has one
/// draft of a new case.
async fn without_drafts(browser: &Browser) {
    browser.devtools("Network.enable", json!({})).await;
    browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*/drafts/new"] })).await;
}

/// Fills in the form for a new case, but for what the test is about.
async fn fill_in(browser: &Browser, title: &str) {
    without_drafts(browser).await;
    browser.go("/cases/new").await;
    browser.script("const select = document.querySelector('#new-product'); select.selectedIndex = 1").await;
    browser.click("#new-case_type").await;
    browser.see("[name='answers/version']").await;
    browser.fill("#new-title", title).await;
    browser.fill("#new-description", "It stopped this morning.").await;
}

/// Sends the form for a new case; the case whose page it leads to.
async fn open(browser: &Browser) -> Case {
    browser.click("form[action='/cases'] button.primary").await;
    browser.see("[data-done]").await;
    let path = browser.path().await;
    let number = path.strip_prefix("/cases/").and_then(|number| number.parse().ok());
    Case { number: number.unwrap_or_else(|| panic!("{path} is no case's page")) }
}
