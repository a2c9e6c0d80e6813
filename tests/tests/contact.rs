//! How the vendor is reached beside the portal, and remote support (E23, E24, M3, M8, M9, M43).

use caseport_tests::records::PASSWORD;
use caseport_tests::{Case, Portal, unique};
use serde_json::json;

/// E23, M2, M3, M8: anybody is told numbers, address and hours, by a page and by JSON, and can call or mail from there. E25: what the
/// menu has beside it.
#[tokio::test]
async fn e23_m3_m8_anybody_finds_out_how_the_vendor_is_reached() {
    let portal = Portal::from_env();
    let json = portal.anonymous().get("/contact").await.expect(200).json();
    assert_eq!(json["phones"], json!(["+31 20 555 01 00", "+32 2 555 01 00"]));
    assert_eq!(json["email"], "help@voxline.example");
    assert!(json["hours"]["nl"].as_str().unwrap_or_default().starts_with("maandag"), "{json:#}");

    let mut visitor = portal.visitor();
    let sign_in = visitor.see("/sign-in").await.expect(200).html();
    assert!(sign_in.contains("<a href=\"/contact\">"), "it is led to before one signs in");
    let contact = visitor.see("/contact").await.expect(200).html();
    for html in [&sign_in, &contact] {
        assert!(html.contains("href=\"tel:+31205550100\"") && html.contains("href=\"tel:+3225550100\""));
        assert!(html.contains("href=\"mailto:help@voxline.example\""));
    }
    let home = visitor.sign_in("customer").await.expect(200).html();
    let menu = home.split("<nav class=\"menu\"").nth(1).and_then(|rest| rest.split("</nav>").next());
    assert!(menu.is_some_and(|menu| menu.contains("<a href=\"/contact\">Contact</a>")), "{home}");
    // This portal announces its knowledge base.
    for tab in ["/home", "/remote-access", "/soon/knowledge", "/cases"] {
        assert!(menu.is_some_and(|menu| menu.contains(&format!("<a href=\"{tab}\""))), "{tab}: {home}");
    }
    let html = visitor.see("/contact").await.expect(200).html();
    assert!(html.contains("class=\"button\" href=\"/cases/new\""), "what can wait is written in a case");
}

/// M8: a portal without a number says what it has.
#[tokio::test]
async fn m8_a_portal_without_a_number_says_what_it_has() {
    let portal = Portal::from_env();
    let function = portal.function_with("public-contact", ("SUPPORT_PHONE", ""));
    let (status, json) = function.get("/contact");
    assert_eq!((status, &json["phones"], &json["email"]), (200, &json!([]), &json!("help@voxline.example")));
}

/// M9: that what the portal holds is confidential is said where one signs in and below a case.
#[tokio::test]
async fn m9_a_case_is_said_to_be_confidential() {
    const SAID: &str = "What this portal holds is confidential";
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let case = Case::open(&anna, &unique("Between us")).await;
    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-language".into(), "en".into());
    assert!(visitor.see("/sign-in").await.expect(200).html().contains(SAID));
    let _ = visitor.sign_in("customer").await.expect(200);
    let html = visitor.see(&format!("/cases/{}", case.number)).await.expect(200).html();
    assert!(html.split("<footer").nth(1).is_some_and(|foot| foot.contains(SAID)), "{html}");
}

/// M43: from a case one is led to how remote support goes and to its tool, where the module is on.
#[tokio::test]
async fn m43_a_case_leads_to_remote_support_and_that_to_the_tool() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let case = Case::open(&anna, &unique("Look with me")).await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let html = visitor.see(&format!("/cases/{}", case.number)).await.expect(200).html();
    let side = html.split("<aside class=\"case-side\">").nth(1).expect("a case has a side");
    assert!(side.contains("href=\"/remote-access\""));
    let html = visitor.see("/remote-access").await.expect(200).html();
    assert!(html.contains("href=\"https://assist.voxline.example/customers\" rel=\"noopener noreferrer\""));
    let json = anna.get("/remote-access").await.expect(200).json();
    assert_eq!(json, json!({ "address": "https://assist.voxline.example/customers" }));

    let wendy = portal.person("wendy@acme.example").await;
    wendy.get("/remote-access").await.problem(403, "denied");
    let html = portal.visitor().sign_in("engineer").await.expect(200).html();
    assert!(html.contains("href=\"/remote-access\""), "engineers see what they ask for");
}

/// M43, E26: where the module is off or only announced, its page is not there.
#[tokio::test]
async fn m43_e26_remote_support_is_there_where_it_is_on() {
    let portal = Portal::from_env();
    for (modules, status) in
        [("remote-access=off", 404), ("remote-access=soon", 404), ("remote-access=on", 401)]
    {
        let function = portal.function_with("public-remote-access", ("MODULES", modules));
        let (answered, problem) = function.get("/remote-access");
        assert_eq!(answered, status, "{modules}: {problem:#}");
    }
}

/// E24: where remote support goes with a product, it is there for whoever has that product under a contract that runs, in the
/// menu and as a page; from their next token on it is gone once the contract is about another, or has ended.
#[tokio::test]
async fn e24_remote_support_goes_with_a_product_under_contract() {
    let portal = Portal::from_env();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let (firm, product) = (&lotte.firm, lotte.firm.product.clone());
    let modules = format!("remote-access=on:{product}");
    let with = |route| portal.function_with(route, ("MODULES", modules.as_str()));
    let (entrance, page, contact) =
        (with("accounts-sign-in"), with("public-remote-access"), with("public-contact"));
    // Whether it is there for who signs in now: in the menu of any page, and at its address.
    let is_there = || {
        let (status, tokens) =
            entrance.post("/session", &json!({ "email": lotte.email, "password": PASSWORD }));
        assert_eq!(status, 200, "{tokens:#}");
        let now = lotte.api.with_token(tokens["access_token"].as_str().expect("there is a token"));
        let (status, html) = contact.page_as(&now, "/contact");
        assert_eq!(status, 200);
        (html.contains("href=\"/remote-access\""), page.get_as(&now, "/remote-access").0)
    };
    assert_eq!(is_there(), (true, 200));

    let products = admin.get("/products").await.expect(200).json();
    let products = products["products"].as_array().expect("products are a list");
    let mut ids = products.iter().filter_map(|product| product["id"].as_str());
    let other = ids.find(|id| *id != product).expect("there is another product").to_owned();
    for (field, value, expected) in [
        ("products", json!([other]), (false, 404)),
        ("products", json!([product]), (true, 200)),
        ("ends", json!("2020-12-31"), (false, 404)),
    ] {
        let _ = firm.change(&admin, "contracts/k-1", field, value).await.expect(200);
        assert_eq!(is_there(), expected, "{field}");
    }
    // Engineers talk customers through it, whatever these have bought.
    let eva = portal.engineer().await;
    assert_eq!(page.get_as(&eva, "/remote-access").0, 200);
}
