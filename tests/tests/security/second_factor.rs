//! Signing in with a second factor.

use caseport_domain::second_factor::Secret;
use caseport_tests::records::PASSWORD;
use caseport_tests::{Case, Clock, EVERYBODY, Portal, unique};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{Client, sign_in};

const MAARTEN: &str = "maarten@caseport.example";

/// The code that an app shows now. Moves the clock to the next one, so that the same is not asked for twice.
fn next_code(clock: &Clock, secret: &Secret) -> String {
    clock.set_to(clock.now() + SignedDuration::from_secs(30));
    secret.code(clock.now())
}

async fn half(portal: &Portal) -> String {
    let problem = sign_in(portal, MAARTEN, EVERYBODY).await.problem(401, "code-required");
    problem["half"].as_str().expect("it goes with the code").to_owned()
}

/// X13: set up with password and an app's code, asked for after the password; each code is good once, and so is a recovery code; five
/// guesses, and no more in a quarter of an hour. It is not set up twice. Switched off with password and code.
#[tokio::test]
async fn x13_a_second_factor_is_asked_for_after_the_password() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let client = Client::new(&portal, MAARTEN, EVERYBODY).await;
    let offered = client.api.get("/profile/two-factor").await.expect(200).json();
    assert_eq!(offered["since"], Value::Null);
    let secret = offered["secret"].as_str().expect("it offers a secret").to_owned();
    assert!(
        offered["uri"]
            .as_str()
            .is_some_and(|uri| uri.starts_with("otpauth://totp/") && uri.contains(&secret))
    );
    let other = client.api.get("/profile/two-factor").await.expect(200).json();
    assert_ne!(other["secret"], offered["secret"], "each is offered once");
    let app = Secret::try_from(secret.clone()).expect("it is a secret");

    let set_up = |password: &str, code: &str| json!({ "password": password, "secret": secret, "code": code });
    let switch_on = async |body: Value| client.api.post("/profile/two-factor", body).await;
    assert_eq!(switch_on(set_up(EVERYBODY, "000000")).await.flaws(), ["/code wrong-code"]);
    // Who found the session open shuts nobody out with an app of their own.
    let first = next_code(&clock, &app);
    assert_eq!(switch_on(set_up("", &first)).await.flaws(), ["/password required"]);
    assert_eq!(switch_on(set_up("not it", &first)).await.flaws(), ["/password wrong-password"]);
    let _ = sign_in(&portal, MAARTEN, EVERYBODY).await.expect(200);
    let set_up = switch_on(set_up(EVERYBODY, &first)).await.expect(200).json();
    let recovery: Vec<&str> =
        set_up["recovery_codes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(recovery.len(), 10);

    let code = |half: &str, code: &str| json!({ "half": half, "code": code });
    let enter = async |body: Value| portal.anonymous().post("/session/code", body).await;
    let half_way = half(&portal).await;
    portal.anonymous().with_token(&half_way).get("/desk").await.problem(401, "signed-out");
    enter(code(&half_way, &first)).await.problem(401, "code");
    let second = next_code(&clock, &app);
    let _ = enter(code(&half_way, &second)).await.expect(200);
    enter(code(&half_way, &second)).await.problem(401, "code");
    let by_recovery = enter(code(&half_way, &recovery[3].to_uppercase())).await.expect(200).json();
    enter(code(&half_way, recovery[3])).await.problem(401, "code");
    let client = Client::of(&portal, &by_recovery);
    let page = client.api.get("/profile/two-factor").await.expect(200).json();
    assert_eq!((&page["recovery_codes_left"], &page["secret"]), (&json!(9), &Value::Null));
    assert!(!page.to_string().contains(recovery[0]), "they are shown once");
    let again = json!({ "password": EVERYBODY, "secret": secret, "code": "000000" });
    let problem = client.api.post("/profile/two-factor", again).await.problem(409, "second-factor-on");
    assert_eq!(problem["title"], "Inloggen in twee stappen staat al aan");

    // Three were wrong above.
    for _ in 0..2 {
        enter(code(&half_way, "000000")).await.problem(401, "code");
    }
    enter(code(&half_way, &next_code(&clock, &app))).await.problem(429, "throttled");
    clock.set_to_fresh_quarter();
    enter(code(&half_way, &next_code(&clock, &app))).await.problem(401, "signed-out");

    let third = next_code(&clock, &app);
    let signed_in = enter(code(&half(&portal).await, &third)).await.expect(200).json();
    let client = Client::of(&portal, &signed_in);
    let off = |password: &str, code: &str| json!({ "password": password, "code": code });
    let switch_off = async |body: Value| client.api.post("/profile/two-factor/off", body).await;
    let fourth = next_code(&clock, &app);
    assert_eq!(switch_off(off("not it", &fourth)).await.flaws(), ["/password wrong-password"]);
    assert_eq!(switch_off(off(EVERYBODY, &third)).await.flaws(), ["/code wrong-code"]);
    let _ = switch_off(off(EVERYBODY, &fourth)).await.expect(200);
    let _ = sign_in(&portal, MAARTEN, EVERYBODY).await.expect(200);
}

/// Where a deployment requires it of its engineers, who has a password only sets up a second factor and does nothing
/// else, however often their token is renewed; contacts are not asked for one.
#[tokio::test]
async fn engineers_set_up_a_second_factor_where_it_is_required() {
    let portal = Portal::alone();
    let required = |route: &str| portal.function_with(route, ("STAFF_SECOND_FACTOR", "required"));
    let (entrance, renewal) = (required("accounts-sign-in"), required("accounts-refresh"));
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let enter = |email: &str, password: &str| {
        entrance.post("/session", &json!({ "email": email, "password": password }))
    };
    let customer = portal.account("customer");
    let (status, tokens) = enter(&customer.email, &customer.password);
    assert_eq!(status, 200, "{tokens:#}");
    let _ = Client::of(&portal, &tokens).api.get("/cases").await.expect(200);

    let (status, tokens) = enter(MAARTEN, EVERYBODY);
    assert_eq!(status, 200, "{tokens:#}");
    let refresh = json!({ "refresh_token": tokens["refresh_token"] });
    let (status, renewed) = renewal.post("/session/refresh", &refresh);
    assert_eq!(status, 200, "{renewed:#}");
    for tokens in [&tokens, &renewed] {
        let held = Client::of(&portal, tokens).api;
        for path in ["/desk", "/companies", "/profile/password", "/profile/tokens"] {
            held.get(path).await.problem(403, "set-up-second-factor");
        }
        held.post("/profile/tokens", json!({})).await.problem(403, "set-up-second-factor");
    }

    let held = Client::of(&portal, &renewed).api;
    let offered = held.get("/profile/two-factor").await.expect(200).json();
    let secret = offered["secret"].as_str().expect("it offers a secret").to_owned();
    let app = Secret::try_from(secret.clone()).expect("it is a secret");
    let set_up = json!({ "password": EVERYBODY, "secret": secret, "code": next_code(&clock, &app) });
    let _ = held.post("/profile/two-factor", set_up).await.expect(200);
    let (status, problem) = enter(MAARTEN, EVERYBODY);
    assert_eq!(status, 401, "{problem:#}");
    let code = json!({ "half": problem["half"], "code": next_code(&clock, &app) });
    let entered = portal.anonymous().post("/session/code", code).await.expect(200).json();
    let client = Client::of(&portal, &entered);
    let _ = client.api.get("/desk").await.expect(200);

    let off = json!({ "password": EVERYBODY, "code": next_code(&clock, &app) });
    let _ = client.api.post("/profile/two-factor/off", off).await.expect(200);
}

/// No loss of typed text when a session ends: it goes along with the password, with a wrong code and with the right one, and is
/// sent by one click then.
#[tokio::test]
async fn what_was_typed_is_kept_through_the_second_step() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let lotte = portal.newcomer().await;
    let case = Case::open(&lotte.api, "Written to for half a day").await;
    let offered = lotte.api.get("/profile/two-factor").await.expect(200).json();
    let secret = offered["secret"].as_str().expect("it offers a secret").to_owned();
    let app = Secret::try_from(secret.clone()).expect("it is a secret");
    let set_up = json!({ "password": PASSWORD, "secret": secret, "code": next_code(&clock, &app) });
    let _ = lotte.api.post("/profile/two-factor", set_up).await.expect(200);
    let mut visitor = portal.visitor();
    let asked = visitor.sign_in_as(&lotte.email, PASSWORD).await.expect(200);
    let code = next_code(&clock, &app);
    let _ = visitor.submit(&asked, "/session/code", &[("code", &code)]).await.expect(200);
    let page = visitor.see(&case.path("")).await.expect(200);

    // A session lasts twelve hours.
    clock.set_to(clock.now() + SignedDuration::from_hours(13));
    let (replies, text) = (case.path("replies"), unique("A long text, with “quotes” & <angles>"));
    let ended = visitor.submit(&page, &replies, &[("text", &text)]).await.expect(401);
    let credentials = [("email", lotte.email.as_str()), ("password", PASSWORD)];
    let asked = visitor.submit(&ended, "/session", &credentials).await.expect(200);
    let again = visitor.submit(&asked, "/session/code", &[("code", "000000")]).await.expect(401);
    let code = next_code(&clock, &app);
    let kept = visitor.submit(&again, "/session/code", &[("code", &code)]).await.expect(200);
    assert!(kept.html().contains("<dl class=\"typed\">"), "{}", kept.html());
    assert_eq!(kept.hidden(&replies, "text"), Some(text.clone()));
    let eva = portal.engineer().await;
    assert_eq!(case.events(&eva).await, ["opened"], "nothing is sent unasked");
    assert_eq!(visitor.submit(&kept, &replies, &[]).await.expect(200).path, case.path("?done=replied"));
    let seen = case.seen_by(&eva).await;
    assert_eq!(
        (seen["events"].as_array().map(Vec::len), &seen["events"][1]["text"]),
        (Some(2), &json!(text))
    );
}

/// X12, X15: what says that the password was right says nothing else, and not for long; forged, it says nothing.
#[tokio::test]
async fn x12_a_forged_half_is_nobodys() {
    let portal = Portal::from_env();
    let access = portal.customer().await.token().to_owned();
    for half in ["", "x", &access] {
        let body = json!({ "half": half, "code": "123456" });
        let reply = portal.anonymous().post("/session/code", body).await;
        let (status, kind) = if half.is_empty() { (422, "flaws") } else { (401, "signed-out") };
        reply.problem(status, kind);
    }
}
