//! Asking somebody outside to follow a case, in a browser.

use caseport_tests::{Browser, Case, Portal, outside, unique};

/// C29: a contact names an address, whoever has it follows the link and confirms, and the contact sees that they did.
#[tokio::test]
async fn c29_somebody_outside_is_asked_and_confirms() {
    let portal = Portal::from_env();
    let (case, zoe) =
        (Case::open(&portal.customer().await, &unique("Shared with a partner")).await, outside());
    let anna = Browser::start(&portal).await;
    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.click("details:has(#observe-email) summary").await;
    anna.fill("#observe-email", &zoe).await;
    anna.click("label[for='observe-outside']").await;
    anna.pictures("case-asking-outside").await;
    anna.click("details:has(#observe-email) button").await;
    anna.says("[data-done]", "Noted.").await;
    anna.says(".facts", "asked, can confirm until").await;
    let letter = portal.letter(&zoe, "would like you to be mailed").await;
    let stranger = Browser::start(&portal).await;
    stranger.go(&letter.link(&portal, "/follow")).await;
    stranger.says("h1", "Follow a case by mail?").await;
    stranger.pictures("follow").await;
    stranger.click("button[value='confirm']").await;
    stranger.says("h1", "You follow the case").await;
    anna.go(&case.path("")).await;
    anna.says(".facts", "confirmed").await;
    anna.pictures("case-outside").await;
    assert_eq!((anna.errors().await, stranger.errors().await), (vec![], vec![]));
    stranger.close().await;
    anna.close().await;
}
