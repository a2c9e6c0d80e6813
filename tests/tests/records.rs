//! The vendor's records, as administrators keep them.

use std::time::Duration;

use caseport_domain::second_factor::Secret;
use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Api, Case, Newcomer, Opening, Portal, eventually};
use jiff::SignedDuration;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::join;

/// The person whom these tests give another address.
const THIERRY: &str = "thierry@globex.example";
/// Their password. No secret.
const THEIRS: &str = "everybody-may-try";

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

/// C5: a contact is invited, chooses a password by the mailed link, and signs in; nobody is invited who has one.
#[tokio::test]
async fn c5_a_contact_is_invited() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let invite = format!("/contacts/{}/invite", firm.contact);
    let _ = admin.post(&invite, json!({})).await.expect(202);
    let first = portal.letter(&firm.address(&admin).await, "/password/new?link=").await;
    let first = first.link(&portal, "/password/new");
    let contact = firm.registered(&admin).await;
    let _ = contact.get("/cases").await.expect(200);
    // X10: no invitation opens anything once there is a password.
    let again = json!({ "link": first.split_once("?link=").map(|(_, link)| link), "password": PASSWORD });
    portal.anonymous().post("/password/new", again).await.problem(410, "link-gone");
    assert_eq!(admin.post(&invite, json!({})).await.flaws(), ["/contact has-registered"]);
    let page = admin.get(&format!("/contacts/{}", firm.contact)).await.expect(200).json();
    assert_eq!(page["is_registered"], true);
    let trail = page["trail"].as_array().cloned().unwrap_or_default();
    let done: Vec<&str> = trail.iter().filter_map(|entry| entry["what"].as_str()).collect();
    assert_eq!(
        done,
        ["rules-accepted", "password-set-by-link", "contact-invited", "contact-invited", "contact-created"]
    );
}

/// G5, A10: which company serves which is brought in by a sheet. It is checked first, and each mistake is told by its line; a line
/// makes a relation, gives it another level or takes it away, and what is taken away again as a sheet says how it is.
#[tokio::test]
async fn g5_a10_relations_are_brought_in_by_a_sheet() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let partner = Firm::founded(&admin).await.company;
    let (one, two) = (Firm::founded(&admin).await.company, Firm::founded(&admin).await.company);
    let bring = async |lines: &str, dry_run: &str| {
        let csv = format!("partner,customer,level,remove\n{lines}");
        admin.post("/imports", json!({ "sheet": "relations", "csv": csv, "dry_run": dry_run })).await
    };
    let serves = async || {
        let page = admin.get(&format!("/companies/{partner}")).await.expect(200).json();
        let relations = page["serves"].as_array().cloned().unwrap_or_default();
        let pair = |it: &Value| (it["customer"].clone(), it["level"].clone());
        relations.iter().map(pair).collect::<Vec<_>>()
    };
    let bad = format!(
        "{partner},{one},read-write,\n{partner},nobody-here,,\n{partner},{partner},,\n,{one},,\n\
         {partner},{two},all,maybe\n{partner},{one},,\n"
    );
    let report = bring(&bad, "yes").await.expect(200).json()["report"].clone();
    let told = |error: &Value| {
        let text = |name: &str| error[name].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", error["line"], text("column"), text("code"))
    };
    let told: Vec<String> = report["errors"].as_array().into_iter().flatten().map(told).collect();
    let expected = [
        "3 customer no-such-record",
        "4 customer no-such-record",
        "5 partner required",
        "6 level no-such-choice",
        "6 remove no-such-choice",
        "7 customer taken",
    ];
    assert_eq!(told, expected, "{report:#}");
    let flaws = bring(&bad, "no").await.flaws();
    assert_eq!((flaws.len(), &*flaws[0]), (6, "/csv/3/customer no-such-record"));

    let good = format!("{partner},{one},read-write,\n{partner},{two},,no\n");
    let counts = async |lines: &str, dry_run: &str| {
        let report = bring(lines, dry_run).await.expect(200).json()["report"].clone();
        ["created", "changed", "unchanged", "overtaken"].map(|name| report[name].as_u64().unwrap_or_default())
    };
    assert_eq!(counts(&good, "yes").await, [2, 0, 0, 0]);
    assert!(serves().await.is_empty(), "it was only checked");
    assert_eq!(counts(&good, "no").await, [2, 0, 0, 0]);
    let both = [(json!(one), json!("read-write")), (json!(two), json!("read-only"))];
    let found = serves().await;
    assert!(found.len() == 2 && both.iter().all(|pair| found.contains(pair)), "{found:?}");
    assert_eq!(counts(&good, "no").await, [0, 0, 2, 0], "it can be brought in again");
    let less = format!("{partner},{one},read-only,\n{partner},{two},,yes\n");
    assert_eq!(counts(&less, "no").await, [0, 2, 0, 0]);
    assert_eq!(serves().await, [(json!(one), json!("read-only"))]);
    assert_eq!(counts(&less, "no").await, [0, 0, 2, 0]);

    let sheet = admin.send(admin.request(Method::GET, "/exports/relations.csv")).await.expect(200).text();
    assert!(sheet.starts_with("\"partner\",\"customer\",\"level\",\"remove\"\n"), "{sheet}");
    let line = format!("\"{partner}\",\"{one}\",\"read-only\",\"\"\n");
    assert!(sheet.contains(&line) && !sheet.contains(&two), "{sheet}");
    let page = admin.get(&format!("/companies/{partner}")).await.expect(200).json();
    // Both lines are of one instant.
    let trail = page["trail"].as_array().expect("it has a trail");
    let last: Vec<&Value> = trail[..2].iter().map(|entry| &entry["what"]).collect();
    assert!(
        last.contains(&&json!("relation-removed")) && last.contains(&&json!("relation-changed")),
        "{last:?}"
    );
}

/// A10: what was changed of a product is told where it is changed; a trail of more changes than a page has goes on at `older`,
/// where nothing that is no place leads.
#[tokio::test]
async fn a10_a_trail_is_read_to_its_beginning() {
    const CHANGES: usize = 52;
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let id = unique("p");
    let _ = admin.post("/products", json!({ "id": id, "name": "Box 0" })).await.expect(201);
    for revision in 0..CHANGES {
        let body = json!({ "id": id, "name": format!("Box {}", revision + 1), "revision": revision });
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

/// X10: a link opens nothing once the address it was mailed to is put right, or another password was chosen.
#[tokio::test]
async fn x10_a_link_does_not_outlive_the_address_it_was_mailed_to() {
    let portal = Portal::from_env();
    let (admin, api) = (portal.administrator().await, portal.anonymous());
    let firm = Firm::founded(&admin).await;
    let path = format!("/contacts/{}", firm.contact);
    let set = async |email: &str| {
        let mut sent = firm.contact_form(&admin).await;
        sent["email"] = email.into();
        let _ = admin.post(&path, sent).await.expect(200);
    };
    let link =
        async |email: &str| portal.letter(email, "/password/new?link=").await.link(&portal, "/password/new");
    let is_gone = async |link: &str| {
        api.get(link).await.problem(410, "link-gone");
        let token = link.split_once("?link=").map(|(_, token)| token);
        let chosen = json!({ "link": token, "password": PASSWORD });
        api.post("/password/new", chosen).await.problem(410, "link-gone");
    };
    let (wrong, right) = (firm.address(&admin).await, format!("{}@firm.example", unique("right")));
    let _ = admin.post(&format!("{path}/invite"), json!({})).await.expect(202);
    let invitation = link(&wrong).await;
    let _ = api.get(&invitation).await.expect(200);
    set(&right).await;
    is_gone(&invitation).await;

    let _ = firm.registered(&admin).await;
    let _ = api.post("/password", json!({ "email": right })).await.expect(202);
    let forgotten =
        portal.letter(&right, "kies met deze link een wachtwoord").await.link(&portal, "/password/new");
    let _ = api.get(&forgotten).await.expect(200);
    let other = format!("{}@firm.example", unique("other"));
    set(&other).await;
    is_gone(&forgotten).await;

    let mut links = Vec::new();
    for asked in 1..=2 {
        let _ = api.post("/password", json!({ "email": other })).await.expect(202);
        eventually("a link by mail", Duration::from_secs(30), async || {
            (portal.letters(&other).await.len() == asked).then_some(())
        })
        .await;
        links.push(link(&other).await);
    }
    let token = links[1].split_once("?link=").map(|(_, token)| token);
    let chosen = json!({ "link": token, "password": "another harbour otter" });
    let _ = api.post("/password/new", chosen).await.expect(303);
    is_gone(&links[0]).await;
}

/// Whom an administrator has erased signs in no more at once, and after a while nothing tells of them but that it was done.
#[tokio::test]
async fn a_contact_is_erased_by_an_administrator() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (path, email) = (format!("/contacts/{}", firm.contact), firm.address(&admin).await);
    let contact = firm.registered(&admin).await;
    let case = Case::open(&contact, "Before they are erased").await;
    let erase = format!("{path}/erase");
    assert_eq!(admin.post(&erase, json!({ "confirm": "yes" })).await.flaws(), ["/confirm not-confirmed"]);
    let _ = firm.change(&admin, "companies", "prime_contact", &*firm.contact).await.expect(200);
    let confirmed = json!({ "confirm": firm.contact });
    assert_eq!(admin.post(&erase, confirmed.clone()).await.flaws(), ["/confirm is-prime-contact"]);
    let _ = firm.change(&admin, "companies", "prime_contact", "").await.expect(200);
    let _ = admin.post(&erase, confirmed).await.expect(202);
    contact.post(&case.path("replies"), json!({ "text": "Am I?" })).await.problem(401, "signed-out");
    let sign_in = json!({ "email": email, "password": PASSWORD });
    portal.anonymous().post("/session", sign_in).await.problem(401, "credentials");
    eventually("the contact to be gone", Duration::from_secs(40), async || {
        (admin.get(&path).await.status == 404).then_some(())
    })
    .await;
    assert!(!case.seen_by(&admin).await.to_string().contains("Lotte"), "they are out of the case");
    let page = admin.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    let told = page.to_string();
    assert!(!told.contains(&email) && !told.contains("Lotte"), "{page:#}");
    let last = &page["trail"][0];
    assert_eq!((&last["what"], &last["by"]["id"]), (&json!("contact-erased"), &json!("ada")));
    // Their Contact ID is given to nobody else, however it is written.
    assert_ne!(firm.contact, firm.contact.to_lowercase());
    for id in [firm.contact.clone(), firm.contact.to_lowercase()] {
        let mut again = firm.person();
        again["id"] = id.clone().into();
        let added = admin.post(&format!("/companies/{}/contacts", firm.company), again.clone()).await;
        assert_eq!(added.flaws(), ["/id taken"]);
        let csv = format!(
            "company,id,name,email,language,zone,level,case_scope\n{},{id},Lotte,{},nl,UTC,basic,own\n",
            firm.company,
            again["email"].as_str().expect("an address")
        );
        let flaws = admin.post("/imports", json!({ "sheet": "contacts", "csv": csv })).await.flaws();
        assert_eq!(flaws, ["/csv/2/id taken"]);
    }
}

/// A prime contact who has themselves erased leaves their company without one, and says so in its trail.
#[tokio::test]
async fn a_company_whose_prime_contact_is_erased_has_none() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let _ = firm.change(&admin, "companies", "prime_contact", &*firm.contact).await.expect(200);
    let contact = firm.registered(&admin).await;
    let _ = contact.post("/profile/data/erase", json!({ "password": PASSWORD })).await.expect(202);
    let page = admin.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    assert_eq!(page["company"]["prime_contact"], Value::Null);
    let change = json!({ "field": "prime_contact", "from": firm.contact, "to": "" });
    assert_eq!(
        (&page["trail"][0]["what"], &page["trail"][0]["changes"]),
        (&json!("company-changed"), &json!([change]))
    );
    eventually("the contact to be gone", Duration::from_secs(40), async || {
        (admin.get(&format!("/contacts/{}", firm.contact)).await.status == 404).then_some(())
    })
    .await;
}

/// Who has left can be erased too, though they sign in with no address any more.
#[tokio::test]
async fn who_has_left_is_erased() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let path = format!("/contacts/{}", firm.contact);
    let mut sent = firm.contact_form(&admin).await;
    sent["active"] = "no".into();
    let _ = admin.post(&path, sent).await.expect(200);
    assert_eq!(admin.post(&format!("{path}/invite"), json!({})).await.flaws(), ["/contact has-left"]);
    let _ = admin.post(&format!("{path}/erase"), json!({ "confirm": firm.contact })).await.expect(202);
    eventually("the contact to be gone", Duration::from_secs(40), async || {
        (admin.get(&path).await.status == 404).then_some(())
    })
    .await;
}

/// X27: who has left signs in no more and writes nothing from that instant; back, they are as before.
#[tokio::test]
async fn x27_who_has_left_is_out_at_once() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = firm.address(&admin).await;
    let set = async |active: &str, level: &str| {
        let mut sent = firm.contact_form(&admin).await;
        sent["active"] = active.into();
        sent["level"] = level.into();
        let _ = admin.post(&format!("/contacts/{}", firm.contact), sent).await.expect(200);
    };
    let contact = firm.registered(&admin).await;
    let opening = Opening::new(&contact, "After they have left").await.0;
    set("no", "read-write").await;
    contact.post("/cases", opening).await.problem(401, "signed-out");
    let refresh = json!({ "refresh_token": contact.refresh_token() });
    let _ = portal.anonymous().post("/session/refresh", refresh).await.expect(401);
    let sign_in = json!({ "email": email, "password": PASSWORD });
    portal.anonymous().post("/session", sign_in.clone()).await.problem(401, "credentials");
    let page = admin.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    assert_eq!(page["contacts"][0]["active"], "no");
    let caller = json!({ "contact": firm.contact, "pin": "000000" });
    assert_eq!(admin.post("/desk/callers", caller).await.flaws(), ["/contact no-such-contact"]);
    set("yes", "read-only").await;
    let _ = portal.anonymous().post("/session", sign_in).await.expect(200);
}

/// A10: who lost app and recovery codes is let in again by an administrator: no code is asked for from then on, whatever was begun
/// with it is over, and they are mailed that it was done. The trail says who did it.
#[tokio::test]
async fn a10_an_administrator_takes_a_lost_second_factor_off() {
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let contact = format!("/contacts/{}", firm.contact);
    let off = format!("{contact}/two-factor/off");
    assert_eq!(admin.post(&off, json!({})).await.flaws(), ["/contact no-second-factor"]);
    let offered = api.get("/profile/two-factor").await.expect(200).json();
    let secret = offered["secret"].as_str().expect("it offers a secret").to_owned();
    let app = Secret::try_from(secret.clone()).expect("it is a secret");
    let set_up = json!({ "secret": secret, "code": app.code(portal.clock().now()) });
    let _ = api.post("/profile/two-factor", set_up).await.expect(200);
    let credentials = json!({ "email": email, "password": PASSWORD });
    portal.anonymous().post("/session", credentials).await.problem(401, "code-required");
    assert_eq!(admin.get(&contact).await.expect(200).json()["has_second_factor"], true);
    portal.engineer().await.post(&off, json!({})).await.problem(403, "denied");

    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see(&contact).await.expect(200);
    let done = ada.submit(&page, &off, &[]).await.expect(200);
    assert!(done.path.ends_with("?done=second-factor-taken-off"), "{}", done.path);
    assert!(!done.html().contains(&off), "it is taken off once");

    let renewal = json!({ "refresh_token": api.refresh_token() });
    portal.anonymous().post("/session/refresh", renewal).await.problem(401, "signed-out");
    let lotte = portal.signed_in_with(&email, PASSWORD).await;
    let page = lotte.get("/profile/two-factor").await.expect(200).json();
    assert!(page["since"].is_null() && page["secret"].is_string(), "they can set it up anew");
    let told = portal.letter(&email, "vraagt bij het inloggen geen code meer").await;
    assert!(!told.text.contains("?link="), "it brings nothing to sign in with");
    let page = admin.get(&contact).await.expect(200).json();
    let newest = &page["trail"][0];
    assert_eq!((&newest["what"], &newest["by"]["id"]), (&json!("second-factor-reset"), &json!("ada")));
    assert_eq!(page["has_second_factor"], false);
}

/// G19: another address is signed in with at once, and the one before no more.
#[tokio::test]
async fn g19_another_address_signs_in_and_the_old_one_does_not() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let set = async |email: &str| {
        let page = admin.get("/contacts/thierry").await.expect(200).json();
        let mut body = page["contact"].clone();
        let fields = body.as_object_mut().expect("a contact is an object");
        fields.remove("id");
        fields.remove("company");
        body["revision"] = page["revision"].clone();
        body["active"] = "yes".into();
        body["email"] = email.into();
        admin.post("/contacts/thierry", body).await
    };
    let sign_in = async |email: &str| {
        portal
            .anonymous()
            .post("/session", json!({ "email": email, "password": THEIRS }))
            .await
            .status
            .as_u16()
    };
    let other = format!("{}@globex.example", unique("thierry"));
    let taken = set("CHLOE@globex.example").await.flaws();
    let _ = set(&other).await.expect(200);
    let (new, old) = (sign_in(&other).await, sign_in(THIERRY).await);
    let _ = set(THIERRY).await.expect(200);
    assert_eq!(taken, ["/email taken"]);
    assert_eq!((new, old, sign_in(THIERRY).await), (200, 401, 200));
}

/// A10, G19: a name that an administrator changes stays, whatever its owner changes of their details afterwards.
#[tokio::test]
async fn a10_a_name_that_was_put_right_stays() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let save = async |api: &Api, field: &str, value: &str| {
        let mut details = api.get("/profile").await.expect(200).json()["details"].clone();
        details[field] = value.into();
        details["country"] = "BE".into();
        api.post("/profile", details).await.expect(200).json()["details"].clone()
    };
    let own = save(&api, "job_title", "Planner").await;
    assert_eq!((&own["first_name"], &own["last_name"]), (&json!("Lotte"), &json!("Maes")));
    let path = format!("/contacts/{}", firm.contact);
    let mut form = firm.contact_form(&admin).await;
    form["name"] = "Lotte De Smet".into();
    let _ = admin.post(&path, form).await.expect(200);

    let lotte = portal.signed_in_with(&email, PASSWORD).await;
    let own = save(&lotte, "phone", "+32 9 555 01 02").await;
    assert_eq!((&own["first_name"], &own["last_name"]), (&json!("Lotte"), &json!("De Smet")));
    assert_eq!(admin.get(&path).await.expect(200).json()["contact"]["name"], "Lotte De Smet");
}

/// G19, A10: how a contact is reached is seen by all who see contacts, and kept by administrators: one by one, and by sheets, of
/// which those without these columns leave it as it is. The contact's trail says who changed what of it, the company's nothing.
#[tokio::test]
async fn g19_how_a_contact_is_reached_is_kept() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let path = format!("/contacts/{}", firm.contact);
    let seen = async |fields: [&str; 3]| {
        let contact = eva.get(&path).await.expect(200).json()["contact"].clone();
        fields.map(|field| contact[field].as_str().unwrap_or_default().to_owned())
    };
    let mut own = api.get("/profile").await.expect(200).json()["details"].clone();
    (own["country"], own["phone"]) = ("BE".into(), "+32 9 555 01 02".into());
    let _ = api.post("/profile", own).await.expect(200);
    assert_eq!(seen(["country", "phone", "city"]).await, ["BE", "+32 9 555 01 02", ""]);
    let newest = admin.get(&path).await.expect(200).json()["trail"][0].clone();
    let expected = json!([
        { "field": "country", "from": "", "to": "BE" },
        { "field": "phone", "from": "", "to": "+32 9 555 01 02" },
    ]);
    assert_eq!((&newest["what"], &newest["changes"]), (&json!("profile-changed"), &expected));
    assert_eq!(newest["by"]["id"], firm.contact, "they did it themselves");
    let mut visitor = portal.visitor();
    visitor.sign_in("engineer").await;
    assert!(visitor.see(&path).await.expect(200).html().contains("<dd>+32 9 555 01 02</dd>"));

    let mut form = firm.contact_form(&admin).await;
    (form["job_title"], form["phone"]) = ("Planner".into(), "+32 9 555 01 03".into());
    form["city"] = "Gent".into();
    let _ = admin.post(&path, form).await.expect(200);
    let own = portal.signed_in_with(&email, PASSWORD).await.get("/profile").await.expect(200).json();
    assert_eq!(
        (&own["details"]["phone"], &own["details"]["city"]),
        (&json!("+32 9 555 01 03"), &json!("Gent"))
    );
    let newest = admin.get(&path).await.expect(200).json()["trail"][0].clone();
    let expected = json!([
        { "field": "job_title", "from": "", "to": "Planner" },
        { "field": "phone", "from": "+32 9 555 01 02", "to": "+32 9 555 01 03" },
        { "field": "city", "from": "", "to": "Gent" },
    ]);
    assert_eq!((&newest["by"]["id"], &newest["changes"]), (&json!("ada"), &expected));
    let company = admin.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    assert!(!company["trail"].to_string().contains("555"), "{company:#}");
    let mut wrong = firm.contact_form(&admin).await;
    (wrong["country"], wrong["phone"]) = ("XX".into(), "0".repeat(41).into());
    assert_eq!(
        admin.post(&path, wrong.clone()).await.flaws(),
        ["/country no-such-choice", "/phone too-long"]
    );
    (wrong["country"], wrong["phone"]) = ("".into(), "".into());
    assert_eq!(admin.post(&path, wrong).await.flaws(), ["/country required"], "G20");

    let sheet = admin.send(admin.request(Method::GET, "/exports/contacts.csv")).await.expect(200).text();
    let line = sheet.lines().find(|line| line.contains(&firm.contact)).expect("they are in it");
    let cells = "\"yes\",\"BE\",\"Planner\",\"'+32 9 555 01 03\",\"\",\"\",\"Gent\"";
    assert!(line.ends_with(cells), "{line}");
    for (csv, outcome, city) in [
        (format!("id,name\n{},Lotte Peeters\n", firm.contact), "changed", "Gent"),
        (format!("id,postcode,city\n{},9300,Aalst\n", firm.contact), "changed", "Aalst"),
        (format!("id,postcode,city\n{},9300,Aalst\n", firm.contact), "unchanged", "Aalst"),
    ] {
        let sheet = json!({ "sheet": "contacts", "csv": csv });
        let report = admin.post("/imports", sheet).await.expect(200).json()["report"].clone();
        assert_eq!(report[outcome], 1, "{csv}: {report:#}");
        assert_eq!(seen(["phone", "job_title", "city"]).await, ["+32 9 555 01 03", "Planner", city]);
    }
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

/// A sheet is checked as a whole and each bad line named; a good one is brought in once, however often it is sent.
#[tokio::test]
async fn a10_a_sheet_is_checked_and_brought_in() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (one, two) = (unique("hw"), unique("hw"));
    let (company, product) = (&firm.company, &firm.product);
    let heading = "company,id,serial,model,product,site";
    let bad = format!(
        "{heading}\n{company},{one},S1,Box,{product},\n{company},a b,S2,Box,nothing,\nnobody,{two},,Box,{product},\n"
    );
    let send = async |csv: &str, dry_run: &str| {
        admin.post("/imports", json!({ "sheet": "hardware", "csv": csv, "dry_run": dry_run })).await
    };
    let report = send(&bad, "yes").await.expect(200).json();
    let errors = report["report"]["errors"].as_array().cloned().unwrap_or_default();
    let told: Vec<String> = errors
        .iter()
        .map(|e| {
            format!(
                "{} {} {}",
                e["line"],
                e["column"].as_str().unwrap_or_default(),
                e["code"].as_str().unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(
        told,
        ["3 id not-an-id", "3 product no-such-record", "4 company no-such-record", "4 serial required"]
    );
    assert!(errors.iter().all(|e| e["detail"].as_str().is_some_and(|detail| detail.len() > 20)));
    let flaws = send(&bad, "").await.flaws();
    assert_eq!(flaws[0], "/csv/3/id not-an-id", "and nothing is written");

    let good =
        format!("{heading}\n{company},{one},S1,Box,{product},\n{company},{two},S2,Box,{product},Ghent\n");
    let counts =
        |report: &Value| ["created", "changed", "unchanged"].map(|name| report["report"][name].as_u64());
    let checked = send(&good, "yes").await.expect(200).json();
    assert_eq!(counts(&checked), [Some(2), Some(0), Some(0)]);
    let page = admin.get(&format!("/companies/{company}")).await.expect(200).json();
    assert_eq!(page["hardware"].as_array().map(Vec::len), Some(1), "checking writes nothing");
    assert_eq!(counts(&send(&good, "").await.expect(200).json()), [Some(2), Some(0), Some(0)]);
    assert_eq!(counts(&send(&good, "").await.expect(200).json()), [Some(0), Some(0), Some(2)]);
    let moved = good.replace("Ghent", "Bruges");
    assert_eq!(counts(&send(&moved, "").await.expect(200).json()), [Some(0), Some(1), Some(1)]);
}

/// A10: lines that an import has no time for are told as such. Brought in again, the sheet goes on where it ended: lines that
/// are in change nothing.
#[tokio::test]
async fn a10_lines_that_were_not_reached_are_brought_in_again() {
    const LINES: u64 = 400;
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let path = format!("/companies/{}", firm.company);
    let line = |n: u64| format!("{},hw-{n},SN-{n},Box,{}\n", firm.company, firm.product);
    let lines: String = (0..LINES).map(line).collect();
    let sheet = json!({ "sheet": "hardware", "csv": format!("company,id,serial,model,product\n{lines}") });
    let bring = async || admin.post("/imports", sheet.clone()).await.expect(200).json()["report"].clone();
    let count = |report: &Value, name: &str| report[name].as_u64().expect("it is counted");

    let clock = portal.clock();
    let time_passes = async {
        eventually("the first line", Duration::from_secs(30), async || {
            let page = admin.get(&path).await.expect(200).json();
            page["hardware"].as_array().is_some_and(|held| held.len() > 1).then_some(())
        })
        .await;
        clock.set(SignedDuration::from_secs(10));
    };
    let (report, ()) = join!(bring(), time_passes);
    drop(clock);
    let mut stored = count(&report, "created");
    assert!((1..LINES).contains(&stored), "{stored}");
    assert_eq!((stored + count(&report, "not_reached"), count(&report, "overtaken")), (LINES, 0));
    let rows = report["rows"].as_array().expect("there are rows");
    assert_eq!((&rows[0]["outcome"], rows.len()), (&json!("created"), 400));
    assert_eq!(rows.last().map(|row| &row["outcome"]), Some(&json!("not-reached")));

    // A slow machine takes more than one import for the rest, too.
    for _ in 0..10 {
        let report = bring().await;
        assert_eq!((count(&report, "unchanged"), count(&report, "overtaken")), (stored, 0));
        stored += count(&report, "created");
        if count(&report, "not_reached") == 0 {
            break;
        }
    }
    assert_eq!(stored, LINES);
}

/// A sheet of records that does not hold everything: people are led from part to part, and each record is in one of them.
#[tokio::test]
async fn a_sheet_of_records_in_parts_has_each_record_once() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let ids: Vec<String> = (0..51).map(|_| unique("part")).collect();
    let bring = async |ids: &[String]| {
        let line = |id: &String| format!("{id},Zz {id},Ghent,Europe/Brussels,both\n");
        let lines: String = ids.iter().map(line).collect();
        let csv = format!("id,name,city,zone,company_kind\n{lines}");
        let sheet = json!({ "sheet": "companies", "csv": csv });
        let report = admin.post("/imports", sheet).await.expect(200).json()["report"].clone();
        ["created", "unchanged"].map(|name| report[name].as_u64().unwrap_or_default())
    };
    assert_eq!(bring(&ids[..20]).await, [20, 0]);
    assert_eq!(bring(&ids[..]).await, [31, 20], "lines that are in change nothing");

    let next = admin.get("/companies").await.expect(200).json()["next"].clone();
    let next = next.as_str().expect("51 companies are two pages");
    let parts = [format!("until={next}"), format!("after={next}")];
    let mut sheets = String::new();
    for part in &parts {
        sheets += &admin.get(&format!("/exports/companies.csv?{part}")).await.expect(200).text();
    }
    for id in &ids {
        assert_eq!(sheets.matches(&format!("\n\"{id}\",")).count(), 1, "{id}");
    }
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let whole = ada.see("/exports/companies.csv?as=sheet").await.expect(200).reply;
    assert_eq!(whole.header("content-disposition"), "attachment; filename=\"companies.csv\"");
    let page =
        ada.see(&format!("/exports/companies.csv?as=sheet&after={next}&part=2")).await.expect(200).html();
    assert!(page.contains("Sheet, part 2") && page.contains("This is the last part."), "{page}");
    let file = format!("/exports/companies.csv?as=csv&after={next}&part=2");
    assert!(page.contains(&format!("href=\"{}\"", file.replace('&', "&#38;"))), "{page}");
    let file = ada.see(&file).await.expect(200).reply;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"companies-2.csv\"");
    assert!(file.text().starts_with("\"id\","), "each part names the columns");
    admin.get("/exports/contacts.csv?until=x").await.problem(400, "cursor");
}

/// Contacts come in by a sheet too: found by their address where it names no Contact ID, and once only (G22).
#[tokio::test]
async fn e5_contacts_come_in_by_a_sheet() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = format!("{}@firm.example", unique("sheet"));
    let csv = format!(
        "company;name;email;language;zone;level;case_scope\n{};Jeroen;{email};nl;Europe/Brussels;read-only;own\n",
        firm.company
    );
    let body = json!({ "sheet": "contacts", "csv": csv });
    let first = admin.post("/imports", body.clone()).await.expect(200).json();
    let second = admin.post("/imports", body).await.expect(200).json();
    assert_eq!((&first["report"]["created"], &second["report"]["unchanged"]), (&json!(1), &json!(1)));
    assert_eq!(first["report"]["rows"][0]["id"], second["report"]["rows"][0]["id"]);
    let twice = format!("{csv}{};Jeroen;{email};nl;Europe/Brussels;read-only;own\n", firm.company);
    let flaws = admin.post("/imports", json!({ "sheet": "contacts", "csv": twice })).await.flaws();
    assert_eq!(flaws, ["/csv/3/email taken"]);
    let (one, other) = (unique("one"), unique("other"));
    let id = &firm.contact;
    let csv = format!("id,email\n{id},{one}@firm.example\n{id},{other}@firm.example\n");
    let flaws = admin.post("/imports", json!({ "sheet": "contacts", "csv": csv })).await.flaws();
    assert_eq!(flaws, ["/csv/3/id taken"], "of two lines about one person neither is written");
}

/// X27: a sheet that does not say who has left brings nobody back, by their Contact ID or without; nor does it clear what it
/// does not name. Their address stays theirs.
#[tokio::test]
async fn x27_a_sheet_brings_nobody_back_who_has_left() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (email, path) = (firm.address(&admin).await, format!("/contacts/{}", firm.contact));
    let revision = async || admin.get(&path).await.expect(200).json()["revision"].clone();
    // What is not sent stays as it is.
    let leaves = json!({ "active": "no", "revision": revision().await });
    let _ = admin.post(&path, leaves).await.expect(200);
    let renamed = json!({ "name": "Lotte Peeters", "revision": revision().await });
    let _ = admin.post(&path, renamed).await.expect(200);

    let company = &firm.company;
    let line = "Lotte Peeters;nl;Europe/Brussels;read-write;company";
    for csv in [
        format!("company;email;name;language;zone;level;case_scope\n{company};{email};{line}\n"),
        format!("company;email;name;language;zone;level;case_scope;active\n{company};{email};{line};\n"),
        format!("id;name\n{};Lotte Peeters\n", firm.contact),
    ] {
        let report =
            admin.post("/imports", json!({ "sheet": "contacts", "csv": csv })).await.expect(200).json();
        let report = &report["report"];
        assert_eq!(
            (&report["unchanged"], &report["rows"][0]["id"]),
            (&json!(1), &json!(firm.contact)),
            "{csv}"
        );
    }
    assert_eq!(admin.get(&path).await.expect(200).json()["contact"]["active"], false);
    let mut other = firm.person();
    other["email"] = email.to_uppercase().into();
    let taken = admin.post(&format!("/companies/{company}/contacts"), other).await;
    assert_eq!(taken.flaws(), ["/email taken"]);
    let forgotten = json!({ "email": email });
    let _ = portal.anonymous().post("/password", forgotten).await.expect(202);
    let told = portal.letter(&email, "/password").await;
    assert!(!told.text.contains("?link="), "who has left is nobody: {}", told.text);

    let sheet = json!({ "sheet": "companies", "csv": format!("id,name\n{company},Renamed\n") });
    let _ = admin.post("/imports", sheet).await.expect(200);
    let kept = admin.get(&format!("/companies/{company}")).await.expect(200).json()["company"].clone();
    assert_eq!(
        (&kept["name"], &kept["country"], &kept["city"]),
        (&json!("Renamed"), &json!("BE"), &json!("Ghent"))
    );
    let sheet = json!({ "sheet": "companies", "csv": format!("id,country\n{company},\n") });
    let _ = admin.post("/imports", sheet).await.expect(200);
    let cleared = admin.get(&format!("/companies/{company}")).await.expect(200).json()["company"].clone();
    assert_eq!((&cleared["country"], &cleared["city"]), (&Value::Null, &json!("Ghent")));
}

/// X2, X3: sheets are files to be saved, whose cells no spreadsheet takes for formulas, be it set to English, Dutch or French;
/// what was typed is text on pages, and a sheet that was exported is brought in as it was.
#[tokio::test]
async fn x2_x3_what_is_exported_does_nothing() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let harmful = "=HYPERLINK(\"http://evil.example\")<img src=x onerror=alert(1)>; =1+1,@x";
    let _ = firm.change(&admin, "hardware/h-1", "site", harmful).await.expect(200);
    let sheet = admin.send(admin.request(Method::GET, "/exports/hardware.csv")).await.expect(200);
    assert_eq!(sheet.header("content-type"), "text/csv; charset=utf-8");
    assert!(sheet.header("content-disposition").starts_with("attachment;"));
    assert_eq!(sheet.header("x-content-type-options"), "nosniff");
    let english = sheet.text();
    let dutch = admin.request(Method::GET, "/exports/hardware.csv").header("cookie", "__Host-language=nl");
    let dutch = admin.send(dutch).await.expect(200).text();
    for (sheet, heading) in
        [(&english, "\"company\",\"id\",\"serial\","), (&dutch, "\"company\";\"id\";\"serial\";")]
    {
        let line = sheet.lines().find(|line| line.contains(&firm.company)).expect("it is exported");
        assert!(sheet.starts_with(heading) && line.contains("\"'=HYPERLINK"), "{line}");
        let mut cells = sheet.split([',', ';', '\n']).map(|cell| cell.trim_start_matches(['"', ' ']));
        assert!(!cells.any(|cell| cell.starts_with(['=', '+', '@'])), "{sheet}");
        let csv = format!("{}\n{line}\n", sheet.lines().next().unwrap_or_default());
        let body = json!({ "sheet": "hardware", "csv": csv, "dry_run": "yes" });
        let report = admin.post("/imports", body).await.expect(200).json()["report"].clone();
        assert_eq!((&report["unchanged"], &report["errors"]), (&json!(1), &json!([])), "{report:#}");
    }
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see(&format!("/companies/{}", firm.company)).await.expect(200).html();
    assert!(!page.contains("<img") && page.contains("onerror=alert(1)"), "it is text");
    // X28: no sheet has what is nobody's but their own.
    let contacts = admin.send(admin.request(Method::GET, "/exports/contacts.csv")).await.expect(200).text();
    assert!(
        contacts.starts_with(
            "\"company\",\"id\",\"name\",\"email\",\"language\",\"zone\",\"level\",\"case_scope\",\"active\",\
             \"country\",\"job_title\",\"phone\",\"address\",\"postcode\",\"city\"\n"
        ),
        "{contacts}"
    );
    admin.get("/exports/passwords.csv").await.problem(404, "not-found");
}

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
    admin.post(&path, late).await.problem(409, "outdated");

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
    let _ = admin.post("/products", product.clone()).await.expect(201);
    firm.product.clone_from(&id);
    for (section, mut body, own) in [
        ("contracts", firm.contract(), "k-2"),
        ("hardware", firm.hardware(), "h-2"),
        ("licences", firm.licence(), "l-2"),
    ] {
        body["id"] = own.into();
        let _ = admin.post(&format!("/companies/{}/{section}", firm.company), body).await.expect(201);
    }
    let form = unique("form");
    let mut kept = caseport_tests::forms::retired(&form);
    kept["products"] = json!([id]);
    let _ = admin.post("/forms", kept).await.expect(201);
    let lotte = firm.registered(&admin).await;
    let opening = Opening::new(&lotte, "About what is removed").await.with("product", id.clone());
    let case = Case::open_with(&lotte, &opening).await;

    let remove = async |revision: u32| {
        admin.post("/products", json!({ "id": id, "revision": revision, "remove": "yes" })).await
    };
    let refused = remove(0).await;
    let told = refused.problem(422, "flaws")["errors"][0]["detail"].to_string();
    assert!(told.contains("k-2") && told.contains(&firm.company), "{told}");
    let in_use = "/remove in-use";
    assert_eq!(remove(0).await.flaws(), [in_use, in_use, in_use, "/remove in-form"]);
    for (held, left) in [("hardware/h-2", 3), ("licences/l-2", 2), ("contracts/k-2", 1)] {
        let _ = firm.change(&admin, held, "remove", "yes").await.expect(200);
        assert_eq!(remove(0).await.flaws().len(), left, "{held}");
    }
    let mut changed = caseport_tests::forms::changed(&admin, &form).await;
    changed["products"] = json!([]);
    let _ = admin.post(&format!("/forms/{form}"), changed).await.expect(200);
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
    remove(0).await.problem(404, "not-found");
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
    let page = admin.get(&format!("/products?edit={id}")).await.expect(200).json();
    assert_eq!(page["trail"][0]["what"], "product-created", "it is that product again");
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
