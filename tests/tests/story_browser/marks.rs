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
    eva.click("details:has(#classify-impact) summary").await;
    eva.script("document.querySelector('#classify-impact').value = 'person'").await;
    eva.script("document.querySelector('#classify-urgency').value = 'low'").await;
    eva.click("form[action$='/classification'] button").await;
    eva.says(".facts", "One person").await;
    eva.says(".facts .priority", "Low").await;
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

    eva.click("details:has(#escalate-text) summary").await;
    eva.fill("#escalate-text", "Development has mended it.").await;
    eva.click("form[action$='/escalation'] button.primary").await;
    eva.says("[data-done]", "The escalation has ended").await;
    assert!(!eva.is_there(".mark.is-escalated").await, "it is escalated no more");
    anna.go(&case.path("")).await;
    anna.says(".thread", "Development has mended it.").await;
    assert!(!anna.is_there(".mark.is-escalated").await, "nor to its customer");
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

/// A7: a reason is added to the list on its page, and a case closed and reopened for it, without a word more.
#[tokio::test]
async fn a7_a_case_is_closed_and_reopened_for_a_reason_that_was_added() {
    let portal = Portal::alone();
    let (customer, admin) = (portal.customer().await, portal.administrator().await);
    let before = admin.get("/reasons").await.expect(200).json();
    let place = before["reasons"].as_array().map_or(0, Vec::len);
    let (code, said) = (caseport_tests::records::unique("reason"), unique("Sent to the wrong place"));
    let case = Case::open(&customer, &unique("Closed for a reason")).await;
    let ada = Browser::start(&portal).await;
    ada.sign_in("administrator").await;
    ada.go("/companies").await;
    ada.click(".switch a[href='/reasons']").await;
    let field = |part: &str| format!("[name='reasons/{place}/{part}']");
    ada.fill(&field("code"), &code).await;
    for language in ["en", "nl", "fr"] {
        ada.fill(&field(&format!("label/{language}")), &said).await;
    }
    ada.click("form[action='/reasons'] button.primary").await;
    ada.says(".problems", "Closing or reopening is required.").await;
    assert_eq!(ada.value(&field("code")).await, code);
    for occasion in ["closes", "reopens"] {
        ada.click(&field(occasion)).await;
    }
    ada.click("form[action='/reasons'] button.primary").await;
    ada.says("[data-done]", "Saved.").await;
    ada.says(".trail", &said).await;

    ada.go(&case.path("")).await;
    for (form, done) in [("close", "The case is closed."), ("reopen", "The case is open again.")] {
        let choice = format!("#{form}-listed");
        ada.click(&format!("details:has({choice}) summary")).await;
        ada.script(&format!("document.querySelector('{choice}').value = '{code}'")).await;
        ada.click(&format!("details:has({choice}) button")).await;
        ada.says("[data-done]", done).await;
    }
    let listed = "return [...document.querySelectorAll('.thread .listed')].map((text) => text.textContent)";
    assert_eq!(ada.script(listed).await, json!([said, said]));
    ada.close().await;

    let version = admin.get("/reasons").await.expect(200).json()["version"].clone();
    let back = json!({ "reasons": before["reasons"], "version": version });
    let _ = admin.post("/reasons", back).await.expect(200);
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
