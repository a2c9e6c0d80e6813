//! Who must do something else first does that, and nothing else.

use caseport_routes::{Method, ROUTES, Who};
use caseport_tests::routes::Stage;
use caseport_tests::{Api, EVERYBODY, Portal};
use serde_json::json;

/// Tries every route as somebody who is held until they have been at this page; which let them do anything else, or did not
/// say what they must do.
async fn passes(portal: &Portal, held: &Api, must: &str, page: &str) -> Vec<String> {
    let stage = Stage::new(portal).await;
    let mut wrong = Vec::new();
    for route in ROUTES.iter().filter(|route| route.who != Who::Anyone || route.method == Method::Get) {
        let reply = if route.method == Method::Get {
            held.get(&stage.path(route)).await
        } else {
            stage.send(route, held, json!({})).await
        };
        let told = reply.status == 403 && reply.text().contains(&format!("/problems/{must}"));
        let is_open = route.who == Who::Anyone || route.path == page;
        if told == is_open {
            wrong.push(format!("{} by who is held: {}: {}", route.name, reply.status, reply.text()));
        }
    }
    wrong
}

/// C6: with a password that was given to them, whoever it was given to changes it, and gets nowhere else.
#[tokio::test]
async fn c6_every_route_by_who_must_change_their_password() {
    let portal = Portal::from_env();
    let given = json!({ "email": "lotte@waterdrecht.example", "password": EVERYBODY });
    let tokens = portal.anonymous().post("/session", given).await;
    if tokens.status != 200 {
        return; // An earlier run on this portal has changed it.
    }
    let tokens = tokens.json();
    let held = portal.anonymous().with_token(tokens["access_token"].as_str().expect("there is a token"));
    let wrong = passes(&portal, &held, "change-password", "/profile/password").await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An engineer sets up a second factor where that is required, and gets nowhere else; with a browser they are led there,
/// wherever they go, and told why.
#[tokio::test]
async fn every_route_by_an_engineer_without_a_second_factor() {
    let portal = Portal::from_env();
    let required = ("STAFF_SECOND_FACTOR", "required");
    let entrance = portal.function_with("accounts-sign-in", required);
    let account = portal.account("other-engineer");
    let credentials = json!({ "email": account.email, "password": account.password });
    let (status, tokens) = entrance.post("/session", &credentials);
    assert_eq!(status, 200, "{tokens:#}");
    let token = tokens["access_token"].as_str().expect("there is a token");
    let held = portal.anonymous().with_token(token);
    let wrong = passes(&portal, &held, "set-up-second-factor", "/profile/two-factor").await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));

    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-access".into(), token.to_owned());
    visitor.cookies.insert("__Host-language".into(), "en".into());
    for path in ["/desk", "/companies", "/profile/tokens", "/"] {
        let page = visitor.see(path).await.expect(200);
        assert_eq!(page.path, "/profile/two-factor", "from {path}");
        assert!(page.html().contains("Set that up before you go on."), "{}", page.html());
    }
}
