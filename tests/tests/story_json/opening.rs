//! Signing in, listing, opening a case.

use caseport_tests::{Case, Opening, Portal, unique};
use futures_util::future::join_all;
use serde_json::{Value, json};

/// M10, M11, M19, M20, E53: the list has the open cases, newest first, and all of them on demand.
#[tokio::test]
async fn m10_the_list_has_open_cases_newest_first() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let (older, newer) = (Case::open(&anna, "Older").await, Case::open(&anna, "Newer").await);
    let list = anna.get("/cases").await.expect(200).json();
    let place = |case: Case, list: &Value| {
        let cases = list["cases"].as_array().expect("a list has cases").clone();
        cases.into_iter().position(|row| row["number"] == case.number)
    };
    assert!(place(newer, &list) < place(older, &list), "the newest comes first");
    let row = list["cases"][place(newer, &list).expect("it is there")].clone();
    for (column, value) in [("title", "Newer"), ("status", "open"), ("case_type", "incident")] {
        assert_eq!(row[column], value);
    }
    for column in ["number", "city", "product", "opened_at", "planned_on", "reporter", "reference"] {
        assert!(row.get(column).is_some(), "the list has the column {column}");
    }
    newer.done(&anna, "close", json!({})).await;
    assert_eq!(place(newer, &anna.get("/cases").await.expect(200).json()), None, "closed, it is gone");
    let mut pages = anna.get("/cases?show=all").await.expect(200).json();
    while place(newer, &pages).is_none() {
        let next = pages["next"].as_str().expect("among all it is on some page").to_owned();
        pages = anna.get(&format!("/cases?show=all&after={next}")).await.expect(200).json();
    }
}

/// E48, E49, E51, E52, M28, M33, M36, C18, C28, C29, C30: a case with a file and an observer; each is mailed a confirmation in
/// their own language, with number and link.
#[tokio::test]
async fn e52_opening_a_case_confirms_to_reporter_and_observer() {
    let portal = Portal::from_env();
    let (anna, bram) = (portal.customer().await, portal.colleague().await);
    let file = b"07:12 agent stopped\n07:13 agent stopped again\n";
    let upload = anna.upload("C:\\logs\\agent log.txt", file).await;
    let opening = Opening::new(&anna, "  Agents lose their calls ").await;
    let opening = opening.with("attachments", vec![upload.clone()]).with("reference", "INC-7");
    let opening = opening.with("observers", bram.email.to_uppercase());
    let reply = anna.post("/cases", opening.0).await.expect(201);
    let case = Case { number: reply.json()["number"].as_u64().expect("a case has a number") };
    assert_eq!(reply.header("location"), case.path(""));

    let seen = case.seen_by(&bram).await;
    assert_eq!(seen["title"], "Agents lose their calls");
    assert_eq!((&seen["status"], &seen["reference"]), (&json!("open"), &json!("INC-7")));
    assert_eq!(seen["observers"], json!([{ "id": "bram", "name": "Bram Verhoeven" }]));
    assert_eq!(seen["events"][0]["text"], "It stopped this morning.\nNothing was changed.");
    assert_eq!(seen["events"][0]["attachments"][0]["name"], "agent log.txt");

    let files = case.inspected(&bram).await;
    assert_eq!((&files[0]["verdict"], &files[0]["sniffed_type"]), (&json!("clean"), &json!("text/plain")));
    let download = bram.download(&case.path(&format!("attachments/{upload}"))).await.expect(200);
    assert_eq!(download.body, file);
    assert!(download.header("content-disposition").starts_with("attachment; filename="), "X4");
    assert_eq!(download.header("content-type"), "application/octet-stream", "X4");

    let number = case.number;
    let link = format!("{}/cases/{number}", portal.origin());
    let english = format!("We have received your case {number}.");
    let dutch = format!("Anna Whitfield heeft case {number} geopend en u als meelezer toegevoegd.");
    for (to, words) in [(&anna.email, english), (&bram.email, dutch)] {
        let mail = portal.mail(case, to, &words).await;
        assert_eq!(mail.subject, format!("[#{number}] Agents lose their calls"));
        assert!(mail.says(&link) && mail.html.expect("it has HTML").contains(&link), "C30: it has the link");
    }
    assert_eq!(portal.mails(case).await.len(), 2, "nobody else is told, and nobody twice");
}

/// What none of them has, 1: a doubled or retried submit gives one case, one event, one mail (X25).
#[tokio::test]
async fn x25_doubled_submits_with_one_key_give_one_case() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let key = unique("double").replace(' ', "-");
    let opening = Opening::new(&anna, &unique("Pressed eight times")).await;
    let presses = (0..8).map(|_| anna.post_once("/cases", &opening.0, &key));
    let numbers: Vec<Value> =
        join_all(presses).await.into_iter().map(|reply| reply.expect(201).json()["number"].clone()).collect();
    assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
    let case = Case { number: numbers[0].as_u64().expect("it is a number") };
    let again = anna.post_once("/cases", &opening.0, &key).await.expect(201).json();
    assert_eq!(again["number"], numbers[0], "a retry much later is answered the same");

    assert_eq!(case.events(&anna).await, ["opened"]);
    let list = anna.get("/cases").await.expect(200).json();
    let title = opening.0["title"].clone();
    let same = list["cases"].as_array().expect("a list").iter().filter(|row| row["title"] == title);
    assert_eq!(same.count(), 1);
    portal.mail(case, &anna.email, "We have received").await;

    let other = opening.with("title", "Another case");
    anna.post_once("/cases", &other.0, &key).await.problem(409, "key-reused");
    assert_eq!(portal.mails(case).await.len(), 1);
}

/// E47, E48, C9, C10, C11, M31: every flaw is told at once, beside its field; and what no form of theirs asks need not be said.
#[tokio::test]
async fn m31_everything_wrong_with_an_opening_is_told_at_once() {
    let portal = Portal::from_env();
    let nothing = portal.newcomer().await.api.post("/cases", json!({})).await.flaws();
    let required = ["product", "case_type", "title", "description"];
    assert_eq!(nothing, required.map(|field| format!("/{field} required")));
    let anna = portal.customer().await;
    let other_company = portal.account("other-customer").email.clone();
    let opening = Opening::new(&anna, &"x".repeat(201)).await;
    let opening =
        opening.with("product", "no-such").with("impact", "galaxy").with("observers", other_company);
    let flaws = anna.post("/cases", opening.0).await.flaws();
    let expected =
        ["/product no-such-choice", "/impact no-such-choice", "/title too-long", "/observers outside-later"];
    assert_eq!(flaws, expected);
}
