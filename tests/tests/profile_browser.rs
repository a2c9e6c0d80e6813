//! One's own pages and home in a real browser: with axe, by keyboard.

use caseport_tests::{Browser, Portal};
use thirtyfour::Key;

const EMAIL: &str = "sophie@tilleuls.example";

/// M16: details are changed by keyboard alone, and the page one comes to says so in the language chosen.
#[tokio::test]
async fn m16_details_are_changed_by_keyboard() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    browser.sign_in_as(EMAIL, portal.password(EMAIL)).await;
    browser.see(".boxes").await;
    browser.pictures("home").await;
    browser.go("/profile").await;
    browser.pictures("profile").await;
    browser.fill("#profile-last_name", "").await;
    browser.fill("#profile-city", "Québec").await;
    browser.press(Key::Enter + "").await;
    browser.see(".problems").await;
    assert_eq!(browser.script("return document.activeElement.className").await, "problems");
    browser.press(Key::Tab + "").await;
    browser.press(Key::Enter + "").await;
    assert_eq!(browser.script("return document.activeElement.id").await, "profile-last_name");
    assert_eq!(browser.value("#profile-city").await, "Québec");
    browser.pictures("profile-flaws").await;
    browser.press("Tremblay").await;
    browser.press(Key::Enter + "").await;
    browser.see("[data-done]").await;
    assert_eq!(browser.path().await, "/profile");
    assert_eq!(browser.value("#profile-city").await, "Québec");
    browser.close().await;
}

/// G19: one's details lead to the form for a case about them, with its type chosen.
#[tokio::test]
async fn g19_details_lead_to_the_form_for_an_admin_case() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    browser.go("/profile").await;
    browser.click("a[href='/cases/new?case_type=admin']").await;
    browser.see("#new-case_type-admin:checked").await;
    browser.says("form[action='/cases']", "Feature request").await;
    browser.pictures("new-admin").await;
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}

/// G24: the PIN is shown once the password was typed again, and gone when one comes back.
#[tokio::test]
async fn g24_the_pin_is_shown_for_the_password() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    browser.sign_in_as(EMAIL, portal.password(EMAIL)).await;
    browser.go("/profile/pin").await;
    browser.pictures("pin").await;
    browser.fill("#pin-show-password", portal.password(EMAIL)).await;
    browser.press(Key::Enter + "").await;
    let pin = browser.text("[data-pin]").await;
    assert_eq!(pin.chars().filter(char::is_ascii_digit).count(), 6, "{pin}");
    browser.pictures("pin-shown").await;
    browser.go("/profile/data").await;
    assert!(!browser.is_there("[data-pin]").await);
    browser.pictures("personal-data").await;
    browser.close().await;
}

/// A9: an engineer's page for callers.
#[tokio::test]
async fn a9_the_desk_checks_a_caller() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.go("/desk/callers").await;
    browser.sign_in("engineer").await;
    browser.see("#callers-contact").await;
    browser.pictures("callers").await;
    browser.fill("#callers-contact", "nobody@nowhere.example").await;
    browser.fill("#callers-pin", "12345").await;
    browser.press(Key::Enter + "").await;
    browser.see(".problems").await;
    assert_eq!(browser.value("#callers-contact").await, "nobody@nowhere.example");
    assert_eq!(browser.value("#callers-pin").await, "");
    browser.pictures("callers-flaws").await;
    browser.close().await;
}
