//! Asking for a login, and what becomes of it.

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Api, Portal, unique};
use serde_json::{Value, json};

use crate::{path_of, standing};

/// X27: nor does an administrator deal with the login that was asked for with their own address, however it is written.
#[tokio::test]
async fn x27_nobody_decides_the_login_of_their_own_address() {
    let portal = Portal::from_env();
    let ada = portal.administrator().await;
    let asks = json!({
        "name": "Ada Okafor", "email": ada.email.to_uppercase(), "sold_to": ["Norhaven"],
        "end_user": ["Harbourline"], "text": "Another one, for me.",
    });
    let _ = portal.anonymous().post("/request-a-login", asks).await.expect(202);
    let own = logins(&ada, &ada.email).await.pop().expect("it is in the queue");
    for (deed, body) in [
        ("decision", json!({ "decision": "grant" })),
        ("decision", json!({ "decision": "refuse", "text": "I have one." })),
        ("ask-more", json!({ "text": "What for?" })),
        ("ask-prime-contact", json!({})),
    ] {
        let refused = ada.post_in("en", &format!("{}/{deed}", path_of(&own)), body).await;
        let problem = refused.problem(403, "denied");
        assert_eq!(problem["detail"], "Nobody decides their own request for access.", "{deed}");
    }
    assert_eq!(standing(&ada.get(&path_of(&own)).await.expect(200).json()), "open");
}

/// G6, X9, X14: a login is asked for by anybody, is answered the same whoever that is and however often, and lands in
/// the queue once. Each decision is mailed.
#[tokio::test]
async fn g6_a_login_is_asked_for() {
    let portal = Portal::from_env();
    let (nobody, admin) = (portal.anonymous(), portal.administrator().await);
    let email = format!("{}@new.example", unique("nora").replace(' ', "-"));
    let body = |email: &str| {
        json!({
            "name": "Nora Lind", "email": email, "sold_to": ["Norhaven", "Voxline"],
            "end_user": ["Harbourline", "Acme"], "text": "I run it.",
        })
    };
    let mut answers = Vec::new();
    for email in [&*email, &email.to_uppercase(), "anna@acme.example"] {
        answers.push(nobody.post("/request-a-login", body(email)).await.expect(202).json());
    }
    assert!(answers.iter().all(|answer| *answer == json!({ "received": true })));
    let found = logins(&admin, &email).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["pairs"].as_array().map(Vec::len), Some(2));
    assert_eq!(found[0]["actions"], json!(["grant", "refuse"]));
    let granted = admin.deals(&found[0], "decision", json!({ "decision": "grant" })).await.expect(200).json();
    assert_eq!(standing(&granted), "awaits-contact");
    let mail = portal.letter(&email, "Nora Lind, your request for a login has been granted.").await;
    assert!(mail.says("A second mail brings you a link to choose a password with."), "{}", mail.text);
    // Nobody has to be put on record after all.
    let ended = json!({ "decision": "refuse", "text": "You have a login with your other address." });
    let ended = admin.deals(&granted, "decision", ended).await.expect(200).json();
    assert_eq!(standing(&ended), "refused");
    let mail = portal.letter(&email, "You have a login with your other address.").await;
    assert!(mail.says("We are not making the login that you asked for."), "{}", mail.text);
    assert!(logins(&admin, &email).await.is_empty(), "nothing is left to do");

    let wrong =
        json!({ "name": "", "email": "nora", "sold_to": ["Norhaven"], "end_user": [""], "text": "a" });
    let flaws = nobody.post("/request-a-login", wrong).await.flaws();
    assert_eq!(flaws, ["/name required", "/email not-an-address", "/end_user/0 required"]);
}

/// The requests for a login with this address that are in the administrators' queue.
async fn logins(admin: &Api, email: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut path = "/access/requests".to_owned();
    loop {
        let queue = admin.get(&path).await.expect(200).json();
        for line in queue["requests"].as_array().expect("it is a list") {
            if line["wants"].is_null() {
                let request = admin.get(&path_of(line)).await.expect(200).json();
                if request["email"].as_str().is_some_and(|found| found.eq_ignore_ascii_case(email)) {
                    assert_eq!(request["standing"], line["standing"]);
                    found.push(request);
                }
            }
        }
        let Some(next) = queue["next"].as_str() else { return found };
        path = format!("/access/requests?after={next}");
    }
}

/// G6, G17: a login that was granted leads to the form of a contact filled in with what was asked for, stays in the queue until
/// a contact has that address, and is signed in with.
#[tokio::test]
async fn g6_g17_a_granted_login_becomes_a_contact_who_signs_in() {
    let portal = Portal::from_env();
    let (nobody, admin) = (portal.anonymous(), portal.administrator().await);
    let firm = Firm::founded(&admin).await;
    let known = firm.address(&admin).await;
    let email = format!("{}@new.example", unique("omar").replace(' ', "-"));
    let company = format!("Firm {}", firm.company);
    let asks = |email: &str| {
        json!({
            "name": "Omar Haddad", "email": email, "sold_to": ["Norhaven"], "end_user": [company],
            "text": "I run it.",
        })
    };
    let grants = async |email: &str| {
        let _ = nobody.post_in("nl", "/request-a-login", asks(email)).await.expect(202);
        let asked = logins(&admin, email).await.remove(0);
        admin.deals(&asked, "decision", json!({ "decision": "grant" })).await.expect(200).json()
    };
    let granted = grants(&email).await;
    assert_eq!(standing(&granted), "awaits-contact");
    let waiting = logins(&admin, &email).await;
    assert_eq!((waiting.len(), standing(&waiting[0])), (1, "awaits-contact"));
    assert_eq!((&waiting[0]["overdue"], &waiting[0]["actions"]), (&json!(false), &json!(["refuse"])));
    let forms = waiting[0]["contact_forms"].as_array().expect("they are a list");
    let theirs = forms.iter().find(|form| form["company"] == firm.company.as_str()).expect("it is theirs");
    let address = theirs["address"].as_str().expect("it is an address").trim_end_matches("#contact-form");
    let mut ada = portal.visitor();
    let _ = ada.sign_in("administrator").await.expect(200);
    let html = ada.see(&path_of(&granted)).await.expect(200).html();
    assert!(html.contains(&format!("/companies/{}?add=contacts", firm.company)), "{html}");
    let html = ada.see(address).await.expect(200).html();
    assert!(html.contains("value=\"Omar Haddad\"") && html.contains(&format!("value=\"{email}\"")), "{html}");

    let mut contact = admin.get(address).await.expect(200).json()["form"]["values"].clone();
    for (field, value) in [("name", "Omar Haddad"), ("email", &*email), ("language", "nl")] {
        assert_eq!(contact[field], value, "{field}");
    }
    let wrong = format!("/companies/{}?add=contacts&email=nobody&language=xx", firm.company);
    let flaws = admin.get(&wrong).await.flaws();
    let fields: Vec<&str> = flaws.iter().filter_map(|flaw| flaw.split(' ').next()).collect();
    assert_eq!(fields, ["/email", "/language"], "what a link fills in is checked as if it had been typed");
    let html = ada.see(&wrong).await.expect(200).html();
    assert!(html.contains("id=\"contact-email-flaw\"") && !html.contains("id=\"contact-name-flaw\""));

    contact["level"] = "read-only".into();
    contact["case_scope"] = "own".into();
    let made = admin.post(&format!("/companies/{}/contacts", firm.company), contact).await.expect(201).json();
    assert!(logins(&admin, &email).await.is_empty(), "nothing is left to do");
    let done = admin.get(&path_of(&granted)).await.expect(200).json();
    assert_eq!((standing(&done), &done["contact_forms"]), ("granted", &json!([])));
    let last = done["steps"].as_array().and_then(|steps| steps.last()).expect("there are steps").clone();
    assert_eq!((&last["step"], &last["by"]), (&json!("contact-made"), &json!("Ada Okafor")));

    // Who is on record already is waited for by nobody.
    let granted = grants(&known).await;
    assert_eq!(standing(&granted), "granted");
    assert!(logins(&admin, &known).await.is_empty());

    let contact = made["id"].as_str().expect("a contact has an id").to_owned();
    let omar = Firm { contact, ..firm }.registered(&admin).await;
    let home = omar.get("/home").await.expect(200).json();
    assert_eq!((&home["contact"]["email"], &home["contact"]["level"]), (&json!(email), &json!("read-only")));
    // What they said before they had an account is theirs to take along.
    let part = omar.get("/profile/data/export").await.expect(200).json();
    let asked = &part["access_requests"][0];
    assert_eq!((&asked["who"], &asked["email"]), (&json!("Omar Haddad"), &json!(email)), "{part:#}");
    assert_eq!(asked["steps"][0]["text"], "I run it.");
}

/// G6, M15: nobody is left to be put on record where a contact has changed their address to the one that was granted a login.
#[tokio::test]
async fn g6_m15_an_address_that_a_contact_changes_to_is_waited_for_no_more() {
    let portal = Portal::from_env();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let email = format!("{}@new.example", unique("lotte").replace(' ', "-"));
    let asked = json!({
        "name": "Lotte Maes", "email": email, "sold_to": ["Norhaven"], "end_user": ["Harbourline"],
        "text": "I have another address now.",
    });
    let _ = portal.anonymous().post("/request-a-login", asked).await.expect(202);
    let asked = logins(&admin, &email).await.remove(0);
    let granted = admin.deals(&asked, "decision", json!({ "decision": "grant" })).await.expect(200).json();
    assert_eq!(standing(&granted), "awaits-contact");

    let change = json!({ "email": email, "password": PASSWORD });
    let _ = lotte.api.post("/profile/email", change).await.expect(202);
    for address in [&lotte.email, &email] {
        let path = portal.letter(address, "/email-change?link=").await.link(&portal, "/email-change");
        let (_, link) = path.split_once("?link=").expect("it is a link");
        let confirmed = json!({ "link": link, "decision": "confirm" });
        let _ = portal.anonymous().post("/email-change", confirmed).await.expect(200);
    }
    assert!(logins(&admin, &email).await.is_empty(), "nothing is left to do");
    let done = admin.get(&path_of(&granted)).await.expect(200).json();
    assert_eq!(standing(&done), "granted");
    let last = done["steps"].as_array().and_then(|steps| steps.last()).expect("there are steps").clone();
    assert_eq!((&last["step"], &last["by"]), (&json!("contact-made"), &json!("Lotte Maes")));
}

/// G6, X27: who has left signs in with nothing, so a login granted to their address waits until they are back.
#[tokio::test]
async fn g6_x27_a_login_of_who_has_left_waits_until_they_are_back() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (email, path) = (firm.address(&admin).await, format!("/contacts/{}", firm.contact));
    let turns = async |active: &str| {
        let revision = admin.get(&path).await.expect(200).json()["revision"].clone();
        let _ = admin.post(&path, json!({ "active": active, "revision": revision })).await.expect(200);
    };
    turns("no").await;
    let asked = json!({
        "name": "Lotte Maes", "email": email, "sold_to": ["Norhaven"], "end_user": ["Harbourline"],
        "text": "I am back.",
    });
    let _ = portal.anonymous().post("/request-a-login", asked).await.expect(202);
    let asked = logins(&admin, &email).await.remove(0);
    let granted = admin.deals(&asked, "decision", json!({ "decision": "grant" })).await.expect(200).json();
    assert_eq!(standing(&granted), "awaits-contact");
    turns("yes").await;
    let done = admin.get(&path_of(&granted)).await.expect(200).json();
    assert_eq!(standing(&done), "granted");
}
