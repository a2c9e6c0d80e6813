//! Choosing for what one is mailed, in a browser.

use caseport_tests::{Browser, Case, Portal, unique};

/// E63: the choice is folded away in the case's side panel, and led on to the one for all cases.
#[tokio::test]
async fn e63_a_customer_chooses_their_mails() {
    let portal = Portal::from_env();
    let case = Case::open(&portal.customer().await, &unique("Mailed for less")).await;
    let anna = Browser::start(&portal).await;
    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.click("#notifications summary").await;
    anna.click("label[for='mailing-mails-chosen']").await;
    anna.click("label[for='mailing-topics-closed']").await;
    anna.pictures("case-mailing").await;
    anna.click("#notifications button").await;
    anna.says("[data-done]", "Your choice is saved.").await;
    anna.click("#notifications summary").await;
    anna.see("#mailing-mails-chosen:checked").await;
    anna.see("#mailing-topics-closed:checked").await;
    anna.click("#notifications a[href='/profile/notifications']").await;
    anna.says("h1", "Notifications").await;
    anna.pictures("profile-notifications").await;
    assert_eq!(anna.errors().await, [""; 0]);
    anna.close().await;
}
