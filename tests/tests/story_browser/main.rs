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
mod keyboard_records;
mod languages;
mod life;
mod lists;
mod marks;
mod notifications;
mod outside;
mod records;
mod search;
mod upload;

use caseport_i18n::Tr;
use caseport_tests::{Api, Browser, Case};
use jiff::Timestamp;
use jiff::tz::TimeZone;
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
    // The first line of several says that one is to be chosen.
    let product = "const select = document.querySelector('#new-product');
        if (select.options.length > 1) select.selectedIndex = 1";
    browser.script(product).await;
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

/// What a case's page says to its reader of when it closes by itself.
async fn deadline(case: Case, reader: &Api, tr: Tr) -> String {
    let profile = reader.get("/profile").await.expect(200).json();
    let zone = profile["details"]["zone"].as_str().expect("everybody has a zone");
    let zone = TimeZone::get(zone).expect("it is bundled");
    let closes_at = case.seen_by(reader).await["closes_at"].clone();
    let closes_at: Timestamp =
        closes_at.as_str().and_then(|at| at.parse().ok()).expect("it closes by itself");
    tr.t_with("solution-closes", &[("moment", tr.long_moment(closes_at, &zone).into())])
}
