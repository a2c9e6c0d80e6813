//! What is kept of a person: taken along, and erased.

use std::time::Duration;

use caseport_domain::transcript::Transcript;
use caseport_tests::{Api, Case, Portal, eventually, unique};
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

    let (part, cases) = exported(&gareth).await;
    assert_eq!(part["account"]["email"], "gareth@acme.example");
    assert_eq!(
        (&part["account"]["company"], &part["account"]["level"]),
        (&json!("Acme Insurance"), &json!("read-write"))
    );
    let own = cases.iter().find(|found| found["number"] == case.number).expect("the case is in it");
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
    assert!(page.html().contains("What we keep of Anna Whitfield"));
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
    eventually("the account to be gone", within, async || {
        let flaws = eva.post("/desk/callers", json!({ "contact": EMAIL, "pin": "000000" })).await;
        (flaws.status == 422 && flaws.flaws() == ["/contact no-such-contact"]).then_some(())
    })
    .await;
}

async fn transcript(case: Case, api: &Api) -> Transcript {
    let text = api.get(&case.path("transcript")).await.expect(200).text();
    serde_json::from_str(&text).expect("it is a transcript")
}
