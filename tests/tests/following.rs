//! Who follows a colleague's case, until they leave or are taken off (C29).

use caseport_tests::{Api, Case, EVERYBODY, Opening, Portal, unique};
use serde_json::{Value, json};

/// Sees only their own cases and those they follow.
const GARETH: &str = "gareth@acme.example";

/// Where observers are taken off.
const REMOVAL: &str = "observers/removal";

fn off(id: &str) -> Value {
    json!({ "observer": id })
}

/// C29: whoever may write to a case takes observers off, and who only reads leaves themself. From then on they are mailed nothing,
/// and who saw the case only because they followed it does not know of it any more.
#[tokio::test]
async fn c29_an_observer_is_taken_off_or_leaves() {
    let portal = Portal::from_env();
    let (anna, bram, eva) = (portal.customer().await, portal.colleague().await, portal.engineer().await);
    let gareth = portal.person(GARETH).await;
    let opening = Opening::new(&anna, &unique("Followed for a while")).await;
    let case = Case::open_with(&anna, &opening.with("observers", format!("{GARETH}, {}", bram.email))).await;
    let seen = case.seen_by(&gareth).await;
    let told =
        json!([{ "id": "gareth", "name": "Gareth Pryce" }, { "id": "bram", "name": "Bram Verhoeven" }]);
    assert_eq!(seen["observers"], told);
    case.post(&bram, REMOVAL, off("gareth")).await.problem(403, "denied");
    for (body, flaw) in [
        (json!({}), "/observer required"),
        (off("a b"), "/observer not-an-id"),
        (json!({ "observer": "gareth", "outsider": "outside-2" }), "/outsider no-such-choice"),
    ] {
        assert_eq!(case.post(&anna, REMOVAL, body).await.flaws(), [flaw]);
    }
    for nobody in ["wendy", "anna"] {
        case.post(&anna, REMOVAL, off(nobody)).await.problem(409, "refused");
    }

    case.done(&anna, REMOVAL, off("gareth")).await;
    case.post(&eva, REMOVAL, off("gareth")).await.problem(409, "refused");
    let _ = case.post(&gareth, REMOVAL, off("gareth")).await.expect(404);
    let _ = gareth.get(&case.path("")).await.expect(404);
    case.done(&eva, "messages", json!({ "kind": "information", "text": "We look at it." })).await;
    // He would have been told before Bram.
    portal.mail(case, &bram.email, "We look at it.").await;
    let mails = portal.mails(case).await;
    assert!(!mails.iter().any(|mail| mail.is_to(GARETH) && mail.says("We look at it.")));

    let seen = case.seen_by(&bram).await;
    assert!(seen["actions"].as_array().is_some_and(|actions| actions.contains(&json!("leave"))), "{seen:#}");
    case.done(&bram, REMOVAL, off("bram")).await;
    let seen = case.seen_by(&bram).await;
    assert_eq!((&seen["observers"], &seen["actions"]), (&json!([]), &json!(["follow"])), "he only reads");
    let events = case.events(&anna).await;
    assert_eq!(events.iter().filter(|event| *event == "observer-removed").count(), 2);
    case.done(&anna, "observers", json!({ "email": GARETH })).await;
    assert_eq!(case.seen_by(&gareth).await["observers"][0]["name"], "Gareth Pryce", "he can be added again");
}

/// C29, G5, G12: who only reads a case follows it themself, by JSON and by the form, and adds nobody else. From then on they are
/// mailed what happens.
#[tokio::test]
async fn c29_g12_who_only_reads_follows_a_case() {
    let portal = Portal::from_env();
    let (anna, bram, eva, chloe) = (
        portal.customer().await,
        portal.colleague().await,
        portal.engineer().await,
        portal.other_customer().await,
    );
    let case = Case::open(&anna, &unique("Followed by who reads")).await;
    assert_eq!(case.seen_by(&bram).await["actions"], json!(["follow"]));
    let follow = json!({ "follow": "yes" });
    let _ = case.post(&chloe, "observers", follow.clone()).await.expect(404);
    case.post(&eva, "observers", follow.clone()).await.problem(403, "denied");
    case.post(&anna, "observers", follow.clone()).await.problem(409, "refused");
    for others in [json!({ "email": bram.email }), json!({ "email": GARETH })] {
        case.post(&bram, "observers", others).await.problem(403, "denied");
    }
    for more in [json!({ "follow": "yes", "email": GARETH }), json!({ "follow": "no" })] {
        assert_eq!(case.post(&bram, "observers", more).await.flaws(), ["/follow no-such-choice"]);
    }

    case.done(&bram, "observers", follow.clone()).await;
    case.post(&bram, "observers", follow).await.problem(409, "refused");
    let seen = case.seen_by(&bram).await;
    assert_eq!(seen["observers"], json!([{ "id": "bram", "name": "Bram Verhoeven" }]));
    assert_eq!(seen["actions"], json!(["leave"]));
    assert_eq!(case.events(&anna).await, ["opened", "observer-added"]);
    case.done(&eva, "messages", json!({ "kind": "information", "text": "We look at it." })).await;
    portal.mail(case, &bram.email, "We look at it.").await;
    let mails = portal.mails(case).await;
    let told = mails.iter().filter(|mail| mail.is_to(&bram.email)).count();
    assert_eq!(told, 1, "he is not mailed that he follows it");

    case.done(&bram, REMOVAL, off("bram")).await;
    let mut visitor = portal.visitor();
    visitor.sign_in("colleague").await;
    let page = visitor.see(&case.path("")).await.expect(200);
    let done = visitor.submit(&page, &case.path("observers"), &[]).await.expect(200);
    assert_eq!(done.path, case.path("?done=followed"));
    // He reads Dutch.
    for said in ["U leest nu mee met deze case", "leest nu mee</p>", "Niet meer meelezen"] {
        assert!(done.html().contains(said), "{said}: {}", done.html());
    }
    assert!(!done.html().contains("name=\"follow\""), "{}", done.html());
    // He goes on seeing it: there is nothing to be warned of.
    assert!(!done.html().contains("Niet meer meelezen…"), "{}", done.html());
}

/// C29, G12: a colleague whose access includes no cases is added to none, neither when it is opened nor later: nothing of it would
/// reach them.
#[tokio::test]
async fn c29_g12_who_sees_no_cases_follows_none() {
    const WENDY: &str = "wendy@acme.example";
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let opening = Opening::new(&anna, &unique("Not for everybody")).await;
    let flaws = anna.post("/cases", opening.clone().with("observers", WENDY).0).await.flaws();
    assert_eq!(flaws, ["/observers outside-later"]);
    let case = Case::open_with(&anna, &opening).await;
    for api in [&anna, &eva] {
        let flaws = case.post(api, "observers", json!({ "email": WENDY })).await.flaws();
        assert_eq!(flaws, ["/email no-such-colleague"]);
    }
    assert_eq!(case.seen_by(&anna).await["observers"], json!([]));
}

/// The forms work without a script. Who will not see the case any more is told so beside the button, and led to their list, which
/// says so.
#[tokio::test]
async fn c29_the_forms_to_leave_and_to_take_somebody_off() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let opening = Opening::new(&anna, &unique("Left by a form")).await;
    let followers = format!("{GARETH}, {}", portal.account("colleague").email);
    let case = Case::open_with(&anna, &opening.with("observers", followers)).await;
    let mut visitor = portal.visitor();
    visitor.sign_in_as(GARETH, EVERYBODY).await;
    let page = visitor.see(&case.path("")).await.expect(200);
    for said in ["<summary>Stop following…</summary>", "If you stop, you will not see it any more"] {
        assert!(page.html().contains(said), "{said}: {}", page.html());
    }
    let left = visitor.submit(&page, &case.path(REMOVAL), &[]).await.expect(200);
    assert_eq!(left.path, "/cases?done=left");
    assert!(left.html().contains("You no longer follow the case"), "{}", left.html());
    // He does not see the case any more, and what is sent twice is answered as it was.
    let again = visitor.submit(&page, &case.path(REMOVAL), &[]).await.expect(200);
    assert_eq!(again.path, "/cases?done=left");

    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page = visitor.see(&case.path("")).await.expect(200);
    for said in ["stopped following the case", "Remove an observer"] {
        assert!(page.html().contains(said), "{}", page.html());
    }
    let done = visitor.submit(&page, &case.path(REMOVAL), &[]).await.expect(200);
    assert_eq!(done.path, case.path("?done=unobserved"));
    assert!(!done.html().contains("Remove an observer"), "{}", done.html());
}

/// The numbers of the cases that a list has on its first page.
async fn numbers(api: &Api, path: &str) -> Vec<u64> {
    let list = api.get(path).await.expect(200).json();
    let cases = list["cases"].as_array().expect("a list has cases");
    cases.iter().map(|case| case["number"].as_u64().expect("a case has a number")).collect()
}

/// M13, C29: who sees only their own cases has a list of those of colleagues that they follow, as these are, and nobody else has
/// them there; what they follow no more is in it no more.
#[tokio::test]
async fn m13_c29_what_one_follows_is_in_a_list() {
    let portal = Portal::from_env();
    let (anna, eva, chloe) =
        (portal.customer().await, portal.engineer().await, portal.other_customer().await);
    let gareth = portal.person(GARETH).await;
    let case = Case::open(&anna, &unique("Followed in a list")).await;
    let (open, all) = ("/cases?whose=followed", "/cases?whose=followed&show=all");
    assert!(!numbers(&gareth, all).await.contains(&case.number));
    case.done(&anna, "observers", json!({ "email": GARETH })).await;
    assert!(numbers(&gareth, open).await.contains(&case.number));
    assert!(!numbers(&gareth, "/cases").await.contains(&case.number), "he did not open it");
    for other in [&anna, &chloe] {
        assert!(!numbers(other, all).await.contains(&case.number), "{}", other.email);
    }

    case.done(&eva, "assignment", json!({})).await;
    let list = gareth.get(&format!("{open}&status=in-progress")).await.expect(200).json();
    let mut lines = list["cases"].as_array().into_iter().flatten();
    let line = lines.find(|line| line["number"] == case.number).expect("it is there as it is now");
    assert!(line["engineer"].is_string() && line.get("engineer_id").is_none(), "{line:#}");
    case.done(&anna, "close", json!({})).await;
    assert!(!numbers(&gareth, open).await.contains(&case.number));
    assert!(numbers(&gareth, all).await.contains(&case.number));
    case.done(&gareth, REMOVAL, off("gareth")).await;
    assert!(!numbers(&gareth, all).await.contains(&case.number));

    let mut visitor = portal.visitor();
    visitor.sign_in_as(GARETH, EVERYBODY).await;
    let page = visitor.see("/cases").await.expect(200).html();
    assert!(page.contains("<option value=\"followed\""), "{page}");
}
