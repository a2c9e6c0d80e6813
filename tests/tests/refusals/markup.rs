//! X1, X2: what people typed is text wherever it is shown: to customers, at the desk, among the records, in what is taken away.

use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Case, Newcomer, Opening, Portal, Visitor};
use serde_json::{Value, json};

/// What a browser would carry out, were it taken for markup.
const HARMFUL: &str =
    "\"><svg onload=alert(1)><button formaction=javascript:alert(1)>x</button><img src=x onerror=alert(1)>";
/// The same, short enough for every field.
const SHORT: &str = "'\"><img src=x onerror=alert(1)>";

/// Whether a page shows what was typed, as text and nothing else.
async fn is_text(visitor: &mut Visitor, path: &str) {
    let page = visitor.see(path).await.expect(200).html();
    has_text(path, &page);
}

/// Whether what was typed stands on this page, as text and nothing else.
fn has_text(path: &str, page: &str) {
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
        case.path("?tab=mails"),
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
        case.path("?tab=mails"),
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

/// A form whose every text is what a browser would carry out, for cases of this product.
fn harmful_form(id: &str, product: &str) -> Value {
    let said = json!({ "en": SHORT, "nl": SHORT, "fr": SHORT });
    json!({
        "id": id, "name": said, "lead": said, "products": [product],
        "standard": { "description": { "label": said, "help": said } },
        "fields": [
            { "key": "place", "kind": "choice", "required": true, "label": said, "help": said,
              "choices": [{ "code": "here", "label": said }] },
            { "key": "name", "kind": "line", "label": said },
        ],
    })
}

/// X1, X2: so are the texts of forms, in every language, and what is wrong with an answer, which names the question; the name of a
/// product; and what was begun to be written.
#[tokio::test]
async fn x1_x2_what_a_form_says_is_text_too() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (product, asked) = (unique("harmful"), unique("form"));
    // Other tests take the first product for theirs.
    let named = json!({ "id": product, "name": format!("Zither {SHORT}") });
    let _ = admin.post("/products", named).await.expect(201);
    let _ = firm.change(&admin, "contracts/k-1", "products", json!([product])).await.expect(200);
    let _ = admin.post("/forms", harmful_form(&asked, &product)).await.expect(201);

    let api = firm.registered(&admin).await;
    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&firm.address(&admin).await, PASSWORD).await.expect(200);
    for language in ["en", "nl", "fr"] {
        lotte.cookies.insert("__Host-language".into(), language.into());
        let path = format!("/cases/new?product={product}&case_type=question");
        let page = lotte.see(&path).await.expect(200);
        has_text(&path, &page.html());
        let fields = [("product", product.as_str()), ("case_type", "question"), ("description", "")];
        let again = lotte.submit(&page, "/cases", &fields).await.expect(422).html();
        assert!(again.contains("id=\"new-description-flaw\""), "{again}");
        has_text("what is wrong with it", &again);
    }

    let opening = Opening::new(&api, "Asked by a harmful form").await.with("product", product.as_str());
    let opening = opening.with("answers", json!({ "place": "here", "name": HARMFUL }));
    let case = Case::open_with(&api, &opening).await;
    let _ = api.post("/drafts/new", json!({ "draft": 0, "title": HARMFUL })).await.expect(200);
    for path in [case.path(""), "/cases/filter".to_owned(), "/drafts".to_owned()] {
        is_text(&mut lotte, &path).await;
    }
    let mut desk = portal.visitor();
    let _ = desk.sign_in("administrator").await.expect(200);
    for path in [case.path(""), format!("/forms/{asked}"), "/forms".to_owned(), "/products".to_owned()] {
        is_text(&mut desk, &path).await;
    }
}
