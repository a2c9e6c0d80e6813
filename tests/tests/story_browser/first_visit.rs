//! What the first visit costs, as the browser counts it.

use caseport_tests::{Browser, Portal};
use serde_json::json;

/// What was loaded for the page: addresses, and bytes over the wire with some 300 for the headers of each.
const LOADED: &str = "
const loads = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
return loads.map((load) => [load.name, load.transferSize]);
";

#[tokio::test]
async fn the_first_visit_takes_four_requests_and_forty_kilobytes_at_most() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    // The page of signing in brought some of what the list needs.
    browser.devtools("Network.clearBrowserCache", json!({})).await;
    browser.go("/cases").await;

    let loaded: Vec<(String, u64)> =
        serde_json::from_value(browser.script(LOADED).await).expect("they are addresses with sizes");
    assert!(loaded.iter().all(|(_, size)| *size > 0), "from no cache: {loaded:?}");
    assert!(loaded.len() <= 4, "{loaded:?}");
    assert!(loaded.iter().map(|(_, size)| size).sum::<u64>() <= 40_000, "{loaded:?}");
    browser.close().await;
}
