//! E3: English, Dutch and French, chosen on any page and kept.

use caseport_domain::case::Status;
use caseport_i18n::{Language, Tr};
use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Browser, Portal, unique};
use serde_json::json;

use crate::{deadline, fill_in, open};

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

/// E3, E44, E56, E59, E61: a case goes from its form to its approval in Dutch.
#[tokio::test]
async fn e3_a_case_is_opened_and_settled_in_dutch() {
    a_case_is_opened_and_settled_in(Language::Nl).await;
}

/// E3, E44, E56, E59, E61: the same in French.
#[tokio::test]
async fn e3_a_case_is_opened_and_settled_in_french() {
    a_case_is_opened_and_settled_in(Language::Fr).await;
}

/// Nobody chooses the language here: each page says what is to be done in that of its reader.
async fn a_case_is_opened_and_settled_in(language: Language) {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let firm = Firm::founded(&admin).await;
    firm.reads(&admin, language.code(), "Europe/Brussels").await;
    let (email, api) = (firm.address(&admin).await, firm.registered(&admin).await);
    let tr = Tr::new(language);
    let lotte = Browser::start(&portal).await;
    lotte.sign_in_as(&email, PASSWORD).await;
    fill_in(&lotte, &unique("Told in words of one's own")).await;
    lotte.says("h1", &tr.t("new-title")).await;
    lotte.says("label[for='new-description']", &tr.field("description")).await;
    lotte.says("form[action='/cases'] button.primary", &tr.t("new-submit")).await;
    let case = open(&lotte).await;
    lotte.says("[data-done]", &tr.t("done-opened")).await;

    case.done(&eva, "assignment", json!({})).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "9.1.3?" })).await;
    lotte.go(&case.path("")).await;
    lotte.says(".case-line .chip", &tr.your_status(Status::WaitingForCustomer)).await;
    lotte.says("#reply-title", &tr.t("reply-title")).await;
    lotte.fill("#reply-text", "9.1.4.").await;
    lotte.click("form[action$='/replies'] button.primary").await;
    lotte.says("[data-done]", &tr.t("done-replied")).await;

    case.done(&eva, "solution", json!({ "text": "9.1.5." })).await;
    lotte.go(&case.path("")).await;
    lotte.says("#decide-title", &tr.t("solution-title")).await;
    lotte.says(".deadline", &deadline(case, &api, tr).await).await;
    lotte.says(".decide button[value=approve]", &tr.t("solution-approve")).await;
    lotte.click(".decide button[value=approve]").await;
    lotte.says("[data-done]", &tr.t("done-approved")).await;
    lotte.says(".case-line .chip", &tr.status(Status::Closed)).await;
    assert_eq!(lotte.script("return document.documentElement.lang").await, language.code());
    lotte.close().await;
}
