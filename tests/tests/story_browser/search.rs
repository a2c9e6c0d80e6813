//! Cases found by words, in a browser and by keyboard only.

use caseport_tests::search::{finds, word};
use caseport_tests::{Browser, Case, Opening, Portal};
use serde_json::json;
use thirtyfour::Key;

/// What is marked on the page, in its order.
const MARKED: &str = "return [...document.querySelectorAll('.found mark')].map((mark) => mark.textContent)";

/// Types into the field for words, and sends it.
async fn look_for(browser: &Browser, words: &str) {
    browser.tab_to("#search-q").await;
    browser.press(words).await;
    browser.enter().await;
}

/// E54, C23: a customer looks for words, from the page for it and from the list: there is none, what is no word, too much, and
/// their case with the words marked, which they follow.
#[tokio::test]
async fn e54_c23_a_customer_finds_a_case_by_words() {
    let portal = Portal::from_env();
    let api = portal.customer().await;
    let (title, text) = (word("kiosk"), word("humming"));
    let opening = Opening::new(&api, &format!("Connections of the {title}")).await;
    let case = Case::open_with(&api, &opening.with("description", format!("There is {text}."))).await;
    finds(&api, &format!("{title} {text}"), case).await;

    let anna = Browser::start(&portal).await;
    anna.sign_in("customer").await;
    anna.go("/cases/search").await;
    anna.pictures("search-nothing-asked").await;
    let nowhere = word("nowhere");
    look_for(&anna, &nowhere).await;
    anna.says(".empty h2", "No case matches").await;
    assert_eq!(anna.value("#search-q").await, nowhere, "what was looked for can be changed");
    anna.pictures("search-nothing-found").await;

    anna.go("/cases/search").await;
    look_for(&anna, "***").await;
    anna.says(".empty h2", "There is no word in this").await;
    anna.go("/cases/search").await;
    look_for(&anna, &"y".repeat(201)).await;
    anna.see(".problems").await;
    assert_eq!(anna.script("return document.activeElement.className").await, "problems");
    anna.press(Key::Tab + "").await;
    anna.press(Key::Enter + "").await;
    assert_eq!(anna.script("return document.activeElement.id").await, "search-q");

    anna.go("/cases").await;
    look_for(&anna, &format!("{title} {text}")).await;
    anna.says(".found h2", &title).await;
    assert_eq!(anna.path().await, "/cases/search");
    assert_eq!(anna.script(MARKED).await, json!([title, text]));
    anna.pictures("search").await;
    anna.tab_to(&format!(".found a[href='{}']", case.path(""))).await;
    anna.enter().await;
    anna.says("h1", &title).await;
    assert_eq!(anna.path().await, case.path(""));
    assert_eq!(anna.errors().await, [""; 0]);
    anna.close().await;
}

/// E54: an engineer finds a case from the desk by what the customer files it under.
#[tokio::test]
async fn e54_an_engineer_finds_a_case_by_the_customers_reference() {
    let portal = Portal::from_env();
    let (anna, engineer) = (portal.customer().await, portal.engineer().await);
    let reference = word("PO");
    let opening = Opening::new(&anna, "Filed by its customer").await.with("reference", reference.clone());
    let case = Case::open_with(&anna, &opening).await;
    finds(&engineer, &reference, case).await;

    let eva = Browser::start(&portal).await;
    eva.sign_in("engineer").await;
    eva.go("/desk").await;
    look_for(&eva, &reference.to_lowercase()).await;
    eva.says(".found", &reference).await;
    assert_eq!(eva.script(MARKED).await, json!([reference]));
    eva.pictures("search-desk").await;
    eva.tab_to(&format!(".found a[href='{}']", case.path(""))).await;
    eva.enter().await;
    eva.says("h1", "Filed by its customer").await;
    assert_eq!(eva.path().await, case.path(""));
    assert_eq!(eva.errors().await, [""; 0]);
    eva.close().await;
}
