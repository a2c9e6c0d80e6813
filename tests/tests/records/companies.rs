//! Companies: what is kept of one, how it is found, and whom it serves.

use caseport_tests::Portal;
use caseport_tests::records::Firm;
use serde_json::{Value, json};

/// A10, E5, E31, E33, E34: a company from nothing, with all that is kept of one, and who did it.
#[tokio::test]
async fn a10_a_company_with_all_that_is_kept_of_one() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let firm = Firm::founded(&admin).await;
    let page = eva.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    assert_eq!(page["company"]["zone"], "Europe/Brussels");
    assert_eq!(page["contracts"][0]["zone"], "Europe/Brussels", "a contract ends where its company is");
    assert_eq!(page["contracts"][0]["products"][0]["id"], firm.product);
    assert_eq!(
        (&page["hardware"][0]["serial"], &page["licences"][0]["quantity"]),
        (&json!("SN-1"), &json!(25))
    );
    assert_eq!(page["contacts"][0]["id"], firm.contact);
    assert!(firm.contact.starts_with("C-"), "a Contact ID was made: {}", firm.contact);
    let trail = page["trail"].as_array().expect("it is a list");
    let done: Vec<&str> = trail.iter().rev().filter_map(|entry| entry["what"].as_str()).collect();
    let expected =
        ["company-created", "contract-created", "hardware-created", "licence-created", "contact-created"];
    assert_eq!(done, expected);
    assert!(trail.iter().all(|entry| entry["by"]["id"] == "ada"));
    assert!(page.get("form").is_none(), "who only reads has no form");

    let _ = firm.change(&admin, "contracts/k-1", "ends", "2098-12-31").await.expect(200);
    let page = eva.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    let change = json!({ "field": "contracts/k-1/ends", "from": "2099-12-31", "to": "2098-12-31" });
    assert_eq!(page["trail"][0]["changes"], json!([change]));
    assert_eq!(page["revision"], 2, "two changes of what it is entitled to");

    let sent = firm.form(&admin, "hardware/h-1").await;
    let mut removed = sent.clone();
    removed["remove"] = "yes".into();
    let path = format!("/companies/{}/hardware/h-1", firm.company);
    let _ = admin.post(&path, removed).await.expect(200);
    let page = eva.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    assert_eq!((&page["hardware"], &page["trail"][0]["what"]), (&json!([]), &json!("hardware-removed")));
    let _ = admin.post(&path, sent).await.expect(404);
}

/// E24: companies are found by how their names begin, however that is written, a page at a time.
#[tokio::test]
async fn companies_are_found_by_name() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let found = eva.get("/companies?name=GLOBEX%20ener").await.expect(200).json();
    assert_eq!(
        (&found["companies"][0]["id"], found["companies"].as_array().map(Vec::len)),
        (&json!("globex"), Some(1))
    );
    let none = eva.get("/companies?name=nobody%20is%20called%20so").await.expect(200).json();
    assert_eq!((&none["companies"], &none["next"]), (&json!([]), &Value::Null));
    eva.get("/companies?after=forged").await.problem(400, "cursor");
}

/// G5: which company serves which is kept on both sides.
#[tokio::test]
async fn g5_a_partner_serves_a_company() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Firm::founded(&admin).await, Firm::founded(&admin).await);
    let path = format!("/companies/{}/relations", partner.company);
    let _ = admin.post(&path, json!({ "customer": customer.company })).await.expect(200);
    let page = admin.get(&format!("/companies/{}", customer.company)).await.expect(200).json();
    assert_eq!(page["served_by"][0]["id"], partner.company);
    assert_eq!(page["trail"][0]["what"], "relation-created");
    let page = admin.get(&format!("/companies/{}", partner.company)).await.expect(200).json();
    assert_eq!(
        (&page["serves"][0]["customer"], &page["serves"][0]["level"]),
        (&json!(customer.company), &json!("read-only"))
    );
    for level in ["read-write", "read-write", "read-only"] {
        let _ = admin.post(&path, json!({ "customer": customer.company, "level": level })).await.expect(200);
        let page = admin.get(&format!("/companies/{}", partner.company)).await.expect(200).json();
        assert_eq!(page["serves"][0]["level"], level);
    }
    // Without a level it stays as it is, and so does the trail, which says what became of it on both sides.
    let _ = admin.post(&path, json!({ "customer": customer.company })).await.expect(200);
    for (of, other) in [(&partner, &customer), (&customer, &partner)] {
        let page = admin.get(&format!("/companies/{}", of.company)).await.expect(200).json();
        let field = format!("relations/{}/level", other.company);
        let change = |from: &str, to: &str| json!([{ "field": field, "from": from, "to": to }]);
        assert_eq!(page["trail"][0]["what"], "relation-changed");
        assert_eq!(page["trail"][0]["changes"], change("read-write", "read-only"));
        assert_eq!(page["trail"][1]["changes"], change("read-only", "read-write"));
        assert_eq!(page["trail"][2]["what"], "relation-created");
    }
    assert_eq!(
        admin.post(&path, json!({ "customer": partner.company })).await.flaws(),
        ["/customer no-such-record"]
    );
    let _ = admin.post(&path, json!({ "customer": customer.company, "remove": "yes" })).await.expect(200);
    let page = admin.get(&format!("/companies/{}", customer.company)).await.expect(200).json();
    assert_eq!(page["served_by"], json!([]));
    // The form says the level too.
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see(&format!("/companies/{}", partner.company)).await.expect(200);
    assert!(page.html().contains("<option value=\"read-only\" selected>"), "{}", page.html());
    let fields = [("customer", &*customer.company), ("level", "read-write")];
    let _ = ada.submit(&page, &path, &fields).await.expect(200);
    let page = admin.get(&format!("/companies/{}", partner.company)).await.expect(200).json();
    assert_eq!(page["serves"][0]["level"], "read-write");
}

/// G5, G6: a relation leads from a Sold-To to an End-User, or to and from who is both; nobody becomes known as what their relations
/// speak against. So it is on the page and in sheets.
#[tokio::test]
async fn g5_g6_a_sold_to_serves_an_end_user() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Firm::founded(&admin).await, Firm::founded(&admin).await);
    let other = Firm::founded(&admin).await;
    let known = async |firm: &Firm, kind: &str| firm.change(&admin, "companies", "company_kind", kind).await;
    let relate = async |from: &Firm, to: &Firm, remove: &str| {
        let body = json!({ "customer": to.company, "remove": remove });
        admin.post(&format!("/companies/{}/relations", from.company), body).await
    };
    for (firm, kind) in [(&partner, "sold-to"), (&customer, "end-user"), (&other, "sold-to")] {
        let _ = known(firm, kind).await.expect(200);
    }
    assert_eq!(relate(&customer, &other, "").await.flaws(), ["/customer not-sold-to"]);
    assert_eq!(relate(&partner, &other, "").await.flaws(), ["/customer not-end-user"]);
    let _ = relate(&partner, &customer, "").await.expect(200);
    assert_eq!(known(&partner, "end-user").await.flaws(), ["/company_kind serves-others"]);
    assert_eq!(known(&customer, "sold-to").await.flaws(), ["/company_kind is-served"]);
    for kind in ["both", "sold-to"] {
        let _ = known(&partner, kind).await.expect(200);
    }

    let bring =
        async |sheet: &str, csv: String| admin.post("/imports", json!({ "sheet": sheet, "csv": csv })).await;
    let (sold_to, end_user) = (&partner.company, &customer.company);
    let kinds = format!("id,company_kind\n{sold_to},end-user\n{end_user},sold-to\n{},both\n", other.company);
    assert_eq!(
        bring("companies", kinds).await.flaws(),
        ["/csv/2/company_kind serves-others", "/csv/3/company_kind is-served"]
    );
    let backwards = format!("partner,customer\n{end_user},{sold_to}\n");
    assert_eq!(
        bring("relations", backwards).await.flaws(),
        ["/csv/2/partner not-sold-to", "/csv/2/customer not-end-user"]
    );
    let same = bring("relations", format!("partner,customer\n{sold_to},{end_user}\n")).await.expect(200);
    assert_eq!(same.json()["report"]["unchanged"], 1);

    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see(&format!("/companies/{sold_to}")).await.expect(200);
    let (form, fields) = (format!("/companies/{sold_to}/relations"), [("customer", &*other.company)]);
    let again = ada.submit(&page, &form, &fields).await.expect(422).html();
    assert!(again.contains("a Sold-To is served by no other company"), "{again}");
    assert!(again.contains(&format!("value=\"{}\"", other.company)), "it stays typed");
    let page = ada.see(&format!("/companies/{end_user}")).await.expect(200).html();
    assert!(page.contains("which serves no other") && !page.contains("relation-customer"), "{page}");

    let _ = relate(&partner, &customer, "yes").await.expect(200);
    let _ = known(&partner, "end-user").await.expect(200);
    let _ = known(&customer, "sold-to").await.expect(200);
    let _ = relate(&customer, &partner, "").await.expect(200);
}
