//! Personal access tokens.

use caseport_tests::records::PASSWORD;
use caseport_tests::{EVERYBODY, Opening, Portal, Reply, unique};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::Client;

const SOPHIE: &str = "benoit@tilleuls.example";

async fn make(client: &Client, scope: &str) -> Value {
    client.api.makes_token(EVERYBODY, scope).await
}

async fn exchange(portal: &Portal, made: &Value) -> Reply {
    portal.anonymous().post("/session/token", json!({ "token": made["token"] })).await
}

async fn line(client: &Client, made: &Value) -> Option<Value> {
    let list = client.api.get("/profile/tokens").await.expect(200).json();
    list["tokens"].as_array()?.iter().find(|token| token["id"] == made["id"]).cloned()
}

/// A token is shown once, does what its scope says and nothing for its own good, and is over when it is revoked.
#[tokio::test]
async fn x12_a_token_does_what_its_scope_says() {
    let portal = Portal::from_env();
    let client = Client::new(&portal, SOPHIE, EVERYBODY).await;
    let opening = Opening::new(&client.api, "Opened by a program").await;
    let (reads, writes) = (make(&client, "read").await, make(&client, "write").await);
    let token = reads["token"].as_str().expect("it is shown");
    let list = client.api.get("/profile/tokens").await.expect(200).text();
    assert!(!list.contains(token.rsplit('.').next().expect("it has a secret")), "it is shown once");
    assert_eq!(line(&client, &reads).await.expect("it is listed")["last_used"], Value::Null);

    let reply = exchange(&portal, &reads).await.expect(200).json();
    assert_eq!((&reply["expires_in"], &reply["refresh_token"]), (&json!(900), &Value::Null));
    let reader = Client::of(&portal, &reply);
    let _ = reader.api.get("/cases").await.expect(200);
    reader.writes(&opening).await.problem(403, "denied");
    reader.api.post("/uploads", json!({ "name": "a.txt", "size": 1 })).await.problem(403, "denied");
    assert!(line(&client, &reads).await.expect("it is listed")["last_used"].is_string());

    let author = Client::of(&portal, &exchange(&portal, &writes).await.expect(200).json());
    let _ = author.writes(&opening).await.expect(201);
    for program in [&reader, &author] {
        for page in ["password", "two-factor", "sessions", "tokens"] {
            program.api.get(&format!("/profile/{page}")).await.problem(403, "denied");
        }
        let more = json!({ "name": "More", "scope": "write", "days": 365, "password": EVERYBODY });
        program.api.post("/profile/tokens", more).await.problem(403, "denied");
    }
    // By itself it is no access token.
    portal.anonymous().with_token(token).get("/cases").await.problem(401, "signed-out");

    let end = format!("/profile/tokens/{}/end", writes["id"].as_str().unwrap_or_default());
    portal.other_customer().await.post(&end, json!({})).await.problem(404, "not-found");
    let _ = client.api.post(&end, json!({})).await.expect(200);
    exchange(&portal, &writes).await.problem(401, "token");
    author.writes(&opening).await.problem(401, "signed-out");
    let client = client.renewed().await;
    assert_eq!(line(&client, &writes).await, None);
    client.api.post(&end, json!({})).await.problem(404, "not-found");
    let end = format!("/profile/tokens/{}/end", reads["id"].as_str().unwrap_or_default());
    let _ = client.api.post(&end, json!({})).await.expect(200);
}

#[tokio::test]
async fn a_tokens_fields_are_checked() {
    let portal = Portal::from_env();
    let client = Client::new(&portal, SOPHIE, EVERYBODY).await;
    for (body, flaws) in [
        (json!({}), vec!["/name required", "/scope required", "/days required", "/password required"]),
        (
            json!({ "name": "x", "scope": "admin", "days": 8, "password": EVERYBODY }),
            vec!["/scope no-such-choice", "/days no-such-choice"],
        ),
        (
            json!({ "name": "x".repeat(61), "scope": "read", "days": 7, "password": EVERYBODY }),
            vec!["/name too-long"],
        ),
        (
            json!({ "name": "x", "scope": "read", "days": -1, "password": EVERYBODY }),
            vec!["/days wrong-type"],
        ),
    ] {
        assert_eq!(client.api.post("/profile/tokens", body.clone()).await.flaws(), flaws, "{body}");
    }
}

/// X12: who found a session open makes no token of it: it takes the password, with a browser too. A guess at it is counted like
/// any other that is made in a session.
#[tokio::test]
async fn x12_a_token_takes_the_password() {
    const GUESS: &str = "a guess at it";
    let portal = Portal::alone();
    let email = portal.newcomer().await.email;
    let clock = portal.clock();
    clock.set_to_fresh_quarter();
    let api = portal.signed_in_with(&email, PASSWORD).await;
    let name = unique("Found open");
    let make = async |password: &str| {
        let body = json!({ "name": name, "scope": "write", "days": 365, "password": password });
        api.post("/profile/tokens", body).await
    };
    assert_eq!(make("").await.flaws(), ["/password required"]);
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let page = visitor.see("/profile/tokens").await.expect(200);
    let fields = [("name", &*name), ("scope", "write"), ("days", "365"), ("password", GUESS)];
    let again = visitor.submit(&page, "/profile/tokens", &fields).await.expect(422).html();
    assert!(again.contains(&name) && !again.contains(GUESS), "{again}");
    for _ in 1..10 {
        assert_eq!(make(GUESS).await.flaws(), ["/password wrong-password"]);
    }
    make(PASSWORD).await.problem(429, "throttled");
    let pin = api.post("/profile/pin", json!({ "password": PASSWORD })).await;
    pin.problem(429, "throttled");
    let list = api.get("/profile/tokens").await.expect(200).json();
    assert_eq!(list["tokens"], json!([]), "none was made");
}

/// X12: a token is good until its day and not longer; what is none is told like what has ended.
#[tokio::test]
async fn x12_a_token_ends() {
    let portal = Portal::alone();
    let client = Client::new(&portal, "wendy@acme.example", EVERYBODY).await;
    let made = make(&client, "read").await;
    let clock = portal.clock();
    clock.set(SignedDuration::from_hours(7 * 24 - 1));
    let _ = exchange(&portal, &made).await.expect(200);
    clock.set(SignedDuration::from_hours(7 * 24 + 1));
    let ended = exchange(&portal, &made).await.problem(401, "token");
    let token = made["token"].as_str().expect("it is shown");
    for other in
        ["cpat_wendy.none.x".to_owned(), format!("{token}x"), token.replace("wendy", "anna"), "x".into()]
    {
        let mut problem = exchange(&portal, &json!({ "token": other })).await.problem(401, "token");
        problem["request_id"] = ended["request_id"].clone();
        assert_eq!(problem, ended, "{other}");
    }
}
