//! Drafts in browsers: what is typed in one is there in another.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Browser, Case, Newcomer, Portal};

const SAVED: &str = "const form = document.querySelector('[data-place]');
    return Number(form.elements.namedItem('draft').value) > 0";

/// How many forms the tab itself remembers.
const REMEMBERED: &str =
    "return Object.keys(sessionStorage).filter((key) => key.startsWith('draft ')).length";

/// Waits until what was typed last is saved: until there is a version after this one.
async fn saved_after(browser: &Browser, version: &str) -> String {
    let within = std::time::Duration::from_secs(20);
    caseport_tests::eventually("the draft to be saved", within, async || {
        let is_saved = browser.script(SAVED).await == true;
        let now = browser.script("return document.querySelector('[data-place] [name=draft]').value").await;
        let now = now.as_str().unwrap_or_default().to_owned();
        (is_saved && now != version).then_some(now)
    })
    .await
}

/// What is typed is saved as one types; it is there after signing out and in another browser, and gone once it was sent.
#[tokio::test]
async fn a_draft_follows_its_author_to_another_browser() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let (desk, phone) = (Browser::start(&portal).await, Browser::start(&portal).await);
    desk.go("/cases/new").await;
    desk.sign_in_as(&email, PASSWORD).await;
    desk.go("/cases/new").await;
    desk.fill("#new-title", "Written at the desk").await;
    desk.click("#new-case_type-request").await;
    let _ = saved_after(&desk, "0").await;
    desk.pictures("new-case-draft").await;
    desk.click("form[action='/session/end'] button").await;

    phone.go("/cases/new").await;
    phone.sign_in_as(&email, PASSWORD).await;
    phone.go("/drafts").await;
    phone.says(".things", "Written at the desk").await;
    phone.pictures("drafts").await;
    phone.click(".things a").await;
    assert_eq!(phone.value("#new-title").await, "Written at the desk");
    let chosen = "return document.querySelector('[name=case_type]:checked').value";
    assert_eq!(phone.script(chosen).await, "request");
    phone.fill("#new-description", "And sent from the telephone.").await;
    let case = crate::open(&phone).await;
    assert_eq!(case.seen_by(&api).await["title"], "Written at the desk");
    phone.go("/cases/new").await;
    assert_eq!(phone.value("#new-title").await, "", "what was sent is a draft no more");
    phone.close().await;
    desk.close().await;
}

/// The files of a draft have their names and sizes on another device, and can be taken away there.
#[tokio::test]
async fn the_files_of_a_draft_are_named_on_another_device() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Written to with a file").await;
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("agent.log");
    std::fs::write(&file, "x".repeat(2_500)).expect("a file can be written");
    let (desk, phone) = (Browser::start(&portal).await, Browser::start(&portal).await);
    for browser in [&desk, &phone] {
        browser.go(&case.path("")).await;
        browser.sign_in_as(&email, PASSWORD).await;
    }
    desk.go(&case.path("")).await;
    desk.choose_file("#reply-attachments", &file).await;
    let attached = saved_after(&desk, "0").await;

    phone.go(&case.path("")).await;
    phone.says(".file-list .file-name", "agent.log").await;
    phone.says(".file-list .file-size", "2,5").await;
    phone.pictures("case-draft-file").await;
    phone.click(".file-list [data-remove]").await;
    let _ = saved_after(&phone, &attached).await;
    phone.go(&case.path("")).await;
    assert!(!phone.is_there(".file-list .file").await, "it was taken away");
    phone.close().await;
    desk.close().await;
}

/// Two browsers write the same reply: the later is told, sees what the other wrote, and keeps its own or takes it.
#[tokio::test]
async fn who_wrote_on_elsewhere_is_asked_which_to_keep() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Written to from two places").await;
    let (desk, phone) = (Browser::start(&portal).await, Browser::start(&portal).await);
    for browser in [&desk, &phone] {
        browser.go(&case.path("")).await;
        browser.sign_in_as(&email, PASSWORD).await;
        browser.go(&case.path("")).await;
    }
    desk.fill("#reply-text", "From the desk").await;
    let first = saved_after(&desk, "0").await;
    phone.fill("#reply-text", "From the telephone").await;
    phone.says("[data-draft-theirs]", "From the desk").await;
    assert_eq!(phone.value("#reply-text").await, "From the telephone", "nothing is taken over by itself");
    phone.pictures("case-draft-newer").await;
    phone.click("[data-keep]").await;
    let kept = saved_after(&phone, &first).await;

    desk.fill("#reply-text", "From the desk again").await;
    desk.says("[data-draft-theirs]", "From the telephone").await;
    desk.click("[data-take]").await;
    let taken = saved_after(&desk, &first).await;
    assert_eq!(taken, kept);
    assert_eq!(desk.value("#reply-text").await, "From the telephone");
    desk.click("form[action$='/replies'] button.primary").await;
    desk.says(".thread .text", "From the telephone").await;
    assert_eq!(api.get(&format!("/drafts/reply-{}", case.number)).await.status, 404);
    desk.close().await;
    phone.close().await;
}

/// What could not be saved stays with the tab, and goes on top of what was saved before it.
#[tokio::test]
async fn what_was_not_saved_outlives_a_reload() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Written to on a train").await;
    let browser = Browser::start(&portal).await;
    browser.go(&case.path("")).await;
    browser.sign_in_as(&email, PASSWORD).await;
    browser.go(&case.path("")).await;
    browser.fill("#reply-text", "Saved").await;
    let saved = saved_after(&browser, "0").await;
    let _ = browser.script("window.fetch = () => Promise.reject(new TypeError('offline'))").await;
    browser.fill("#reply-text", "Saved, and then a tunnel").await;
    let failed = browser.script("return document.querySelector('[data-draft-box]').dataset.failed").await;
    browser.says("[data-draft-said]", failed.as_str().expect("the page has its texts")).await;
    browser.go(&case.path("")).await;
    assert_eq!(browser.value("#reply-text").await, "Saved, and then a tunnel");
    let _ = saved_after(&browser, &saved).await;
    browser.go(&case.path("")).await;
    assert_eq!(browser.value("#reply-text").await, "Saved, and then a tunnel");
    assert_eq!(browser.script(REMEMBERED).await, 0, "what is saved is not the tab's any more");
    browser.close().await;
}

/// A solution and the reason for another priority are found again in another browser, each in its own form, until they are sent.
#[tokio::test]
async fn a_solution_and_a_reason_are_two_drafts() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Solved between two calls").await;
    let (desk, browser) = (Browser::start(&portal).await, Browser::start(&portal).await);
    for one in [&desk, &browser] {
        one.go(&case.path("")).await;
        one.sign_in("engineer").await;
    }
    desk.go(&case.path("")).await;
    desk.click("details:has(#propose-text) summary").await;
    desk.fill("#propose-text", "Install build 42.").await;
    desk.click("details:has(#prioritize-reason) summary").await;
    let _ = desk.script("document.querySelector('#prioritize-priority').value = 'critical'").await;
    desk.fill("#prioritize-reason", "The whole floor waits.").await;
    let within = std::time::Duration::from_secs(20);
    let versions = "return ['solution', 'priority'].every((kind) =>
        Number(document.querySelector(`[data-place^=${kind}] [name=draft]`).value) > 0)";
    let saved = async || (desk.script(versions).await == true).then_some(());
    caseport_tests::eventually("both to be saved", within, saved).await;

    browser.go("/drafts").await;
    browser.click(&format!(".things a[href='/cases/{}?write=solution']", case.number)).await;
    assert_eq!(browser.value("#propose-text").await, "Install build 42.");
    assert_eq!(browser.value("#prioritize-reason").await, "The whole floor waits.");
    let open = "return ['propose-text', 'prioritize-reason'].every((id) => document.getElementById(id).closest('details').open)";
    assert_eq!(browser.script(open).await, true);
    browser.pictures("desk-case-draft-solution").await;
    assert_eq!(browser.value("#prioritize-priority").await, "critical");
    browser.click("form[action$='/priority'] button").await;
    browser.says("[data-done]", "priority").await;
    browser.click("form[action$='/solution'] button.primary").await;
    browser.says(".thread .text", "Install build 42.").await;
    for kind in ["solution", "priority"] {
        assert_eq!(eva.get(&format!("/drafts/{kind}-{}", case.number)).await.status, 404, "{kind}");
    }
    browser.close().await;
    desk.close().await;
}

/// Why a case is closed is saved as one types, is there on another device, and is gone once the case is closed.
#[tokio::test]
async fn a_closing_follows_its_author_to_another_browser() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Closed on the telephone").await;
    let (desk, phone) = (Browser::start(&portal).await, Browser::start(&portal).await);
    for browser in [&desk, &phone] {
        browser.go(&case.path("")).await;
        browser.sign_in_as(&email, PASSWORD).await;
    }
    desk.go(&case.path("")).await;
    desk.click("details:has(#close-reason) summary").await;
    desk.fill("#close-reason", "We have replaced it.").await;
    let within = std::time::Duration::from_secs(20);
    let version = "return Number(document.querySelector('[data-place^=closing] [name=draft]').value) > 0";
    let saved = async || (desk.script(version).await == true).then_some(());
    caseport_tests::eventually("the closing to be saved", within, saved).await;

    phone.go(&case.path("")).await;
    assert_eq!(phone.value("#close-reason").await, "We have replaced it.");
    phone.pictures("case-draft-closing").await;
    phone.click("form[action$='/close'] button").await;
    phone.see(".chip.is-closed").await;
    assert_eq!(api.get(&format!("/drafts/closing-{}", case.number)).await.status, 404);
    desk.close().await;
    phone.close().await;
}

/// Why a solution is refused is saved as one types; approving it after all sends nothing of that, and ends it.
#[tokio::test]
async fn approving_ends_a_refusal_that_was_saved() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let eva = portal.engineer().await;
    let case = Case::proposed(&api, &eva, "Approved after all").await;
    let browser = Browser::start(&portal).await;
    browser.go(&case.path("")).await;
    browser.sign_in_as(&email, PASSWORD).await;
    browser.go(&case.path("")).await;
    browser.click(".decide details summary").await;
    browser.fill("#decide-reason", "It stops still.").await;
    let _ = saved_after(&browser, "").await;
    browser.click(".decide button[value=approve]").await;
    browser.see(".chip.is-closed").await;
    assert!(
        !browser.text("main").await.contains("It stops still."),
        "it was never sent, and is no draft any more"
    );
    assert_eq!(api.get(&format!("/drafts/refusal-{}", case.number)).await.status, 404);
    browser.close().await;
}
