//! The story of a case in a real browser, as a person goes through it.

mod access;
mod email;
mod entrance;
mod first_visit;
mod forms;
mod gallery;
mod kept;
mod keyboard;
mod languages;
mod life;
mod lists;
mod marks;
mod records;
mod upload;

use caseport_tests::{Browser, Case};

/// Fills in the form for a new case, but for what the test is about.
async fn fill_in(browser: &Browser, title: &str) {
    browser.go("/cases/new").await;
    browser.script("const select = document.querySelector('#new-product'); select.selectedIndex = 1").await;
    for choice in ["#new-case_type", "#new-impact-department", "#new-urgency-high"] {
        browser.click(choice).await;
    }
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
