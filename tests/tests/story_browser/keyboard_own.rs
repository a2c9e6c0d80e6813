//! By keyboard alone: the way in, and what one looks after by oneself.

use std::time::Duration;

use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Browser, Newcomer, Portal, eventually};
use thirtyfour::Key;

use crate::keyboard::{follow, to_first_flaw, type_into};

const OTHER: &str = "seven lanterns over water";

/// E7 to E18: from the page to sign in on by the form, with a mistake and without, and the mailed link to one's own pages.
#[tokio::test]
async fn e7_e18_a_contact_registers_by_keyboard() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (email, username) = (firm.address(&admin).await, unique("lotte"));
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    follow(&browser, "main a[href='/register']").await;
    follow(&browser, "form[action='/register'] button.primary").await;
    let flawed = to_first_flaw(&browser).await;
    assert!(flawed.starts_with("register-"), "{flawed}");

    for (field, text) in [
        ("#register-email", &*email),
        ("#register-contact_id", &*firm.contact),
        ("#register-username", &*username),
        ("#register-password", PASSWORD),
    ] {
        type_into(&browser, field, text).await;
    }
    let sum = "return String(document.querySelector('#register-answer-hint').textContent.match(/\\d+/g)\
        .map(Number).reduce((a, b) => a + b))";
    let sum = browser.script(sum).await;
    type_into(&browser, "#register-answer", sum.as_str().expect("it is a text")).await;
    browser.tab_to("#register-rules").await;
    browser.press(" ").await;
    assert!(browser.is_there("#register-rules:checked").await, "the space bar ticks");
    follow(&browser, "form[action='/register'] button.primary").await;
    browser.says("h1", "Look in your mailbox").await;

    let mail = portal.letter(&email, &username).await;
    browser.go(&mail.link(&portal, "/activate")).await;
    follow(&browser, "form[action='/activate'] button").await;
    browser.see("[data-done]").await;
    browser.says(".account-name", "Lotte Maes").await;
    browser.close().await;
}

/// M6, M7: a forgotten password: another is chosen by the mailed link, and signed in with.
#[tokio::test]
async fn m6_m7_a_forgotten_password_is_replaced_by_keyboard() {
    let portal = Portal::from_env();
    let Newcomer { email, .. } = portal.newcomer().await;
    let before = portal.letters(&email).await.len();
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    follow(&browser, "main a[href='/password']").await;
    type_into(&browser, "#ask-email", &email).await;
    browser.enter().await;
    browser.says("h1", "Look in your mailbox").await;
    eventually("the letter after the invitation", Duration::from_secs(30), async || {
        (portal.letters(&email).await.len() > before).then_some(())
    })
    .await;
    let mail = portal.letter(&email, "/password/new?link=").await;

    browser.go(&mail.link(&portal, "/password/new")).await;
    follow(&browser, "form[action='/password/new'] button.primary").await;
    assert_eq!(to_first_flaw(&browser).await, "new-password-password");
    browser.press(OTHER).await;
    browser.enter().await;
    browser.see("[data-done]").await;
    type_into(&browser, "#sign-in-email", &email).await;
    type_into(&browser, "#sign-in-password", OTHER).await;
    browser.enter().await;
    browser.says(".account-name", "Lotte Maes").await;
    browser.close().await;
}

/// G24, M17: through the menu of one's own pages: the PIN is shown, another session ended, a token made and revoked; and out.
#[tokio::test]
async fn g24_m17_ones_own_pages_are_used_by_keyboard() {
    let portal = Portal::from_env();
    // Signed in elsewhere.
    let Newcomer { email, api: _elsewhere, .. } = portal.newcomer().await;
    let browser = Browser::start(&portal).await;
    browser.sign_in_as(&email, PASSWORD).await;
    follow(&browser, "a.account-name").await;
    follow(&browser, ".side-menu a[href='/profile/pin']").await;
    follow(&browser, "form[action='/profile/pin'] button.primary").await;
    assert_eq!(to_first_flaw(&browser).await, "pin-show-password");
    browser.press(PASSWORD).await;
    browser.enter().await;
    let pin = browser.text("[data-pin]").await;
    assert_eq!(pin.chars().filter(char::is_ascii_digit).count(), 6, "{pin}");

    follow(&browser, ".side-menu a[href='/profile/sessions']").await;
    follow(&browser, ".things li:not(.is-current) form button").await;
    browser.see("[data-done]").await;
    assert!(!browser.is_there(".things li:not(.is-current)").await);

    follow(&browser, ".side-menu a[href='/profile/tokens']").await;
    type_into(&browser, "#token-name", "Nightly report").await;
    browser.tab_to("#token-days").await;
    let days = browser.value("#token-days").await;
    browser.press(Key::Down + "").await;
    assert_ne!(browser.value("#token-days").await, days, "arrows choose");
    type_into(&browser, "#token-password", PASSWORD).await;
    follow(&browser, "form[action='/profile/tokens'] button.primary").await;
    let token = browser.text("code.secret-text").await;
    assert!(token.starts_with("cpat_"), "{token}");
    follow(&browser, ".things form button").await;
    browser.see("[data-done]").await;
    assert!(!browser.is_there(".things form").await, "it is revoked");

    follow(&browser, "form[action='/session/end'] button").await;
    browser.see("[data-done]").await;
    assert_eq!(browser.path().await, "/sign-in");
    browser.close().await;
}
