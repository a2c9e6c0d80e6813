//! The types of issue: feature requests and admin cases, and which of them a portal offers (A12, G15, G19).

use caseport_domain::transcript::Transcript;
use caseport_tests::records::PASSWORD;
use caseport_tests::search::{finds, found, word};
use caseport_tests::{Case, Newcomer, Opening, Portal};
use serde_json::{Value, json};

/// The numbers of the cases that somebody is listed at this address.
fn numbers(list: &Value) -> Vec<u64> {
    let cases = list["cases"].as_array().into_iter().flatten();
    cases.filter_map(|row| row["number"].as_u64()).collect()
}

/// A12, G15, G19: a feature is requested and a change of one's details asked for by cases like any other: listed by their
/// type to both sides, named in the sheet and on the page, sealed in the transcript.
#[tokio::test]
async fn a12_g15_g19_a_feature_is_requested_and_a_change_of_details_asked_for() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let form = api.get("/cases/new?case_type=admin").await.expect(200).json();
    assert_eq!(form["case_types"], json!(["incident", "request", "question", "feature-request", "admin"]));
    let other = Case::open(&api, "An incident beside them").await;
    for (case_type, named) in [("feature-request", "Functieverzoek"), ("admin", "Administratie")] {
        let opening = Opening::new(&api, "Of one of the new types").await.with("case_type", case_type);
        let case = Case::open_with(&api, &opening).await;
        assert_eq!(case.seen_by(&eva).await["case_type"], case_type);
        let own = api.get(&format!("/cases?case_type={case_type}")).await.expect(200).json();
        assert_eq!(numbers(&own), [case.number]);
        let desk = format!("/desk?company={}&case_type={case_type}", firm.company);
        assert_eq!(numbers(&eva.get(&desk).await.expect(200).json()), [case.number]);
        let sheet = api.get("/cases?as=csv").await.expect(200).text();
        let line = sheet.lines().find(|line| line.starts_with(&format!("\"{}\";", case.number)));
        assert!(line.is_some_and(|line| line.contains(&format!(";\"{named}\";"))), "{sheet}");
        let transcript = api.get(&case.path("transcript")).await.expect(200).text();
        assert!(transcript.contains(case_type), "{transcript}");
        let transcript: Transcript = serde_json::from_str(&transcript).expect("it is one");
        assert_eq!(transcript.verify(), Ok(()));
        case.done(&eva, "assignment", json!({})).await;
        case.done(&eva, "solution", json!({ "text": "It is done." })).await;
        assert_eq!(case.status(&api).await, "solution-proposed");
    }
    assert_eq!(numbers(&api.get("/cases?case_type=incident").await.expect(200).json()), [other.number]);
}

/// A12, G19: an admin case is about no product, and nobody is asked how much it matters: so say its page, both sides' lists,
/// the sheet, the search, the mail and the transcript. Every other case is about one.
#[tokio::test]
async fn a12_g19_an_admin_case_is_about_no_product() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let title = word("removal");
    let bare =
        |of: &str| json!({ "case_type": of, "title": title, "description": "We move on the first of May." });
    for case_type in ["incident", "request", "question", "feature-request"] {
        let flaws = api.post("/cases", bare(case_type)).await.flaws();
        assert_eq!(flaws.first().map(String::as_str), Some("/product required"), "{case_type}");
    }
    let form = api.get("/cases/new?case_type=admin").await.expect(200).json();
    assert_eq!(form["asks"], json!(["title", "description", "reference"]));

    let case = Case::open_with(&api, &Opening(bare("admin"))).await;
    for who in [&api, &eva] {
        let seen = case.seen_by(who).await;
        assert_eq!((&seen["product"], &seen["case_type"]), (&Value::Null, &json!("admin")));
        assert_eq!((&seen["impact"], &seen["urgency"]), (&json!("person"), &json!("low")));
    }
    let desk = format!("/desk?company={}", firm.company);
    for (who, list) in [(&api, "/cases?sort=oldest"), (&eva, &*desk)] {
        let row = who.get(list).await.expect(200).json()["cases"][0].clone();
        assert_eq!((&row["number"], &row["product"]), (&json!(case.number), &Value::Null), "{list}");
        assert_eq!(row["product_id"], Value::Null, "{list}");
    }
    let of_product = format!("/cases?product={}&case_type=admin", firm.product);
    assert_eq!(numbers(&api.get(&of_product).await.expect(200).json()), [0; 0]);
    let sheet = api.get("/cases?as=csv").await.expect(200).text();
    let line = sheet.lines().find(|line| line.starts_with(&format!("\"{}\";", case.number)));
    assert!(line.is_some_and(|line| line.contains("\"\";\"Administratie\";")), "{sheet}");
    finds(&api, &title, case).await;
    assert_eq!(found(&api, &title).await[0]["case"]["product"], Value::Null);
    let mail = portal.mail(case, &email, &title).await;
    assert!(!mail.text.contains("Product"), "{}", mail.text);
    let transcript = api.get(&case.path("transcript")).await.expect(200).text();
    let transcript: Transcript = serde_json::from_str(&transcript).expect("it is one");
    assert_eq!(transcript.verify(), Ok(()));
}

/// G15, G19: who only reads requests no features, and is offered none; they ask for a change of what is kept of them, add to
/// that, answer its solution and close it, and do nothing else there.
#[tokio::test]
async fn g15_g19_who_only_reads_asks_for_changes_and_no_features() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let incident = Case::open(&api, "Opened while one could").await;
    let mut contact = firm.contact_form(&admin).await;
    contact["level"] = "read-only".into();
    let _ = admin.post(&format!("/contacts/{}", firm.contact), contact).await.expect(200);
    let reader = portal.signed_in_with(&email, PASSWORD).await;

    let form = reader.get("/cases/new").await.expect(200).json();
    assert_eq!((&form["case_types"], &form["products"]), (&json!(["admin"]), &json!([])));
    let asked =
        |of: &str| json!({ "case_type": of, "title": "Somebody joins us", "description": "Ruth does." });
    for case_type in ["incident", "feature-request"] {
        reader.post("/cases", asked(case_type)).await.problem(403, "denied");
    }
    let mut followed = asked("admin");
    followed["observers"] = portal.account("customer").email.clone().into();
    reader.post("/cases", followed).await.problem(403, "denied");
    let mut pressing = asked("admin");
    (pressing["impact"], pressing["urgency"]) = ("everybody".into(), "high".into());
    let own = Case::open_with(&reader, &Opening(pressing)).await;
    let seen = own.seen_by(&reader).await;
    assert_eq!((&seen["impact"], &seen["urgency"]), (&json!("person"), &json!("low")), "they are not asked");
    own.done(&reader, "replies", json!({ "text": "On Monday." })).await;
    let colleague = json!({ "email": email });
    own.post(&reader, "observers", colleague).await.problem(403, "denied");
    own.done(&reader, "close", json!({})).await;
    let own = Case::open_with(&reader, &Opening(asked("admin"))).await;
    own.done(&eva, "assignment", json!({})).await;
    own.done(&eva, "solution", json!({ "text": "She can sign in." })).await;
    own.done(&reader, "decision", json!({ "decision": "approve" })).await;
    incident.post(&reader, "replies", json!({ "text": "Still so." })).await.problem(403, "denied");
    incident.post(&reader, "close", json!({})).await.problem(403, "denied");
    assert_eq!(numbers(&reader.get("/cases").await.expect(200).json()), [incident.number]);

    for (role, may_ask) in [("customer", true), ("colleague", true), ("engineer", false)] {
        let details = portal.signed_in(role).await.get("/profile").await.expect(200).json();
        assert_eq!(details["may_ask"], may_ask, "{role}");
        let mut visitor = portal.visitor();
        visitor.sign_in(role).await;
        let page = visitor.see("/profile").await.expect(200).html();
        assert_eq!(page.contains("href=\"/cases/new?case_type=admin\""), may_ask, "{role}");
    }
    let mut bram = portal.visitor();
    bram.sign_in("colleague").await;
    for path in ["/home", "/cases"] {
        let page = bram.see(path).await.expect(200).html();
        assert!(page.contains("href=\"/cases/new?case_type=admin\""), "{path}: {page}");
        assert!(!page.contains("href=\"/cases/new\""), "{path}: {page}");
    }
}

/// A12: what the deployment does not offer is not in the form, is refused beside its field, and is not asked for from one's
/// details; what it offers is opened as before.
#[tokio::test]
async fn a12_a_type_that_the_portal_does_not_offer_is_refused() {
    let portal = Portal::from_env();
    let few = ("CASE_TYPES", "question+incident");
    let open = portal.function_with("cases-open", few);
    let Newcomer { api, .. } = portal.newcomer().await;
    let opening = Opening::new(&api, "Of a type that is not offered").await;
    for case_type in ["feature-request", "admin", "request"] {
        let (status, problem) = open.post_as(&api, "/cases", &opening.clone().with("case_type", case_type).0);
        assert_eq!(status, 422, "{problem:#}");
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        assert_eq!(errors.len(), 1, "{problem:#}");
        let (pointer, code) = (&errors[0]["pointer"], &errors[0]["code"]);
        assert_eq!((pointer, code), (&json!("/case_type"), &json!("no-such-choice")));
    }
    assert_eq!(numbers(&api.get("/cases").await.expect(200).json()), [0; 0]);
    let (status, receipt) = open.post_as(&api, "/cases", &opening.0);
    assert_eq!(status, 201, "{receipt:#}");

    let reader = portal.colleague().await;
    let new = portal.function_with("cases-new", few);
    assert_eq!(new.get_as(&reader, "/cases/new").0, 403, "nothing is left to who only reads");
    let (status, form) = new.get_as(&api, "/cases/new");
    assert_eq!((status, &form["case_types"]), (200, &json!(["incident", "question"])), "{form:#}");
    let details = portal.function_with("profile-details", few);
    let (status, details) = details.get_as(&api, "/profile");
    assert_eq!((status, &details["may_ask"]), (200, &json!(false)), "{details:#}");
}
