//! C35: no answer, closed after seven days; and what comes before.

use std::time::Duration;

use caseport_tests::records::{Firm, PASSWORD};
use caseport_tests::{Api, Case, Clock, Portal, eventually};
use jiff::{SignedDuration, Timestamp};

/// The schedule ticks once a minute; the rest is for a busy machine.
const WITHIN_A_TICK: Duration = Duration::from_secs(90);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// C35, decision 3: a reminder two days before, then the end, at its instant and not before; by the schedule and
/// nobody's hand.
#[tokio::test]
async fn c35_a_solution_without_an_answer_closes_its_case() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let first = proposed(&portal, "Closes first").await;
    clock.set(DAY * 3);
    let second = proposed(&portal, "Is reminded of then").await;
    clock.set(DAY * 6);
    let third = proposed(&portal, "Is not touched then").await;

    let due = instant(first, &portal, "closes_at").await;
    let opened = instant(first, &portal, "updated_at").await;
    assert_eq!(due.duration_since(opened), DAY * 7, "seven times 24 hours from the proposal");

    // Everything is due for the first, a reminder for the second (5 of its days are over), nothing for the third.
    clock.set_to(due + DAY + SignedDuration::from_secs(5));
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    happens(first, &eva, "closed").await;
    happens(second, &eva, "reminded").await;

    let closed = first.seen_by(&anna).await;
    assert_eq!((&closed["closure"], &closed["closes_at"]), (&"no-answer".into(), &serde_json::Value::Null));
    assert!(instant(first, &portal, "closed_at").await >= due, "not before its instant");
    let number = first.number;
    let words = format!("Your case {number} is closed, because the proposed solution had no answer in time.");
    portal.mail(first, &anna.email, &words).await;
    portal.mail(first, &eva.email, &format!("Case {number} is closed")).await;
    first.post(&anna, "decision", serde_json::json!({ "decision": "approve" })).await.problem(409, "refused");

    let words = format!("The solution we proposed for your case {} is still waiting", second.number);
    portal.mail(second, &anna.email, &words).await;
    assert_eq!(second.events(&eva).await.iter().filter(|event| *event == "reminded").count(), 1);
    assert_eq!(second.status(&anna).await, "solution-proposed", "reminded of, and open");
    assert_eq!(third.events(&eva).await, ["opened", "taken", "solution-proposed"]);
}

/// C35, C32: the page says when the case closes by itself, in its reader's zone, and once it has, that it did for want of an answer.
#[tokio::test]
async fn c35_the_page_says_when_a_case_closes_and_why_it_has() {
    const ZONE: &str = "Asia/Tokyo";
    let portal = Portal::alone();
    let clock = portal.clock();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    firm.reads(&admin, "en", ZONE).await;
    let email = firm.address(&admin).await;
    let reporter = firm.registered(&admin).await;
    let case = Case::proposed(&reporter, &portal.engineer().await, "Closes while nobody looks").await;
    let due = instant(case, &portal, "closes_at").await;
    let seen = async || {
        // Another browser each time: a week on, the session has ended.
        let mut visitor = portal.visitor();
        let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
        visitor.see(&case.path("")).await.expect(200).html()
    };

    let page = seen().await;
    let local = due.in_tz(ZONE).expect("it is a zone").strftime("%A %-d %B %Y at %H:%M").to_string();
    let said = page.split("<p class=\"deadline\">").nth(1).and_then(|rest| rest.split("</p>").next());
    let expected = format!("Without an answer this case closes by itself on {local}.");
    assert!(said.is_some_and(|said| said.contains(&expected)), "{expected} {said:?}");

    clock.set_to(due + SignedDuration::from_secs(5));
    portal.tick("AutoCloseQueue").await;
    happens(case, &portal.engineer().await, "closed").await;
    let page = seen().await;
    for words in
        ["the solution was not answered in time", "closed the case, since the solution had no answer in time"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("<p class=\"deadline\">"), "{page}");
}

/// C35, A2: a solution that was taken back closes nothing when its instant comes.
#[tokio::test]
async fn c35_a_solution_that_was_taken_back_closes_nothing() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let (back, waits) = (proposed(&portal, "Is taken back").await, proposed(&portal, "Waits still").await);
    back.done(&portal.engineer().await, "resumption", serde_json::json!({})).await;
    let due = instant(waits, &portal, "closes_at").await;
    clock.set_to(due + SignedDuration::from_secs(5));
    let eva = portal.engineer().await;
    portal.tick("AutoCloseQueue").await;
    happens(waits, &eva, "closed").await;
    assert_eq!(back.events(&eva).await, ["opened", "taken", "solution-proposed", "resumed"]);
    assert_eq!(back.status(&eva).await, "in-progress");
}

/// C35: a deployment says how many days that are.
#[tokio::test]
async fn c35_a_solution_waits_as_long_as_the_deployment_says() {
    let portal = Portal::from_env();
    let propose = portal.function_with("desk-propose", ("ANSWER_DAYS", "3"));
    let eva = portal.engineer().await;
    let case = Case::open(&portal.customer().await, "Waits for three days").await;
    let body = serde_json::json!({ "text": "Restart the agent." });
    let (status, receipt) = propose.post_as(&eva, &case.path("solution"), &body);
    assert_eq!(status, 200, "{receipt:#}");
    let waits =
        instant(case, &portal, "closes_at").await.duration_since(instant(case, &portal, "updated_at").await);
    assert_eq!(waits, DAY * 3);
}

/// C35: a case that nobody can read keeps none behind it from being closed, of its shard or another; its tick comes back as
/// long as that is so.
#[tokio::test]
async fn c35_a_case_that_cannot_be_read_holds_up_no_other() {
    let portal = Portal::alone();
    let worker = portal.function("workers-auto-close");
    let clock = portal.clock();
    let spoiled = proposed(&portal, "Cannot be read").await;
    let mut behind = Vec::new();
    for _ in 0..4 {
        behind.push(proposed(&portal, "Comes behind it").await);
    }
    let version = spoiled.events(&portal.engineer().await).await.len();
    portal.spoils(spoiled).await;
    clock.set(DAY * 7 + SignedDuration::from_hours(1));
    assert!(!worker.does(&serde_json::json!({})), "the tick comes back");
    let eva = portal.engineer().await;
    for case in behind {
        happens(case, &eva, "closed").await;
    }
    portal.mends(spoiled, version).await;
    let _ = worker.does(&serde_json::json!({}));
    happens(spoiled, &eva, "closed").await;
}

/// A case with a solution, proposed at what the clock says now.
async fn proposed(portal: &Portal, title: &str) -> Case {
    // Signed in anew each time: the clock has moved, and access tokens have run out.
    Case::proposed(&portal.customer().await, &portal.engineer().await, title).await
}

async fn instant(case: Case, portal: &Portal, field: &str) -> Timestamp {
    let seen = case.seen_by(&portal.engineer().await).await;
    seen[field].as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{field} of {seen:#}"))
}

async fn happens(case: Case, eva: &Api, event: &str) {
    let what = format!("case {} to be {event}", case.number);
    eventually(&what, WITHIN_A_TICK, async || {
        case.events(eva).await.contains(&event.to_owned()).then_some(())
    })
    .await;
}

/// A session's access token lives 15 minutes, and is renewed by its refresh token, each once.
#[tokio::test]
async fn an_access_token_runs_out_and_is_renewed() {
    let portal = Portal::alone();
    let anna = portal.customer().await;
    let clock: Clock = portal.clock();
    clock.set(SignedDuration::from_mins(16));
    anna.get("/cases").await.problem(401, "signed-out");
    let tokens = serde_json::json!({ "refresh_token": anna.refresh_token() });
    let renewed = portal.anonymous().post("/session/refresh", tokens.clone()).await.expect(200).json();
    let again = anna.with_token(renewed["access_token"].as_str().expect("an access token"));
    let _ = again.get("/cases").await.expect(200);
    // X12: a refresh token used again long after it was replaced has been copied: nobody keeps the session.
    clock.set(SignedDuration::from_mins(20));
    portal.anonymous().post("/session/refresh", tokens).await.problem(401, "signed-out");
    let next = serde_json::json!({ "refresh_token": renewed["refresh_token"] });
    portal.anonymous().post("/session/refresh", next).await.problem(401, "signed-out");
}
