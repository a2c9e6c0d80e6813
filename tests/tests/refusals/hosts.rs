//! X11: whatever a request says its host is, links in mails lead to the portal. No gateway passes such a request on, so functions
//! are asked by themselves.

use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Api, Function, Mail, Newcomer, Portal};
use serde_json::{Value, json};

const EVIL: &str = "evil.example";

/// The function of this route, which is told that its host is another.
fn deceived(portal: &Portal, route: &str) -> Function {
    let mut function = portal.function(route);
    function.claims_host(EVIL);
    function
}

/// Has a mail sent, and holds where its link leads, wherever it stands; its token.
async fn leads_home(portal: &Portal, to: &str, says: &str, page: &str) -> String {
    let mail = portal.letter(to, says).await;
    let Mail { subject, text, html, .. } = &mail;
    let everything = format!("{subject}{text}{}", html.as_deref().unwrap_or_default());
    assert!(!everything.contains(EVIL), "{everything}");
    let link = mail.link(portal, page);
    assert!(html.as_deref().is_none_or(|html| html.contains(&format!("{}{page}?link=", portal.origin()))));
    link.split_once("?link=").expect("it is a link").1.to_owned()
}

/// Another contact of a company.
async fn colleague(admin: &Api, firm: &Firm) -> Firm {
    let added = admin.post(&format!("/companies/{}/contacts", firm.company), firm.person()).await;
    let contact = added.expect(201).json()["id"].as_str().expect("a contact has an id").to_owned();
    Firm { company: firm.company.clone(), contact, product: firm.product.clone() }
}

/// An invitation, and a link for a new password.
#[tokio::test]
async fn x11_a_link_to_choose_a_password_with_does_not_follow_the_host() {
    let portal = Portal::from_env();
    let (inviting, asking) =
        (deceived(&portal, "records-contact-invite"), deceived(&portal, "accounts-password"));
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = firm.address(&admin).await;
    let invite = format!("/contacts/{}/invite", firm.contact);
    let (status, answer) = inviting.post_as(&admin, &invite, &json!({}));
    assert_eq!(status, 202, "{answer:#}");
    let link = leads_home(&portal, &email, "/password/new?link=", "/password/new").await;
    let chosen = json!({ "link": link, "password": PASSWORD });
    let _ = portal.anonymous().post("/password/new", chosen).await.expect(200);

    let before = portal.letters(&email).await.len();
    let (status, answer) = asking.post("/password", &json!({ "email": email }));
    assert_eq!(status, 202, "{answer:#}");
    caseport_tests::eventually("the second letter", std::time::Duration::from_secs(30), async || {
        (portal.letters(&email).await.len() > before).then_some(())
    })
    .await;
    leads_home(&portal, &email, "/password/new?link=", "/password/new").await;
}

/// Activation.
#[tokio::test]
async fn x11_a_link_that_activates_does_not_follow_the_host() {
    let portal = Portal::from_env();
    let registering = deceived(&portal, "accounts-register");
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = firm.address(&admin).await;
    let asked = portal.anonymous().get("/register").await.expect(200).json();
    let sum = asked["puzzle"]["sum"].as_array().expect("there is a sum").iter().filter_map(Value::as_u64);
    let registration = json!({
        "username": unique("lotte"), "email": email, "password": PASSWORD, "contact_id": firm.contact,
        "rules": asked["rules"].to_string(), "challenge": asked["puzzle"]["challenge"],
        "answer": sum.sum::<u64>().to_string(),
    });
    let (status, answer) = registering.post("/register", &registration);
    assert_eq!(status, 202, "{answer:#}");
    leads_home(&portal, &email, "/activate?link=", "/activate").await;
}

/// Another address: both mailboxes are asked.
#[tokio::test]
async fn x11_links_for_another_address_do_not_follow_the_host() {
    let portal = Portal::from_env();
    let asking = deceived(&portal, "profile-email-ask");
    let Newcomer { email: old, api, .. } = portal.newcomer().await;
    let new = format!("{}@firm.example", unique("other"));
    let (status, answer) =
        asking.post_as(&api, "/profile/email", &json!({ "email": new, "password": PASSWORD }));
    assert_eq!(status, 202, "{answer:#}");
    for mailbox in [&old, &new] {
        leads_home(&portal, mailbox, "/email-change?link=", "/email-change").await;
    }
}

/// The prime contact's confirmation.
#[tokio::test]
async fn x11_a_prime_contacts_link_does_not_follow_the_host() {
    let portal = Portal::from_env();
    let asking = deceived(&portal, "access-ask-prime");
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let prime = colleague(&admin, &firm).await;
    let email = prime.address(&admin).await;
    let _ = firm.change(&admin, "companies", "prime_contact", prime.contact.clone()).await.expect(200);
    let request = firm.registered(&admin).await.asks_access().await;
    let id = request["id"].as_str().expect("a request has an id");
    let path = format!("/access/requests/{id}/ask-prime-contact");
    let (status, answer) = asking.post_as(&admin, &path, &json!({}));
    assert_eq!(status, 200, "{answer:#}");
    leads_home(&portal, &email, "/access/confirm?link=", "/access/confirm").await;
}
