//! The rules of the portal, and who has accepted them (E14).

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Api, EVERYBODY, Portal};
use serde_json::{Value, json};

/// What is kept of the contact's acceptance, as administrators see it.
async fn accepted(admin: &Api, contact: &str) -> Value {
    admin.get(&format!("/contacts/{contact}")).await.expect(200).json()["rules"].clone()
}

/// E14: who was invited, and so accepted no rules when they chose a password, is asked at their first sign-in and gets no
/// further until they accept; which rules and when is kept, for administrators to see.
#[tokio::test]
async fn e14_an_invited_contact_accepts_the_rules_first() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = firm.invited(&admin).await;
    assert_eq!(accepted(&admin, &firm.contact).await, Value::Null);

    let held = portal.signed_in_with(&email, PASSWORD).await;
    for path in ["/home", "/cases", "/profile", "/profile/tokens"] {
        held.get(path).await.problem(403, "accept-rules");
    }
    held.post("/cases", json!({})).await.problem(403, "accept-rules");
    let _ = held.get("/rules").await.expect(200);
    held.renewed().await.get("/cases").await.problem(403, "accept-rules");
    let held = portal.signed_in_with(&email, PASSWORD).await;
    let asked = held.get("/profile/rules").await.expect(200).json();
    assert_eq!((&asked["must_accept"], &asked["accepted"]), (&json!(true), &Value::Null));
    for wrong in ["", "0", "9999", "on"] {
        assert_eq!(
            held.post("/profile/rules", json!({ "rules": wrong })).await.flaws(),
            ["/rules not-accepted"]
        );
    }
    assert_eq!(accepted(&admin, &firm.contact).await, Value::Null);

    let mut visitor = portal.visitor();
    let page = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    assert_eq!(page.path, "/profile/rules");
    assert_eq!(visitor.see("/cases").await.path, "/profile/rules");
    let page = visitor.submit(&page, "/profile/rules", &[]).await.expect(422);
    assert!(page.html().contains("id=\"accept-rules-flaw\""));
    // Who refuses signs out, and is asked again.
    let page = visitor.submit(&page, "/session/end", &[]).await.expect(200);
    assert!(page.path.starts_with("/sign-in"), "{}", page.path);
    let page = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let version = asked["version"].to_string();
    let page = visitor.submit(&page, "/profile/rules", &[("rules", &version)]).await.expect(200);
    assert_eq!(page.path, "/home");

    let kept = accepted(&admin, &firm.contact).await;
    assert_eq!(kept["version"], asked["version"]);
    let seen = admin.get(&format!("/contacts/{}", firm.contact)).await.expect(200).json();
    assert_eq!(seen["trail"][0]["what"], "rules-accepted");
    assert_eq!(seen["trail"][0]["at"], kept["at"], "it was then");
    let again = portal.signed_in_with(&email, PASSWORD).await;
    let _ = again.get("/cases").await.expect(200);
    assert_eq!(again.get("/profile/rules").await.expect(200).json()["accepted"], kept);
}

/// E14: what somebody had typed when their session ended waits until they have accepted the rules, and is sent with one click.
#[tokio::test]
async fn e14_what_was_typed_outlives_the_asking() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let email = Firm::founded(&admin).await.invited(&admin).await;
    let typed = "first_name=Lotte&last_name=Maes&country=BE&city=Ostend&language=en&zone=Europe%2FBrussels";
    let mut visitor = portal.visitor();
    let page = visitor.see("/sign-in").await.expect(200);
    let sent =
        [("email", &*email), ("password", PASSWORD), ("kept_action", "/profile"), ("kept_body", typed)];
    let page = visitor.submit(&page, "/session", &sent).await.expect(200);
    let page = visitor.submit(&page, "/profile/rules", &[]).await.expect(422);
    assert_eq!(page.hidden("/profile/rules", "kept_action").as_deref(), Some("/profile"));
    let page = visitor.submit(&page, "/profile/rules", &[("rules", "1")]).await.expect(200);
    assert!(page.html().contains("Ostend"), "{}", page.html());
    let page = visitor.submit(&page, "/profile", &[]).await.expect(200);
    assert_eq!(page.path, "/profile?done=profile-changed");
    assert!(page.html().contains("value=\"Ostend\""));
}

/// E14: who accepted earlier rules is told that they changed, and held until they accept those in force.
#[tokio::test]
async fn e14_changed_rules_are_accepted_before_anything_else() {
    const RUTH: &str = "ruth@harbourline.example";
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let before = accepted(&admin, "ruth").await;
    if before["version"] != 0 {
        return; // An earlier run on this portal has seen it.
    }
    let held = portal.person(RUTH).await;
    held.get("/home").await.problem(403, "accept-rules");
    let asked = held.get("/profile/rules").await.expect(200).json();
    assert_eq!((&asked["must_accept"], &asked["accepted"]), (&json!(true), &before));
    let mut visitor = portal.visitor();
    let page = visitor.sign_in_as(RUTH, EVERYBODY).await.expect(200);
    assert_eq!(page.path, "/profile/rules");
    assert!(page.html().contains("The rules of this portal have changed."));
    let version = asked["version"].to_string();
    let page = visitor.submit(&page, "/profile/rules", &[("rules", &version)]).await.expect(200);
    assert_eq!(page.path, "/home");
    let after = accepted(&admin, "ruth").await;
    assert_eq!(after["version"], asked["version"]);
    assert!(after["at"].as_str() > before["at"].as_str(), "{after} and {before}");
    let _ = portal.person(RUTH).await.get("/home").await.expect(200);
}

/// E14: who registers accepts the rules there and is not asked again; the vendor's own are never asked. Each version that is
/// known can be read by anybody.
#[tokio::test]
async fn e14_each_version_that_is_known_can_be_read() {
    let portal = Portal::from_env();
    let (api, eva) = (portal.anonymous(), portal.engineer().await);
    let _ = eva.get("/desk").await.expect(200);
    eva.get("/profile/rules").await.problem(403, "denied");
    let now = api.get("/rules").await.expect(200).json();
    assert_eq!(now["version"], now["current"]);
    let first = api.get("/rules?version=1").await.expect(200).json();
    assert_eq!((&first["version"], &first["current"]), (&json!(1), &now["current"]));
    for unknown in ["0", "9999", "-1", "one", ""] {
        api.get(&format!("/rules?version={unknown}")).await.problem(404, "not-found");
    }
}
