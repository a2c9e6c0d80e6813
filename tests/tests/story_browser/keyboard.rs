//! Keyboard use: where the focus is, and what it can reach.

use caseport_tests::{Browser, Case, Portal};
use thirtyfour::Key;

/// The first thing of a page that came back with flaws is the list of them, which has the focus; each leads to its
/// field, which says that it is wrong.
#[tokio::test]
async fn m31_flaws_take_the_focus_and_lead_to_their_fields() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    crate::without_drafts(&browser).await;
    browser.go("/cases/new").await;
    browser.fill("#new-description", "Kept though the rest is missing").await;
    browser.click("form[action='/cases'] button.primary").await;
    browser.see(".problems").await;
    assert_eq!(browser.script("return document.activeElement.className").await, "problems");
    assert_eq!(browser.value("#new-description").await, "Kept though the rest is missing");
    browser.pictures("new-case-flaws").await;
    let dead = "return [...document.querySelectorAll('.problems a')]
        .filter((link) => !document.querySelector(link.getAttribute('href')))
        .map((link) => link.textContent)";
    assert_eq!(browser.script(dead).await, serde_json::json!([]), "every flaw leads somewhere");
    browser.press(Key::Tab + "").await;
    browser.press(Key::Enter + "").await;
    let focused = browser.script("return document.activeElement.id").await;
    assert_eq!(focused, "new-product");
    let described = "return document.getElementById(
        document.querySelector('#new-title').getAttribute('aria-describedby').split(' ').at(-1)).textContent";
    assert!(browser.script(described).await.as_str().is_some_and(|text| text.contains("required")));
    browser.close().await;
}

/// One can skip to the content; and everything the focus meets shows that it has it.
#[tokio::test]
async fn the_focus_is_always_visible() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    let case = Case::open(&portal.customer().await, "Walked through by keyboard").await;
    browser.go(&case.path("")).await;
    browser.sign_in("customer").await;
    browser.press(Key::Tab + "").await;
    assert_eq!(browser.script("return document.activeElement.className").await, "skip");
    let shows = "const style = getComputedStyle(document.activeElement);
        const box = document.activeElement.getBoundingClientRect();
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        return (outlined || style.boxShadow !== 'none') && box.width > 0
            ? '' : document.activeElement.outerHTML.slice(0, 100)";
    for _ in 0..25 {
        browser.press(Key::Tab + "").await;
        let body = browser.script("return document.activeElement === document.body").await;
        if body == true {
            break;
        }
        assert_eq!(browser.script(shows).await, "", "it has the focus and does not show it");
    }
    browser.close().await;
}

/// The desk by keyboard: `j` and `k` walk, `/` filters, `?` helps.
#[tokio::test]
async fn the_desk_is_worked_by_keyboard() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("engineer").await;
    browser.go("/desk").await;
    browser.press("j").await;
    let first = browser.script("return document.activeElement.getAttribute('href')").await;
    assert!(first.as_str().is_some_and(|path| path.starts_with("/cases/")), "{first}");
    browser.press("j").await;
    browser.press("k").await;
    assert_eq!(browser.script("return document.activeElement.getAttribute('href')").await, first);
    browser.press("?").await;
    browser.see("dialog.keys").await;
    browser.press(Key::Escape + "").await;
    browser.press("/").await;
    browser.press("no case has these words").await;
    browser.see("[data-no-match]").await;
    browser.close().await;
}
