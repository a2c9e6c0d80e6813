//! What engineers mark a case with, in two browsers: the desk sets it, the customer sees it.

use caseport_tests::{Browser, Case, Portal, unique};
use thirtyfour::Key;

/// A2, A4, A5, E56, E65, E66: the forms are folded away until they are needed, and open by keyboard.
#[tokio::test]
async fn a4_a5_the_desk_marks_and_the_customer_sees() {
    let portal = Portal::from_env();
    let case = Case::open(&portal.customer().await, &unique("Calls drop on trunk 2")).await;
    let (anna, eva) = (Browser::start(&portal).await, Browser::start(&portal).await);
    eva.go(&case.path("")).await;
    eva.sign_in("engineer").await;
    eva.see("form[action$='/outage']").await;
    eva.click("form[action$='/outage'] button").await;
    eva.says("[data-done]", "marked as an outage").await;

    eva.script("document.querySelector('details:has(#work-around-text) summary').focus()").await;
    eva.press(Key::Enter + "").await;
    eva.fill("#work-around-text", "Send the calls over trunk 1.").await;
    eva.click("form[action$='/workaround'] button.primary").await;
    eva.says("[data-done]", "workaround").await;
    eva.click("details:has(#escalate-text) summary").await;
    eva.click("form[action$='/escalation'] button.primary").await;
    eva.says(".problems", "Message is required.").await;
    eva.fill("#escalate-text", "Development has the trace.").await;
    eva.click("form[action$='/escalation'] button.primary").await;
    eva.says("[data-done]", "escalated").await;
    eva.click("details:has(#detail-build) summary").await;
    eva.fill("#detail-build", "9.2.4.1187").await;
    eva.click("form[action$='/details'] button").await;
    eva.says(".facts", "9.2.4.1187").await;
    eva.click("details:has(#prioritize-reason) summary").await;
    eva.script("document.querySelector('#prioritize-priority').value = 'critical'").await;
    eva.fill("#prioritize-reason", "The board meets tomorrow.").await;
    eva.pictures("desk-prioritizing").await;
    eva.click("form[action$='/priority'] button").await;
    eva.says(".facts", "set by an engineer").await;
    eva.pictures("desk-marked").await;

    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.says(".mark.is-outage", "Outage").await;
    anna.says(".mark.is-escalated", "Escalated").await;
    anna.says(".is-workaround-provided", "trunk 1").await;
    anna.says(".thread", "The board meets tomorrow.").await;
    anna.says(".facts .priority", "Critical").await;
    assert!(!anna.is_there("form[action$='/escalation']").await, "it is the desk's to do");
    anna.pictures("case-marked").await;
    assert_eq!(anna.errors().await, [""; 0]);
    assert_eq!(eva.errors().await, [""; 0]);
    anna.close().await;
    eva.close().await;
}

/// A2: the priorities, as administrators keep them.
#[tokio::test]
async fn a2_the_priorities_have_a_page() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("administrator").await;
    browser.go("/companies").await;
    browser.click(".switch a[href='/priorities']").await;
    browser.see("#priorities-person_low").await;
    browser.pictures("priorities").await;
    browser.click("form[action='/priorities'] button.primary").await;
    browser.says("[data-done]", "Saved.").await;
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}
