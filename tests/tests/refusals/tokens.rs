//! X12: tokens that are not genuine, or not good any more.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use caseport_tests::Portal;
use ed25519_dalek::{Signer, SigningKey};
use jiff::SignedDuration;
use serde_json::{Value, json};

fn part(token: &str, place: usize) -> Value {
    let part = token.split('.').nth(place).expect("a token has three parts");
    serde_json::from_slice(&BASE64.decode(part).expect("it is base64")).expect("it is JSON")
}

fn join(header: &Value, payload: &Value) -> String {
    format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(payload.to_string()))
}

/// A token signed with a key of our own.
fn signed(header: &Value, payload: &Value) -> String {
    let text = join(header, payload);
    let signature = SigningKey::from_bytes(&[7; 32]).sign(text.as_bytes());
    format!("{text}.{}", BASE64.encode(signature.to_bytes()))
}

#[tokio::test]
async fn x12_forged_tokens_are_nobodys() {
    let portal = Portal::from_env();
    let chloe = portal.other_customer().await;
    let genuine = chloe.token().to_owned();
    let (header, payload) = (part(&genuine, 0), part(&genuine, 1));
    assert_eq!((header["alg"].as_str(), header["typ"].as_str()), (Some("EdDSA"), Some("JWT")));
    let signature = genuine.rsplit('.').next().expect("a token has a signature");

    let mut elsewhere = payload.clone();
    elsewhere["actor"]["Contact"]["company"] = "acme".into();
    let mut longer = payload.clone();
    longer["exp"] = 4_000_000_000_u64.into();
    let mut other_kid = header.clone();
    other_kid["kid"] = "other".into();
    let forged = [
        format!("{}.", join(&json!({ "alg": "none", "kid": header["kid"] }), &payload)),
        format!("{}.{signature}", join(&json!({ "alg": "none", "kid": header["kid"] }), &payload)),
        signed(&header, &payload),
        signed(&json!({ "alg": "EdDSA" }), &payload),
        signed(&json!({ "alg": "HS256", "kid": header["kid"] }), &payload),
        signed(&other_kid, &payload),
        format!("{}.{signature}", join(&other_kid, &payload)),
        format!("{}.{signature}", join(&header, &elsewhere)),
        format!("{}.{signature}", join(&header, &longer)),
        genuine[..genuine.len() - 4].to_owned(),
        genuine.replace('.', ""),
        "x".repeat(5000),
    ];
    for token in forged {
        let reply = chloe.with_token(&token).get("/cases").await;
        reply.problem(401, "signed-out");
        assert_eq!(reply.header("www-authenticate"), "Bearer");
        let mut visitor = portal.visitor();
        visitor.cookies.insert("__Host-access".into(), token);
        assert_eq!(visitor.see("/cases").await.path, "/sign-in?to=%2Fcases");
    }
    let _ = chloe.get("/cases").await.expect(200);
}

/// A token that has run out, though genuine, opens nothing.
#[tokio::test]
async fn x12_an_expired_token_is_nobodys() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.set(SignedDuration::from_hours(-1));
    let old = portal.customer().await;
    let _ = old.get("/cases").await.expect(200);
    drop(clock);
    old.get("/cases").await.problem(401, "signed-out");
    old.post("/cases", json!({})).await.problem(401, "signed-out");
}

/// X9: sign-in does not tell who is registered, and what is wrong with the credentials.
#[tokio::test]
async fn x9_sign_in_does_not_tell_who_is_registered() {
    let portal = Portal::from_env();
    let mikkel = "mikkel@norhaven.example";
    let mut answers = Vec::new();
    for (email, password) in [(mikkel, "wrong"), ("nobody@norhaven.example", "wrong"), ("", ""), (mikkel, "")]
    {
        let credentials = json!({ "email": email, "password": password });
        let mut problem = portal.anonymous().post("/session", credentials).await.problem(401, "credentials");
        problem["request_id"] = Value::Null;
        answers.push(problem);
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
}
