//! What saving a record takes, of whatever kind it is: its fields, its revision, and its trail.

use caseport_tests::Portal;
use caseport_tests::records::{Firm, unique};
use serde_json::{Value, json};

/// Of two who change the same record, the second is told, and nothing of either is lost.
#[tokio::test]
async fn an_overtaken_change_is_told_and_what_was_typed_is_kept() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let path = format!("/companies/{}/licences/l-1", firm.company);
    let before = firm.form(&admin, "licences/l-1").await;
    let mut first = before.clone();
    first["quantity"] = 30.into();
    let _ = admin.post(&path, first.clone()).await.expect(200);
    let _ = admin.post(&path, first).await.expect(200);
    let mut second = before;
    second["quantity"] = 40.into();
    admin.post(&path, second).await.problem(409, "outdated");

    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see(&format!("/companies/{}?edit=licences/l-1", firm.company)).await.expect(200);
    let _ = firm.change(&admin, "licences/l-1", "key_ending", "…first").await.expect(200);
    let fields = [("product", &*firm.product), ("quantity", "50"), ("key_ending", "…mine"), ("ends", "")];
    let again = ada.submit(&page, &path, &fields).await.expect(409);
    assert!(again.html().contains("…first") && again.html().contains("value=\"…mine\""), "{}", again.html());
    let saved = ada.submit(&again, &path, &fields).await.expect(200);
    assert!(saved.path.ends_with("?done=saved"), "{}", saved.path);
}

/// X6: what no form has is refused by name, and what is wrong is told with all its fields. G22: nobody gets a second record by an
/// address that is somebody's; the same sent twice makes one.
#[tokio::test]
async fn x6_g22_records_take_their_own_fields_only() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let contacts = format!("/companies/{}/contacts", firm.company);
    for field in ["company", "password", "pin", "is_admin", "revision", "remove", "role"] {
        let mut body = firm.person();
        body[field] = "acme".into();
        assert_eq!(admin.post(&contacts, body).await.flaws(), [format!("/{field} no-such-field")]);
    }
    let mut twice = firm.person();
    let _ = admin.post(&contacts, twice.clone()).await.expect(201);
    let _ = admin.post(&contacts, twice.clone()).await.expect(201);
    twice["name"] = "Somebody Else".into();
    assert_eq!(admin.post(&contacts, twice).await.flaws(), ["/email taken"]);

    let mut contract = firm.contract();
    contract["ends"] = "2019-12-31".into();
    contract["products"] = json!(["no-such"]);
    let flaws = admin.post(&format!("/companies/{}/contracts", firm.company), contract).await.flaws();
    assert_eq!(flaws, ["/products/0 no-such-record", "/ends ends-before-start"]);
    let mut other = firm.licence();
    other["quantity"] = 1.into();
    let taken = admin.post(&format!("/companies/{}/licences", firm.company), other).await;
    assert_eq!(taken.flaws(), ["/id taken"]);
    let mut nameless = firm.contact_form(&admin).await;
    nameless["email"] = "".into();
    let flaws = admin.post(&format!("/contacts/{}", firm.contact), nameless).await.flaws();
    assert_eq!(flaws, ["/email required"], "nobody is left without an address");
    let _ = firm.change(&admin, "companies", "prime_contact", "anna").await.flaws();
    admin.get("/contacts/eva").await.problem(404, "not-found");
}

/// A10: what was changed of a product is told where it is changed; a trail of more changes than a page has goes on at `older`,
/// where nothing that is no place leads.
#[tokio::test]
async fn a10_a_trail_is_read_to_its_beginning() {
    const CHANGES: u64 = 52;
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let id = unique("p");
    let added = admin.post("/products", json!({ "id": id, "name": "Box 0" })).await.expect(201).json();
    let first = added["revision"].as_u64().expect("it has a revision");
    for nth in 0..CHANGES {
        let body = json!({ "id": id, "name": format!("Box {}", nth + 1), "revision": first + nth });
        let _ = admin.post("/products", body).await.expect(200);
    }
    let path = format!("/products?edit={id}");
    let page = admin.get(&path).await.expect(200).json();
    let trail = page["trail"].as_array().expect("it has a trail");
    assert_eq!((trail.len(), &trail[0]["what"]), (50, &json!("product-changed")));
    let change = json!({ "field": "name", "from": "Box 51", "to": "Box 52" });
    assert_eq!(trail[0]["changes"], json!([change]));
    let older = page["older"].as_str().expect("it goes on");
    let older = form_urlencoded::byte_serialize(older.as_bytes()).collect::<String>();
    let rest = admin.get(&format!("{path}&before={older}")).await.expect(200).json();
    let rest_of = rest["trail"].as_array().expect("it has a trail");
    let what: Vec<&str> = rest_of.iter().filter_map(|entry| entry["what"].as_str()).collect();
    assert_eq!(what, ["product-changed", "product-changed", "product-created"]);
    assert_eq!(rest["older"], Value::Null);
    assert_eq!(rest_of[0]["changes"][0]["to"], "Box 2");
    assert_eq!(admin.get("/products").await.expect(200).json()["trail"], Value::Null);

    let mut ada = portal.visitor();
    let _ = ada.sign_in("administrator").await.expect(200);
    let html = ada.see(&path).await.expect(200).html();
    assert!(html.contains("Box 52") && html.contains(&format!("before={older}#trail-title")), "{html}");
    let html = ada.see(&format!("{path}&before={older}")).await.expect(200).html();
    assert!(html.contains("added the product") && !html.contains("Box 52</ins>"), "{html}");

    let firm = Firm::founded(&admin).await;
    for path in [path, format!("/companies/{}?", firm.company), format!("/contacts/{}?", firm.contact)] {
        for wrong in ["", "x", "2026-01-01", "2026-01-01T00:00:00Z%23"] {
            admin.get(&format!("{path}&before={wrong}")).await.problem(400, "cursor");
        }
        let early =
            admin.get(&format!("{path}&before=2020-01-01T00:00:00.000Z%23n")).await.expect(200).json();
        assert_eq!(early["trail"], json!([]), "{path}");
    }
}
