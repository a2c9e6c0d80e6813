//! What somebody typed and cannot send any more is on the page that says so: to be sent after what had to be done first, or to
//! be copied.

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Case, Newcomer, Opening, Page, Portal, Visitor};
use serde_json::json;

const TYPED: &str = "Since Monday, and only at night.";
const OTHER: &str = "zes gele giraffen op zolder";

/// A case of somebody whom no other test knows.
async fn case_of(newcomer: &Newcomer) -> Case {
    let opening = json!({
        "product": newcomer.firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": "It hums", "description": "All the time.",
    });
    Case::open_with(&newcomer.api, &Opening(opening)).await
}

/// Somebody who has the page of a case open in a browser, and that page.
async fn typing(portal: &Portal, email: &str, case: Case) -> (Visitor, Page) {
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(email, PASSWORD).await.expect(200);
    let page = visitor.see(&case.path("")).await.expect(200);
    (visitor, page)
}

#[tokio::test]
async fn what_a_lowered_level_forbids_can_be_copied() {
    let portal = Portal::from_env();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let case = case_of(&lotte).await;
    let (mut visitor, page) = typing(&portal, &lotte.email, case).await;
    let mut record = lotte.firm.contact_form(&admin).await;
    record["level"] = "read-only".into();
    let _ = admin.post(&format!("/contacts/{}", lotte.firm.contact), record).await.expect(200);
    let denied = visitor.submit(&page, &case.path("replies"), &[("text", TYPED)]).await.expect(403).html();
    assert!(denied.contains(TYPED) && denied.contains("Kopieer wat u nog nodig hebt."), "{denied}");
    assert_eq!(case.events(&lotte.api).await, ["opened"]);
}

#[tokio::test]
async fn what_the_portal_fails_to_send_can_be_copied() {
    let portal = Portal::from_env();
    let lotte = portal.newcomer().await;
    let case = case_of(&lotte).await;
    let (mut visitor, page) = typing(&portal, &lotte.email, case).await;
    portal.spoils(case).await;
    let failed = visitor.submit(&page, &case.path("replies"), &[("text", TYPED)]).await;
    portal.mends(case, 1).await;
    let failed = failed.expect(500).html();
    assert!(failed.contains(TYPED) && failed.contains("Kopieer wat u nog nodig hebt."), "{failed}");
}

/// C6: what was typed in another window is sent once the password is changed. No password comes back.
#[tokio::test]
async fn c6_what_was_typed_waits_for_another_password() {
    let portal = Portal::from_env();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let case = case_of(&lotte).await;
    let (mut visitor, page) = typing(&portal, &lotte.email, case).await;
    let _ = admin.post(&format!("/contacts/{}/password", lotte.firm.contact), json!({})).await.expect(200);
    // In another window.
    let held = visitor.sign_in_as(&lotte.email, PASSWORD).await.expect(200);
    assert_eq!(held.path, "/profile/password");
    let held = visitor.submit(&page, &case.path("replies"), &[("text", TYPED)]).await.expect(403);
    assert!(held.html().contains(TYPED), "{}", held.html());
    let wrong = [("current", "a guess"), ("new", OTHER), ("repeat", OTHER)];
    let held = visitor.submit(&held, "/profile/password", &wrong).await.expect(422);
    assert!(held.html().contains(TYPED) && !held.html().contains(OTHER), "{}", held.html());
    let right = [("current", PASSWORD), ("new", OTHER), ("repeat", OTHER)];
    let shown = visitor.submit(&held, "/profile/password", &right).await.expect(200);
    assert!(shown.html().contains(TYPED) && !shown.html().contains(OTHER), "{}", shown.html());
    let sent = visitor.submit(&shown, &case.path("replies"), &[]).await.expect(200);
    assert_eq!(sent.path, case.path("?done=replied"));
    assert!(sent.html().contains(TYPED));
}

/// E14: what was typed in another window is sent once the rules are accepted.
#[tokio::test]
async fn e14_what_was_typed_waits_for_the_rules() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let email = Firm::founded(&admin).await.invited(&admin).await;
    let mut visitor = portal.visitor();
    let rules = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let csrf = rules.hidden("/profile/rules", "csrf").expect("a form has its token");
    let typed = [
        ("csrf", csrf.as_str()),
        ("first_name", "Lotte"),
        ("last_name", "Maes"),
        ("country", "BE"),
        ("city", "Ostend"),
        ("language", "en"),
        ("zone", "Europe/Brussels"),
    ];
    let held = visitor.post("/profile", &typed).await.expect(403);
    assert!(held.html().contains("Ostend"), "{}", held.html());
    let held = visitor.submit(&held, "/profile/rules", &[]).await.expect(422);
    let shown = visitor.submit(&held, "/profile/rules", &[("rules", "1")]).await.expect(200);
    let saved = visitor.submit(&shown, "/profile", &[]).await.expect(200);
    assert_eq!(saved.path, "/profile?done=profile-changed");
    assert!(saved.html().contains("value=\"Ostend\""));
}
