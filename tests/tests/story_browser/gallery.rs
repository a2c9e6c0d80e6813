//! Every page in every state it can be in: empty lists, forms that came back, refusals.

use caseport_pages::Language;
use caseport_tests::{Browser, Portal};

#[path = "../../../shared/pages/tests/samples/mod.rs"]
mod samples;

/// The story meets most pages, but not all they can say. Those of the gallery are looked at in the portal's place: with
/// its address, its Content-Security-Policy and its assets.
#[tokio::test]
async fn every_page_can_be_used_in_every_state() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    // The other refusals differ from these in nothing but their words.
    let looked_at =
        |name: &str| !name.starts_with("notice-") || ["notice-404.en", "notice-denied.en"].contains(&name);
    for samples::Sample { name, html } in samples::all(Language::En) {
        if !looked_at(&name) {
            continue;
        }
        browser.show(&html).await;
        browser.pictures(&format!("gallery/{name}")).await;
    }
    browser.close().await;
}

/// A check that never finds anything would prove nothing.
#[tokio::test]
#[should_panic(expected = "image-alt")]
async fn what_keeps_people_from_using_a_page_is_found() {
    let browser = Browser::start(&Portal::from_env()).await;
    let page = "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1><img src=/nowhere.png></main>";
    browser.show(page).await;
    browser.is_accessible("a page with a nameless picture").await;
}
