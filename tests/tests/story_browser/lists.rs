//! Lists in a browser: narrowed by a form, a case found by its number.

use caseport_tests::{Browser, Case, Portal, unique};

/// M18–M20, C22, C23: what is chosen stands in the address and in the form, is counted, and can be cleared; a number opens
/// its case, or there is none.
#[tokio::test]
async fn m18_c22_c23_a_list_is_narrowed_and_a_case_found_by_its_number() {
    let portal = Portal::from_env();
    let title = unique("To be found in the list");
    let case = Case::open(&portal.customer().await, &title).await;
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    browser.go("/cases").await;
    browser.pictures("list").await;
    browser.click(".filters summary").await;
    browser.see("#list-case_type").await;
    browser.script("document.querySelector('#list-case_type').value = 'incident'").await;
    browser.script("document.querySelector('#list-show').value = 'all'").await;
    browser.click(".filters button.primary").await;
    browser.says(".filters .count", "1 filter").await;
    let asked = browser.script("return location.search").await;
    let asked = asked.as_str().unwrap_or_default();
    assert!(asked.contains("case_type=incident") && asked.contains("show=all"), "{asked}");
    assert_eq!(browser.value("#list-case_type").await, "incident");
    browser.pictures("list-narrowed").await;
    browser.click(".filters .buttons a").await;
    browser.see(".filters:not([open])").await;
    assert_eq!(browser.script("return location.search").await, "?show=all");

    browser.fill("#list-number", "99999999").await;
    browser.click(".list-tools .search:not(.words) button").await;
    browser.says(".problems", "no such case").await;
    assert_eq!(browser.value("#list-number").await, "99999999");
    assert_eq!(browser.script("return document.activeElement.className").await, "problems");
    browser.pictures("list-number").await;
    browser.fill("#list-number", &case.number.to_string()).await;
    browser.click(".list-tools .search:not(.words) button").await;
    browser.says("h1", &title).await;
    assert_eq!(browser.path().await, case.path(""));
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}

/// The desk, narrowed: its tabs keep what else was chosen.
#[tokio::test]
async fn the_desk_is_narrowed_and_keeps_what_was_chosen() {
    let portal = Portal::from_env();
    let _ = Case::open(&portal.customer().await, "Nobody's yet").await;
    let browser = Browser::start(&portal).await;
    browser.sign_in("engineer").await;
    browser.go("/desk?case_type=incident&sort=recent").await;
    browser.click(".switch a[href*='engineer=nobody']").await;
    browser.see(".switch a[href*='engineer=nobody'][aria-current]").await;
    assert_eq!(browser.value("#list-case_type").await, "incident");
    assert_eq!(browser.value("#list-engineer").await, "nobody");
    browser.pictures("desk-narrowed").await;
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}
