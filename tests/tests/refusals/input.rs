//! Bad input: told with the path of each field, in the language asked for.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Case, Newcomer, Opening, Portal};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use crate::all_they_see;

/// X6: a field that is none of the form's is refused by its name, whatever it would have set.
#[tokio::test]
async fn x6_extra_fields_are_refused_by_name() {
    let portal = Portal::from_env();
    let benoit = portal.person("benoit@tilleuls.example").await;
    let case = Case::open(&benoit, "Untouched by extra fields").await;
    let before = all_they_see(&benoit, case).await;
    let opening = Opening::new(&benoit, "With too much").await;
    let extra = ["reporter", "status", "number", "level", "role", "owner", "engineer", "pin", "opened_at"];
    for field in extra {
        let flaws = benoit.post("/cases", opening.clone().with(field, "acme").0).await.flaws();
        assert_eq!(flaws, [format!("/{field} no-such-field")]);
    }
    // This one is compared with whom they act for, and sets nothing.
    let flaws = benoit.post("/cases", opening.clone().with("company", "acme").0).await.flaws();
    assert_eq!(flaws, ["/company other-company"]);
    for (command, body) in [
        ("replies", json!({ "text": "a", "by": "eva" })),
        ("decision", json!({ "decision": "approve", "closes_at": "2020-01-01T00:00:00Z" })),
        ("close", json!({ "how": "by-engineer" })),
        ("keep-open", json!({ "until": "2099-01-01" })),
        ("observers", json!({ "email": benoit.email, "level": "read-write" })),
    ] {
        let flaws = case.post(&benoit, command, body).await.flaws();
        assert!(flaws.len() == 1 && flaws[0].ends_with(" no-such-field"), "{command}: {flaws:?}");
    }
    let upload = json!({ "name": "a", "size": 1, "sha256": "0".repeat(64), "owner": "anna" });
    assert_eq!(benoit.post("/uploads", upload).await.flaws(), ["/owner no-such-field"]);
    assert_eq!(all_they_see(&benoit, case).await, before, "nothing changed");
}

/// X17, X22, X23: what is too long, of the wrong type, empty or unprintable is told with its path.
#[tokio::test]
async fn x17_every_flaw_has_its_path() {
    let portal = Portal::from_env();
    let signe = portal.person("signe@norhaven.example").await;
    let case = Case::open(&signe, "Untouched by flaws").await;
    let before = all_they_see(&signe, case).await;
    let opening = Opening::new(&signe, "Flawed").await.0;
    let long = |length: usize| Value::from("x".repeat(length));
    let reply = case.path("replies");
    let observers = case.path("observers");
    let decision = case.path("decision");
    let many: Vec<String> = (0..21).map(|n| format!("u{n}")).collect();
    let digest = "0".repeat(64);
    let cases: &[(&str, &str, Value, &str)] = &[
        ("/cases", "title", long(201), "/title too-long"),
        ("/cases", "title", "a\r\nBcc: eve@evil.example".into(), "/title control-characters"),
        ("/cases", "title", "gpj\u{202e}.exe".into(), "/title control-characters"),
        ("/cases", "title", 5.into(), "/title wrong-type"),
        ("/cases", "title", json!({ "deep": 1 }), "/title wrong-type"),
        ("/cases", "description", long(20_001), "/description too-long"),
        ("/cases", "description", " \n\t ".into(), "/description required"),
        ("/cases", "description", "a\u{0}b".into(), "/description control-characters"),
        ("/cases", "reference", long(81), "/reference too-long"),
        ("/cases", "urgency", "HIGH".into(), "/urgency no-such-choice"),
        ("/cases", "observers", "nobody".into(), "/observers not-an-address"),
        ("/cases", "observers", "nobody@norhaven.example".into(), "/observers outside-later"),
        ("/cases", "attachments", json!(["never-begun"]), "/attachments/0 not-arrived"),
        ("/cases", "attachments", json!([1]), "/attachments/0 wrong-type"),
        ("/cases", "attachments", json!(many), "/attachments too-many"),
        (&reply, "text", "".into(), "/text required"),
        (&reply, "text", long(20_001), "/text too-long"),
        (&reply, "attachments", json!(["a", "b"]), "/attachments/0 not-arrived"),
        (&observers, "email", "".into(), "/email required"),
        (&observers, "email", "chloe@globex.example".into(), "/email no-such-colleague"),
        (&decision, "decision", "".into(), "/decision required"),
        (&decision, "decision", "maybe".into(), "/decision no-such-choice"),
        ("/uploads", "name", "..".into(), "/name required"),
        ("/uploads", "name", long(201), "/name too-long"),
        ("/uploads", "size", 0.into(), "/size bad-size"),
        ("/uploads", "size", (-1).into(), "/size wrong-type"),
        ("/uploads", "size", (6_u64 << 30).into(), "/size bad-size"),
        ("/uploads", "media_type", "a\r\nb".into(), "/media_type wrong-type"),
        ("/uploads", "sha256", "abc".into(), "/sha256 required"),
    ];
    for (path, field, value, expected) in cases {
        let mut body = match *path {
            "/cases" => opening.clone(),
            "/uploads" => json!({ "name": "a.txt", "size": 1, "sha256": digest }),
            path if path == reply => json!({ "text": "Still so." }),
            _ => json!({}),
        };
        body[*field] = value.clone();
        let flaws = signe.post(path, body).await.flaws();
        assert_eq!(flaws.first().map(String::as_str), Some(*expected), "{path} with {field} {value}");
    }
    assert_eq!(all_they_see(&signe, case).await, before, "nothing changed");
}

/// X22: bodies that are none, or too much.
#[tokio::test]
async fn x22_bodies_that_are_none_of_ours() {
    let portal = Portal::from_env();
    let joost = portal.person("joost@waterdrecht.example").await;
    let case = Case::open(&joost, "Untouched by odd bodies").await;
    let before = all_they_see(&joost, case).await;
    let json_type = Some("application/json");
    let large = format!("{{\"text\":\"{}\"}}", "x".repeat(600 << 10));
    let bodies: &[(Option<&str>, String, u16, &str)] = &[
        (Some("text/plain"), "{\"text\":\"a\"}".into(), 415, "media-type"),
        (Some("multipart/form-data; boundary=x"), "--x--".into(), 415, "media-type"),
        (Some("application/jsonp"), "{}".into(), 415, "media-type"),
        (None, "{\"text\":\"a\"}".into(), 415, "media-type"),
        (json_type, "{".into(), 400, "not-json"),
        (json_type, "{} {}".into(), 400, "not-json"),
        (json_type, "[".repeat(100_000), 400, "not-json"),
        (json_type, "{\"\u{fffd}".into(), 400, "not-json"),
        // What breaks off is no JSON, whatever it named before.
        (json_type, "{\"role\":\"admin\",\"text\":".into(), 400, "not-json"),
        (json_type, "{\"text\":5,}".into(), 400, "not-json"),
        (json_type, "[]".into(), 400, "not-json"),
        (json_type, "null".into(), 400, "not-json"),
        (json_type, large, 413, "too-large"),
    ];
    for (media_type, body, status, kind) in bodies {
        for path in [case.path("replies"), "/cases".to_owned()] {
            let request = joost.request(Method::POST, &path).body(body.clone());
            let request = match media_type {
                Some(media_type) => request.header(CONTENT_TYPE, *media_type),
                None => request,
            };
            let start: String = body.chars().take(20).collect();
            let reply = joost.send(request).await;
            assert_eq!(reply.status, *status, "{media_type:?} {start}: {}", reply.text());
            reply.problem(*status, kind);
        }
    }
    let key = joost.post_once(&case.path("replies"), &json!({ "text": "a" }), "short").await;
    assert_eq!(key.flaws(), ["/idempotency_key wrong-type"]);
    assert_eq!(all_they_see(&joost, case).await, before, "nothing changed");
}

/// X22: of many fields that are none, a hundred are told: no answer is much larger than what was sent.
#[tokio::test]
async fn x22_not_every_field_too_many_is_told() {
    let portal = Portal::from_env();
    let Newcomer { api, .. } = portal.newcomer().await;
    let fields: serde_json::Map<String, Value> = (0..9_000).map(|n| (format!("x{n}"), "1".into())).collect();
    let case = Case::open(&api, "Written to with many fields").await;
    for path in ["/drafts/new".to_owned(), format!("/drafts/reply-{}", case.number)] {
        let flaws = api.post(&path, Value::Object(fields.clone())).await.flaws();
        assert_eq!(flaws.len(), 100, "{path}");
        assert!(flaws.iter().all(|flaw| flaw.ends_with(" no-such-field")), "{path}: {}", flaws[0]);
    }
    for (path, body) in [
        (case.path("replies"), json!({ "text": "a", "attachments": vec!["x"; 20_000] })),
        (
            "/cases".to_owned(),
            json!({ "attachments": vec!["x"; 20_000], "observers": "a@b.example, ".repeat(9_000) }),
        ),
    ] {
        let told = api.post(&path, body).await.flaws();
        assert!(told.len() <= 100, "{path}: {}", told.len());
    }
}

/// X22: a text of nothing but links is shown, and an address of nothing but parameters answered.
#[tokio::test]
async fn x22_links_and_parameters_without_end() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Full of links").await;
    // Twenty thousand characters are the most that a text has.
    let links = 1_660;
    case.done(&api, "replies", json!({ "text": "http://a.be ".repeat(links) })).await;
    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&email, PASSWORD).await.expect(200);
    let page = lotte.see(&case.path("")).await.expect(200).html();
    assert!(page.matches("<a href=\"http://a.be\"").count() >= links);

    let parameters = "a=b&".repeat(2_000);
    let _ = api.get(&format!("/cases?{parameters}")).await.expect(200);
    let _ = api.get(&format!("/cases/search?{parameters}q=x")).await.expect(200);
}

/// E3: a refusal speaks the language asked for: the one chosen, else the person's own, else the browser's.
#[tokio::test]
async fn e3_refusals_speak_the_callers_language() {
    let portal = Portal::from_env();
    let (anna, chloe) = (portal.customer().await, portal.other_customer().await);
    let detail = |problem: Value| problem["errors"][0]["detail"].as_str().unwrap_or("?").to_owned();
    let refused = |reply: caseport_tests::Reply| detail(reply.problem(422, "flaws"));
    let own = refused(chloe.post("/cases", json!({})).await);
    assert!(own.contains("obligatoire"), "{own}");
    let chosen = refused(anna.post_in("nl", "/cases", json!({})).await);
    assert!(chosen.contains("verplicht"), "{chosen}");
    let request =
        portal.anonymous().request(Method::GET, "/cases").header("accept-language", "nl-BE,en;q=0.5");
    let browser = anna.send(request).await.problem(401, "signed-out");
    let english = portal.anonymous().get("/cases").await.problem(401, "signed-out");
    assert_ne!(browser["title"], english["title"]);
}
