//! X1, X2: what people typed is text wherever it is shown: to customers, at the desk, among the records, in what is taken away.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Case, Newcomer, Opening, Portal, Visitor};
use serde_json::json;

/// What a browser would carry out, were it taken for markup.
const HARMFUL: &str =
    "\"><svg onload=alert(1)><button formaction=javascript:alert(1)>x</button><img src=x onerror=alert(1)>";
/// The same, short enough for every field.
const SHORT: &str = "'\"><img src=x onerror=alert(1)>";

/// Whether a page shows what was typed, as text and nothing else.
async fn is_text(visitor: &mut Visitor, path: &str) {
    let page = visitor.see(path).await.expect(200).html();
    for tag in ["<svg onload", "<button formaction=javascript", "<img src=x"] {
        assert!(!page.contains(tag), "{path} has {tag}");
    }
    assert!(page.contains("onerror=alert(1)"), "{path} does not show it at all");
}

/// A company, a contact, a case and its texts and files are called what a browser would carry out.
#[tokio::test]
async fn x1_x2_what_was_typed_is_text_to_everybody() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let Newcomer { firm, email, .. } = portal.newcomer().await;
    let _ = firm.change(&admin, "companies", "name", SHORT).await.expect(200);
    let mut contact = firm.contact_form(&admin).await;
    contact["name"] = SHORT.into();
    let _ = admin.post(&format!("/contacts/{}", firm.contact), contact).await.expect(200);

    let api = portal.signed_in_with(&email, PASSWORD).await;
    let upload = api.upload("<img src=x onerror=alert(1)>.log", b"07:12").await;
    let opening = Opening::new(&api, HARMFUL).await;
    let opening =
        opening.with("reference", SHORT).with("description", HARMFUL).with("attachments", vec![upload]);
    let case = Case::open_with(&api, &opening).await;
    case.done(&api, "replies", json!({ "text": HARMFUL })).await;
    case.done(&eva, "notes", json!({ "audience": "journal", "text": HARMFUL })).await;

    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&email, PASSWORD).await.expect(200);
    for path in [
        "/cases?show=all".to_owned(),
        case.path(""),
        case.path("?tab=journal"),
        "/home".to_owned(),
        "/profile".to_owned(),
    ] {
        is_text(&mut lotte, &path).await;
    }
    let mut desk = portal.visitor();
    let _ = desk.sign_in("administrator").await.expect(200);
    for path in [
        "/desk?sort=recent".to_owned(),
        case.path(""),
        case.path("?tab=journal"),
        format!("/companies/{}", firm.company),
        format!("/contacts/{}", firm.contact),
    ] {
        is_text(&mut desk, &path).await;
    }
    let transcript = api.get(&case.path("transcript")).await.expect(200);
    assert!(transcript.header("content-disposition").starts_with("attachment;"));
    let json = api.get(&case.path("")).await.expect(200);
    for reply in [&transcript, &json] {
        assert_eq!(reply.header("content-type"), "application/json");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
    }
}
