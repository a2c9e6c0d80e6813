//! A case between customer and engineer, step by step, with the mails of each.

use std::time::Duration;

use caseport_tests::{Api, Case, Opening, Portal, eventually};
use reqwest::Method;
use reqwest::header::{ACCEPT, HeaderMap, HeaderValue};
use serde_json::{Value, json};

/// Who is mailed about each step, as the desk sees the records: never about one's own action, but for the
/// confirmation of opening.
const TOLD: [(&str, &[&str]); 17] = [
    ("opened", &["reporter", "observer"]),
    ("taken", &["reporter", "observer"]),
    ("asked", &["reporter", "observer"]),
    ("replied", &["observer", "engineer"]),
    ("noted", &[]),
    ("noted", &["reporter", "observer"]),
    ("told", &["reporter", "observer"]),
    ("planned", &["reporter", "observer"]),
    ("solution-proposed", &["reporter", "observer"]),
    ("solution-refused", &["observer", "engineer"]),
    ("solution-proposed", &["reporter", "observer"]),
    ("kept-open", &["observer", "engineer"]),
    ("solution-proposed", &["reporter", "observer"]),
    ("closed", &["observer", "engineer"]),
    ("replied", &["observer", "engineer"]),
    ("reopened", &["reporter", "observer"]),
    ("closed", &["observer", "engineer"]),
];

const SECRET: &str = "Their firewall is misconfigured once more";

/// E45, E56, E57, E58, E59, E60, E61, E68, M12, M34, M35, M36, M37, M38, M39, M40, M41, M42,
/// C23, C24, C25, C26, C27, C31, C32, C33, C34, A1, A3, A6, A7: the whole life of a case.
#[tokio::test]
async fn a_case_lives_and_everybody_is_told_c31_m35() {
    let portal = Portal::from_env();
    let (anna, bram, eva) = (portal.customer().await, portal.colleague().await, portal.engineer().await);
    let opening = Opening::new(&anna, "The dialer drops calls").await;
    let case = Case::open_with(&anna, &opening.with("observers", bram.email.as_str())).await;

    let desk = eva.get("/desk?sort=recent").await.expect(200).json();
    let mut queue = desk["cases"].as_array().expect("it is a list").iter();
    assert!(queue.any(|line| line["number"] == case.number), "{} is in the queue: {desk:#}", case.number);
    case.done(&eva, "assignment", json!({})).await;
    case.post(&eva, "assignment", json!({})).await.problem(409, "refused");
    assert_eq!(case.seen_by(&anna).await["engineer"], "Eva Lindqvist");
    assert_eq!(case.status(&anna).await, "in-progress");

    case.done(&eva, "messages", json!({ "kind": "question", "text": "Since when?" })).await;
    assert_eq!(case.status(&anna).await, "waiting-for-customer");
    case.done(&anna, "replies", json!({ "text": "Since the update.\r\n\r\n  — Anna" })).await;
    assert_eq!(case.status(&anna).await, "in-progress");

    case.done(&eva, "notes", json!({ "audience": "internal", "text": SECRET })).await;
    case.done(&eva, "notes", json!({ "audience": "journal", "text": "Reproduced in our lab." })).await;
    case.done(&eva, "messages", json!({ "kind": "information", "text": "We can see it too." })).await;

    case.done(&eva, "plan", json!({ "on": "2031-02-03" })).await;
    let planned = case.seen_by(&anna).await;
    assert_eq!((&planned["status"], &planned["planned_on"]), (&json!("planned"), &json!("2031-02-03")));

    let solution = json!({ "text": "Install build 9.1.4." });
    case.done(&eva, "solution", solution.clone()).await;
    assert_eq!(case.status(&anna).await, "solution-proposed");
    let refusal = case.post(&anna, "decision", json!({ "decision": "refuse", "reason": " " })).await;
    assert_eq!(refusal.flaws(), ["/reason required"]);
    case.done(&anna, "decision", json!({ "decision": "refuse", "reason": "It is installed." })).await;
    assert_eq!(case.status(&anna).await, "in-progress");
    case.post(&anna, "decision", json!({ "decision": "approve" })).await.problem(409, "refused");

    case.done(&eva, "solution", solution.clone()).await;
    case.done(&anna, "keep-open", json!({})).await;
    let kept = case.seen_by(&anna).await;
    assert_eq!((&kept["status"], &kept["closes_at"]), (&json!("in-progress"), &Value::Null));

    case.done(&eva, "solution", solution).await;
    case.done(&anna, "decision", json!({ "decision": "approve" })).await;
    let closed = case.seen_by(&anna).await;
    assert_eq!((&closed["status"], &closed["closure"]), (&json!("closed"), &json!("approved")));

    // M42: a reply after closing stays a reply; staff may reopen.
    case.done(&anna, "replies", json!({ "text": "It is back." })).await;
    assert_eq!(case.status(&anna).await, "closed");
    case.done(&eva, "reopening", json!({ "reason": "It came back." })).await;
    assert_eq!(case.status(&anna).await, "in-progress");
    // E68
    case.done(&anna, "close", json!({ "reason": "We have replaced it." })).await;
    assert_eq!(case.seen_by(&anna).await["closure"], "by-customer");

    assert_eq!(case.events(&eva).await, TOLD.map(|(event, _)| event));
    nothing_internal_reaches_the_customer(case, &anna, &eva).await;
    everybody_was_told(&portal, case, &eva).await;
}

/// M34, M41: the case says how it stands, and can be added to however it does.
#[tokio::test]
async fn m34_m41_a_case_is_added_to_at_any_status() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Added to whenever").await;
    assert_eq!(case.status(&anna).await, "open");
    case.done(&anna, "replies", json!({ "text": "Said when open" })).await;
    for (command, body, status) in [
        ("assignment", json!({}), "in-progress"),
        ("messages", json!({ "kind": "question", "text": "Since when?" }), "waiting-for-customer"),
        ("plan", json!({ "on": "2031-02-03" }), "planned"),
        ("solution", json!({ "text": "Install build 9.1.4." }), "solution-proposed"),
        ("close", json!({ "reason": "It is installed." }), "closed"),
    ] {
        case.done(&eva, command, body).await;
        assert_eq!(case.status(&anna).await, status);
        case.done(&anna, "replies", json!({ "text": format!("Said when {status}") })).await;
    }
    let events = case.events(&anna).await;
    assert_eq!(events.iter().filter(|event| *event == "replied").count(), 6, "{events:?}");
}

/// E58: what the customer wrote stands among the mails, by time, as JSON and on the page, and leads into the thread.
#[tokio::test]
async fn e58_the_customers_updates_stand_among_the_mails() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Written about both ways").await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Which release?" })).await;
    portal.mail(case, &anna.email, "Which release?").await;
    case.done(&anna, "replies", json!({ "text": "Build 9.1.3.\n\nAnd since Monday." })).await;
    case.done(&eva, "messages", json!({ "kind": "information", "text": "We look at it." })).await;
    portal.mail(case, &anna.email, "We look at it.").await;

    let seen = case.seen_by(&anna).await;
    let posts = seen["correspondence"].as_array().expect("there is correspondence");
    let what = |post: &Value| match post["mail"].as_u64() {
        Some(place) => seen.pointer(&format!("/mails/{place}/seq")).expect("it is a mail").to_string(),
        None => post["update"]["line"].as_str().expect("else it is an update").to_owned(),
    };
    let told: Vec<String> = posts.iter().map(what).collect();
    let at = |wanted: &str| told.iter().position(|told| told == wanted).expect("it is among them");
    assert!(at("2") < at("Build 9.1.3.") && at("Build 9.1.3.") < at("4"), "{told:?}");
    assert_eq!(posts[at("Build 9.1.3.")]["update"]["by"]["name"], "Anna Whitfield");
    assert_eq!(posts.iter().filter(|post| post["update"].is_object()).count(), 1, "engineers write by mail");

    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let page = visitor.see(&case.path("?tab=mails")).await.expect(200).html();
    let found = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words} is on the page"));
    let link = found(&format!("href=\"/cases/{}#event-3\"", case.number));
    assert!(found("Which release?") < link && link < found("Build 9.1.3.") && link < found("We look at it."));
    assert!(!page.contains("And since Monday."), "the thread has the rest");
}

/// E62: who adds to a case is told on the page that it is saved, in their language, and not by a mail about their own action; the
/// others are mailed.
#[tokio::test]
async fn e62_an_update_is_confirmed_on_the_page_and_mailed_to_the_others() {
    let portal = Portal::from_env();
    let (anna, bram, eva) = (portal.customer().await, portal.colleague().await, portal.engineer().await);
    let opening = Opening::new(&anna, "Added to in three languages").await;
    let case = Case::open_with(&anna, &opening.with("observers", bram.email.as_str())).await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let replies = case.path("replies");
    for (language, saved) in [
        ("en", "It is saved in the case, and the others who follow it are told by e-mail."),
        ("nl", "Ze is bij de case opgeslagen, en de anderen die de case volgen, krijgen bericht per e-mail."),
        (
            "fr",
            "Il est enregistré dans le ticket, et les autres personnes qui le suivent sont prévenues par e-mail.",
        ),
    ] {
        visitor.cookies.insert("__Host-language".into(), language.into());
        let page = visitor.see(&case.path("")).await.expect(200);
        let text = format!("Said in {language}");
        let page = visitor.submit(&page, &replies, &[("text", &*text)]).await.expect(200);
        let html = page.html();
        let done = html.split("data-done").nth(1).and_then(|rest| rest.split("</p>").next());
        assert!(done.is_some_and(|done| done.contains(saved)), "{language}: {done:?}");
        portal.mail(case, &bram.email, &text).await;
    }
    let mails = case.seen_by(&eva).await["mails"].as_array().expect("a case has mails").clone();
    let told: Vec<_> =
        mails.iter().filter(|mail| mail["role"] == "reporter").map(|mail| &mail["seq"]).collect();
    assert_eq!(told, [1], "of the opening, and of nothing they did since");
}

/// X26, A1, E57: an internal note is for engineers; a journal note is the customer's to read.
async fn nothing_internal_reaches_the_customer(case: Case, anna: &Api, eva: &Api) {
    let texts = |seen: &Value| -> Vec<String> {
        let events = seen["events"].as_array().expect("a case has events").clone();
        events.iter().filter_map(|event| Some(event["text"].as_str()?.to_owned())).collect()
    };
    let (customer, engineer) = (case.seen_by(anna).await, case.seen_by(eva).await);
    assert!(texts(&engineer).iter().any(|text| text == SECRET));
    assert!(texts(&customer).iter().any(|text| text == "Reproduced in our lab."), "E57");
    assert_eq!(texts(&customer).len() + 1, texts(&engineer).len());
    for below in ["", "transcript", "?tab=journal", "?tab=mails"] {
        let json = anna.get(&case.path(below)).await.expect(200);
        assert!(!json.text().contains("firewall"), "X26: {below} as JSON");
        let as_page = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("text/html"))]);
        let page = anna.send(anna.request(Method::GET, &case.path(below)).headers(as_page)).await.expect(200);
        assert!(below == "transcript" || page.header("content-type").starts_with("text/html"), "{below}");
        assert!(!page.text().contains("firewall"), "X26: {below} as a page");
    }
    for mail in anna.portal().mails(case).await {
        let everything = format!("{}{}{}", mail.subject, mail.text, mail.html.unwrap_or_default());
        assert!(!everything.contains("firewall"), "X26: a mail");
    }
}

/// C31, M35, M40: every step has its mails, every mail its record, every record ends in `sent`, and what was
/// recorded was sent once.
async fn everybody_was_told(portal: &Portal, case: Case, eva: &Api) {
    let expected: Vec<(u64, String)> = TOLD
        .iter()
        .zip(1..)
        .flat_map(|((_, roles), seq)| roles.iter().map(move |role| (seq, (*role).to_owned())))
        .collect();
    let records = eventually("all mails to be recorded as sent", Duration::from_secs(40), async || {
        let seen = case.seen_by(eva).await;
        let mails = seen["mails"].as_array().expect("a case has mails").clone();
        let sent = mails.iter().filter(|mail| mail["state"] == "sent").count();
        (sent >= expected.len()).then_some(mails)
    })
    .await;
    let mut told: Vec<(u64, String)> = records
        .iter()
        .map(|mail| (mail["seq"].as_u64().unwrap_or(0), mail["role"].as_str().unwrap_or("?").to_owned()))
        .collect();
    let mut wanted = expected.clone();
    told.sort();
    wanted.sort();
    assert_eq!(told, wanted);
    assert_eq!(portal.mails(case).await.len(), expected.len(), "each was sent once");
}
