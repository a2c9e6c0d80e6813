//! Asking for access, deciding that, and what becomes of whom it concerns.

use std::time::Duration;

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Api, Case, EVERYBODY, Mail, Opening, Portal, eventually, unique};
use jiff::SignedDuration;
use serde_json::{Value, json};

fn standing(request: &Value) -> &str {
    request["standing"].as_str().expect("a request stands somewhere")
}

fn path_of(request: &Value) -> String {
    format!("/access/requests/{}", request["id"].as_str().expect("a request has an id"))
}

/// G1–G4, A8: a contact asks for another level, an administrator asks for more and grants it; who was granted it has it
/// at once, and their old token writes no more. They are mailed what they are asked, and what was decided.
#[tokio::test]
async fn g1_a8_a_level_is_asked_for_and_granted() {
    const EMAIL: &str = "mikkel@norhaven.example";
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let mikkel = portal.person(EMAIL).await;
    mikkel.brings_to(&admin, "read-only").await;
    let mikkel = mikkel.renewed().await;

    let access = mikkel.get("/access").await.expect(200).json();
    assert_eq!(
        (access["level"].as_str(), access["choices"].clone()),
        (Some("read-only"), json!(["basic", "read-write"]))
    );
    let told = async || {
        let says = |mail: &&Mail| mail.says("You now have the level you asked for: Read-write.");
        portal.letters(EMAIL).await.iter().filter(says).count()
    };
    let before = told().await;
    let request = mikkel.asks_for("read-write").await;
    assert_eq!(standing(&request), "open");
    let again = json!({ "wants": "read-write", "text": "Once more." });
    mikkel.post("/access/requests", again).await.problem(409, "refused");

    let question = unique("Until when?");
    let asked = admin.deals(&request, "ask-more", json!({ "text": question })).await.expect(200).json();
    assert_eq!((standing(&asked), asked["question"].as_str()), ("waits-for-answer", Some(&*question)));
    let mail = portal.letter(EMAIL, &question).await;
    assert!(mail.says("before we decide your request for access we would like to know"), "{}", mail.text);
    assert!(mail.text.contains(&format!("{}/access", portal.origin())), "{}", mail.text);
    let answered =
        mikkel.deals(&request, "answer", json!({ "text": "Until Monday." })).await.expect(200).json();
    assert_eq!(standing(&answered), "open");
    mikkel.deals(&request, "answer", json!({ "text": "Tuesday." })).await.problem(409, "refused");

    let form = mikkel.get("/cases/new").await.expect(200).json();
    assert_eq!(form["case_types"], json!(["admin"]), "G19: who only reads opens no others");
    let granted = admin.deals(&request, "decision", json!({ "decision": "grant" })).await.expect(200).json();
    assert_eq!(standing(&granted), "granted");
    eventually("Mikkel to be mailed that he has it", Duration::from_secs(30), async || {
        (told().await > before).then_some(())
    })
    .await;
    let late = json!({ "decision": "refuse", "text": "After all not." });
    admin.deals(&request, "decision", late).await.problem(409, "refused");
    let renewed = mikkel.renewed().await;
    let opening = Opening::new(&renewed, "Now I may").await;
    let _ = renewed.post("/cases", opening.0).await.expect(201);
    renewed.brings_to(&admin, "read-only").await;
}

/// X27: deciding is an administrator's, and what is not one's own is as if it were not there.
#[tokio::test]
async fn x27_nobody_else_decides() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let thierry = portal.person("thierry@globex.example").await;
    thierry.withdraws().await;
    let request = thierry.asks_for("read-write").await;
    let grant = json!({ "decision": "grant" });
    for who in [&thierry, &portal.person("ines@globex.example").await, &portal.engineer().await] {
        who.deals(&request, "decision", grant.clone()).await.problem(403, "denied");
    }
    let other = portal.person("ines@globex.example").await;
    for deed in ["withdraw", "answer"] {
        let body = if deed == "answer" { json!({ "text": "a" }) } else { json!({}) };
        other.deals(&request, deed, body).await.problem(404, "not-found");
    }
    // X25: of two who decide at once, one is heard.
    let refuse = json!({ "decision": "refuse", "text": "Not for now." });
    let both = futures_util::future::join(
        admin.deals(&request, "decision", refuse.clone()),
        admin.deals(&request, "decision", refuse),
    );
    let (one, other) = both.await;
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let latest = thierry.get("/access").await.expect(200).json();
    assert_eq!(standing(&latest["request"]), "refused");
    assert_eq!(latest["level"], "read-only");
}

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

/// X12: whose level is lowered while they are signed in writes no more at once, and reads no more within a quarter of
/// an hour.
#[tokio::test]
async fn x12_a_level_lowered_holds_at_once_for_writes_and_soon_for_reads() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let admin = portal.administrator().await;
    let oliver = portal.person("mikkel@norhaven.example").await;
    oliver.brings_to(&admin, "read-write").await;
    let oliver = oliver.renewed().await;
    let opening = Opening::new(&oliver, "Before").await;
    let _ = oliver.post("/cases", opening.0.clone()).await.expect(201);

    oliver.brings_to(&admin, "basic").await;
    oliver.post("/cases", opening.0.clone()).await.problem(401, "signed-out");
    let _ = oliver.get("/cases").await.expect(200);
    clock.set(SignedDuration::from_mins(15));
    oliver.get("/cases").await.problem(401, "signed-out");
    let renewed = oliver.renewed().await;
    renewed.get("/cases").await.problem(403, "denied");
    renewed.post("/cases", opening.0).await.problem(403, "denied");
    drop(clock);
    let admin = portal.administrator().await;
    portal.person("mikkel@norhaven.example").await.brings_to(&admin, "read-only").await;
}

/// G2, A8: the queue has what is due first at the top, and marks what is overdue.
#[tokio::test]
async fn g2_what_is_overdue_is_marked() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let thierry = portal.person("thierry@globex.example").await;
    thierry.withdraws().await;
    let request = thierry.asks_for("basic").await;
    let admin = portal.administrator().await;
    let line = |queue: &Value| {
        let lines = queue["requests"].as_array().expect("it is a list").clone();
        let due: Vec<_> = lines.iter().map(|line| line["due_at"].to_string()).collect();
        assert!(due.is_sorted(), "{due:?}");
        lines.into_iter().find(|line| line["id"] == request["id"]).expect("it is in the queue")
    };
    assert_eq!(line(&admin.get("/access/requests").await.expect(200).json())["overdue"], false);
    clock.set(SignedDuration::from_hours(5 * 24));
    let admin = portal.administrator().await;
    assert_eq!(line(&admin.get("/access/requests").await.expect(200).json())["overdue"], true);
    drop(clock);
    thierry.withdraws().await;
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

/// G5, M13: a partner's contact acts for a company that theirs serves, reads there, and stays there when their token is
/// renewed; for others they cannot.
#[tokio::test]
async fn g5_a_partner_acts_for_those_it_serves() {
    let portal = Portal::from_env();
    let signe = portal.person("signe@norhaven.example").await;
    let own = signe.get("/access").await.expect(200).json();
    assert_eq!(own["serves"][0]["customer"], "harbourline");
    for other in ["acme", "nobody"] {
        let refused = signe.post("/session/company", json!({ "company": other })).await;
        assert_eq!(refused.flaws(), ["/company no-such-choice"]);
    }
    let tokens = signe.post("/session/company", json!({ "company": "harbourline" })).await.expect(200).json();
    let acting = signe.with_token(tokens["access_token"].as_str().expect("there is a token"));
    let there = acting.get("/access").await.expect(200).json();
    assert_eq!(
        (there["company"].as_str(), there["level"].as_str()),
        (Some("harbourline"), Some("read-only"))
    );
    let list = acting.get("/cases?show=all").await.expect(200).json();
    let companies: Vec<_> =
        list["cases"].as_array().into_iter().flatten().map(|case| &case["company"]).collect();
    assert!(!companies.is_empty() && companies.iter().all(|name| **name == companies[0].clone()));
    assert_eq!(acting.get("/cases/new").await.expect(200).json()["case_types"], json!(["admin"]));

    let renewed = signe.renewed().await;
    assert_eq!(renewed.get("/access").await.expect(200).json()["company"], "harbourline");
    let tokens = renewed.post("/session/company", json!({ "company": "norhaven" })).await.expect(200).json();
    let home = renewed.with_token(tokens["access_token"].as_str().expect("there is a token"));
    assert_eq!(home.get("/access").await.expect(200).json()["level"], "read-write");
    // Mikkel speaks for his own company only.
    let mikkel = portal.person("mikkel@norhaven.example").await;
    let refused = mikkel.post("/session/company", json!({ "company": "harbourline" })).await;
    assert_eq!(refused.flaws(), ["/company no-such-choice"]);
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

/// A company of the test's own, with a contact who may act for those it serves, and signs in.
struct Partner {
    firm: Firm,
    email: String,
}

impl Partner {
    async fn new(portal: &Portal, admin: &Api) -> Self {
        let firm = Firm::founded(admin).await;
        let mut fields = firm.contact_form(admin).await;
        fields["case_scope"] = "partner".into();
        let email = fields["email"].as_str().expect("a contact has an address").to_owned();
        let _ = admin.post(&format!("/contacts/{}", firm.contact), fields).await.expect(200);
        let api = portal.anonymous();
        let _ = api.post("/password", json!({ "email": email })).await.expect(202);
        let link = portal.letter(&email, "/password/new").await.link(portal, "/password/new");
        let link = link.split_once("?link=").expect("it is a link").1;
        let _ = api.post("/password/new", json!({ "link": link, "password": EVERYBODY })).await.expect(303);
        let _ = portal.welcomed(&email, EVERYBODY).await;
        Self { firm, email }
    }

    /// Has it serve this company, or serve it no more.
    async fn serves(&self, admin: &Api, customer: &Firm, remove: &str) {
        let path = format!("/companies/{}/relations", self.firm.company);
        let body = json!({ "customer": customer.company, "level": "read-write", "remove": remove });
        let _ = admin.post(&path, body).await.expect(200);
    }
}

/// Acts for this company from now on.
async fn acting(who: &Api, company: &str) -> Api {
    let tokens = who.post("/session/company", json!({ "company": company })).await.expect(200).json();
    who.with_token(tokens["access_token"].as_str().expect("there is a token"))
}

/// G5, X12: whose company serves another no more acts for it no more: they write nothing there at once. What they wrote
/// there is theirs all the same, and goes when they are erased.
#[tokio::test]
async fn g5_x12_a_relation_that_ends_is_over_at_once() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let lotte = portal.person(&partner.email).await;
    let there = acting(&lotte, &customer.company).await;
    let title = unique("For whom we serve");
    let case = Case::open(&there, &title).await;
    let _ = portal.mail(case, &partner.email, &title).await;
    let name = format!("Firm {}", customer.company);
    assert_eq!(case.seen_by(&admin).await["company"], json!(name));
    let _ = lotte.get(&case.path("")).await.expect(404);
    let theirs = Case::open(&customer.registered(&admin).await, &unique("Of whom we serve")).await;
    theirs.done(&there, "replies", json!({ "text": "We look into it." })).await;
    let told = async || admin.get(&theirs.path("transcript")).await.expect(200).text();
    assert!(told().await.contains(&partner.firm.contact));

    partner.serves(&admin, &customer, "yes").await;
    there.post(&case.path("replies"), json!({ "text": "Still us?" })).await.problem(401, "signed-out");
    let renewed = lotte.renewed().await;
    assert_eq!(renewed.get("/access").await.expect(200).json()["company"], partner.firm.company);
    let refused = renewed.post("/session/company", json!({ "company": customer.company })).await;
    assert_eq!(refused.flaws(), ["/company no-such-choice"]);

    let request = renewed.asks_access().await;
    let export = renewed.get("/profile/data/export").await.expect(200).json();
    assert_eq!(export["access_requests"][0]["id"], request["id"]);
    assert!(export["sessions"][0]["begun_at"].is_string(), "{export:#}");
    let numbers: Vec<_> =
        export["cases"].as_array().into_iter().flatten().map(|case| case["number"].clone()).collect();
    assert!(numbers.contains(&json!(case.number)) && numbers.contains(&json!(theirs.number)), "{export:#}");
    let proof = json!({ "password": EVERYBODY });
    let _ = renewed.post("/profile/data/erase", proof).await.expect(202);
    eventually("Lotte to be out of all that is kept", Duration::from_secs(40), async || {
        let gone = admin.get(&path_of(&request)).await.status == 404;
        let told = told().await;
        let gone = gone && told.contains("We look into it.") && !told.contains(&partner.firm.contact);
        (gone && !case.seen_by(&admin).await.to_string().contains("Lotte")).then_some(())
    })
    .await;
}

/// X27: who sees only what they opened themselves sees at home nothing of what they opened for a company theirs served.
#[tokio::test]
async fn x27_ones_own_cases_are_those_of_the_company_one_acts_for() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let lotte = portal.person(&partner.email).await;
    let there = Case::open(&acting(&lotte, &customer.company).await, &unique("For another")).await;
    partner.serves(&admin, &customer, "yes").await;
    let mut fields = partner.firm.contact_form(&admin).await;
    fields["case_scope"] = "own".into();
    let _ = admin.post(&format!("/contacts/{}", partner.firm.contact), fields).await.expect(200);

    let lotte = portal.person(&partner.email).await;
    let here = Case::open(&lotte, &unique("For us")).await;
    let numbers = |page: &Value| -> Vec<Value> {
        page["cases"].as_array().into_iter().flatten().map(|case| case["number"].clone()).collect()
    };
    for path in ["/cases", "/cases?show=all", "/home"] {
        let listed = numbers(&lotte.get(path).await.expect(200).json());
        assert_eq!(listed, [json!(here.number)], "{path}");
    }
    let _ = lotte.get(&there.path("")).await.expect(404);
}

/// X27: what was filled in for a company is not sent for another, which one acts for since: by choice in another tab, or
/// because the relation has ended. Nothing that was typed is lost, and who means it sends it again.
#[tokio::test]
async fn x27_a_form_is_sent_for_the_company_it_was_filled_in_for() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let (home, away) = (partner.firm.company.as_str(), customer.company.as_str());
    let title = unique("About their systems");
    let fields = [
        ("product", customer.product.as_str()),
        ("case_type", "incident"),
        ("impact", "department"),
        ("urgency", "high"),
        ("title", title.as_str()),
        ("description", "Their exchange rings twice."),
    ];
    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&partner.email, EVERYBODY).await.expect(200);
    let _ = lotte.act_for(away).await;
    let form = lotte.see("/cases/new").await.expect(200);
    assert_eq!(form.hidden("/cases", "company").as_deref(), Some(away));
    assert!(form.html().contains(&format!("data-draft=\"new-{away}\"")));
    let own = lotte.see("/profile").await.expect(200).html();
    assert!(!own.contains("case_type=admin"), "G19: it would be a case of theirs");

    // Another tab.
    let _ = lotte.act_for(home).await;
    let again = lotte.submit(&form, "/cases", &fields).await.expect(422);
    for kept in ["waarvoor u nu optreedt", title.as_str(), "Their exchange rings twice."] {
        assert!(again.html().contains(kept), "{kept}");
    }
    assert_eq!(again.hidden("/cases", "company").as_deref(), Some(home));
    let own = portal.person(&partner.email).await;
    let listed = async || own.get("/cases?show=all").await.expect(200).text().contains(&title);
    assert!(!listed().await);

    // The relation ends while the form is open.
    let _ = lotte.act_for(away).await;
    let form = lotte.see("/cases/new").await.expect(200);
    partner.serves(&admin, &customer, "yes").await;
    let again = lotte.submit(&form, "/cases", &fields).await.expect(422);
    assert!(again.html().contains("waarvoor u nu optreedt") && again.html().contains(&title));
    assert!(!listed().await);
    let _ = lotte.submit(&again, "/cases", &fields).await.expect(200);
    assert!(listed().await);

    let own = own.renewed().await;
    let opening = Opening::new(&own, &unique("By a program")).await;
    let refused = own.post("/cases", opening.clone().with("company", away).0).await;
    assert_eq!(refused.flaws(), ["/company other-company"]);
    let begun =
        async |company: &str| own.post("/drafts/new", json!({ "title": "a", "company": company })).await;
    assert_eq!(begun(away).await.flaws(), ["/draft other-company"]);
    let _ = begun(home).await.expect(200);
    let _ = Case::open_with(&own, &opening.with("company", home)).await;
}

/// G5: the address of a case in a mail leads to it in one click, whomever one acts for at the moment. Who may not act for its
/// company sees what there is where no case is.
#[tokio::test]
async fn g5_a_mailed_link_opens_the_case_of_whom_one_serves() {
    const OFFER: &str = "action=\"/session/company\"";
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let lotte = portal.person(&partner.email).await;
    let title = unique("Mailed about");
    let theirs = Case::open(&acting(&lotte, &customer.company).await, &title).await;
    let mail = portal.mail(theirs, &partner.email, &title).await;
    let link = theirs.path("");
    assert!(mail.text.contains(&format!("{}{link}", portal.origin())), "{}", mail.text);

    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&partner.email, EVERYBODY).await.expect(200);
    let own = Case::open(&portal.person(&partner.email).await, &unique("At home")).await;
    for (case, company) in
        [(theirs, &customer.company), (own, &partner.firm.company), (theirs, &customer.company)]
    {
        let page = visitor.see(&case.path("")).await.expect(404);
        assert_eq!(page.hidden("/session/company", "company").as_ref(), Some(company));
        assert!(!page.html().contains(&title));
        let opened = visitor.submit(&page, "/session/company", &[]).await.expect(200);
        assert_eq!(opened.path, case.path("?done=acting"));
        assert_eq!(opened.html().contains(&title), case == theirs);
    }
    // An API client has the page on which one chooses.
    lotte.get(&link).await.problem(404, "not-found");

    let stranger = Partner::new(&portal, &admin).await;
    let mut other = portal.visitor();
    let _ = other.sign_in_as(&stranger.email, EVERYBODY).await.expect(200);
    let _ = visitor.act_for(&partner.firm.company).await;
    partner.serves(&admin, &customer, "yes").await;
    for who in [&mut other, &mut visitor] {
        for path in [link.as_str(), "/cases/99999999"] {
            let page = who.see(path).await.expect(404).html();
            assert!(!page.contains(OFFER) && !page.contains(&customer.company), "{page}");
        }
    }
}

/// M13, X12: a session that has ended is not prolonged by choosing a company, and programs do not choose.
#[tokio::test]
async fn m13_only_a_session_that_runs_chooses_a_company() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let partner = Partner::new(&portal, &admin).await;
    let (here, elsewhere) = (portal.person(&partner.email).await, portal.person(&partner.email).await);
    let home = json!({ "company": partner.firm.company });
    let _ = elsewhere.post("/session/company", home.clone()).await.expect(200);
    let _ = here.post("/profile/sessions/end-others", json!({})).await.expect(303);
    elsewhere.post("/session/company", home.clone()).await.problem(401, "signed-out");

    let here = here.renewed().await;
    let token = json!({ "name": "Nightly", "scope": "write", "days": 7 });
    let made = here.post("/profile/tokens", token).await.expect(201).json();
    let exchanged = json!({ "token": made["made"]["token"] });
    let tokens = portal.anonymous().post("/session/token", exchanged).await.expect(200).json();
    let program = here.with_token(tokens["access_token"].as_str().expect("there is a token"));
    program.post("/session/company", home).await.problem(403, "denied");
}

/// E26, G8–G16: people are told of what their access includes that the portal has; what is announced is said to be.
#[tokio::test]
async fn e26_g8_access_includes_what_the_portal_has() {
    const NONE: &[&str] = &[];
    const SOON: &[&str] = &["read-knowledge"];
    const CASES: &[&str] = &["view-cases", "create-cases", "modify-cases", "request-features"];
    let portal = Portal::from_env();
    let wendy = portal.person("wendy@acme.example").await;
    for (modules, soon, cases) in [
        ("knowledge=soon", SOON, CASES),
        ("knowledge=off", NONE, CASES),
        ("knowledge=soon,cases=off", SOON, NONE),
        ("knowledge=off,cases=off", NONE, NONE),
    ] {
        let function = portal.function_with("access-mine", ("MODULES", modules));
        let (status, page) = function.get_as(&wendy, "/access");
        assert_eq!(status, 200, "{modules}: {page:#}");
        let rows = page["abilities"].as_array().expect("abilities are a list");
        let told = |is_soon: bool| -> Vec<&str> {
            let told = rows.iter().filter(|row| row["soon"] == is_soon);
            told.filter_map(|row| row["ability"].as_str()).collect()
        };
        assert_eq!(
            (told(false), told(true)),
            ([&["sign-in"][..], cases].concat(), soon.to_vec()),
            "{modules}"
        );

        let (_, html) = function.page_as(&wendy, "/access");
        assert_eq!(html.matches("<th scope=\"row\">").count(), rows.len(), "{modules}: {html}");
        assert_eq!(html.contains("knowledge base"), !soon.is_empty(), "{modules}: {html}");
        assert_eq!(html.contains("includes no cases"), !cases.is_empty(), "{modules}: {html}");
        assert!(!html.contains("tutorial") && !html.contains("controlled software"), "{modules}: {html}");
    }
}

/// E26: a module that is announced has its place in the menu, which leads to a page that says so; one that is off has
/// none.
#[tokio::test]
async fn e26_a_module_can_be_announced() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    let page = visitor.sign_in("customer").await.expect(200);
    assert!(page.html().contains("href=\"/soon/knowledge\"") && !page.html().contains("/soon/remote-access"));
    let soon = visitor.see("/soon/knowledge").await.expect(200);
    assert!(soon.html().contains("not in use yet"));
    for none in ["/soon/cases", "/soon/remote-access", "/soon/nothing"] {
        let _ = visitor.see(none).await.expect(404);
    }
}
