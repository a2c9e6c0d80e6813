//! No loss of typed text when a session ends.

use caseport_tests::{Browser, Case, Portal, unique};
use jiff::SignedDuration;

use crate::{fill_in, open};

async fn typing(portal: &Portal) -> (Browser, Case, String) {
    let anna = portal.customer().await;
    let case = Case::open(&anna, "Written to for a long time").await;
    let browser = Browser::start(portal).await;
    browser.go(&case.path("")).await;
    browser.sign_in("customer").await;
    let text = unique("A long & careful text, with “quotes” and <angles>");
    browser.fill("#reply-text", &text).await;
    (browser, case, text)
}

const SEND: &str = "form[action$='/replies'] button.primary";

/// The access token has run out and the session goes on: the form arrives as if nothing had happened.
#[tokio::test]
async fn a_lost_access_token_costs_nothing() {
    let portal = Portal::from_env();
    let (browser, _, text) = typing(&portal).await;
    browser.lose_cookie("__Host-access").await;
    browser.click(SEND).await;
    browser.says(".thread .text", &text).await;
    browser.close().await;
}

/// The same by the clock: sixteen minutes of typing.
#[tokio::test]
async fn sixteen_minutes_of_typing_cost_nothing() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let (browser, _, text) = typing(&portal).await;
    clock.set(SignedDuration::from_mins(16));
    browser.click(SEND).await;
    browser.says(".thread .text", &text).await;
    browser.close().await;
}

/// The session is over: one signs in and sends with one click what was typed.
#[tokio::test]
async fn a_session_that_ended_loses_no_text() {
    let portal = Portal::from_env();
    let (browser, case, text) = typing(&portal).await;
    browser.lose_cookie("__Host-access").await;
    browser.lose_cookie("__Host-refresh").await;
    browser.click(SEND).await;
    browser.says("h2", "What you wrote is safe").await;
    browser.pictures("sign-in-kept").await;
    browser.sign_in("customer").await;
    browser.says(".typed", &text).await;
    browser.pictures("continue").await;
    browser.click("form[action$='/replies'] button.primary").await;
    browser.says(".thread .text", &text).await;
    let events = case.events(&portal.customer().await).await;
    assert_eq!(events, ["opened", "replied"], "sent once");
    browser.close().await;
}

/// A form sent twelve hours later, when the session has ended by the clock, with its file and choices.
#[tokio::test]
async fn a_new_case_survives_the_end_of_its_session() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    let title = unique("Typed before the session ended");
    fill_in(&browser, &title).await;
    browser.fill("[name='answers/version']", "9.1.4").await;
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("agent.log");
    std::fs::write(&file, "07:12 stopped").expect("a file can be written");
    browser.choose_file("#new-attachments", &file).await;
    browser.says(".file-list .file.is-done .file-state", "Attached").await;

    clock.set(SignedDuration::from_hours(12));
    browser.click("form[action='/cases'] button.primary").await;
    browser.says("h2", "What you wrote is safe").await;
    browser.sign_in("customer").await;
    browser.says(".typed", &title).await;
    let case = open(&browser).await;
    let seen = case.seen_by(&portal.customer().await).await;
    assert_eq!((&seen["title"], &seen["case_type"]), (&title.into(), &"incident".into()));
    assert_eq!(seen["details"]["version"], "9.1.4");
    assert_eq!(seen["events"][0]["attachments"][0]["name"], "agent.log");
    browser.close().await;
}

/// What none of them has, 6: a draft survives going elsewhere, and is gone once it was sent.
#[tokio::test]
async fn a_draft_survives_leaving_the_page() {
    let portal = Portal::from_env();
    let (browser, case, text) = typing(&portal).await;
    browser.go("/cases").await;
    browser.go(&case.path("")).await;
    assert_eq!(browser.value("#reply-text").await, text);
    browser.click(SEND).await;
    browser.says(".thread .text", &text).await;
    browser.go(&case.path("")).await;
    assert_eq!(browser.value("#reply-text").await, "");
    browser.close().await;
}
