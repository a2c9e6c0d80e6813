//! What functions log: what they were asked for and how they answered, and nothing of people or of what these write.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Case, Newcomer, Opening, Portal, unique};
use reqwest::Method;
use serde_json::json;

/// What a token, a link or a signed address is worth having for: it comes last in each of them.
fn secret(text: &str) -> String {
    text.rsplit(['.', '=']).next().expect("a text has an end").to_owned()
}

/// The signature of a presigned URL.
fn signature(url: &str) -> String {
    let (_, rest) = url.split_once("X-Amz-Signature=").unwrap_or_else(|| panic!("{url} is not signed"));
    rest.split('&').next().unwrap_or_default().to_owned()
}

/// A case with its mails, its file and what people sign in with leaves no address, no token, no body and no presigned URL in any
/// log; nor has anything else that happened since the portal was started left an address or such a URL.
#[tokio::test]
async fn logs_have_no_address_no_token_no_body_and_no_presigned_url() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let (eva, nobody) = (portal.engineer().await, portal.anonymous());
    let [title, question, answer, refused, password] =
        ["Its title", "Its question", "Its answer", "Not JSON", "No password"].map(unique);

    let bytes = b"07:12 it is quiet";
    let begun = api.begin_upload("quiet.log", bytes).await;
    assert!(api.put(&begun["put"], bytes).await.status.is_success());
    let id = begun["id"].as_str().expect("an upload has an id");
    let _ = api.post(&format!("/uploads/{id}/complete"), json!({})).await.expect(200);
    let opening = Opening::new(&api, &title).await.with("attachments", vec![id]);
    let case = Case::open_with(&api, &opening).await;
    let _ = case.inspected(&api).await;
    let led = api.get(&case.path(&format!("attachments/{id}"))).await.expect(303);

    case.done(&eva, "assignment", json!({})).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": question })).await;
    case.done(&api, "replies", json!({ "text": answer })).await;
    let broken = api.request(Method::POST, &case.path("replies")).header("content-type", "application/json");
    assert!(api.send(broken.body(format!("{{\"text\": \"{refused}"))).await.status.is_client_error());
    let wrong = json!({ "email": email, "password": password });
    nobody.post("/session", wrong).await.problem(401, "credentials");

    let made = api.makes_token(PASSWORD, "read").await;
    let exchange = json!({ "token": made["token"] });
    let program = nobody.post("/session/token", exchange).await.expect(200).json();
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let link = portal.letter(&email, "/password/new?link=").await.link(&portal, "/password/new");
    let _ = visitor.see(&link).await;
    portal.mail(case, &email, &question).await;
    portal.mail(case, &eva.email, &answer).await;

    let mut secrets = vec![
        secret(api.token()),
        secret(api.refresh_token()),
        secret(made["token"].as_str().expect("it is shown")),
        secret(program["access_token"].as_str().expect("there is a token")),
        secret(&link),
        signature(begun["put"]["url"].as_str().expect("a file is sent somewhere")),
        signature(led.header("location")),
        PASSWORD.to_owned(),
    ];
    for cookie in ["__Host-access", "__Host-refresh", "__Host-csrf", "__Host-browser"] {
        secrets.push(secret(&visitor.cookies[cookie]));
    }
    let logs = portal.logs(case).await;
    let everywhere = ["@", "X-Amz-Signature", &title, &question, &answer, &refused, &password];
    for text in secrets.iter().map(String::as_str).chain(everywhere) {
        let logged = logs.lines().find(|line| line.contains(text));
        assert_eq!(logged, None, "“{text}” is logged");
    }
}
