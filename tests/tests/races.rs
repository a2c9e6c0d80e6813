//! X25: whoever is first wins, and wins alone.

use std::time::Duration;

use caseport_tests::records::{self, Firm, PASSWORD};
use caseport_tests::{Api, Case, Opening, Page, Portal, Visitor, eventually, outside, unique};
use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::join;

const ROUNDS: usize = 5;
/// The schedule ticks once a minute; the rest is for a busy machine.
const WITHIN_A_TICK: Duration = Duration::from_secs(90);

fn approve() -> Value {
    json!({ "decision": "approve" })
}

fn refuse() -> Value {
    json!({ "decision": "refuse", "reason": "It still happens." })
}

/// How often something happened to a case.
async fn count(case: Case, api: &Api, event: &str) -> usize {
    case.events(api).await.iter().filter(|happened| *happened == event).count()
}

/// What none of them has, 4: approve and refuse at once have one winner.
#[tokio::test]
async fn x25_approve_against_refuse_has_one_winner() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    for round in 0..ROUNDS {
        let case = Case::proposed(&anna, &eva, "Approved or refused").await;
        let (approved, refused) =
            join!(case.post(&anna, "decision", approve()), case.post(&anna, "decision", refuse()));
        let won = [approved.status, refused.status];
        assert!(won == [200, 409] || won == [409, 200], "round {round}: {won:?}");
        let expected = if approved.status == 200 { "closed" } else { "solution-refused" };
        assert_eq!(case.events(&eva).await[3..], [expected], "round {round}");
    }
}

/// The customer approves, the engineer takes the solution back: one of them does, and the other is told why not.
#[tokio::test]
async fn x25_approve_against_resume_has_one_winner() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    for round in 0..ROUNDS {
        let case = Case::proposed(&anna, &eva, "Approved or taken back").await;
        let (approved, resumed) =
            join!(case.post(&anna, "decision", approve()), case.post(&eva, "resumption", json!({})));
        let won = [approved.status, resumed.status];
        assert!(won == [200, 409] || won == [409, 200], "round {round}: {won:?}");
        let expected = if approved.status == 200 { "closed" } else { "resumed" };
        assert_eq!(case.events(&eva).await[3..], [expected], "round {round}");
    }
}

/// The customer approves, the engineer closes: the case is closed once, by who was first.
#[tokio::test]
async fn x25_approve_against_close_closes_once() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    for round in 0..ROUNDS {
        let case = Case::proposed(&anna, &eva, "Approved or closed").await;
        let (approved, closed) =
            join!(case.post(&anna, "decision", approve()), case.post(&eva, "close", json!({})));
        let won = [approved.status, closed.status];
        assert!(won == [200, 409] || won == [409, 200], "round {round}: {won:?}");
        let closure = if approved.status == 200 { "approved" } else { "by-engineer" };
        assert_eq!(case.seen_by(&eva).await["closure"], closure);
        assert_eq!(count(case, &eva, "closed").await, 1);
    }
}

/// All at once: a reply is never lost, approve and refuse never both win, and what was answered 200 is in the
/// history, in an order in which each was allowed.
#[tokio::test]
async fn x25_approve_refuse_reply_and_close_leave_a_history_that_holds() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    for round in 0..ROUNDS {
        let case = Case::proposed(&anna, &eva, "Everything at once").await;
        let answers = join!(
            case.post(&anna, "decision", approve()),
            case.post(&anna, "decision", refuse()),
            case.post(&anna, "replies", json!({ "text": "Wait." })),
            case.post(&anna, "close", json!({})),
        );
        let statuses = [answers.0.status, answers.1.status, answers.2.status, answers.3.status];
        assert_eq!(statuses[2], 200, "round {round}: a reply is never lost: {}", answers.2.text());
        assert!(
            statuses[..2].iter().filter(|status| **status == 200).count() <= 1,
            "round {round}: {statuses:?}"
        );
        let events = case.events(&eva).await;
        let won = statuses.iter().filter(|status| **status == 200).count();
        assert_eq!(events.len(), 3 + won, "round {round}: {statuses:?} {events:?}");
        assert_eq!(count(case, &eva, "closed").await, 1, "round {round}: somebody closed it: {events:?}");
        assert_eq!(case.status(&eva).await, "closed", "round {round}: {events:?}");
    }
}

/// What none of them has, 1: a doubled command with one key is one event and one mail, and both are answered
/// the same.
#[tokio::test]
async fn x25_doubled_commands_with_one_key_happen_once() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Pressed twice").await;
    case.done(&eva, "assignment", json!({})).await;
    let key = unique("reply").replace(' ', "-");
    let (path, body) = (case.path("replies"), json!({ "text": "Only once." }));
    let presses = join_all((0..6).map(|_| anna.post_once(&path, &body, &key))).await;
    let receipts: Vec<Value> = presses.into_iter().map(|reply| reply.expect(200).json()).collect();
    assert!(receipts.iter().all(|receipt| *receipt == receipts[0]), "{receipts:?}");
    assert_eq!(count(case, &anna, "replied").await, 1);
    anna.post_once(&path, &json!({ "text": "Another." }), &key).await.problem(409, "key-reused");
    portal.mail(case, &eva.email, "Only once.").await;
    let told = portal.mails(case).await;
    assert_eq!(told.iter().filter(|mail| mail.is_to(&eva.email)).count(), 1);
}

/// Approving and refusing are one form with one key. What is sent back for a flaw uses it up for neither; once one of them is
/// done, who goes back and presses the other is told why that is not possible any more, and keeps what they wrote.
#[tokio::test]
async fn x25_the_other_answer_by_the_same_form_is_told_what_keeps_it() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::proposed(&anna, &eva, "Answered by one key").await;
    let (path, key) = (case.path("decision"), records::unique("answer"));
    let flaws = anna.post_once(&path, &json!({ "decision": "refuse" }), &key).await.flaws();
    assert_eq!(flaws, ["/reason required"]);
    let first = anna.post_once(&path, &approve(), &key).await.expect(200).json();
    assert_eq!(anna.post_once(&path, &approve(), &key).await.expect(200).json(), first, "sent again");
    anna.post_once(&path, &refuse(), &key).await.problem(409, "refused");

    let case = Case::proposed(&anna, &eva, "Answered by one form").await;
    let path = case.path("decision");
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let left = visitor.see(&case.path("")).await.expect(200);
    let _ = visitor.submit(&left, &path, &[("decision", "approve"), ("reason", "")]).await.expect(200);
    let typed = [("decision", "refuse"), ("reason", "It still happens.")];
    let told = visitor.submit(&left, &path, &typed).await.expect(409).html();
    assert!(told.contains("This case is closed") && told.contains("It still happens."), "{told}");
}

/// C34: nobody answers a solution that they have not seen. Who has the page of an earlier one open is shown the one that waits
/// now, and keeps what they wrote; a program says which one it answers.
#[tokio::test]
async fn x25_c34_a_solution_that_was_not_seen_is_not_answered() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::proposed(&anna, &eva, "Answered as it was").await;
    let path = case.path("decision");
    let waits = async || case.seen_by(&anna).await["closes_at"].clone();
    let seen = waits().await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let left = visitor.see(&case.path("")).await.expect(200);
    case.done(&eva, "solution", json!({ "text": "Install build 42 instead." })).await;

    for fields in
        [[("decision", "approve"), ("reason", "")], [("decision", "refuse"), ("reason", "It still happens.")]]
    {
        let told = visitor.submit(&left, &path, &fields).await.expect(409).html();
        assert!(told.contains("Another solution has been proposed"), "{told}");
        assert!(told.contains("Install build 42 instead.") && told.contains(fields[1].1), "{told}");
    }
    let told = visitor.submit(&left, &case.path("keep-open"), &[]).await.expect(409).html();
    assert!(told.contains("Another solution has been proposed"), "{told}");
    for solution in [seen, json!("soon")] {
        let answer = json!({ "decision": "approve", "solution": solution });
        case.post(&anna, "decision", answer).await.problem(409, "refused");
        case.post(&anna, "keep-open", json!({ "solution": solution })).await.problem(409, "refused");
    }
    assert_eq!(case.status(&anna).await, "solution-proposed", "nothing is answered yet");
    case.done(&anna, "decision", json!({ "decision": "approve", "solution": waits().await })).await;
    assert_eq!(case.status(&anna).await, "closed");
}

/// The page that a form leads to, however often it is sent before anything is answered.
async fn twice(window: &Visitor, page: &Page, action: &str, fields: &[(&str, &str)]) -> String {
    let (mut one, mut other) = (window.clone(), window.clone());
    let (one, other) = join!(one.submit(page, action, fields), other.submit(page, action, fields));
    let (one, other) = (one.expect(200), other.expect(200));
    assert_eq!(one.path, other.path, "both are led to the same");
    one.path
}

/// The same by the page: a form sent twice, with its file and its draft, is one case, one event and one mail, and leads to it
/// both times.
#[tokio::test]
async fn x25_a_form_sent_twice_happens_once() {
    let portal = Portal::from_env();
    let (lotte, eva) = (portal.newcomer().await, portal.engineer().await);
    let title = unique("Clicked twice");
    let _ = lotte.api.post("/drafts/new", json!({ "draft": 0, "title": title })).await.expect(200);
    let mut window = portal.visitor();
    let _ = window.sign_in_as(&lotte.email, PASSWORD).await.expect(200);
    let page = window.see("/cases/new").await.expect(200);
    let file = lotte.api.upload("agent.log", b"07:12 it stopped").await;
    let fields = [
        ("product", lotte.firm.product.as_str()),
        ("case_type", "incident"),
        ("impact", "person"),
        ("urgency", "low"),
        ("title", &title),
        ("description", "It stopped this morning."),
        ("attachments", &file),
    ];
    let path = twice(&window, &page, "/cases", &fields).await;
    let list = lotte.api.get("/cases?show=all").await.expect(200).json();
    let listed = list["cases"].as_array().expect("it is a list");
    assert_eq!((listed.len(), &listed[0]["title"]), (1, &json!(title)), "{list:#}");
    let case = Case { number: listed[0]["number"].as_u64().expect("a case has a number") };
    assert_eq!(path, case.path("?done=opened"));
    assert_eq!(lotte.api.get("/drafts/new").await.status, 404, "the draft has gone with it");

    case.done(&eva, "assignment", json!({})).await;
    let page = window.see(&case.path("")).await.expect(200);
    let file = lotte.api.upload("later.log", b"07:13 it still stands").await;
    let fields = [("text", "Only once."), ("attachments", &file)];
    let path = twice(&window, &page, &case.path("replies"), &fields).await;
    assert_eq!(path, case.path("?done=replied"));
    assert_eq!(case.events(&lotte.api).await, ["opened", "taken", "replied"]);

    let number = case.number;
    for (to, says) in [
        (&lotte.email, format!("Wij hebben uw case {number} ontvangen.")),
        (&lotte.email, format!("is met uw case {number} aan de slag gegaan.")),
        (&eva.email, "Only once.".to_owned()),
    ] {
        portal.mail(case, to, &says).await;
    }
    assert_eq!(portal.mails(case).await.len(), 3, "of each step one");
}

/// A valid opening about the product of a firm.
fn of(firm: &Firm, title: &str) -> Opening {
    Opening(json!({
        "product": firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": unique(title), "description": "It hums.",
    }))
}

/// C29: who is taken off a case while they reply to it replied before that, or does not see it any more.
#[tokio::test]
async fn x25_nobody_replies_to_a_case_that_they_were_taken_off() {
    let portal = Portal::from_env();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let firm = lotte.firm.with_colleague(&admin, "own").await;
    let (email, jeroen) = (firm.address(&admin).await, firm.registered(&admin).await);
    for round in 0..ROUNDS {
        let opening = of(&firm, "Taken off while replying").with("observers", email.as_str());
        let case = Case::open_with(&lotte.api, &opening).await;
        let (replied, removed) = join!(
            case.post(&jeroen, "replies", json!({ "text": "Wait." })),
            case.post(&lotte.api, "observers/removal", json!({ "observer": firm.contact })),
        );
        assert_eq!(removed.status, 200, "round {round}: {}", removed.text());
        let expected: &[&str] = match replied.status.as_u16() {
            200 => &["opened", "replied", "observer-removed"],
            404 => &["opened", "observer-removed"],
            other => panic!("round {round}: {other}: {}", replied.text()),
        };
        assert_eq!(case.events(&lotte.api).await, expected, "round {round}");
    }
}

/// C29: an address that is asked by several at once, however they spell it, is asked once, and mailed once. Each round has an
/// address of its own: not one is kept up for having been mailed too often.
#[tokio::test]
async fn x25_an_address_outside_asked_at_once_is_asked_once() {
    let portal = Portal::from_env();
    let lotte = portal.newcomer().await;
    let case = Case::open_with(&lotte.api, &of(&lotte.firm, "Asked at once")).await;
    for round in 1..=ROUNDS {
        let zoe = outside();
        let asked = |email: String| json!({ "email": email, "outside": "yes" });
        let (one, other) = join!(
            case.post(&lotte.api, "observers", asked(zoe.clone())),
            case.post(&lotte.api, "observers", asked(zoe.to_uppercase())),
        );
        let won = [one.status, other.status];
        assert!(won == [200, 409] || won == [409, 200], "round {round}: {won:?}");
        assert_eq!(count(case, &lotte.api, "outsider-invited").await, round);
    }
}

/// Of two contacts who are added at once with the same address, Contact ID, or both, one is there, and whoever added the other is
/// told which of these it was. The same contact added twice at once is one.
#[tokio::test]
async fn x25_contacts_added_at_once_are_told_what_is_taken() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let contacts = format!("/companies/{}/contacts", firm.company);
    for round in 0..ROUNDS {
        for (shared, told) in [
            (vec!["email"], vec!["/email taken"]),
            (vec!["id"], vec!["/id taken"]),
            (vec!["id", "email"], vec!["/id taken", "/email taken"]),
        ] {
            let (mut one, mut other) = (firm.person(), firm.person());
            one["id"] = records::unique("c").into();
            other["name"] = "Jeroen Claes".into();
            for field in shared {
                other[field] = one[field].clone();
            }
            let (one, other) = join!(admin.post(&contacts, one), admin.post(&contacts, other));
            let (won, lost) = if one.status == 201 { (one, other) } else { (other, one) };
            let _ = won.expect(201);
            assert_eq!(lost.flaws(), told, "round {round}");
        }
        let mut same = firm.person();
        same["id"] = records::unique("c").into();
        let (one, other) = join!(admin.post(&contacts, same.clone()), admin.post(&contacts, same));
        assert_eq!(one.expect(201).json(), other.expect(201).json(), "round {round}");
    }
}

/// A queue may deliver a message twice: nobody is mailed twice.
#[tokio::test]
async fn x25_a_message_delivered_twice_mails_once() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Told of once").await;
    case.done(&eva, "assignment", json!({})).await;
    let received = "We have received";
    portal.mail(case, &anna.email, received).await;
    let happening = json!({ "number": case.number, "seq": 1 }).to_string();
    for _ in 0..3 {
        portal.message("NotifyQueue", json!({ "MessageBody": happening })).await;
    }
    // What was sent behind these has come.
    case.done(&anna, "replies", json!({ "text": "And then?" })).await;
    portal.mail(case, &eva.email, "And then?").await;
    let told = portal.mails(case).await;
    assert_eq!(told.iter().filter(|mail| mail.is_to(&anna.email) && mail.says(received)).count(), 1);
}

/// Many replies at once: each is kept, each has its place. Whoever is overtaken too often is told to try again.
#[tokio::test]
async fn x25_parallel_replies_are_all_kept_in_some_order() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Everybody writes").await;
    let texts: Vec<String> = (0..4).map(|n| format!("Reply {n}")).collect();
    let replies = texts.iter().map(|text| case.post(&anna, "replies", json!({ "text": text })));
    let answers = join_all(replies).await;
    let kept = answers.iter().filter(|reply| reply.status == 200).count();
    assert!(answers.iter().all(|reply| [200, 409].contains(&reply.status.as_u16())));
    assert_eq!(count(case, &eva, "replied").await, kept);
    assert!(kept >= 1);
}

/// What none of them has, 4: C35, an answer against auto-close. The clock has passed the instant; the customer approves, refuses,
/// keeps the case open or replies while the worker closes it. Whoever was first wins: what was answered is not closed for want of
/// an answer, and what is closed takes no answer but a reply, which leaves it closed.
#[tokio::test]
async fn x25_an_answer_against_auto_close_has_one_winner() {
    let portal = Portal::alone();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let answers = [
        ("decision", approve(), "closed"),
        ("decision", refuse(), "solution-refused"),
        ("keep-open", json!({}), "kept-open"),
        ("replies", json!({ "text": "It still happens." }), "replied"),
    ];
    let (mut cases, mut late) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        for answer in &answers {
            cases.push((Case::proposed(&anna, &eva, "Answered or late").await, answer));
        }
        late.push(Case::proposed(&anna, &eva, "Late").await);
    }
    let clock = portal.clock();
    clock.set(SignedDuration::from_hours(7 * 24 + 1));
    // Tokens have run out with the clock.
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let answered = async {
        let mut statuses = Vec::new();
        for (case, (command, body, _)) in &cases {
            statuses.push(case.post(&anna, command, body.clone()).await.status.as_u16());
        }
        statuses
    };
    let (statuses, ()) = join!(answered, portal.tick("AutoCloseQueue"));
    for case in late {
        // The worker has come by.
        eventually("a case without an answer to be closed", WITHIN_A_TICK, async || {
            (case.status(&eva).await == "closed").then_some(())
        })
        .await;
    }
    for ((case, (_, _, event)), status) in cases.into_iter().zip(statuses) {
        let seen = case.seen_by(&eva).await;
        let happened = case.events(&eva).await.split_off(3);
        let late = match (*event, status) {
            ("replied", 200) => happened.len() == 2,
            (_, 200) => false,
            (_, 409) => true,
            _ => panic!("{event} was answered {status}"),
        };
        let expected = match *event {
            "replied" if late => vec!["closed", "replied"],
            _ if late => vec!["closed"],
            event => vec![event],
        };
        assert_eq!(happened, expected, "{event} was answered {status}");
        let (stands, closure) = match *event {
            _ if late => ("closed", json!("no-answer")),
            "closed" => ("closed", json!("approved")),
            _ => ("in-progress", Value::Null),
        };
        assert_eq!((&seen["status"], &seen["closure"]), (&json!(stands), &closure), "{event}: {seen:#}");
    }
}
