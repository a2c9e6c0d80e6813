//! Whose turn a case is, as engineers change it: they take back what it waits for.

use caseport_tests::{Case, Opening, Portal, unique};
use serde_json::{Value, json};

/// A2, A3, C25: a question, a planned day and a solution are taken back, in words or without; the case is in progress again, and
/// whoever was told of them is told. A reply ends no plan.
#[tokio::test]
async fn a2_a3_what_a_case_waits_for_is_taken_back() {
    let portal = Portal::from_env();
    let (anna, bram, eva) = (portal.customer().await, portal.colleague().await, portal.engineer().await);
    let opening = Opening::new(&anna, &unique("Taken back")).await;
    let case = Case::open_with(&anna, &opening.with("observers", bram.email.as_str())).await;
    case.post(&eva, "resumption", json!({})).await.problem(409, "refused");
    case.done(&eva, "assignment", json!({})).await;
    case.post(&eva, "resumption", json!({})).await.problem(409, "refused");

    case.done(&eva, "messages", json!({ "kind": "question", "text": "Since when?" })).await;
    let long = json!({ "text": "x".repeat(20_001) });
    assert_eq!(case.post(&eva, "resumption", long).await.flaws(), ["/text too-long"]);
    case.done(&eva, "resumption", json!({ "text": "It is in the log." })).await;
    assert_eq!(case.status(&anna).await, "in-progress");
    case.done(&eva, "plan", json!({ "on": "2031-02-03" })).await;
    case.done(&anna, "replies", json!({ "text": "We are there all day." })).await;
    assert_eq!(case.status(&anna).await, "planned", "what is added ends no plan");
    case.done(&eva, "resumption", json!({})).await;
    assert_eq!(case.seen_by(&anna).await["planned_on"], Value::Null);
    case.done(&eva, "solution", json!({ "text": "Install build 9.1.4." })).await;
    case.done(&eva, "resumption", json!({ "text": "It has the same fault." })).await;
    let seen = case.seen_by(&anna).await;
    assert_eq!((&seen["status"], &seen["closes_at"]), (&json!("in-progress"), &Value::Null));
    case.post(&anna, "decision", json!({ "decision": "approve" })).await.problem(409, "refused");

    let taken = |seq: usize| {
        let event = &seen["events"][seq - 1];
        assert_eq!(event["event"], "resumed", "{event:#}");
        [&event["taken_back"], &event["planned_on"], &event["text"]].map(Clone::clone)
    };
    assert_eq!(taken(4), [json!("question"), Value::Null, json!("It is in the log.")]);
    assert_eq!(taken(7), [json!("plan"), json!("2031-02-03"), Value::Null]);
    assert_eq!(taken(9), [json!("solution"), Value::Null, json!("It has the same fault.")]);

    let number = case.number;
    for (to, words) in [
        (&anna, format!("Eva Lindqvist has taken back the question about your case {number}.")),
        (&anna, "It is in the log.".to_owned()),
        (&anna, format!("Work on your case {number} is no longer planned for Monday 3 February 2031.")),
        (&bram, format!("Eva Lindqvist heeft de oplossing voor case {number} ingetrokken.")),
        (&bram, "It has the same fault.".to_owned()),
    ] {
        portal.mail(case, &to.email, &words).await;
    }
    let transcript = anna.get(&case.path("transcript")).await.expect(200).text();
    let transcript: caseport_domain::transcript::Transcript =
        serde_json::from_str(&transcript).expect("it is one");
    assert_eq!(transcript.verify(), Ok(()));
}
