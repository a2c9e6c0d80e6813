//! What is kept of a person: taken along, and erased.

use std::time::Duration;

use caseport_domain::second_factor::Secret;
use caseport_domain::transcript::Transcript;
use caseport_tests::records::{self, Firm, PASSWORD};
use caseport_tests::{Api, Case, Newcomer, Portal, eventually, unique};
use serde_json::{Value, json};

/// All cases of somebody's export, part by part.
async fn exported(api: &Api) -> (Value, Vec<Value>) {
    let (mut path, mut cases) = ("/profile/data/export".to_owned(), Vec::new());
    loop {
        let part = api.get(&path).await.expect(200).json();
        cases.extend(part["cases"].as_array().cloned().unwrap_or_default());
        match part["next"].as_str() {
            Some(next) => next.clone_into(&mut path),
            None => return (part, cases),
        }
    }
}

/// The export has one's account, the cases one has part in, and of these what one wrote oneself: nothing that others did.
#[tokio::test]
async fn an_export_has_what_is_ones_own() {
    let portal = Portal::from_env();
    let (gareth, eva) = (portal.person("gareth@acme.example").await, portal.engineer().await);
    let words = unique("The light is red");
    let case = Case::open(&gareth, &words).await;
    case.done(&gareth, "replies", json!({ "text": "Still red." })).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Which of the lights?" })).await;
    case.done(&eva, "notes", json!({ "audience": "internal", "text": "He always asks that." })).await;
    let _ = portal.mail(case, "gareth@acme.example", "Which of the lights?").await;

    let chosen = json!({ "mails": "chosen", "topics": ["closed"] });
    let _ = case.post(&gareth, "notifications", chosen).await.expect(200);
    let (part, cases) = exported(&gareth).await;
    assert_eq!(part["account"]["notifications"]["topics"][0], "updated");
    assert_eq!(part["account"]["email"], "gareth@acme.example");
    assert_eq!(
        (&part["account"]["company"], &part["account"]["level"]),
        (&json!("Acme Insurance"), &json!("read-write"))
    );
    let own = cases.iter().find(|found| found["number"] == case.number).expect("the case is in it");
    assert_eq!(own["mailing"], json!({ "mails": "chosen", "topics": ["closed"] }));
    assert_eq!((&own["reporter"], &own["observer"]), (&json!(true), &json!(false)));
    let events: Vec<&str> =
        own["entries"].as_array().into_iter().flatten().filter_map(|e| e["event"].as_str()).collect();
    assert_eq!(events, ["opened", "replied"]);
    assert!(own["mails"].as_array().is_some_and(|mails| !mails.is_empty()));
    let text = json!(cases).to_string();
    assert!(text.contains("Still red.") && !text.contains("Which of the lights?"), "others wrote that");
    assert!(!text.contains("He always asks that."), "X26");

    let anna = portal.customer().await;
    let hers = Case::open(&anna, &unique("Not his")).await;
    let (_, cases) = exported(&gareth).await;
    assert!(!cases.iter().any(|found| found["number"] == hers.number), "he has no part in it");
    let file = gareth.get("/profile/data/export?as=file").await.expect(200);
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"my-data.json\"");
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let page = visitor.see("/profile/data/export").await.expect(200);
    let html = page.html();
    assert!(html.contains("What we keep about Anna Whitfield") && html.contains("id=\"export-sessions\""));
}

/// The export has how one signs in, which rules one accepted, whom one acted for, and who changed what of one's record, as
/// administrators see it; but nothing that one could sign in with.
#[tokio::test]
async fn an_export_has_how_one_signs_in_and_what_was_changed_of_one() {
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let served = Firm::founded(&admin).await;
    let contact = format!("/contacts/{}", firm.contact);
    let mut fields = firm.contact_form(&admin).await;
    fields["case_scope"] = "partner".into();
    let _ = admin.post(&contact, fields).await.expect(200);
    let relation = json!({ "customer": served.company, "level": "read-only" });
    let _ = admin.post(&format!("/companies/{}/relations", firm.company), relation).await.expect(200);

    let api = api.renewed().await;
    let _ = api.post("/session/company", json!({ "company": served.company })).await.expect(200);
    let made = api.makes_token(PASSWORD, "read").await;
    let exchange = json!({ "token": made["token"] });
    let _ = portal.anonymous().post("/session/token", exchange).await.expect(200);
    let other = format!("{}@firm.example", records::unique("other"));
    let change = json!({ "email": other, "password": PASSWORD });
    let _ = api.post("/profile/email", change).await.expect(202);
    let offered = api.get("/profile/two-factor").await.expect(200).json();
    let secret = offered["secret"].as_str().expect("it offers a secret");
    let app = Secret::try_from(secret.to_owned()).expect("it is a secret");
    let code = json!({ "password": PASSWORD, "secret": secret, "code": app.code(portal.clock().now()) });
    let _ = api.post("/profile/two-factor", code).await.expect(200);

    let api = api.renewed().await;
    let part = api.get("/profile/data/export").await.expect(200).json();
    let account = &part["account"];
    assert_eq!(account["rules"]["version"], 1);
    assert!(account["rules"]["at"].is_string() && account["second_factor_since"].is_string(), "{account:#}");
    assert_eq!(account["pending_email"]["to"], other.as_str());
    let token = &part["tokens"][0];
    assert_eq!((&token["name"], &token["scope"]), (&json!("To read"), &json!("read")));
    assert!(token["made_at"].is_string() && token["last_used"].is_string(), "{token:#}");
    let name = format!("Firm {}", served.company);
    assert_eq!(part["acted_for"], json!([{ "id": served.company, "name": name }]));
    let seen = admin.get(&contact).await.expect(200).json();
    assert_eq!(part["trail"], seen["trail"], "it is what administrators see");
    let trail = part["trail"].as_array().cloned().unwrap_or_default();
    for what in ["second-factor-on", "email-change-asked", "token-made", "contact-changed", "rules-accepted"]
    {
        assert!(trail.iter().any(|entry| entry["what"] == what), "{what}: {trail:#?}");
    }
    let text = part.to_string();
    let whole = made["token"].as_str().expect("it is shown once");
    let kept = whole.rsplit('.').next().expect("it has a secret");
    assert!(!text.contains(kept) && !text.contains(secret), "nobody signs in with what was taken along");
}

/// Who asks for it is erased: they can do nothing any more at once, and after a while nothing tells of them, but the history
/// of each case is as verifiable as before, and what their company needs is still told.
#[tokio::test]
async fn who_asks_for_it_is_erased_and_the_chain_stays_whole() {
    const EMAIL: &str = "henk@waterdrecht.example";
    const NAME: &str = "Henk Postma";
    let portal = Portal::from_env();
    let (joost, eva) = (portal.person("fatima@waterdrecht.example").await, portal.engineer().await);
    let opening = caseport_tests::Opening::new(&joost, &unique("Seen by Henk Postma")).await;
    let opening = opening
        .with("observers", EMAIL)
        .with("description", format!("{NAME} ({EMAIL}) saw it first.\nIt hums."));
    let case = Case::open_with(&joost, &opening).await;
    let before = transcript(case, &eva).await;
    let _ = portal.mail(case, EMAIL, "It hums.").await;
    let credentials = json!({ "email": EMAIL, "password": portal.password(EMAIL) });
    let signed_in = portal.anonymous().post("/session", credentials.clone()).await;
    let henk = portal
        .anonymous()
        .with_token(signed_in.expect(200).json()["access_token"].as_str().unwrap_or_default());
    assert_eq!(
        henk.post("/profile/data/erase", json!({ "password": "wrong" })).await.flaws(),
        ["/password wrong-password"]
    );
    let asked = henk.post("/profile/data/erase", json!({ "password": portal.password(EMAIL) })).await;
    assert!(asked.expect(202).json()["asked_at"].is_string());
    portal.anonymous().post("/session", credentials.clone()).await.problem(401, "credentials");

    let within = Duration::from_secs(40);
    eventually("Henk to be out of the case", within, async || {
        let seen = case.seen_by(&eva).await.to_string();
        (!seen.contains("Henk") && !seen.contains(EMAIL)).then_some(())
    })
    .await;
    let seen = case.seen_by(&eva).await;
    let told = seen.to_string();
    assert!(told.contains("It hums.") && told.contains("person-erased"), "{seen:#}");
    let after = transcript(case, &eva).await;
    assert_eq!(after.verify(), Ok(()));
    assert!(!serde_json::to_string(&after).expect("it is JSON").contains("Henk"));
    for (entry, now) in before.entries.iter().zip(&after.entries) {
        assert_eq!((entry.hash, entry.commitment), (now.hash, now.commitment), "the chain is the same");
    }
    assert!(after.entries[0].opened.is_none() && after.entries[0].told.is_some());
    // The case goes on as any other.
    case.done(&joost, "replies", json!({ "text": "It still hums." })).await;
    assert_eq!(transcript(case, &eva).await.verify(), Ok(()));
    let admin = portal.administrator().await;
    eventually("the account to be gone", within, async || {
        (admin.get("/contacts/henk").await.status == 404).then_some(())
    })
    .await;
}

/// X10, X27: from the moment it is asked for, no link that was mailed before opens anything, none is mailed, and nobody
/// brings them back.
#[tokio::test]
async fn x10_who_is_being_erased_comes_back_by_no_link() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let other = format!("{}@firm.example", records::unique("other"));
    let _ = portal.anonymous().post("/password", json!({ "email": email })).await.expect(202);
    let change = json!({ "email": other, "password": PASSWORD });
    let _ = api.post("/profile/email", change).await.expect(202);
    let password =
        portal.letter(&email, "kies met deze link een wachtwoord").await.link(&portal, "/password/new");
    let agree = portal.letter(&email, "/email-change?link=").await.link(&portal, "/email-change");
    let mut back = firm.contact_form(&admin).await;

    let _ = api.post("/profile/data/erase", json!({ "password": PASSWORD })).await.expect(202);
    let link = |path: &str| path.split_once("?link=").map(|(_, link)| link.to_owned());
    let chosen = json!({ "link": link(&password), "password": "another lantern otter" });
    portal.anonymous().post("/password/new", chosen).await.problem(410, "link-gone");
    let confirm = json!({ "link": link(&agree), "decision": "confirm" });
    portal.anonymous().post("/email-change", confirm).await.problem(410, "link-gone");
    let page = admin.get(&format!("/contacts/{}", firm.contact)).await;
    if page.status == 200 {
        back["revision"] = page.json()["revision"].clone();
    }
    let brought = admin.post(&format!("/contacts/{}", firm.contact), back).await;
    assert!([404, 409].contains(&brought.status.as_u16()), "{}", brought.text());
    let sign_in = json!({ "email": email, "password": PASSWORD });
    portal.anonymous().post("/session", sign_in).await.problem(401, "credentials");
    let refresh = json!({ "refresh_token": api.refresh_token() });
    let _ = portal.anonymous().post("/session/refresh", refresh).await.expect(401);
}

async fn transcript(case: Case, api: &Api) -> Transcript {
    let text = api.get(&case.path("transcript")).await.expect(200).text();
    serde_json::from_str(&text).expect("it is a transcript")
}
