//! Keyboard use: where the focus is, and what it can reach.

use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Browser, Case, Newcomer, Portal};
use thirtyfour::Key;

/// Walks to a link or a button, and goes where it leads.
pub(crate) async fn follow(browser: &Browser, css: &str) {
    browser.tab_to(css).await;
    browser.enter().await;
}

/// Walks to a field and types into it.
pub(crate) async fn type_into(browser: &Browser, css: &str, text: &str) {
    browser.tab_to(css).await;
    browser.press(text).await;
}

/// Walks to a list of choices and takes this one by its arrows.
pub(crate) async fn choose(browser: &Browser, css: &str, value: &str) {
    const MOST: u32 = 20;
    browser.tab_to(css).await;
    browser.press(Key::Home + "").await;
    for _ in 0..MOST {
        if browser.value(css).await == value {
            return;
        }
        browser.press(Key::Down + "").await;
    }
    panic!("{value} is none of the choices of {css}");
}

/// Goes from the list of flaws, which has the focus, to the field of the first.
pub(crate) async fn to_first_flaw(browser: &Browser) -> String {
    browser.see(".problems").await;
    assert_eq!(browser.script("return document.activeElement.className").await, "problems");
    browser.press(Key::Tab + "").await;
    browser.press(Key::Enter + "").await;
    browser.script("return document.activeElement.id").await.as_str().unwrap_or_default().to_owned()
}

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

/// A10: the records by keyboard: a company is found, hardware added with a mistake and without, a contact invited.
#[tokio::test]
async fn a10_the_records_are_kept_by_keyboard() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = firm.address(&admin).await;
    let browser = Browser::start(&portal).await;
    browser.sign_in("administrator").await;
    browser.go("/companies").await;
    type_into(&browser, "#search-name", &format!("firm {}", firm.company)).await;
    browser.enter().await;
    follow(&browser, &format!(".rows a[href='/companies/{}']", firm.company)).await;
    follow(&browser, "a[href$='?add=hardware#form']").await;
    let id = unique("h");
    type_into(&browser, "#hardware-id", &id).await;
    follow(&browser, "#hardware-form button.primary").await;
    let flawed = to_first_flaw(&browser).await;
    assert!(flawed.starts_with("hardware-"), "{flawed}");
    assert_eq!(browser.value("#hardware-id").await, id);
    type_into(&browser, "#hardware-serial", "SN-2").await;
    type_into(&browser, "#hardware-model", "Small box").await;
    browser.tab_to("#hardware-product").await;
    browser.press(Key::Down + "").await;
    assert_ne!(browser.value("#hardware-product").await, "", "arrows choose");
    type_into(&browser, "#hardware-site", "Bruges").await;
    follow(&browser, "#hardware-form button.primary").await;
    browser.see("[data-done]").await;
    browser.says(".trail", &id).await;

    follow(&browser, &format!(".rows a[href='/contacts/{}']", firm.contact)).await;
    follow(&browser, "form[action$='/invite'] button").await;
    browser.see("[data-done]").await;
    let _ = portal.letter(&email, "/password/new?link=").await;
    browser.close().await;
}

/// G2, A8: another level is asked for, and refused, by keyboard.
#[tokio::test]
async fn g2_a8_access_is_asked_for_and_decided_by_keyboard() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let Newcomer { firm, email, .. } = portal.newcomer().await;
    let mut contact = firm.contact_form(&admin).await;
    contact["level"] = "read-only".into();
    let _ = admin.post(&format!("/contacts/{}", firm.contact), contact).await.expect(200);

    let lotte = Browser::start(&portal).await;
    lotte.sign_in_as(&email, PASSWORD).await;
    lotte.go("/access").await;
    type_into(&lotte, "#access-text", "I take over from a colleague.").await;
    follow(&lotte, "form[action='/access/requests'] button.primary").await;
    assert_eq!(to_first_flaw(&lotte).await, "access-wants");
    lotte.press(Key::Down + "").await;
    assert!(lotte.is_there("input[name=wants]:checked").await, "arrows choose");
    follow(&lotte, "form[action='/access/requests'] button.primary").await;
    lotte.says(".steps", "I take over from a colleague.").await;

    let asked = portal.signed_in_with(&email, PASSWORD).await.get("/access").await.expect(200).json();
    let request = asked["request"]["id"].as_str().expect("a request has an id").to_owned();
    let ada = Browser::start(&portal).await;
    ada.sign_in("administrator").await;
    ada.go("/access/requests").await;
    follow(&ada, ".rows .title a").await;
    ada.see(".back[href='/access/requests']").await;
    ada.go(&format!("/access/requests/{request}")).await;
    ada.tab_to("details:has(#refuse-text) summary").await;
    ada.press(Key::Enter + "").await;
    type_into(&ada, "#refuse-text", "Your colleague is still there.").await;
    follow(&ada, "details:has(#refuse-text) button").await;
    ada.says("[data-done]", "refused").await;
    lotte.go("/access").await;
    lotte.says(".steps", "Your colleague is still there.").await;
    lotte.close().await;
    ada.close().await;
}
