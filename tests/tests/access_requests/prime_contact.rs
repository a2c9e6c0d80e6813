//! What the prime contact is asked, and answers.

use std::time::Duration;

use caseport_tests::records::Firm;
use caseport_tests::{Portal, eventually};
use serde_json::{Value, json};

use crate::{Partner, path_of, standing};

/// G4: while the prime contact has not answered, nothing is granted.
#[tokio::test]
async fn g4_what_the_prime_contact_was_asked_waits_for_them() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let fatima = portal.person("fatima@waterdrecht.example").await;
    fatima.withdraws().await;
    let request = fatima.asks_for("basic").await;
    let asked = admin.deals(&request, "ask-prime-contact", json!({})).await.expect(200).json();
    assert_eq!(standing(&asked), "waits-for-prime");
    admin.deals(&request, "decision", json!({ "decision": "grant" })).await.problem(409, "refused");
    admin.deals(&request, "ask-prime-contact", json!({})).await.problem(409, "refused");
    let link = portal.letter("joost@waterdrecht.example", "Fatima El Amrani").await;
    let link = link.link(&portal, "/access/confirm");
    let mut joost = portal.visitor();
    let page = joost.see(&link).await.expect(200);
    assert!(page.html().contains("Fatima El Amrani"));
    // X10: looking uses nothing up, answering does.
    let page = joost.submit(&page, "/access/confirm", &[("decision", "confirm")]).await.expect(200);
    assert!(!page.html().contains("<form class=\"after\""));
    let _ = joost.see(&link).await.expect(410);
    let page = admin.get(&path_of(&request)).await.expect(200).json();
    assert_eq!(standing(&page), "open");
    assert_eq!(page["actions"], json!(["grant", "refuse", "ask-more"]));
    fatima.withdraws().await;
    // The prime contact does not confirm their own.
    let joost = portal.person("joost@waterdrecht.example").await;
    joost.withdraws().await;
    let own = joost.asks_for("basic").await;
    admin.deals(&own, "ask-prime-contact", json!({})).await.problem(409, "refused");
    joost.withdraws().await;
}

/// G4: what the prime contact does not agree to is not granted, and why they did not is told to nobody at their company.
#[tokio::test]
async fn g4_what_the_prime_contact_denies_is_not_granted() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let camille = Partner::new(&portal, &admin).await;
    let prime =
        admin.post(&format!("/companies/{}/contacts", camille.firm.company), camille.firm.person()).await;
    let contact = prime.expect(201).json()["id"].as_str().expect("an identifier").to_owned();
    let _ = camille.firm.change(&admin, "companies", "prime_contact", &*contact).await.expect(200);
    let firm = Firm { contact, company: camille.firm.company.clone(), product: camille.firm.product.clone() };
    let email = firm.address(&admin).await;

    let asks = portal.person(&camille.email).await;
    let request = asks.asks_for("read-only").await;
    let _ = admin.deals(&request, "ask-prime-contact", json!({})).await.expect(200);
    let link = portal.letter(&email, "Lotte Maes").await.link(&portal, "/access/confirm");
    let token = link.split_once("?link=").expect("it is a link").1;
    let answer = json!({ "link": token, "decision": "deny", "text": "She is leaving us." });
    let _ = portal.anonymous().post("/access/confirm", answer.clone()).await.expect(200);
    portal.anonymous().post("/access/confirm", answer).await.problem(410, "link-gone");
    admin.deals(&request, "decision", json!({ "decision": "grant" })).await.problem(409, "refused");
    assert!(!asks.get("/access").await.expect(200).text().contains("leaving"));
    assert!(admin.get(&path_of(&request)).await.expect(200).text().contains("She is leaving us."));
    let refuse = json!({ "decision": "refuse", "text": "Your prime contact does not agree." });
    let _ = admin.deals(&request, "decision", refuse).await.expect(200);
    let told = portal.letter(&camille.email, "Your prime contact does not agree.").await;
    assert!(!told.text.contains("leaving"));
    // The prime contact takes along what they were asked and answered, and nothing of what others did with it.
    let part = firm.registered(&admin).await.get("/profile/data/export").await.expect(200).json();
    let denied = &part["access_confirmations"][0];
    let steps: Vec<&str> =
        denied["steps"].as_array().into_iter().flatten().filter_map(|step| step["step"].as_str()).collect();
    assert_eq!((steps, &denied["wants"]), (vec!["prime-asked", "denied"], &json!("read-only")), "{part:#}");
    assert_eq!(denied["steps"][1]["text"], "She is leaving us.");
    assert_eq!(part["access_requests"], json!([]), "it is a colleague's");
    assert!(!part.to_string().contains("does not agree"));
}

/// G4: who was to confirm what a colleague asks for, and is erased, is named in that no more.
#[tokio::test]
async fn g4_an_erased_prime_contact_stands_in_no_request() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let mut person = firm.person();
    person["name"] = "Prudence Vane".into();
    let email = person["email"].as_str().expect("an address").to_owned();
    let prime = admin.post(&format!("/companies/{}/contacts", firm.company), person).await.expect(201).json();
    let prime = prime["id"].as_str().expect("an identifier").to_owned();
    let _ = firm.change(&admin, "companies", "prime_contact", &*prime).await.expect(200);
    let request = firm.registered(&admin).await.asks_for("read-only").await;
    let _ = admin.deals(&request, "ask-prime-contact", json!({})).await.expect(200);
    let link = portal.letter(&email, "Lotte Maes").await.link(&portal, "/access/confirm");
    let token = link.split_once("?link=").expect("it is a link").1;
    let confirm = json!({ "link": token, "decision": "confirm" });
    let _ = portal.anonymous().post("/access/confirm", confirm).await.expect(200);
    let _ = firm.change(&admin, "companies", "prime_contact", "").await.expect(200);
    let told = async || admin.get(&path_of(&request)).await.expect(200).text();
    assert!(told().await.contains("Prudence Vane"), "they confirmed it");

    let erase = admin.post(&format!("/contacts/{prime}/erase"), json!({ "confirm": prime })).await;
    let _ = erase.expect(202);
    eventually("Prudence to be out of the request", Duration::from_secs(40), async || {
        (!told().await.contains("Prudence")).then_some(())
    })
    .await;
}

/// X27: who is the company's prime contact no more answers nothing by the link they were mailed, and the new one is asked.
#[tokio::test]
async fn x27_a_former_prime_contact_confirms_nothing() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let camille = Partner::new(&portal, &admin).await;
    let firm = &camille.firm;
    // A colleague who becomes the prime contact: their address.
    let named = async || {
        let person = firm.person();
        let email = person["email"].as_str().expect("an address").to_owned();
        let contact = admin.post(&format!("/companies/{}/contacts", firm.company), person).await;
        let id = contact.expect(201).json()["id"].clone();
        let _ = firm.change(&admin, "companies", "prime_contact", id).await.expect(200);
        email
    };
    let link = async |email: &str| {
        let link = portal.letter(email, "Lotte Maes").await.link(&portal, "/access/confirm");
        json!(link.split_once("?link=").expect("it is a link").1)
    };
    let answer = async |link: &Value| {
        portal.anonymous().post("/access/confirm", json!({ "link": link, "decision": "confirm" })).await
    };
    let former = named().await;
    let request = portal.person(&camille.email).await.asks_for("read-only").await;
    let _ = admin.deals(&request, "ask-prime-contact", json!({})).await.expect(200);
    let old = link(&former).await;
    let new = named().await;
    answer(&old).await.problem(410, "link-gone");
    let page = admin.get(&path_of(&request)).await.expect(200).json();
    assert_eq!(page["actions"], json!(["refuse", "ask-prime", "ask-more"]));
    let _ = admin.deals(&request, "ask-prime-contact", json!({})).await.expect(200);
    answer(&old).await.problem(410, "link-gone");
    let _ = answer(&link(&new).await).await.expect(200);
    let granted = admin.deals(&request, "decision", json!({ "decision": "grant" })).await.expect(200).json();
    assert_eq!(standing(&granted), "granted");
}
