//! Another address for one's account, in a browser.

use caseport_tests::records::{PASSWORD, unique};
use caseport_tests::{Browser, Newcomer, Portal};
use thirtyfour::Key;

/// M15: asked for by keyboard, seen on one's details, confirmed from both mailboxes; the page is in order at each step.
#[tokio::test]
async fn m15_an_address_is_changed_in_a_browser() {
    let portal = Portal::from_env();
    let Newcomer { email: old, .. } = portal.newcomer().await;
    let new = format!("{}@firm.example", unique("browser"));
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    browser.sign_in_as(&old, PASSWORD).await;
    browser.go("/profile").await;
    browser.click(".known a[href='/profile/email']").await;
    browser.see("#email-email").await;
    browser.pictures("email").await;
    browser.fill("#email-email", &new).await;
    browser.fill("#email-password", "not it").await;
    browser.press(Key::Enter + "").await;
    browser.see("#email-password-flaw").await;
    assert_eq!(browser.value("#email-email").await, new);
    assert_eq!(browser.value("#email-password").await, "");
    browser.pictures("email-flaws").await;
    browser.fill("#email-password", PASSWORD).await;
    browser.press(Key::Enter + "").await;
    browser.see("[data-done]").await;
    browser.see("[data-pending]").await;
    browser.pictures("email-pending").await;
    browser.go("/profile").await;
    browser.says("[data-pending]", &new).await;
    browser.pictures("profile-changing").await;

    let mail = portal.letter(&new, "bevestig dan met deze link").await;
    browser.go(&mail.link(&portal, "/email-change")).await;
    browser.says("h1", "Is dit uw adres?").await;
    browser.pictures("email-link-new").await;
    browser.click("form[action='/email-change'] button.primary").await;
    browser.says("h1", "Nog één mailbox").await;
    browser.pictures("email-waiting").await;
    let mail = portal.letter(&old, "ga dan met deze link akkoord").await;
    browser.go(&mail.link(&portal, "/email-change")).await;
    browser.says("h1", "Een ander adres voor uw account?").await;
    browser.pictures("email-link-old").await;
    browser.click("form[action='/email-change'] button.primary").await;
    browser.says("h1", "Uw adres is gewijzigd").await;
    browser.pictures("email-changed").await;
    browser.go("/profile").await;
    browser.says(".known", &new).await;
    assert!(!browser.is_there("[data-pending]").await);
    browser.close().await;
}
