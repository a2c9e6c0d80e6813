//! Contracts and products that are removed.

use caseport_tests::records::{Firm, unique};
use caseport_tests::{Case, Opening, Portal};
use serde_json::{Value, json};

/// A10, X12: a contract that was a mistake is taken away, once that is asked for a second time. What it entitled to ends at once;
/// hardware, licences and cases stay, and the trail says what it was.
#[tokio::test]
async fn a10_x12_a_contract_is_removed() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let lotte = firm.registered(&admin).await;
    let case = Case::open(&lotte, "Before the contract was removed").await;
    let (company, path) =
        (format!("/companies/{}", firm.company), format!("/companies/{}/contracts/k-1", firm.company));
    let mut late = firm.form(&admin, "contracts/k-1").await;
    late["remove"] = "yes".into();
    let _ = firm.change(&admin, "contracts/k-1", "coverage", "Standard").await.expect(200);
    admin.post(&path, late.clone()).await.problem(409, "outdated");

    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let asks = format!("{company}?remove=contracts/k-1");
    let edit = ada.see(&format!("{company}?edit=contracts/k-1")).await.expect(200);
    assert!(edit.html().contains(&format!("href=\"{asks}#form\"")), "{}", edit.html());
    let asked = ada.see(&asks).await.expect(200);
    assert!(asked.html().contains("<dd>Standard</dd>") && asked.html().contains("can only read"));
    let seen = admin.get(&company).await.expect(200).json();
    assert_eq!(seen["contracts"][0]["id"], "k-1", "it was only asked");
    let done = ada.submit(&asked, &path, &[("remove", "yes")]).await.expect(200);
    assert!(done.path.ends_with("?done=removed"), "{}", done.path);

    let seen = admin.get(&company).await.expect(200).json();
    assert_eq!((&seen["contracts"], &seen["hardware"][0]["id"]), (&json!([]), &json!("h-1")));
    assert_eq!(seen["licences"][0]["id"], "l-1");
    let newest = &seen["trail"][0];
    assert_eq!((&newest["what"], &newest["by"]["id"]), (&json!("contract-removed"), &json!("ada")));
    let coverage = json!({ "field": "contracts/k-1/coverage", "from": "Standard", "to": "" });
    assert!(newest["changes"].as_array().is_some_and(|all| all.contains(&coverage)), "{newest:#}");
    case.post(&lotte, "replies", json!({ "text": "Still me?" })).await.problem(401, "signed-out");
    let lotte = lotte.renewed().await;
    assert_eq!(case.status(&lotte).await, "open");
    case.post(&lotte, "replies", json!({ "text": "And now?" })).await.problem(403, "denied");
    admin.post(&path, json!({ "remove": "yes", "revision": 1 })).await.problem(404, "not-found");

    let _ = admin.post(&format!("{company}/contracts"), firm.contract()).await.expect(201);
    // What was read of the one before says nothing of this one.
    admin.post(&path, late).await.problem(409, "outdated");
    case.done(&lotte.renewed().await, "replies", json!({ "text": "There is one again." })).await;
}

/// A10: a product is removed once nothing is for it, and until then one is told what is. The cases that are about it keep its name,
/// and are found by it; its trail says who removed what.
#[tokio::test]
async fn a10_a_product_is_removed_once_nothing_is_for_it() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let mut firm = Firm::founded(&admin).await;
    // The last by name: other tests take the first.
    let id = unique("p");
    let product = json!({ "id": id, "name": "Zither of a test" });
    let added = admin.post("/products", product.clone()).await.expect(201).json();
    let revision = added["revision"].as_u64().expect("it has a revision");
    firm.product.clone_from(&id);
    for (section, mut body, own) in [
        ("contracts", firm.contract(), "k-2"),
        ("hardware", firm.hardware(), "h-2"),
        ("licences", firm.licence(), "l-2"),
    ] {
        body["id"] = own.into();
        let _ = admin.post(&format!("/companies/{}/{section}", firm.company), body).await.expect(201);
    }
    let asked_of_it = unique("form");
    let mut kept = caseport_tests::forms::retired(&asked_of_it);
    kept["products"] = json!([id]);
    let _ = admin.post("/forms", kept).await.expect(201);
    let lotte = firm.registered(&admin).await;
    let opening = Opening::new(&lotte, "About what is removed").await.with("product", id.clone());
    let case = Case::open_with(&lotte, &opening).await;

    let remove = async |revision: u64| {
        admin.post("/products", json!({ "id": id, "revision": revision, "remove": "yes" })).await
    };
    let refused = remove(revision).await;
    let told = refused.problem(422, "flaws")["errors"][0]["detail"].to_string();
    assert!(told.contains("k-2") && told.contains(&firm.company), "{told}");
    let in_use = "/remove in-use";
    assert_eq!(remove(revision).await.flaws(), [in_use, in_use, in_use, "/remove in-form"]);
    for (held, left) in [("hardware/h-2", 3), ("licences/l-2", 2), ("contracts/k-2", 1)] {
        let _ = firm.change(&admin, held, "remove", "yes").await.expect(200);
        assert_eq!(remove(revision).await.flaws().len(), left, "{held}");
    }
    let mut changed = caseport_tests::forms::changed(&admin, &asked_of_it).await;
    changed["products"] = json!([]);
    let _ = admin.post(&format!("/forms/{asked_of_it}"), changed).await.expect(200);
    remove(7).await.problem(409, "outdated");
    assert_eq!(
        admin.post("/products", json!({ "id": id, "remove": "yes" })).await.flaws(),
        ["/revision required"]
    );

    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let asked = ada.see(&format!("/products?remove={id}")).await.expect(200);
    assert!(asked.html().contains("<dd>Zither of a test</dd>"), "{}", asked.html());
    let done = ada.submit(&asked, "/products", &[("remove", "yes")]).await.expect(200);
    assert_eq!(done.path, format!("/products?edit={id}&done=removed"));
    assert!(done.html().contains("removed the product"), "{}", done.html());
    remove(revision).await.problem(404, "not-found");
    let page = admin.get(&format!("/products?edit={id}")).await.expect(200).json();
    let all = page["products"].as_array().cloned().unwrap_or_default();
    assert!(!all.iter().any(|product| product["id"] == id), "it is gone");
    let newest = &page["trail"][0];
    assert_eq!((&newest["what"], &newest["by"]["id"]), (&json!("product-removed"), &json!("ada")));
    let name = json!({ "field": "name", "from": "Zither of a test", "to": "" });
    assert!(newest["changes"].as_array().is_some_and(|all| all.contains(&name)), "{newest:#}");

    assert_eq!(case.seen_by(&eva).await["product"], "Zither of a test");
    for (api, path) in [(&lotte, "/cases"), (&eva, "/desk")] {
        let list = api.get(&format!("{path}?show=all&product={id}")).await.expect(200).json();
        let cases = list["cases"].as_array().cloned().unwrap_or_default();
        let shown: Vec<&Value> = cases.iter().map(|case| &case["number"]).collect();
        assert_eq!(shown, [&json!(case.number)], "{path}");
        assert_eq!(cases[0]["product"], "Zither of a test");
        let _ = api.get(&format!("{path}/filter?show=all&product={id}")).await.expect(200);
    }
    let _ = admin.post("/products", product).await.expect(201);
    remove(revision).await.problem(409, "outdated");
    let page = admin.get(&format!("/products?edit={id}")).await.expect(200).json();
    assert_eq!(page["trail"][0]["what"], "product-created", "it is that product again");
}
