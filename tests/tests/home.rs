//! The page a contact begins on: who they are, their contracts, and what they have (E30, E31, E33, E34). News (E29) and posts
//! (E32) are not on it yet.

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Api, Case, Newcomer, Portal, unique};
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

/// G17, G20: who was put on record without all that is required is told so where they begin, and led to where they say it.
#[tokio::test]
async fn g17_g20_home_says_what_is_yet_to_be_filled_in() {
    let portal = Portal::from_env();
    let Newcomer { api, email, .. } = portal.newcomer().await;
    let incomplete = async |api: &Api| api.get("/home").await.expect(200).json()["incomplete"].clone();
    assert_eq!(incomplete(&api).await, json!(["country"]));
    let mut visitor = portal.visitor();
    let page = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let html = page.html();
    assert!(
        html.contains("data-incomplete") && html.contains("<a href=\"/profile\">Vul uw gegevens aan"),
        "{html}"
    );

    let mut details = api.get("/profile").await.expect(200).json()["details"].clone();
    details["country"] = "BE".into();
    let _ = api.post("/profile", details).await.expect(200);
    let api = api.renewed().await;
    assert_eq!(incomplete(&api).await, json!([]));
    assert!(!visitor.see("/home").await.expect(200).html().contains("data-incomplete"));
    assert_eq!(incomplete(&portal.customer().await).await, json!([]));
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

/// E33, E34: the company's hardware by its serial number and its products by their quantity, in JSON and on the page; another
/// company's are on neither.
#[tokio::test]
async fn e33_e34_home_lists_what_the_company_has() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (firm, other) = (Firm::founded(&admin).await, Firm::founded(&admin).await);
    let (serial, theirs) = (unique("SN").replace(' ', "-"), unique("SN").replace(' ', "-"));
    for (firm, serial, quantity) in [(&firm, &serial, 4711), (&other, &theirs, 8623)] {
        let _ = firm.change(&admin, "hardware/h-1", "serial", &**serial).await.expect(200);
        let _ = firm.change(&admin, "licences/l-1", "quantity", quantity).await.expect(200);
    }
    let contact = firm.registered(&admin).await;
    let home = contact.get("/home").await.expect(200).json();
    assert_eq!(home["hardware"].as_array().map(Vec::len), Some(1), "{home:#}");
    let piece = &home["hardware"][0];
    assert_eq!((&piece["serial"], &piece["model"]), (&json!(serial), &json!("Box")));
    assert_eq!(home["licences"].as_array().map(Vec::len), Some(1), "{home:#}");
    let licence = &home["licences"][0];
    assert_eq!((&licence["quantity"], &licence["product"]["id"]), (&json!(4711), &json!(firm.product)));
    assert_eq!(home["products"][0]["id"], firm.product, "{home:#}");

    let product = home["products"][0]["name"].as_str().expect("a product has a name").to_owned();
    let email = firm.address(&admin).await;
    let mut visitor = portal.visitor();
    let page = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    assert_eq!(page.path, "/home");
    let html = page.html();
    assert!(html.contains(&format!(">{serial}<")), "{html}");
    assert!(html.contains("4711 \u{d7} ") && html.contains(&product), "{html}");
    assert!(!html.contains(&theirs) && !html.contains("8623 \u{d7}"), "{html}");
    assert!(!home.to_string().contains(&theirs), "{home:#}");
}

/// E34: a licence whose last day is over is marked.
#[tokio::test]
async fn e34_a_licence_that_has_ended_is_marked() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let Newcomer { api, email, firm } = portal.newcomer().await;
    let mut visitor = portal.visitor();
    let page = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    assert!(!page.html().contains("Afgelopen op"), "{}", page.html());
    assert_eq!(api.get("/home").await.expect(200).json()["ended_licences"], json!([]));
    let _ = firm.change(&admin, "licences/l-1", "ends", "2020-12-31").await.expect(200);
    let html = visitor.see("/home").await.expect(200).html();
    assert!(html.contains("mark is-ended") && html.contains("Afgelopen op 31 dec"), "{html}");
    assert_eq!(api.get("/home").await.expect(200).json()["ended_licences"], json!(["l-1"]));
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

/// E26: with the cases all that is about cases is gone, and nothing else.
#[tokio::test]
async fn e26_what_is_off_is_gone() {
    let portal = Portal::from_env();
    for (route, path, status) in [
        ("cases-list", "/cases", 404),
        ("forms-list", "/forms", 404),
        ("settings-priorities", "/priorities", 404),
        ("settings-reasons", "/reasons", 404),
        ("cases-unsubscribe-page", "/unsubscribe", 404),
        ("profile-notifications", "/profile/notifications", 404),
        // There, for who is signed in.
        ("desk-callers-page", "/desk/callers", 401),
        ("profile-details", "/profile", 401),
    ] {
        let function = portal.function_with(route, ("MODULES", "cases=off"));
        let (answered, problem) = function.get(path);
        assert_eq!(answered, status, "{path}: {problem:#}");
    }
}
