//! The same in a real browser.

use caseport_domain::second_factor::Secret;
use caseport_tests::{Browser, EVERYBODY, Portal};
use jiff::SignedDuration;
use thirtyfour::Key;

const OLIVER: &str = "oliver@harbourline.example";

async fn sign_in(browser: &Browser) {
    browser.go("/sign-in").await;
    browser.fill("#sign-in-email", OLIVER).await;
    browser.fill("#sign-in-password", EVERYBODY).await;
    browser.press(Key::Enter + "").await;
}

/// All of it by keyboard: set up, signed in with, switched off; and the pages beside it.
#[tokio::test]
async fn x13_a_second_factor_is_used_by_keyboard() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    browser.pictures("sign-in").await;
    sign_in(&browser).await;
    browser.see(".account-name").await;
    browser.go("/profile/two-factor").await;
    browser.see("svg.qr").await;
    browser.pictures("two-factor-off").await;
    let secret = browser.text("code.secret-text").await.replace(' ', "");
    let app = Secret::try_from(secret).expect("it is a secret");

    browser.fill("#two-factor-password", EVERYBODY).await;
    browser.fill("#two-factor-code", "000000").await;
    browser.press(Key::Enter + "").await;
    browser.see(".problems").await;
    assert_eq!(browser.script("return document.activeElement.className").await, "problems");
    browser.press(Key::Tab + "").await;
    browser.press(Key::Enter + "").await;
    assert_eq!(browser.script("return document.activeElement.id").await, "two-factor-code");
    browser.press(app.code(clock.now())).await;
    browser.fill("#two-factor-password", EVERYBODY).await;
    browser.press(Key::Enter + "").await;
    browser.see(".codes").await;
    browser.pictures("two-factor-codes").await;
    let recovery = browser.text(".codes li code").await;

    browser.click("form[action='/session/end'] button").await;
    browser.see("#sign-in-password").await;
    sign_in(&browser).await;
    browser.see("#sign-in-code").await;
    browser.pictures("sign-in-code").await;
    browser.fill("#sign-in-code", "000000").await;
    browser.press(Key::Enter + "").await;
    browser.see(".problems").await;
    clock.set_to(clock.now() + SignedDuration::from_secs(30));
    browser.fill("#sign-in-code", &app.code(clock.now())).await;
    browser.press(Key::Enter + "").await;
    browser.says(".account-name", "Oliver").await;

    browser.go("/profile/two-factor").await;
    browser.see("#two-factor-password").await;
    browser.pictures("two-factor-on").await;
    browser.fill("#two-factor-password", EVERYBODY).await;
    browser.fill("#two-factor-code", &recovery).await;
    browser.press(Key::Enter + "").await;
    browser.see("[data-done]").await;
    browser.see("svg.qr").await;
    browser.close().await;
}

/// The pages of password, sessions and tokens, as they are used.
#[tokio::test]
async fn m17_the_pages_of_the_profile() {
    let portal = Portal::alone();
    let browser = Browser::start(&portal).await;
    sign_in(&browser).await;
    browser.see(".account-name").await;
    browser.go("/profile/password").await;
    browser.pictures("password").await;
    browser.fill("#password-new", "Oliver Stainforth").await;
    browser.press(Key::Enter + "").await;
    browser.see(".problems").await;
    browser.pictures("password-flaws").await;
    assert_eq!(browser.value("#password-new").await, "", "a password does not come back");
    browser.see(".side-menu a[href='/profile/password'][aria-current]").await;

    browser.go("/profile/sessions").await;
    browser.says(".is-current h2", "Chrome").await;
    browser.pictures("sessions").await;

    browser.go("/profile/tokens").await;
    browser.fill("#token-name", "Nightly report").await;
    browser.fill("#token-password", EVERYBODY).await;
    browser.press(Key::Enter + "").await;
    let token = browser.text("code.secret-text").await;
    assert!(token.starts_with("cpat_oliver."), "{token}");
    browser.pictures("token-made").await;
    browser.click(".things form button").await;
    browser.see("[data-done]").await;
    browser.close().await;
}
