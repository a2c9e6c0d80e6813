//! One's own sessions.

use std::collections::BTreeMap;

use caseport_tests::records::PASSWORD;
use caseport_tests::{EVERYBODY, Opening, Portal};
use serde_json::{Value, json};

use crate::Client;

const BENOIT: &str = "benoit@tilleuls.example";

async fn sessions(client: &Client) -> Vec<Value> {
    let list = client.api.get("/profile/sessions").await.expect(200).json();
    list["sessions"].as_array().expect("it is a list").clone()
}

async fn current(client: &Client) -> String {
    let sessions = sessions(client).await;
    let current = sessions.iter().find(|session| session["is_current"] == true);
    current.expect("it lists itself")["id"].as_str().expect("it has an id").to_owned()
}

/// One sees where one is signed in and ends what one does not know: what it signed in can write no more at once, and is
/// not renewed. X5: nobody ends another's.
#[tokio::test]
async fn x12_a_session_that_was_ended_opens_nothing() {
    let portal = Portal::from_env();
    let here = Client::new(&portal, BENOIT, EVERYBODY).await;
    let there = Client::new(&portal, BENOIT, EVERYBODY).await;
    let (this, that) = (current(&here).await, current(&there).await);
    assert_ne!(this, that, "X15: each session has an identifier of its own");
    let ids: Vec<Value> = sessions(&here).await.iter().map(|session| session["id"].clone()).collect();
    assert!(ids.contains(&json!(this)) && ids.contains(&json!(that)));
    let list = here.api.get("/profile/sessions").await.text();
    assert!(!list.contains(here.refresh.rsplit('.').next().expect("it has a secret")), "no secret is shown");

    let end = format!("/profile/sessions/{that}/end");
    portal.other_customer().await.post(&end, json!({})).await.problem(404, "not-found");
    let _ = there.api.get("/cases").await.expect(200);
    let ended = here.api.post(&end, json!({})).await.expect(200).json();
    assert_eq!(ended, json!({ "done": "session-ended" }), "a program is told so where it asked");
    there.renewal().await.problem(401, "signed-out");
    there.api.post(&end, json!({})).await.problem(401, "signed-out");
    let here = here.renewed().await;
    assert!(!sessions(&here).await.iter().any(|session| session["id"] == *that));
    here.api.post(&end, json!({})).await.problem(404, "not-found");
}

/// Signing out everywhere else leaves this session and no other, however many there were.
#[tokio::test]
async fn x12_one_can_sign_out_everywhere_else() {
    const INES: &str = "ines@globex.example";
    let portal = Portal::from_env();
    let here = Client::new(&portal, INES, EVERYBODY).await;
    let others = [Client::new(&portal, INES, EVERYBODY).await, Client::new(&portal, INES, EVERYBODY).await];
    let opening = Opening::new(&here.api, "Written from a session that ended").await;
    let _ = here.api.post("/profile/sessions/end-others", json!({})).await.expect(200);
    for other in others {
        other.writes(&opening).await.problem(401, "signed-out");
        other.renewal().await.problem(401, "signed-out");
    }
    let here = here.renewed().await;
    let left = sessions(&here).await;
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(left[0]["is_current"], true);
    let _ = here.writes(&opening).await.expect(201);
}

/// Signing out everywhere leaves no session, this one neither.
#[tokio::test]
async fn x12_one_can_sign_out_everywhere() {
    let portal = Portal::from_env();
    let email = portal.newcomer().await.email;
    let here = Client::new(&portal, &email, PASSWORD).await;
    let opening = Opening::new(&here.api, "Written after signing out everywhere").await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let page = visitor.see("/profile/sessions").await.expect(200);
    let all = [("everywhere", "true")];
    let page = visitor.submit(&page, "/profile/sessions/end-others", &all).await.expect(200);
    assert_eq!(page.path, "/sign-in?done=signed-out");
    assert!(!visitor.cookies.contains_key("__Host-refresh"), "{:?}", visitor.cookies);
    here.writes(&opening).await.problem(401, "signed-out");
    here.renewal().await.problem(401, "signed-out");

    let again = Client::new(&portal, &email, PASSWORD).await;
    assert_eq!(sessions(&again).await.len(), 1, "the others have ended");
    let everywhere = json!({ "everywhere": true });
    let ended = again.api.post("/profile/sessions/end-others", everywhere).await.expect(200).json();
    assert_eq!(ended, json!({ "done": "signed-out" }));
    again.renewal().await.problem(401, "signed-out");
}

/// Who signs out is renewed no more, with whatever they say which session it was: the browser's cookie, the refresh token, or
/// the access token alone. Their other sessions go on.
#[tokio::test]
async fn x12_a_session_that_was_signed_out_is_renewed_no_more() {
    let portal = Portal::from_env();
    let email = portal.newcomer().await.email;
    let [by_refresh, by_access, other] = [
        Client::new(&portal, &email, PASSWORD).await,
        Client::new(&portal, &email, PASSWORD).await,
        Client::new(&portal, &email, PASSWORD).await,
    ];
    let token = json!({ "refresh_token": by_refresh.refresh });
    for _ in 0..2 {
        let done = portal.anonymous().post("/session/end", token.clone()).await.expect(200).json();
        assert_eq!(done, json!({ "signed_out": true }), "what has ended has ended");
    }
    for _ in 0..2 {
        let _ = by_access.api.post("/session/end", json!({})).await.expect(200);
    }
    // Another secret of the same session ends nothing.
    let guess = json!({ "refresh_token": format!("{}x", other.refresh) });
    let _ = portal.anonymous().post("/session/end", guess).await.expect(200);
    for ended in [by_refresh, by_access] {
        ended.renewal().await.problem(401, "signed-out");
    }

    let mut visitor = portal.visitor();
    let page = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let refresh = visitor.cookies["__Host-refresh"].clone();
    let page = visitor.submit(&page, "/session/end", &[]).await.expect(200);
    assert_eq!(page.path, "/sign-in?done=signed-out");
    let token = json!({ "refresh_token": refresh });
    portal.anonymous().post("/session/refresh", token).await.problem(401, "signed-out");
    let _ = other.renewed().await;
}

/// X16: no other site ends a session, and a page's own form does, with the browser led on by a new access token.
#[tokio::test]
async fn x16_sessions_are_ended_from_the_portals_pages_only() {
    let portal = Portal::from_env();
    let other = Client::new(&portal, "signe@norhaven.example", EVERYBODY).await;
    let mut visitor = portal.visitor();
    let page = visitor.see("/sign-in").await;
    let credentials = [("email", "signe@norhaven.example"), ("password", EVERYBODY)];
    let _ = visitor.submit(&page, "/session", &credentials).await.expect(200);
    let page = visitor.see("/profile/sessions").await.expect(200);
    let action = format!("/profile/sessions/{}/end", current(&other).await);
    visitor.origin = "https://evil.example".to_owned();
    for action in [&action, "/profile/sessions/end-others", "/profile/two-factor/off", "/profile/password"] {
        assert_eq!(visitor.post(action, &[]).await.reply.status, 403, "{action}");
    }
    let _ = other.renewed().await;
    portal.origin().clone_into(&mut visitor.origin);
    let before = visitor.cookies["__Host-access"].clone();
    let page = visitor.submit(&page, &action, &[]).await.expect(200);
    assert_eq!(page.path, "/profile/sessions?done=session-ended");
    assert_ne!(visitor.cookies["__Host-access"], before);
}

/// X15: whatever session a browser was given by somebody else, signing in begins one of its own. What was planted opens what it
/// opened before, and nothing of the new session; who knows the token of its forms sends none from another site.
#[tokio::test]
async fn x15_a_planted_session_is_not_the_one_that_is_signed_in_to() {
    let portal = Portal::from_env();
    let (other, owner) = (portal.newcomer().await, portal.newcomer().await);
    let mut somebody = portal.visitor();
    let _ = somebody.sign_in_as(&other.email, PASSWORD).await.expect(200);
    let planted = somebody.cookies.clone();
    let mut victim = portal.visitor();
    victim.cookies.clone_from(&planted);
    assert_eq!(victim.sign_in_as(&owner.email, PASSWORD).await.expect(200).path, "/home");
    for name in ["__Host-access", "__Host-refresh", "__Host-browser"] {
        assert_ne!(victim.cookies[name], planted[name], "{name}");
    }

    let of = |cookies: &BTreeMap<String, String>| Client {
        api: portal.anonymous().with_token(&cookies["__Host-access"]),
        refresh: cookies["__Host-refresh"].clone(),
    };
    let (hers, his) = (of(&planted), of(&victim.cookies));
    assert_ne!(current(&hers).await, current(&his).await);
    for client in [hers.renewed().await, hers] {
        let details = client.api.get("/profile").await.expect(200).text();
        assert!(details.contains(&other.email) && !details.contains(&owner.email), "{details}");
    }
    let ids: Vec<Value> = sessions(&his).await.iter().map(|session| session["id"].clone()).collect();
    let theirs = of(&planted);
    assert!(!ids.contains(&json!(current(&theirs).await)), "{ids:?}");

    victim.origin = "https://evil.example".to_owned();
    let known = [("csrf", &*planted["__Host-csrf"])];
    for action in ["/profile/sessions/end-others", "/profile/email/withdraw", "/session/end"] {
        assert_eq!(victim.post(action, &known).await.reply.status, 403, "{action}");
    }
    // The planted session ends, and his goes on.
    let end = format!("/profile/sessions/{}/end", current(&theirs).await);
    let _ = theirs.api.post(&end, json!({})).await.expect(200);
    portal.origin().clone_into(&mut victim.origin);
    victim.cookies.remove("__Host-access");
    assert_eq!(victim.see("/cases").await.expect(200).path, "/cases");
}
