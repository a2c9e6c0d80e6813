//! Somebody who needs help, by keyboard: how the vendor is reached, remote support, and a case that the list does not show.

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{ASKED_ABOUT, Browser, Case, Opening, Portal, unique};
use serde_json::json;
use thirtyfour::Key;

use crate::keyboard::{choose, follow};

/// A contact of a company with two products, of which the list of open cases shows one: the first case is open, and the second,
/// which is about the other product, is closed.
async fn one_open_one_closed(portal: &Portal) -> (String, String, [Case; 2]) {
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let all = admin.get("/products").await.expect(200).json();
    let all = all["products"].as_array().expect("products are a list");
    let mut ids = all.iter().filter_map(|product| product["id"].as_str());
    let other = ids.find(|id| *id != firm.product && !ASKED_ABOUT.contains(id));
    let other = other.expect("there is another product").to_owned();
    let products = json!([firm.product, other]);
    let _ = firm.change(&admin, "contracts/k-1", "products", products).await.expect(200);
    let (email, lotte) = (firm.address(&admin).await, firm.registered(&admin).await);
    let open = async |product: &str| {
        let opening = json!({
            "product": product, "case_type": "incident", "impact": "person", "urgency": "low",
            "title": unique("Help is looked for"), "description": "It hums.",
        });
        Case::open_with(&lotte, &Opening(opening)).await
    };
    let cases = [open(&firm.product).await, open(&other).await];
    cases[1].done(&lotte, "close", json!({})).await;
    (email, other, cases)
}

/// E14, E23, M3, M8: from the rules, and from every page, one gets to how the vendor is reached. M43: from a case to remote
/// support and its tool. E53, M18: a case of a product that occurs nowhere on the list is found by the form with all of them.
#[tokio::test]
async fn e23_m43_m18_a_contact_looks_for_help() {
    let portal = Portal::from_env();
    let (email, other, [open, closed]) = one_open_one_closed(&portal).await;
    let browser = Browser::start(&portal).await;
    browser.go("/rules").await;
    browser.is_well_made("rules").await;
    follow(&browser, "footer a[href='/contact']").await;
    assert_eq!(browser.path().await, "/contact");
    browser.tab_to("main a[href^='tel:']").await;
    browser.tab_to("main a[href^='mailto:']").await;

    browser.sign_in_as(&email, PASSWORD).await;
    browser.go("/cases").await;
    follow(&browser, &format!("main a[href='{}']", open.path(""))).await;
    assert_eq!(browser.path().await, open.path(""));
    follow(&browser, ".case-side a[href='/remote-access']").await;
    assert_eq!(browser.path().await, "/remote-access");
    browser.tab_to("main a.primary[href^='https://']").await;
    browser.pictures("help-remote-support").await;

    follow(&browser, "footer a[href='/contact']").await;
    assert_eq!(browser.path().await, "/contact");
    browser.pictures("help-contact").await;
    browser.tab_to("main a.button[href='/cases/new']").await;

    browser.go("/cases").await;
    let theirs = format!("main a[href='{}']", closed.path(""));
    assert!(!browser.is_there(&theirs).await, "it is closed");
    browser.tab_to(".filters summary").await;
    browser.press(Key::Enter + "").await;
    browser.see("#list-product").await;
    let of_other = format!("#list-product option[value='{other}']");
    assert!(!browser.is_there(&of_other).await, "beside the list there is what occurs on it");
    follow(&browser, ".filters button[formaction='/cases/filter']").await;
    assert_eq!(browser.path().await, "/cases/filter");
    assert!(browser.is_there(&of_other).await, "here is all there is");
    browser.pictures("help-filter").await;
    choose(&browser, "#list-show", "all").await;
    choose(&browser, "#list-product", &other).await;
    follow(&browser, ".filters button.primary").await;
    assert_eq!(browser.path().await, "/cases");
    browser.see(&theirs).await;
    assert!(!browser.is_there(&format!("main a[href='{}']", open.path(""))).await, "it is of the other");
    follow(&browser, &theirs).await;
    assert_eq!(browser.path().await, closed.path(""));
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}
