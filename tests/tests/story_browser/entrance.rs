//! The way in, in a browser.

use caseport_tests::records::Firm;
use caseport_tests::{Browser, Portal};

/// E6 to E19 in Dutch: from the page to sign in on, by the form and the mailed link, to one's cases. E13: the browser
/// tells the time zone. Wherever one looks, the page is in order.
#[tokio::test]
async fn e7_e19_a_contact_registers_in_a_browser() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    browser.click(".languages button[value=nl]").await;
    browser.see("html[lang=nl] main").await;
    browser.click("a.top-register").await;
    browser.says("h1", "Registreren").await;
    browser.pictures("register").await;
    let zone = browser.script("return document.querySelector('#register-zone').value").await;
    assert!(zone.as_str().is_some_and(|zone| !zone.is_empty()), "E13");

    browser.fill("#register-email", "pieter@waterdrecht.example").await;
    browser.fill("#register-contact_id", "7HWB-30PQ").await;
    browser.fill("#register-username", "pieter.blok").await;
    browser.fill("#register-password", "paard batterij nietje").await;
    browser.fill("#register-answer", "mis").await;
    browser.click("#register-rules").await;
    browser.click("form[action='/register'] button.primary").await;
    browser.see("#register-answer-flaw").await;
    browser.pictures("register-flaws").await;
    let kept = browser.script("return document.querySelector('#register-email').value").await;
    assert_eq!(kept, "pieter@waterdrecht.example");

    browser.fill("#register-password", "paard batterij nietje").await;
    let sum = "return document.querySelector('#register-answer-hint').textContent.match(/\\d+/g)\
        .map(Number).reduce((a, b) => a + b)";
    let sum = browser.script(sum).await.to_string();
    browser.fill("#register-answer", sum.trim_end_matches(".0")).await;
    browser.click("form[action='/register'] button.primary").await;
    browser.says("h1", "Kijk in uw mailbox").await;
    browser.pictures("mailed").await;

    let mail = portal.letter("pieter@waterdrecht.example", "activeert uw account pieter.blok").await;
    browser.go(&mail.link(&portal, "/activate")).await;
    browser.pictures("activate").await;
    browser.click("form[action='/activate'] button").await;
    browser.see("[data-done]").await;
    browser.says("[data-done]", "Welkom").await;
    browser.see(".account-name").await;
    browser.close().await;
}

/// E20, E21: who has no Contact ID at hand follows the link beside its field, has it mailed, and registers with it.
#[tokio::test]
async fn e20_e21_a_contact_id_is_asked_for_in_a_browser() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = firm.address(&admin).await;
    let browser = Browser::start(&portal).await;
    browser.go("/register").await;
    browser.says("main a[href='/contact-id']", "Contact ID?").await;
    browser.click("main a[href='/contact-id']").await;
    browser.says("h1", "Contact ID?").await;
    browser.pictures("ask-contact-id").await;
    browser.click("form[action='/contact-id'] button.primary").await;
    browser.see("#ask-email-flaw").await;
    browser.fill("#ask-email", &email).await;
    browser.click("form[action='/contact-id'] button.primary").await;
    browser.says("h1", "Look in your mailbox").await;
    let mail = portal.letter(&email, &firm.contact).await;
    assert!(mail.says("Contact-ID"), "in their language: {}", mail.text);
    browser.close().await;
}

/// M6, M7: a password is chosen by a mailed link.
#[tokio::test]
async fn m7_a_password_is_chosen_in_a_browser() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    browser.click("main a[href='/password']").await;
    browser.pictures("ask-password").await;
    browser.fill("#ask-email", "lucas@globex.example").await;
    browser.click("form[action='/password'] button.primary").await;
    browser.says("h1", "Look in your mailbox").await;
    let mail = portal.letter("lucas@globex.example", "choisissez un mot de passe").await;
    browser.go(&mail.link(&portal, "/password/new")).await;
    browser.pictures("new-password").await;
    browser.fill("#new-password-password", "cheval agrafe batterie").await;
    browser.click("form[action='/password/new'] button.primary").await;
    browser.see("[data-done]").await;
    browser.fill("#sign-in-email", "lucas@globex.example").await;
    browser.fill("#sign-in-password", "cheval agrafe batterie").await;
    browser.click("form[action='/session'] button.primary").await;
    browser.see(".account-name").await;
    browser.go("/rules").await;
    browser.pictures("rules").await;
    browser.close().await;
}
