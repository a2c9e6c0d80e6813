//! Another address for one's account, confirmed by both mailboxes (M15).

use caseport_tests::records::{PASSWORD, unique};
use caseport_tests::{Api, EVERYBODY, Newcomer, Portal, Reply};
use jiff::SignedDuration;
use serde_json::{Value, json};

/// What the letter to the old mailbox, to the new one, to both afterwards, and to somebody who has the address say.
const AGREE: &str = "ga dan met deze link akkoord";
const PROVE: &str = "bevestig dan met deze link dat het adres van u is";
const CHANGED: &str = "uw account heeft nu het adres";
const TAKEN: &str = "voor een ander account gebruiken";

/// An address that nobody has.
fn address() -> String {
    format!("{}@firm.example", unique("other"))
}

async fn ask(api: &Api, email: &str) -> Reply {
    api.post("/profile/email", json!({ "email": email, "password": PASSWORD })).await
}

/// The path of the link that was mailed to this address.
async fn link(portal: &Portal, address: &str, says: &str) -> String {
    portal.letter(address, says).await.link(portal, "/email-change")
}

async fn follow(portal: &Portal, path: &str, decision: &str) -> Reply {
    let (_, link) = path.split_once("?link=").expect("it is a link");
    portal.anonymous().post("/email-change", json!({ "link": link, "decision": decision })).await
}

async fn outcome(portal: &Portal, path: &str, decision: &str) -> Value {
    follow(portal, path, decision).await.expect(200).json()["outcome"].clone()
}

async fn sign_in(portal: &Portal, email: &str) -> Reply {
    portal.anonymous().post("/session", json!({ "email": email, "password": PASSWORD })).await
}

/// M15: a link to each mailbox; only when both have been followed the address is another, for signing in, for mails and in
/// the vendor's record. Sessions and tokens stay.
#[tokio::test]
async fn m15_an_address_is_changed_once_both_mailboxes_confirmed() {
    let portal = Portal::from_env();
    let Newcomer { firm, email: old, api } = portal.newcomer().await;
    let new = address();
    let token = api.makes_token(PASSWORD, "read").await["token"].clone();

    let asked = ask(&api, &new).await.expect(202).json();
    assert_eq!((&asked["email"], &asked["pending"]["to"]), (&json!(old), &json!(new)));
    let again = ask(&api, &new).await.expect(202).json();
    assert_eq!(again, asked, "the same, sent twice");
    let (agree, prove) = (link(&portal, &old, AGREE).await, link(&portal, &new, PROVE).await);
    let stranger = portal.letter(&new, PROVE).await;
    assert!(!stranger.says("Lotte Maes") && !stranger.says(&old), "it may be a stranger's mailbox");

    for _ in 0..2 {
        let page = portal.anonymous().get(&agree).await.expect(200).json();
        assert_eq!(page, json!({ "side": "old", "to": new }), "looking uses nothing up");
    }
    assert_eq!(outcome(&portal, &agree, "confirm").await, "waiting");
    follow(&portal, &agree, "confirm").await.problem(410, "link-gone");
    portal.anonymous().get(&agree).await.problem(410, "link-gone");
    let profile = api.get("/profile").await.expect(200).json();
    assert_eq!(profile["email"], old, "it is in force until both have confirmed");
    let pending = &profile["email_change"];
    assert!(pending["agreed_at"].is_string() && pending["proved_at"].is_null(), "{profile:#}");
    let _ = sign_in(&portal, &old).await.expect(200);
    sign_in(&portal, &new).await.problem(401, "credentials");

    assert_eq!(outcome(&portal, &prove, "confirm").await, "changed");
    sign_in(&portal, &old).await.problem(401, "credentials");
    let _ = sign_in(&portal, &new.to_uppercase()).await.expect(200);
    for address in [&old, &new] {
        let told = portal.letter(address, CHANGED).await;
        assert!(told.says(&new) && !told.text.contains("?link="));
    }
    let letters = portal.letters(&old).await;
    assert_eq!(
        letters.iter().filter(|mail| mail.says(AGREE)).count(),
        1,
        "what was sent twice is mailed once"
    );

    let refresh = json!({ "refresh_token": api.refresh_token() });
    let renewed = portal.anonymous().post("/session/refresh", refresh).await.expect(200).json();
    let api = api.with_token(renewed["access_token"].as_str().unwrap_or_default());
    let page = api.get("/profile/email").await.expect(200).json();
    assert_eq!(page, json!({ "email": new, "pending": null }));
    let _ = portal.anonymous().post("/session/token", json!({ "token": token })).await.expect(200);

    let admin = portal.administrator().await;
    let record = admin.get(&format!("/contacts/{}", firm.contact)).await.expect(200).json();
    assert_eq!(record["contact"]["email"], new);
    let entry = &record["trail"][0];
    assert_eq!((&entry["what"], &entry["changes"][0]["to"]), (&json!("email-changed"), &json!(new)));
    let mut form = firm.contact_form(&admin).await;
    form["name"] = json!("Lotte Maes-Jansen");
    let _ = admin.post(&format!("/contacts/{}", firm.contact), form).await.expect(200);
}

/// Both mailboxes confirm at once: one is the last, and has it made.
#[tokio::test]
async fn m15_of_two_links_followed_at_once_one_makes_the_change() {
    let portal = Portal::from_env();
    let Newcomer { email: old, api, .. } = portal.newcomer().await;
    let new = address();
    let _ = ask(&api, &new).await.expect(202);
    let (agree, prove) = (link(&portal, &old, AGREE).await, link(&portal, &new, PROVE).await);
    let both = tokio::join!(outcome(&portal, &agree, "confirm"), outcome(&portal, &prove, "confirm"));
    assert!([(json!("waiting"), json!("changed")), (json!("changed"), json!("waiting"))].contains(&both));
    let _ = sign_in(&portal, &new).await.expect(200);
}

/// "This was not me", and "I changed my mind": the links are good for nothing any more.
#[tokio::test]
async fn m15_x12_a_change_is_refused_by_a_mailbox_or_withdrawn() {
    let portal = Portal::from_env();
    let Newcomer { email: old, api, .. } = portal.newcomer().await;
    let (first, second) = (address(), address());
    let _ = ask(&api, &first).await.expect(202);
    let (agree, prove) = (link(&portal, &old, AGREE).await, link(&portal, &first, PROVE).await);
    assert_eq!(outcome(&portal, &prove, "confirm").await, "waiting");
    assert_eq!(outcome(&portal, &agree, "refuse").await, "refused");
    follow(&portal, &agree, "confirm").await.problem(410, "link-gone");
    assert_eq!(api.get("/profile/email").await.expect(200).json()["pending"], Value::Null);

    let _ = ask(&api, &second).await.expect(202);
    let prove = link(&portal, &second, PROVE).await;
    assert!(api.get("/profile/email").await.expect(200).json()["pending"].is_object());
    for _ in 0..2 {
        let _ = api.post("/profile/email/withdraw", json!({})).await.expect(200);
    }
    portal.anonymous().get(&prove).await.problem(410, "link-gone");
    follow(&portal, &prove, "confirm").await.problem(410, "link-gone");
    assert_eq!(api.get("/profile/email").await.expect(200).json(), json!({ "email": old, "pending": null }));
    let _ = sign_in(&portal, &old).await.expect(200);
}

/// A change to another address takes the place of the one before, and what is wrong is told beside its field.
#[tokio::test]
async fn m15_what_is_typed_is_looked_at_and_the_last_one_counts() {
    let portal = Portal::from_env();
    let Newcomer { email: old, api, .. } = portal.newcomer().await;
    let form = |email: &str, password: &str| json!({ "email": email, "password": password });
    for (body, flaws) in [
        (form("", ""), vec!["/email required", "/password required"]),
        (form("lotte at firm", PASSWORD), vec!["/email not-an-address"]),
        (form(&old.to_uppercase(), PASSWORD), vec!["/email unchanged"]),
        (form(&address(), "not it"), vec!["/password wrong-password"]),
    ] {
        assert_eq!(api.post("/profile/email", body.clone()).await.flaws(), flaws, "{body}");
    }
    let (first, second) = (address(), address());
    let _ = ask(&api, &first).await.expect(202);
    let before = link(&portal, &first, PROVE).await;
    assert_eq!(ask(&api, &second).await.expect(202).json()["pending"]["to"], second);
    follow(&portal, &before, "confirm").await.problem(410, "link-gone");
    let prove = link(&portal, &second, PROVE).await;
    let flaws = follow(&portal, &prove, "perhaps").await.flaws();
    assert_eq!(flaws, ["/decision no-such-choice"], "a flaw uses no link up");
    assert_eq!(outcome(&portal, &prove, "refuse").await, "refused");

    // An engineer has an address too; a program with their token does not change it.
    let maarten = portal.person("maarten@caseport.example").await;
    let body = form(&address(), EVERYBODY);
    let _ = maarten.post("/profile/email", body).await.expect(202);
    let _ = maarten.post("/profile/email/withdraw", json!({})).await.expect(200);
    let token = api.makes_token(PASSWORD, "write").await["token"].clone();
    let program =
        portal.anonymous().post("/session/token", json!({ "token": token })).await.expect(200).json();
    let program = portal.anonymous().with_token(program["access_token"].as_str().unwrap_or_default());
    ask(&program, &address()).await.problem(403, "denied");
}

/// X9: who asks for somebody else's address is answered as for any other, and it is never theirs; its owner gets no link.
#[tokio::test]
async fn x9_an_address_that_is_somebodys_is_told_to_its_owner_only() {
    let portal = Portal::from_env();
    let Newcomer { email: old, api, .. } = portal.newcomer().await;
    let owner = portal.newcomer().await;
    let free = ask(&api, &address()).await.expect(202).json();
    let taken = ask(&api, &owner.email).await.expect(202).json();
    let plain = |mut page: Value| {
        for field in ["to", "asked_at", "ends_at"] {
            page["pending"][field] = Value::Null;
        }
        page
    };
    assert_eq!(plain(taken), plain(free));
    let told = portal.letter(&owner.email, TAKEN).await;
    assert!(!told.text.contains("?link=") && !told.says(&old), "X9");
    let agree = portal.letter(&old, &owner.email).await;
    assert_eq!(outcome(&portal, &agree.link(&portal, "/email-change"), "confirm").await, "waiting");
    let pending = api.get("/profile/email").await.expect(200).json()["pending"].clone();
    assert!(pending["agreed_at"].is_string() && pending["proved_at"].is_null());
    let _ = sign_in(&portal, &owner.email).await.expect(200);
    assert_eq!(owner.api.get("/profile").await.expect(200).json()["email"], owner.email);
}

/// X10: after a day nothing is under way any more. What asking and confirming cost is told here too.
#[tokio::test]
async fn x10_a_change_lapses_after_a_day() {
    let portal = Portal::alone();
    let Newcomer { email: old, api, .. } = portal.newcomer().await;
    let new = address();
    let _ = ask(&api, &new).await.expect(202);
    let asking = portal.aws_calls("profile-email-ask");
    let (last, before) = asking.split_last().expect("it was called");
    assert_eq!(last, "dynamodb:TransactWriteItems");
    assert!(before.ends_with(&vec!["dynamodb:UpdateItem".to_owned(); 5]), "each mail is counted: {asking:?}");
    let (agree, prove) = (link(&portal, &old, AGREE).await, link(&portal, &new, PROVE).await);
    assert_eq!(outcome(&portal, &agree, "confirm").await, "waiting");
    let confirming = portal.aws_calls("accounts-email");
    let expected =
        ["dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:TransactWriteItems"];
    assert!(confirming.ends_with(&expected.map(str::to_owned)), "{confirming:?}");

    let clock = portal.clock();
    clock.set_to(clock.now() + SignedDuration::from_mins(24 * 60 + 1));
    portal.anonymous().get(&prove).await.problem(410, "link-gone");
    follow(&portal, &prove, "confirm").await.problem(410, "link-gone");
    let api = portal.signed_in_with(&old, PASSWORD).await;
    assert_eq!(api.get("/profile/email").await.expect(200).json()["pending"], Value::Null);
    let _ = ask(&api, &new).await.expect(202);
}

/// X14: whoever has a session and the password fills nobody's mailbox either, and is told when to come back.
#[tokio::test]
async fn x14_mails_of_a_change_are_counted() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let quarter = SignedDuration::from_mins(15);
    let start = clock.now().as_second().div_euclid(900) * 900 + 900;
    clock.set_to(jiff::Timestamp::from_second(start + 1).expect("it is an instant"));
    let Newcomer { email: old, api, .. } = portal.newcomer().await;
    for _ in 0..3 {
        let _ = ask(&api, &address()).await.expect(202);
    }
    let refused = ask(&api, &address()).await;
    assert!(!refused.header("retry-after").is_empty());
    refused.problem(429, "throttled");
    let mut visitor = portal.visitor();
    let page = visitor.see("/sign-in?to=/profile/email").await;
    let page = visitor.submit(&page, "/session", &[("email", &old), ("password", PASSWORD)]).await;
    let _ = visitor.submit(&page, "/profile/email/withdraw", &[]).await.expect(200);
    let page = visitor.see("/profile/email").await.expect(200);
    let typed = address();
    let page = visitor.submit(&page, "/profile/email", &[("email", &typed), ("password", PASSWORD)]).await;
    assert!(page.expect(429).html().contains(&typed), "what was typed is kept");
    clock.set_to(clock.now() + quarter);
    let api = portal.signed_in_with(&old, PASSWORD).await;
    let _ = ask(&api, &address()).await.expect(202);
}

/// M31: without scripts, by pages: what was typed is kept but for the password, and the change is seen and withdrawn.
#[tokio::test]
async fn m15_without_scripts_an_address_is_changed_by_pages() {
    let portal = Portal::from_env();
    let Newcomer { email: old, .. } = portal.newcomer().await;
    let new = address();
    let mut visitor = portal.visitor();
    let page = visitor.see("/sign-in?to=/profile").await;
    let page =
        visitor.submit(&page, "/session", &[("email", &old), ("password", PASSWORD)]).await.expect(200);
    assert!(page.html().contains("href=\"/profile/email\"") && !page.html().contains("data-pending"));
    let page = visitor.see("/profile/email").await.expect(200);
    let wrong = [("email", "lotte at firm"), ("password", "not it either")];
    let page = visitor.submit(&page, "/profile/email", &wrong).await.expect(422);
    assert!(page.html().contains("email-email-flaw") && page.html().contains("email-password-flaw"));
    assert!(page.html().contains("lotte at firm") && !page.html().contains("not it either"));
    let right = [("email", &*new), ("password", PASSWORD)];
    let page = visitor.submit(&page, "/profile/email", &right).await.expect(200);
    assert_eq!(page.path, "/profile/email?done=email-asked");
    assert!(page.html().contains("data-pending") && page.html().contains(&new));

    let page = visitor.see("/profile").await.expect(200);
    assert!(page.html().contains("data-pending"), "one's details show it too");
    let page = visitor.submit(&page, "/profile/email/withdraw", &[]).await.expect(200);
    assert_eq!(page.path, "/profile/email?done=email-withdrawn");
    let page = visitor.submit(&page, "/profile/email", &right).await.expect(200);
    assert!(page.html().contains("data-pending"));

    // The mailboxes are read on another device, where nobody is signed in.
    let mut other = portal.visitor();
    let mut newest = None;
    for (address, says) in [(&old, AGREE), (&new, PROVE)] {
        let path = open_link(&portal, address, says).await;
        let page = other.see(&path).await.expect(200);
        newest = Some(other.submit(&page, "/email-change", &[("decision", "confirm")]).await.expect(200));
        let gone = other.see(&path).await.expect(410);
        assert!(gone.html().contains("href=\"/profile/email\""));
    }
    assert!(newest.is_some_and(|page| page.html().contains(&new)));
    let page = visitor.see("/profile").await.expect(200);
    assert!(page.html().contains(&new) && !page.html().contains("data-pending"));
}

/// The newest link mailed to this address that is still good.
async fn open_link(portal: &Portal, address: &str, says: &str) -> String {
    caseport_tests::eventually("a link that is good", std::time::Duration::from_secs(30), async || {
        for mail in portal.letters(address).await.into_iter().filter(|mail| mail.says(says)) {
            let path = mail.link(portal, "/email-change");
            if portal.anonymous().get(&path).await.status == 200 {
                return Some(path);
            }
        }
        None
    })
    .await
}
