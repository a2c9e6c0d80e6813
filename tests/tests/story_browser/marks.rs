//! What engineers mark a case with, in two browsers: the desk sets it, the customer sees it.

use caseport_tests::{Browser, Case, Portal, unique};
use serde_json::json;
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

/// A2, A3: a planned day and a solution are taken back beside the case, by keyboard too; the customer sees what no longer holds,
/// and who was about to answer is told.
#[tokio::test]
async fn a2_a3_the_desk_takes_back_what_the_case_waits_for() {
    let portal = Portal::from_env();
    let engineer = portal.engineer().await;
    let case = Case::open(&portal.customer().await, &unique("Planned too early")).await;
    case.done(&engineer, "plan", json!({ "on": "2031-02-03" })).await;
    let (anna, eva) = (Browser::start(&portal).await, Browser::start(&portal).await);
    eva.go(&case.path("")).await;
    eva.sign_in("engineer").await;
    eva.see(".facts time[datetime='2031-02-03']").await;
    eva.script("document.querySelector('details:has(#resume-text) summary').focus()").await;
    eva.press(Key::Enter + "").await;
    eva.fill("#resume-text", "The part has not come.").await;
    eva.pictures("desk-resume").await;
    eva.click("form[action$='/resumption'] button").await;
    eva.says("[data-done]", "in progress again").await;
    assert!(!eva.is_there(".facts time[datetime='2031-02-03']").await, "the day is gone");
    assert!(!eva.is_there("#resume-text").await, "there is nothing to take back");

    case.done(&engineer, "solution", json!({ "text": "Turn it off." })).await;
    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.see(".decide button[value=approve]").await;
    eva.go(&case.path("")).await;
    eva.click("details:has(#resume-text) summary").await;
    eva.click("form[action$='/resumption'] button").await;
    eva.says("[data-done]", "in progress again").await;
    anna.click(".decide button[value=approve]").await;
    anna.says(".problems", "no solution waiting").await;
    anna.says(".thread", "The part has not come.").await;
    anna.says(".thread", "took back the solution").await;
    anna.pictures("case-resumed").await;
    anna.close().await;
    eva.close().await;
}

/// A2: a case is given to a colleague on a page of its own, which the case leads to; its customer sees whose it is.
#[tokio::test]
async fn a2_a_case_is_given_to_a_colleague() {
    let portal = Portal::from_env();
    let case = Case::open(&portal.customer().await, &unique("For somebody else")).await;
    let (anna, eva) = (Browser::start(&portal).await, Browser::start(&portal).await);
    eva.go(&case.path("")).await;
    eva.sign_in("engineer").await;
    eva.click(".actions a[href$='/assignment']").await;
    eva.says("h1", "to a colleague").await;
    eva.click("form[action$='/assignment'] button.primary").await;
    eva.says(".problems", "Engineer is required.").await;
    eva.pictures("desk-assign").await;
    eva.script("document.querySelector('#assign-engineer').value = 'finn'").await;
    eva.click("form[action$='/assignment'] button.primary").await;
    eva.says("[data-done]", "given to your colleague").await;
    eva.says(".facts", "Finn O’Dowd").await;

    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.says(".thread", "gave the case to Finn O’Dowd").await;
    assert!(!anna.is_there("a[href$='/assignment']").await, "it is the desk's to do");
    eva.click(".actions a[href$='/assignment']").await;
    eva.click("section form[action$='/assignment'] button").await;
    eva.says("[data-done]", "back at the desk").await;
    eva.says(".facts", "Nobody yet").await;
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
