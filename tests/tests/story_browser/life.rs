//! A case between a customer and an engineer, each in a browser of their own.

use caseport_i18n::{Language, Tr};
use caseport_tests::{Browser, Case, Portal, unique};
use serde_json::json;

use crate::{deadline, fill_in, open};

/// E6, E27, E44–E61, M10, M11, M37–M41, C18–C34, A1, A6: sign in, see the list, open a case with files, follow it; the
/// engineer takes, asks, notes, proposes; the customer refuses, then approves. Every page is pictured.
#[tokio::test]
async fn e51_a_case_from_opening_to_approval() {
    let portal = Portal::from_env();
    let (anna, eva) = (Browser::start(&portal).await, Browser::start(&portal).await);
    anna.go("/cases").await;
    anna.pictures("sign-in").await;
    anna.sign_in("customer").await;
    anna.says(".account-name", "Anna Whitfield").await;
    anna.go("/cases").await;
    anna.pictures("cases").await;

    let title = unique("The wallboard is blank");
    fill_in(&anna, &title).await;
    anna.fill("#new-reference", "INC-2042").await;
    anna.fill("#new-observers", "bram@acme.example").await;
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    for name in ["agent.log", "<b>screen & shot.txt"] {
        let file = folder.path().join(name);
        std::fs::write(&file, "07:12 stopped\n".repeat(1000)).expect("a file can be written");
        anna.choose_file("#new-attachments", &file).await;
    }
    anna.says(".file-list .file.is-done:nth-child(2) .file-state", "Attached").await;
    anna.pictures("new-case").await;
    eva.sign_in("engineer").await;
    let case = open(&anna).await;
    // At the desk it is among those that are nobody's yet, before others push it off the page.
    eva.go("/desk?engineer=nobody&sort=recent").await;
    let row = format!(".rows .title a[href='{}']", case.path(""));
    eva.says(&row, &title).await;
    eva.click(&row).await;
    eva.says("h1", &title).await;
    anna.says("h1", &title).await;
    // X1: a file's name is text and nothing else.
    anna.says(".attachments", "<b>screen & shot.txt").await;
    anna.pictures("case-opened").await;

    eva.click("form[action$='/assignment'] button").await;
    eva.says("[data-done]", "The case is yours.").await;
    eva.fill("#message-text", "Which build?").await;
    eva.click("form[action$='/messages'] button.primary").await;
    eva.says(".thread", "Which build?").await;
    eva.click("details.is-note summary").await;
    eva.fill("#note-text", "Their cable again").await;
    eva.click("form[action$='/notes'] button.primary").await;
    eva.go(&case.path("?tab=journal")).await;
    eva.says(".is-internal", "Their cable again").await;
    eva.pictures("desk-journal").await;
    eva.go("/desk").await;
    eva.pictures("desk").await;

    anna.go("/cases").await;
    anna.says(".chip.is-waiting-for-customer", "Waiting for your answer").await;
    anna.go(&case.path("?tab=journal")).await;
    assert!(!anna.text("main").await.contains("cable"), "X26");
    anna.go(&case.path("")).await;
    anna.fill("#reply-text", "Build 9.1.3.").await;
    anna.click("form[action$='/replies'] button.primary").await;
    anna.says("[data-done]", "sent").await;

    let customer = portal.customer().await;
    for (reason, last) in [("Still blank.", false), ("", true)] {
        eva.go(&case.path("")).await;
        eva.click("details:has(#propose-text) summary").await;
        eva.fill("#propose-text", "Clear the wallboard's cache.").await;
        eva.click("form[action$='/solution'] button.primary").await;
        eva.says("[data-done]", "proposed").await;
        anna.go(&case.path("")).await;
        anna.says(".deadline", &deadline(case, &customer, Tr::new(Language::En)).await).await;
        if last {
            anna.click(".decide button[value=approve]").await;
        } else {
            anna.pictures("case-solution").await;
            anna.click(".decide details summary").await;
            anna.fill("#decide-reason", reason).await;
            anna.click(".decide details button").await;
            anna.says(".thread", reason).await;
        }
    }
    anna.says(".chip", "Closed").await;
    anna.pictures("case-closed").await;
    anna.go(&case.path("?tab=mails")).await;
    anna.says(".mail-subject", &format!("[#{}] {title}", case.number)).await;
    anna.pictures("case-mails").await;
    eva.pictures("desk-case").await;

    anna.click("form[action='/session/end'] button").await;
    anna.says("[data-done]", "signed out").await;
    anna.go(&case.path("")).await;
    assert_eq!(anna.path().await, "/sign-in");
    anna.close().await;
    eva.close().await;
}

/// A3, E68, M42: a day is planned; the customer asks for more time, closes the case, writes once more, and the engineer opens
/// it again.
#[tokio::test]
async fn a3_e68_m42_a_case_is_planned_closed_by_its_customer_and_reopened() {
    let portal = Portal::from_env();
    let (customer, engineer) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&customer, &unique("The handset hums")).await;
    case.done(&engineer, "assignment", json!({})).await;
    let (anna, eva) = (Browser::start(&portal).await, Browser::start(&portal).await);
    eva.go(&case.path("")).await;
    eva.sign_in("engineer").await;
    eva.click("details:has(#plan-on) summary").await;
    // How a date is typed differs with the browser's language.
    eva.script("document.querySelector('#plan-on').value = '2031-02-03'").await;
    eva.pictures("desk-plan").await;
    eva.click("form[action$='/plan'] button").await;
    eva.says("[data-done]", "The date is planned.").await;
    eva.see(".facts time[datetime='2031-02-03']").await;

    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.says(".case-line .chip.is-planned", "Planned").await;
    anna.see(".facts time[datetime='2031-02-03']").await;
    case.done(&engineer, "solution", json!({ "text": "Turn it upside down." })).await;
    anna.go(&case.path("")).await;
    anna.click("form[action$='/keep-open'] button").await;
    anna.says("[data-done]", "The case stays open.").await;
    assert!(!anna.is_there("form[action$='/keep-open']").await, "nothing closes by itself any more");

    anna.click("details:has(#close-reason) summary").await;
    anna.fill("#close-reason", "We have replaced it.").await;
    anna.pictures("case-close").await;
    anna.click("form[action$='/close'] button").await;
    anna.says("[data-done]", "The case is closed.").await;
    anna.says(".case-line", "closed by the customer").await;
    anna.says(".thread", "We have replaced it.").await;
    assert!(!anna.is_there("form[action$='/reopening']").await, "only engineers open it again");

    anna.says("#reply-title", "Add to this closed case").await;
    anna.fill("#reply-text", "The new one hums too.").await;
    anna.click("form[action$='/replies'] button.primary").await;
    anna.says("[data-done]", "Your addition has been sent.").await;
    anna.says(".case-line .chip.is-closed", "Closed").await;

    eva.go(&case.path("")).await;
    eva.says(".thread", "The new one hums too.").await;
    eva.click("details:has(#reopen-reason) summary").await;
    eva.fill("#reopen-reason", "It was not the handset.").await;
    eva.pictures("desk-reopen").await;
    eva.click("form[action$='/reopening'] button").await;
    eva.says("[data-done]", "The case is open again.").await;
    anna.go(&case.path("")).await;
    anna.see(".case-line .chip.is-in-progress").await;
    anna.says(".thread", "It was not the handset.").await;
    anna.close().await;
    eva.close().await;
}

/// The pages that say why there is nothing else to see.
#[tokio::test]
async fn pages_of_refusal_say_what_to_do() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    for (path, name) in [("/nowhere", "not-found"), ("/cases/99999999", "no-such-case"), ("/desk", "denied")]
    {
        browser.go(path).await;
        browser.pictures(name).await;
        assert!(browser.is_there("main code").await, "{path} has a number to quote");
    }
    browser.close().await;
}
