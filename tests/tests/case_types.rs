//! The types of issue: feature requests and admin cases, and which of them a portal offers (A12, G15, G19).

use caseport_domain::transcript::Transcript;
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

/// G15, G19: who may read cases only requests no features and asks for no change of details, and is offered neither.
#[tokio::test]
async fn g15_g19_who_only_reads_asks_for_neither() {
    let portal = Portal::from_env();
    let (anna, bram) = (portal.customer().await, portal.colleague().await);
    for case_type in ["feature-request", "admin"] {
        let opening = Opening::new(&anna, "Not theirs to ask for").await.with("case_type", case_type);
        bram.post("/cases", opening.0).await.problem(403, "denied");
    }
    let listed = bram.get("/cases").await.expect(200).text();
    assert!(!listed.contains("Not theirs to ask for"), "{listed}");
    for (role, may_ask) in [("customer", true), ("colleague", false), ("engineer", false)] {
        let details = portal.signed_in(role).await.get("/profile").await.expect(200).json();
        assert_eq!(details["may_ask"], may_ask, "{role}");
        let mut visitor = portal.visitor();
        visitor.sign_in(role).await;
        let page = visitor.see("/profile").await.expect(200).html();
        assert_eq!(page.contains("href=\"/cases/new?case_type=admin\""), may_ask, "{role}");
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

    let new = portal.function_with("cases-new", few);
    let (status, form) = new.get_as(&api, "/cases/new");
    assert_eq!((status, &form["case_types"]), (200, &json!(["incident", "question"])), "{form:#}");
    let details = portal.function_with("profile-details", few);
    let (status, details) = details.get_as(&api, "/profile");
    assert_eq!((status, &details["may_ask"]), (200, &json!(false)), "{details:#}");
}
