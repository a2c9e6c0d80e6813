//! Whose turn a case is, as engineers change it: they take back what it waits for, and give cases to each other.

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

/// A2, A1: an engineer gives a case to another, takes it over, and hands it back. The customer sees whose it is; who is given it,
/// and whose it was, are mailed, and nobody of what they did. No contact is given a case, and none who is unknown.
#[tokio::test]
async fn a2_a_case_is_given_taken_over_and_handed_back() {
    let portal = Portal::from_env();
    let (anna, eva, finn) = (portal.customer().await, portal.engineer().await, portal.other_engineer().await);
    let case = Case::open(&anna, &unique("Given away")).await;
    let assignment = case.path("assignment");
    let page = eva.get(&assignment).await.expect(200).json();
    let engineers = page["engineers"].as_array().cloned().unwrap_or_default();
    let named = |name: &str| engineers.iter().find(|engineer| engineer["name"] == name);
    let id = named("Finn O’Dowd").expect("he works here")["id"].clone();
    assert_eq!((&page["engineer"], named("Eva Lindqvist")), (&Value::Null, None), "she takes it");

    for (wrong, flaw) in [
        ("", "required"),
        ("anna", "no-such-engineer"),
        ("x-1", "no-such-engineer"),
        ("?", "no-such-engineer"),
    ] {
        let flaws = case.post(&eva, "assignment", json!({ "engineer": wrong })).await.flaws();
        assert_eq!(flaws, [format!("/engineer {flaw}")], "{wrong}");
    }
    case.post(&eva, "assignment", json!({ "engineer": "nobody" })).await.problem(409, "refused");
    case.done(&eva, "assignment", json!({ "engineer": id })).await;
    let seen = case.seen_by(&anna).await;
    assert_eq!((&seen["engineer"], &seen["status"]), (&json!("Finn O’Dowd"), &json!("in-progress")));
    let given = &seen["events"][1];
    assert_eq!((&given["event"], &given["given_to"]), (&json!("assigned"), &json!("Finn O’Dowd")));
    case.post(&eva, "assignment", json!({ "engineer": id })).await.problem(409, "refused");
    let page = eva.get(&assignment).await.expect(200).json();
    assert_eq!(page["engineer"]["id"], id);
    assert!(!page["engineers"].to_string().contains("Finn"), "he has it already");

    case.done(&eva, "assignment", json!({})).await;
    case.done(&finn, "assignment", json!({ "engineer": id })).await;
    case.done(&eva, "assignment", json!({ "engineer": "nobody" })).await;
    let seen = case.seen_by(&anna).await;
    assert_eq!((&seen["engineer"], &seen["status"]), (&Value::Null, &json!("in-progress")));
    assert_eq!(case.events(&anna).await, ["opened", "assigned", "taken", "taken", "handed-back"]);
    let from = |seq: usize| seen["events"][seq - 1]["taken_from"].as_str().map(str::to_owned);
    let whose = [2, 3, 4, 5].map(from);
    let whose: Vec<Option<&str>> = whose.iter().map(Option::as_deref).collect();
    assert_eq!(whose, [None, Some("Finn O’Dowd"), Some("Eva Lindqvist"), Some("Finn O’Dowd")]);

    let number = case.number;
    for (to, words) in [
        (&finn, format!("Eva Lindqvist has given you case {number}.")),
        (&anna, format!("Your case {number} is now with Finn O’Dowd.")),
        (&finn, format!("Eva Lindqvist has taken case {number} over from you.")),
        (&eva, format!("Finn O’Dowd has taken case {number} over from you.")),
        (&finn, format!("Eva Lindqvist has handed case {number} back to the desk.")),
    ] {
        portal.mail(case, &to.email, &words).await;
    }
    let mails = portal.mails(case).await;
    let to = |email: &str| mails.iter().filter(|mail| mail.is_to(email)).count();
    assert_eq!((to(&finn.email), to(&eva.email)), (3, 1), "nobody is told of what they did");
    case.done(&eva, "close", json!({})).await;
    case.post(&eva, "assignment", json!({ "engineer": id })).await.problem(409, "refused");
}

/// A2, without any script: the page to give a case on comes back with what is wrong beside its field, and leads to the case.
#[tokio::test]
async fn a2_a_case_is_given_on_a_page_of_its_own() {
    let portal = Portal::from_env();
    let case = Case::open(&portal.customer().await, &unique("Given by a form")).await;
    let action = case.path("assignment");
    let mut eva = portal.visitor();
    eva.sign_in("engineer").await;
    let page = eva.see(&case.path("")).await.expect(200);
    assert!(page.html().contains(&format!("href=\"{action}\"")), "{}", page.html());
    let page = eva.see(&action).await.expect(200);
    let option = "<option value=\"finn\">Finn O’Dowd</option>";
    assert!(page.html().contains(option) && page.html().contains("Nobody works on it yet."));
    let again = eva.submit(&page, &action, &[("engineer", "")]).await.expect(422);
    assert!(again.html().contains("Engineer is required.") && again.html().contains(option));
    let again = eva.submit(&again, &action, &[("engineer", "anna")]).await.expect(422);
    assert!(again.html().contains("Engineer: nobody who works here has this ID."), "{}", again.html());
    let done = eva.submit(&again, &action, &[("engineer", "finn")]).await.expect(200);
    assert!(done.path.ends_with("done=assigned") && done.html().contains("gave the case to Finn O’Dowd"));
    let page = eva.see(&action).await.expect(200);
    assert!(page.html().contains("Finn O’Dowd works on it now.") && !page.html().contains(option));
    let back = eva.submit(&page, &action, &[("engineer", "nobody")]).await.expect(200);
    assert!(back.path.ends_with("done=handed-back") && back.html().contains("Take this case"));
}
