//! How contacts come to sign in, and what an administrator can do about it.

use std::time::Duration;

use caseport_domain::second_factor::Secret;
use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Newcomer, Portal, eventually};
use serde_json::json;

/// The person whom these tests give another address.
const THIERRY: &str = "thierry@globex.example";
/// Their password. No secret.
const THEIRS: &str = "everybody-may-try";

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
    let _ = api.post("/password/new", chosen).await.expect(200);
    is_gone(&links[0]).await;
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
    let set_up = json!({ "password": PASSWORD, "secret": secret, "code": app.code(portal.clock().now()) });
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
