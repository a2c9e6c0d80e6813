//! E3: English, Dutch and French, chosen on any page and kept.

use caseport_tests::{Browser, Portal};

/// Chooses a language and waits for the page in it.
async fn choose(browser: &Browser, language: &str) {
    browser.click(&format!(".languages button[value={language}]")).await;
    browser.see(&format!("html[lang={language}] main")).await;
}

#[tokio::test]
async fn e3_the_language_can_be_chosen_on_any_page() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    for (language, sign_in) in [("nl", "Inloggen"), ("fr", "Se connecter"), ("en", "Sign in")] {
        choose(&browser, language).await;
        browser.says("h1", sign_in).await;
    }
    choose(&browser, "fr").await;
    browser.sign_in("customer").await;
    browser.see("[aria-current=page]").await;
    browser.go("/cases?show=all").await;
    assert_eq!(browser.script("return document.documentElement.lang").await, "fr", "it is kept");
    for language in ["nl", "en", "fr"] {
        choose(&browser, language).await;
        assert_eq!(browser.script("return location.pathname + location.search").await, "/cases?show=all");
        browser.pictures(&format!("cases-all-{language}")).await;
    }
    browser.close().await;
}

/// The Dutch colleague sees Dutch from the first page on, without choosing; and may only read.
#[tokio::test]
async fn m13_a_reader_reads_in_their_own_language() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("colleague").await;
    assert_eq!(browser.script("return document.documentElement.lang").await, "nl");
    assert!(!browser.is_there("a[href='/cases/new']").await, "M13: who may not open cases is not offered to");
    browser.go("/cases").await;
    browser.click(".rows th a").await;
    browser.see("h1").await;
    assert!(!browser.is_there("form[action$='/replies']").await);
    browser.pictures("case-reader").await;
    browser.close().await;
}
