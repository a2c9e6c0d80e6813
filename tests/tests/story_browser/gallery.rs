//! Every page in every state it can be in: empty lists, forms that came back, refusals.

use caseport_pages::Language;
use caseport_tests::{Browser, Portal, Rules};

#[path = "../../../shared/pages/tests/samples/mod.rs"]
mod samples;

/// The story meets most pages, but not all they can say. Those of the gallery are looked at in the portal's place: with
/// its address, its Content-Security-Policy and its assets.
#[tokio::test]
async fn every_page_can_be_used_in_every_state() {
    let browser = Browser::start(&Portal::beside()).await;
    for samples::Sample { name, html } in looked_at(Language::En) {
        browser.show(&html).await;
        browser.pictures(&format!("gallery/{name}")).await;
    }
    browser.close().await;
}

/// E3: nor does a page in other words, which are longer, get wider than a narrow screen, or harder to use.
#[tokio::test]
async fn e3_every_page_can_be_used_in_dutch() {
    every_page_in(Language::Nl).await;
}

/// E3: the same in French.
#[tokio::test]
async fn e3_every_page_can_be_used_in_french() {
    every_page_in(Language::Fr).await;
}

async fn every_page_in(language: Language) {
    let browser = Browser::start(&Portal::beside()).await;
    for samples::Sample { name, html } in looked_at(language) {
        browser.show(&html).await;
        browser.glance(&format!("gallery/{name}")).await;
    }
    browser.close().await;
}

/// The pages of the gallery in this language. The other refusals differ from these in nothing but their words.
fn looked_at(language: Language) -> impl Iterator<Item = samples::Sample> {
    let refusals =
        ["notice-404", "notice-denied", "notice-kept"].map(|name| format!("{name}.{}", language.code()));
    let all = samples::all(language).into_iter();
    all.filter(move |sample| !sample.name.starts_with("notice-") || refusals.contains(&sample.name))
}

/// A check that never finds anything would prove nothing.
#[tokio::test]
async fn what_keeps_people_from_using_a_page_is_found() {
    let browser = Browser::start(&Portal::beside()).await;
    let page = "<!doctype html><html lang=en><title>A page</title>
        <body bgcolor=#777777 text=#888888><main><h1>A page</h1><img src=/nowhere.png><input></main>";
    browser.show(page).await;
    let all = browser.barriers(Rules::All).await;
    let of_words = browser.barriers(Rules::OfWords).await;
    for (rule, is_of_words) in [("image-alt", true), ("label", true), ("color-contrast", false)] {
        let told = format!("\n{rule}:");
        assert!(all.contains(&told), "{rule}: {all}");
        assert_eq!(of_words.contains(&told), is_of_words, "{rule}: {of_words}");
    }
    browser.close().await;
}
