//! Changing one's password, and having to.

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{EVERYBODY, Opening, Portal};
use serde_json::json;

use crate::{Client, sign_in};

const OTHER: &str = "zes gele giraffen op zolder";

/// M17: current, new, repeated; each flaw beside its field, and nothing typed comes back. X12: whatever was signed in or
/// made with the password before opens nothing more. C7.
#[tokio::test]
async fn m17_x12_a_changed_password_ends_what_the_one_before_began() {
    const FATIMA: &str = "fatima@waterdrecht.example";
    let portal = Portal::from_env();
    let here = Client::new(&portal, FATIMA, EVERYBODY).await;
    let there = Client::new(&portal, FATIMA, EVERYBODY).await;
    let made = there.api.makes_token(EVERYBODY, "write").await;
    let token = json!({ "token": made["token"] });
    let exchanged = portal.anonymous().post("/session/token", token.clone()).await.expect(200).json();
    let program = Client::of(&portal, &exchanged);
    let opening = Opening::new(&here.api, "Written with an old password").await;

    let form =
        |current: &str, new: &str, repeat: &str| json!({ "current": current, "new": new, "repeat": repeat });
    for (body, flaws) in [
        (form("", "", ""), vec!["/current required", "/new required", "/repeat required"]),
        (form("not it", OTHER, OTHER), vec!["/current wrong-password"]),
        (form(EVERYBODY, "kort", "kort"), vec!["/new too-short"]),
        (form(EVERYBODY, "Password2026!", "Password2026!"), vec!["/new too-common"]),
        (form(EVERYBODY, "Fatima-El-Amrani", "Fatima-El-Amrani"), vec!["/new too-common"]),
        (form(EVERYBODY, OTHER, "zes gele giraffen"), vec!["/repeat not-the-same"]),
        (form(EVERYBODY, EVERYBODY, EVERYBODY), vec!["/new unchanged"]),
    ] {
        assert_eq!(here.api.post("/profile/password", body.clone()).await.flaws(), flaws, "{body}");
    }
    let _ = here.api.post("/profile/password", form(EVERYBODY, OTHER, OTHER)).await.expect(200);

    sign_in(&portal, FATIMA, EVERYBODY).await.problem(401, "credentials");
    there.renewal().await.problem(401, "signed-out");
    there.writes(&opening).await.problem(401, "signed-out");
    program.writes(&opening).await.problem(401, "signed-out");
    portal.anonymous().post("/session/token", token).await.problem(401, "token");
    let here = here.renewed().await;
    let _ = here.writes(&opening).await.expect(201);
    let _ = sign_in(&portal, FATIMA, OTHER).await.expect(200);
    let _ = here.api.post("/profile/password", form(OTHER, EVERYBODY, EVERYBODY)).await.expect(200);
    let _ = sign_in(&portal, FATIMA, EVERYBODY).await.expect(200);
}

/// X13: who found a browser signed in cannot guess the password there either, nor on another page that asks for it. Its
/// owner signs in as before.
#[tokio::test]
async fn x13_the_current_password_cannot_be_guessed() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let client = Client::new(&portal, "gareth@acme.example", EVERYBODY).await;
    let guess = json!({ "current": "a guess", "new": OTHER, "repeat": OTHER });
    for _ in 0..10 {
        let flaws = client.api.post("/profile/password", guess.clone()).await.flaws();
        assert_eq!(flaws, ["/current wrong-password"]);
    }
    client.api.post("/profile/password", guess).await.problem(429, "throttled");
    let right = json!({ "password": EVERYBODY });
    client.api.post("/profile/pin", right.clone()).await.problem(429, "throttled");
    client.api.post("/profile/data/erase", right).await.problem(429, "throttled");
    let _ = sign_in(&portal, "gareth@acme.example", EVERYBODY).await.expect(200);
}

/// C6: who has a password that was given to them chooses their own, and gets no further until then.
#[tokio::test]
async fn c6_a_given_password_is_changed_first() {
    const LOTTE: &str = "lotte@waterdrecht.example";
    let portal = Portal::from_env();
    if sign_in(&portal, LOTTE, OTHER).await.status == 200 {
        return; // An earlier run on this portal has seen it.
    }
    let client = Client::new(&portal, LOTTE, EVERYBODY).await;
    for path in ["/cases", "/cases/new", "/profile/sessions", "/profile/tokens", "/profile/two-factor"] {
        client.api.get(path).await.problem(403, "change-password");
    }
    client.api.post("/cases", json!({})).await.problem(403, "change-password");
    let _ = client.api.get("/openapi.json").await.expect(200);
    let rules = client.api.get("/profile/password").await.expect(200).json();
    assert_eq!(rules["must_change"], true);

    let mut visitor = portal.visitor();
    let page = visitor.see("/sign-in?to=/cases/new").await;
    let page = visitor.submit(&page, "/session", &[("email", LOTTE), ("password", EVERYBODY)]).await;
    assert_eq!(page.expect(200).path, "/profile/password");
    let page = visitor.see("/cases").await.expect(200);
    assert_eq!(page.path, "/profile/password");
    let wrong = [("current", EVERYBODY), ("new", "1234567890"), ("repeat", "1234567890")];
    let page = visitor.submit(&page, "/profile/password", &wrong).await.expect(422);
    assert!(!page.html().contains("1234567890"), "no password comes back");
    assert_eq!(visitor.see("/cases").await.path, "/profile/password");
    let right = [("current", EVERYBODY), ("new", OTHER), ("repeat", OTHER)];
    let page = visitor.submit(&page, "/profile/password", &right).await.expect(200);
    assert_eq!(page.path, "/home");
    client.renewal().await.problem(401, "signed-out");
    let client = Client::new(&portal, LOTTE, OTHER).await;
    let _ = client.api.get("/cases").await.expect(200);
}

/// C6: the password that somebody else may know is not chosen anew, by a mailed link either.
#[tokio::test]
async fn c6_no_mailed_link_keeps_a_password_that_is_known() {
    let portal = Portal::from_env();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let demanded = format!("/contacts/{}/password", lotte.firm.contact);
    let _ = admin.post(&demanded, json!({})).await.expect(200);
    let api = portal.anonymous();
    let _ = api.post("/password", json!({ "email": lotte.email })).await.expect(202);
    let mail = portal.letter(&lotte.email, "kies met deze link een wachtwoord").await;
    let path = mail.link(&portal, "/password/new");
    let (_, link) = path.split_once("?link=").expect("it is a link");
    let chosen = |password: &str| json!({ "link": link, "password": password });
    assert_eq!(api.post("/password/new", chosen(PASSWORD)).await.flaws(), ["/password unchanged"]);
    let _ = api.post("/password/new", chosen(OTHER)).await.expect(200);
    let _ = portal.signed_in_with(&lotte.email, OTHER).await.get("/cases").await.expect(200);
}

/// C6, X12: an administrator has a contact choose another password, when somebody else may know theirs: whatever was begun with
/// it ends at once, and whoever signs in with it gets no further than choosing another. The trail says who asked for it.
#[tokio::test]
async fn c6_x12_an_administrator_asks_for_another_password() {
    let portal = Portal::from_env();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let opening = Opening::new(&lotte.api, "Written with a password that is known").await;
    let made = lotte.api.makes_token(PASSWORD, "write").await;

    let path = format!("/contacts/{}", lotte.firm.contact);
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see(&path).await.expect(200);
    let done = ada.submit(&page, &format!("{path}/password"), &[]).await.expect(200);
    assert!(done.path.ends_with("?done=new-password-demanded"), "{}", done.path);
    assert!(!done.html().contains(&format!("{path}/password")), "it is asked for once");

    lotte.api.post("/cases", opening.0.clone()).await.problem(401, "signed-out");
    let renewal = json!({ "refresh_token": lotte.api.refresh_token() });
    portal.anonymous().post("/session/refresh", renewal).await.problem(401, "signed-out");
    let token = json!({ "token": made["token"] });
    portal.anonymous().post("/session/token", token).await.problem(401, "token");
    let held = portal.signed_in_with(&lotte.email, PASSWORD).await;
    held.get("/cases").await.problem(403, "change-password");
    assert_eq!(admin.get(&path).await.expect(200).json()["must_change_password"], true);
    let change = json!({ "current": PASSWORD, "new": OTHER, "repeat": OTHER });
    let _ = held.post("/profile/password", change).await.expect(200);
    let _ = portal.signed_in_with(&lotte.email, OTHER).await.get("/cases").await.expect(200);

    let page = admin.get(&path).await.expect(200).json();
    assert_eq!(page["must_change_password"], false);
    let trail = page["trail"].as_array().cloned().unwrap_or_default();
    let newest: Vec<&str> = trail.iter().take(2).filter_map(|entry| entry["what"].as_str()).collect();
    assert_eq!(newest, ["password-changed", "new-password-demanded"]);

    let path = format!("/contacts/{}/password", Firm::founded(&admin).await.contact);
    assert_eq!(admin.post(&path, json!({})).await.flaws(), ["/contact not-registered"]);
    portal.engineer().await.post(&path, json!({})).await.problem(403, "denied");
}
