//! Contacts who leave, and contacts who are erased.

use std::time::Duration;

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Case, Opening, Portal, eventually};
use serde_json::{Value, json};

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
