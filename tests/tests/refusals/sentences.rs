//! What a refusal says: each kind its own sentence, in each language, and what a client needs to put it right.

use std::collections::BTreeSet;

use caseport_tests::{Api, Case, Portal, Reply};
use reqwest::Method;
use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE};
use serde_json::{Value, json};

const LANGUAGES: [&str; 3] = ["en", "nl", "fr"];

/// A request of each kind that is refused, with its status and kind.
async fn refused(api: &Api, case: Case, language: &str) -> Vec<(u16, &'static str, Reply)> {
    let speaking = |request: reqwest::RequestBuilder| {
        request.header(COOKIE, format!("__Host-language={language}")).header(ACCEPT_LANGUAGE, language)
    };
    let get = |path: &str| api.send(speaking(api.request(Method::GET, path)));
    let post = |media_type: &str, body: Value| {
        let request = api.request(Method::POST, &case.path("replies")).header(CONTENT_TYPE, media_type);
        api.send(speaking(request.body(body.to_string())))
    };
    let key = format!("reused-in-{language}-{}", case.number);
    let _ = api.post_once(&case.path("replies"), &json!({ "text": "a" }), &key).await.expect(200);
    let again = api.request(Method::POST, &case.path("replies")).header("idempotency-key", &key);
    let anonymous = api.portal().anonymous();
    let elsewhere = anonymous.request(Method::POST, &case.path("replies")).form(&[("text", "a")]);
    let wrong = json!({ "email": format!("nobody-{}@acme.example", case.number), "password": "wrong" });
    vec![
        (409, "key-reused", api.send(speaking(again.json(&json!({ "text": "b" })))).await),
        (400, "cursor", get("/cases?after=forged").await),
        (404, "not-found", get("/cases/1").await),
        (413, "too-large", post("application/json", json!({ "text": "x".repeat(600 << 10) })).await),
        (415, "media-type", post("text/plain", json!({})).await),
        (400, "not-json", post("application/json", json!([])).await),
        (422, "flaws", post("application/json", json!({})).await),
        (403, "foreign", anonymous.send(speaking(elsewhere)).await),
        (
            401,
            "credentials",
            anonymous.send(speaking(anonymous.request(Method::POST, "/session").json(&wrong))).await,
        ),
        (401, "signed-out", anonymous.send(speaking(anonymous.request(Method::GET, "/cases"))).await),
    ]
}

#[tokio::test]
async fn e3_each_kind_of_refusal_has_a_sentence_of_its_own_in_each_language() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let case = Case::open(&anna, "Refused in three languages").await;
    let mut sentences = BTreeSet::new();
    for language in LANGUAGES {
        for (status, kind, reply) in refused(&anna, case, language).await {
            let problem = reply.problem(status, kind);
            let detail = problem["detail"].as_str().expect("it says so").to_owned();
            assert!(detail.ends_with('.') && detail.len() > 30, "{kind} in {language}: {detail}");
            assert!(
                sentences.insert(detail.clone()),
                "{kind} in {language} says what another does: {detail}"
            );
            match kind {
                "media-type" => {
                    let accepted = "application/json, application/x-www-form-urlencoded";
                    assert_eq!(reply.header("accept-post"), accepted);
                    assert!(accepted.split(", ").all(|media_type| detail.contains(media_type)), "{detail}");
                }
                "too-large" => assert!(detail.contains("512"), "the limit is named: {detail}"),
                "flaws" => assert!(detail.contains("errors"), "where to look is named: {detail}"),
                _ => {}
            }
        }
    }
    assert_eq!(sentences.len(), 30);
}

/// A program that names a field that is none is told those there are.
#[tokio::test]
async fn x6_the_fields_there_are_are_told() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let case = Case::open(&anna, "With a field too many").await;
    for (path, field, expected) in [
        (case.path("replies"), "by", json!(["text", "attachments", "draft"])),
        (case.path("decision"), "status", json!(["decision", "reason", "solution", "draft"])),
        (case.path("keep-open"), "until", json!(["solution"])),
    ] {
        let problem = anna.post(&path, json!({ field: "x" })).await.problem(422, "flaws");
        assert_eq!(problem["errors"][0]["pointer"], format!("/{field}"), "{path}");
        assert_eq!(problem["errors"][0]["accepted"], expected, "{path}");
    }
}

/// A page says it too: the sentence of its kind and not that of its status.
#[tokio::test]
async fn a_page_says_what_kind_of_refusal_it_is() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await;
    visitor.cookies.insert("__Host-language".into(), "en".into());
    let page = visitor.see("/cases?after=forged").await;
    assert!(page.html().contains("The list cannot go on from there"), "{}", page.html());
}
