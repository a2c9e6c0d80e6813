//! The page a contact begins on (E29–E34).

use caseport_tests::{Case, Portal, unique};
use serde_json::{Value, json};

/// E30, E31, E34: who one is, how the contracts stand, what they cover; what ends soon comes first and is marked.
#[tokio::test]
async fn e30_e31_e34_home_says_who_one_is_and_what_one_has() {
    let portal = Portal::from_env();
    let home = portal.customer().await.get("/home").await.expect(200).json();
    assert_eq!(home["contact"]["email"], "anna@acme.example");
    assert_eq!(
        (&home["contact"]["company"], &home["contact"]["level"]),
        (&json!("Acme Insurance"), &json!("read-write"))
    );
    let contracts = home["contracts"].as_array().expect("they are a list");
    let facts: Vec<(&Value, &Value)> =
        contracts.iter().map(|contract| (&contract["id"], &contract["state"])).collect();
    let expected = [("acme-reporting", "ending"), ("acme-voice", "running")]
        .map(|(id, state)| (json!(id), json!(state)));
    assert_eq!(facts, expected.iter().map(|(id, state)| (id, state)).collect::<Vec<_>>());
    let left = contracts[0]["days_left"].as_i64().unwrap_or_default();
    assert!((11..=14).contains(&left), "twelve days and today, in the zone of the contract: {left}");
    let products: Vec<&str> = home["products"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|product| product["name"].as_str())
        .collect();
    assert!(products.contains(&"Voxline Insight") && products.is_sorted(), "{products:?}");

    let mut visitor = portal.visitor();
    let page = visitor.sign_in("customer").await.expect(200);
    assert_eq!(page.path, "/home", "it is where one begins");
    assert!(page.html().contains("mark is-ending") && page.html().contains("href=\"/cases/new\""));
}

/// E4, E31: without a contract that runs it says so, and offers nothing that cannot be done.
#[tokio::test]
async fn e31_a_contract_that_has_ended_is_marked() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    let page = visitor.see("/sign-in").await;
    let fields = [
        ("email", "oliver@harbourline.example"),
        ("password", portal.password("oliver@harbourline.example")),
    ];
    let page = visitor.submit(&page, "/session", &fields).await.expect(200);
    let html = page.html();
    assert!(html.contains("mark is-ended") && html.contains("No support contract runs now"));
    assert!(!html.contains("href=\"/cases/new\""));
}

/// E33: what the company has is there; another company's is not.
#[tokio::test]
async fn e33_home_lists_what_the_company_has() {
    let portal = Portal::from_env();
    let home = portal.customer().await.get("/home").await.expect(200).json();
    assert!(home["hardware"].is_array() && home["licences"].is_array(), "{home:#}");
}

/// The newest five of the open cases, those that wait for the customer first; whose access includes none is shown none.
#[tokio::test]
async fn what_waits_for_the_customer_comes_first() {
    let portal = Portal::from_env();
    let (sophie, eva) = (portal.person("sophie@tilleuls.example").await, portal.engineer().await);
    let case = Case::open(&sophie, &unique("A question waits")).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Since when?" })).await;
    for n in 0..6 {
        Case::open(&sophie, &unique(&format!("Newer {n}"))).await;
    }
    let home = sophie.get("/home").await.expect(200).json();
    let cases = home["cases"].as_array().expect("they are a list").clone();
    assert_eq!(cases.len(), 5);
    assert_eq!(cases[0]["number"], case.number);
    let titles = cases[1..].iter().map(|case| case["title"].as_str().unwrap_or_default().to_owned());
    assert!(titles.into_iter().all(|title| title.starts_with("Newer")));

    let wendy = portal.person("wendy@acme.example").await;
    assert!(wendy.get("/home").await.expect(200).json()["cases"].is_null());
    portal.engineer().await.get("/home").await.problem(403, "denied");
}
