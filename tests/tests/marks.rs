//! What engineers mark cases with, what gives cases their priority, and what they are closed and reopened for.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Api, Case, Newcomer, Opening, Portal, unique};
use serde_json::{Value, json};

/// A4, A5, E65, E66: the desk escalates, provides a workaround, declares an outage, and ends what it began; the customer
/// sees each and is mailed, the engineer is not. M12: whose turn it is stays.
#[tokio::test]
async fn a4_a5_e65_e66_marks_are_seen_and_mailed() {
    let portal = Portal::from_env();
    let (anna, bram, eva) = (portal.customer().await, portal.colleague().await, portal.engineer().await);
    let opening = Opening::new(&anna, &unique("Trunk 2 is dead")).await;
    let case = Case::open_with(&anna, &opening.with("observers", bram.email.as_str())).await;
    case.done(&eva, "assignment", json!({})).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Since when?" })).await;

    case.done(&eva, "outage", json!({ "step": "begin" })).await;
    case.post(&eva, "outage", json!({ "step": "begin" })).await.problem(409, "refused");
    case.done(&eva, "workaround", json!({ "text": "Send the calls over trunk 1." })).await;
    case.post(&eva, "escalation", json!({ "step": "end", "text": "Nothing." })).await.problem(409, "refused");
    case.done(&eva, "escalation", json!({ "step": "begin", "text": "Development has the trace." })).await;
    let seen = case.seen_by(&anna).await;
    for mark in ["outage_since", "workaround_at", "escalated_at"] {
        assert!(seen[mark].is_string(), "{mark} of {seen:#}");
    }
    assert_eq!(seen["status"], "waiting-for-customer", "it is nobody else's turn");
    let flaws = case.post(&eva, "escalation", json!({ "step": "pause" })).await.flaws();
    assert_eq!(flaws, ["/step no-such-choice", "/text required"]);

    case.done(&eva, "escalation", json!({ "step": "end", "text": "It is build 9.2.5." })).await;
    case.done(&eva, "outage", json!({ "step": "end" })).await;
    let events = case.events(&anna).await;
    let expected =
        ["outage-declared", "workaround-provided", "escalated", "escalation-ended", "outage-ended"];
    assert_eq!(events[3..], expected);
    let seen = case.seen_by(&anna).await;
    assert_eq!((&seen["outage_since"], &seen["escalated_at"]), (&Value::Null, &Value::Null));
    assert_eq!(seen["events"][4]["text"], "Send the calls over trunk 1.");

    let number = case.number;
    for (to, words) in [
        (&anna, format!("Your case {number} is marked as an outage.")),
        (&anna, "Send the calls over trunk 1.".to_owned()),
        (&bram, format!("heeft case {number} naar de ontwikkelafdeling geëscaleerd.")),
        (&anna, "It is build 9.2.5.".to_owned()),
        (&anna, format!("The outage of your case {number} is over.")),
    ] {
        portal.mail(case, &to.email, &words).await;
    }
    let mails = portal.mails(case).await;
    assert!(!mails.iter().any(|mail| mail.is_to(&eva.email)), "nobody is told of what they did");

    let transcript = anna.get(&case.path("transcript")).await.expect(200).text();
    let transcript: caseport_domain::transcript::Transcript =
        serde_json::from_str(&transcript).expect("it is one");
    assert_eq!(transcript.verify(), Ok(()));
    case.done(&eva, "close", json!({})).await;
    case.post(&eva, "escalation", json!({ "step": "begin", "text": "Again." })).await.problem(409, "refused");
}

/// The numbers and marks that a list has on its first page.
async fn marks(api: &Api, path: &str) -> Vec<(u64, Value)> {
    let list = api.get(path).await.expect(200).json();
    let cases = list["cases"].as_array().cloned().unwrap_or_default();
    cases
        .into_iter()
        .map(|case| (case["number"].as_u64().unwrap_or_default(), case["marks"].clone()))
        .collect()
}

/// A2, A4, A5, E45, E53, M10: lists say what cases are marked with and are filtered by it, as JSON, on pages, and in sheets,
/// for customers and at the desk.
#[tokio::test]
async fn a4_a5_e53_m10_lists_say_what_cases_are_marked_with() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let (plain, down) = (Case::open(&api, "Plain").await, Case::open(&api, "All is down").await);
    let hard = Case::open(&api, "It is a hard one").await;
    down.done(&eva, "outage", json!({ "step": "begin" })).await;
    down.done(&eva, "workaround", json!({ "text": "Use the other one." })).await;
    hard.done(&eva, "escalation", json!({ "step": "begin", "text": "Development has it." })).await;
    let company = &firm.company;
    let [plain, down_line, hard_line] = [
        (plain.number, json!([])),
        (down.number, json!(["outage", "workaround"])),
        (hard.number, json!(["escalated"])),
    ];
    for (api, list) in [(&api, "/cases?".to_owned()), (&eva, format!("/desk?company={company}&"))] {
        for (query, expected) in [
            ("", vec![hard_line.clone(), down_line.clone(), plain.clone()]),
            ("mark=", vec![hard_line.clone(), down_line.clone(), plain.clone()]),
            ("mark=outage", vec![down_line.clone()]),
            ("mark=workaround&case_type=incident", vec![down_line.clone()]),
            ("mark=escalated&show=all", vec![hard_line.clone()]),
            ("mark=escalated&status=closed", vec![]),
        ] {
            assert_eq!(marks(api, &format!("{list}{query}")).await, expected, "{list}{query}");
        }
        assert_eq!(api.get(&format!("{list}mark=lost")).await.flaws(), ["/mark no-such-choice"]);
    }
    let desk = marks(&eva, "/desk?mark=outage&sort=recent").await;
    assert!(desk.contains(&down_line) && desk.iter().all(|(_, marks)| marks[0] == "outage"), "{desk:?}");

    let sheet = api.get("/cases?as=csv").await.expect(200).text();
    let cell = |cell: &str| cell.trim_matches('"').to_owned();
    let ends: Vec<Vec<String>> =
        sheet.lines().map(|line| line.rsplit(';').take(3).map(cell).collect()).collect();
    let expected = [
        ["Tussenoplossing gegeven", "Geëscaleerd naar R&D", "Storing"],
        ["", "Ja", ""],
        ["Ja", "", "Ja"],
        ["", "", ""],
    ];
    assert_eq!(ends, expected, "{sheet}");
    let sheet = eva.get(&format!("/desk?as=csv&company={company}&mark=outage")).await.expect(200).text();
    assert_eq!(sheet.lines().count(), 2, "{sheet}");

    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&email, PASSWORD).await;
    let page = lotte.see("/cases?mark=outage").await.expect(200).html();
    for part in [
        "<span class=\"mark is-outage\">Storing</span>",
        "<span class=\"mark is-workaround\">Tussenoplossing gegeven</span>",
        "<option value=\"outage\" selected>Storing</option>",
        "href=\"/cases?mark=outage&#38;show=all\"",
        "href=\"/cases?mark=outage&#38;as=sheet\"",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
    assert!(!page.contains("mark is-escalated"), "{page}");
    let mut visitor = portal.visitor();
    visitor.sign_in("engineer").await;
    let page = visitor.see(&format!("/desk?company={company}")).await.expect(200).html();
    assert!(page.contains("mark is-outage") && page.contains("mark is-escalated"), "{page}");

    // What has ended is no mark any more; a workaround and an outage stay with a case that is closed.
    hard.done(&eva, "escalation", json!({ "step": "end", "text": "It is build 9.2.5." })).await;
    assert!(marks(&api, "/cases?mark=escalated").await.is_empty());
    down.done(&eva, "close", json!({})).await;
    assert!(marks(&api, "/cases?mark=workaround").await.is_empty());
    assert_eq!(marks(&api, "/cases?mark=workaround&status=closed").await, [down_line]);
}

/// A4: two engineers escalate at once: one does.
#[tokio::test]
async fn a4_of_two_who_escalate_at_once_one_does() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let finn = portal.other_engineer().await;
    let case = Case::open(&anna, &unique("Escalated twice")).await;
    let body = |text: &str| json!({ "step": "begin", "text": text });
    let (one, other) = tokio::join!(
        case.post(&eva, "escalation", body("Eva")),
        case.post(&finn, "escalation", body("Finn"))
    );
    let won = [one.status, other.status];
    assert!(won == [200, 409] || won == [409, 200], "{won:?}");
    assert_eq!(case.events(&anna).await, ["opened", "escalated"]);
}

/// A2, E56: impact and urgency come to a priority; an engineer can give another, with a reason that the customer reads, and it
/// stays until impact and urgency are set anew.
#[tokio::test]
async fn a2_e56_a_case_has_a_priority() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, &unique("Of which priority")).await;
    let priority = async || {
        let seen = case.seen_by(&anna).await;
        (seen["priority"].clone(), seen["priority_by_hand"].clone())
    };
    assert_eq!(priority().await, (json!("high"), json!(false)), "a department, high");

    let flaws = case.post(&eva, "priority", json!({ "priority": "urgent" })).await.flaws();
    assert_eq!(flaws, ["/priority no-such-choice", "/reason required"]);
    let same = json!({ "priority": "high", "reason": "I think so too." });
    case.post(&eva, "priority", same).await.problem(409, "refused");
    let other = json!({ "priority": "critical", "reason": "The board meets tomorrow." });
    case.done(&eva, "priority", other).await;
    assert_eq!(priority().await, (json!("critical"), json!(true)));
    portal.mail(case, &anna.email, "The board meets tomorrow.").await;

    let weight = json!({ "impact": "everybody", "urgency": "medium" });
    case.done(&eva, "classification", weight.clone()).await;
    assert_eq!(priority().await, (json!("high"), json!(false)));
    case.post(&eva, "classification", weight).await.problem(409, "refused");
    let seen = case.seen_by(&anna).await;
    assert_eq!((&seen["impact"], &seen["urgency"]), (&json!("everybody"), &json!("medium")));
    let last = &seen["events"][2];
    assert_eq!(
        (&last["event"], &last["impact"], &last["urgency"], &last["priority"]),
        (&json!("classified"), &json!("everybody"), &json!("medium"), &json!("high"))
    );
    let words = format!("Your case {} now has the impact “Everybody” and the urgency “Medium”", case.number);
    portal.mail(case, &anna.email, &words).await;
}

/// A2, E48, E56: what the form asked is what the case is filed by; an engineer sets it right, which mails nobody; a closed
/// case can be filed too.
#[tokio::test]
async fn a2_e48_e56_a_case_is_filed_by_category_version_and_build() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let opening = Opening::new(&anna, &unique("Filed")).await.with("answers", json!({ "version": "9.2.4" }));
    let case = Case::open_with(&anna, &opening).await;
    assert_eq!(case.seen_by(&eva).await["details"], json!({ "version": "9.2.4" }));
    case.done(&anna, "close", json!({})).await;
    let details = json!({ "category": " Trunks ", "version": "9.2.5", "build": "" });
    case.done(&eva, "details", details.clone()).await;
    case.post(&eva, "details", details).await.problem(409, "refused");
    let seen = case.seen_by(&anna).await;
    assert_eq!(seen["details"], json!({ "category": "Trunks", "version": "9.2.5" }));
    assert_eq!(seen["events"][2]["details"], seen["details"]);
    let long = json!({ "category": "x".repeat(81) });
    assert_eq!(case.post(&eva, "details", long).await.flaws(), ["/category too-long"]);

    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page = visitor.see(&case.path("")).await.expect(200).html();
    for told in ["Trunks", "9.2.5", "filed the case under: Category Trunks, Version 9.2.5", "Priority"] {
        assert!(page.contains(told), "{told} is missing in {page}");
    }
    assert!(!page.contains("/details\""), "it is not the customer's to set");
}

/// A4, on pages without any script: what was typed stays when something is missing, and the form that was sent is open.
#[tokio::test]
async fn a4_the_desk_works_without_a_script() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let case = Case::open(&anna, &unique("Marked by forms")).await;
    let mut eva = portal.visitor();
    eva.sign_in("engineer").await;
    let page = eva.see(&case.path("")).await.expect(200);
    let action = case.path("priority");
    let again = eva.submit(&page, &action, &[("priority", "low"), ("reason", " ")]).await.expect(422);
    assert!(again.html().contains("Reason is required.") && again.html().contains("value=\"low\" selected"));
    let done = eva.submit(&again, &action, &[("priority", "low"), ("reason", "It can wait.")]).await;
    assert!(done.path.ends_with("done=prioritized") && done.html().contains("set by an engineer"));
    let outage = case.path("outage");
    let marked = eva.submit(&done, &outage, &[]).await.expect(200);
    assert!(marked.html().contains("The outage is over"), "the button ends it now");
    let over = eva.submit(&marked, &outage, &[]).await.expect(200);
    assert!(over.path.ends_with("done=outage-ended"), "{}", over.path);
}

/// A2: administrators keep the matrix, on the version they read; who changed what is told. A case keeps the priority it was
/// given.
#[tokio::test]
async fn a2_administrators_keep_the_matrix() {
    let portal = Portal::alone();
    let (admin, anna, eva) = (portal.administrator().await, portal.customer().await, portal.engineer().await);
    let opened = async || {
        let opening = Opening::new(&anna, &unique("Given a priority")).await;
        Case::open_with(&anna, &opening.with("impact", "person").with("urgency", "low")).await
    };
    let before = opened().await;
    let page = admin.get("/priorities").await.expect(200).json();
    assert_eq!(page["values"]["everybody_high"], "critical");
    let mut first = page["values"].clone();
    first["version"] = page["version"].clone();
    first["person_low"] = "critical".into();
    let cost = portal.aws_calls("settings-priorities-save").len();
    let version = admin.post("/priorities", first.clone()).await.expect(200).json()["version"].clone();
    let calls = portal.aws_calls("settings-priorities-save").split_off(cost);
    assert_eq!(calls, ["dynamodb:GetItem", "dynamodb:TransactWriteItems"]);
    let mut late = first.clone();
    late["person_low"] = "high".into();
    admin.post("/priorities", late).await.problem(409, "outdated");

    let after = opened().await;
    assert_eq!(after.seen_by(&eva).await["priority"], "critical");
    assert_eq!(before.seen_by(&eva).await["priority"], "low", "it keeps what it was given");

    let page = admin.get("/priorities").await.expect(200).json();
    let last = &page["trail"][0];
    assert_eq!((&last["what"], &last["by"]["name"]), (&json!("matrix-changed"), &json!("Ada Okafor")));
    assert_eq!(last["changes"], json!([{ "field": "person_low", "from": "low", "to": "critical" }]));

    let wrong = json!({ "version": version, "person_low": "urgent", "person_urgent": "low" });
    let flaws = admin.post("/priorities", wrong).await.flaws();
    assert_eq!(
        flaws[..3],
        ["/person_urgent no-such-field", "/person_low no-such-choice", "/person_medium required"]
    );

    let mut back = first;
    back["version"] = version;
    back["person_low"] = "low".into();
    let _ = admin.post("/priorities", back).await.expect(200);
    let weight = json!({ "impact": "person", "urgency": "low" });
    after.done(&eva, "classification", weight).await;
    assert_eq!(after.seen_by(&eva).await["priority"], "low", "set anew, by the matrix as it is");
}

/// A2, A7: who changed the matrix or the reasons is told to the beginning, a page at a time; nothing that is no place leads on.
#[tokio::test]
async fn a2_a7_the_trail_of_what_is_set_is_read_to_its_beginning() {
    const SHOWN: usize = 20;
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let mut body = admin.get("/priorities").await.expect(200).json();
    let was = body["values"]["person_low"].clone();
    let mut form = body["values"].take();
    form["version"] = body["version"].take();
    for change in 0..SHOWN + 2 {
        form["person_low"] = if change % 2 == 0 { "critical".into() } else { was.clone() };
        form["version"] = admin.post("/priorities", form.clone()).await.expect(200).json()["version"].clone();
    }
    let page = admin.get("/priorities").await.expect(200).json();
    assert_eq!(page["values"]["person_low"], was, "it is as it was");
    let newest = page["trail"].as_array().expect("it has a trail").clone();
    let older = page["older"].as_str().expect("it goes on");
    let older = form_urlencoded::byte_serialize(older.as_bytes()).collect::<String>();
    let rest = admin.get(&format!("/priorities?before={older}")).await.expect(200).json();
    let rest = rest["trail"].as_array().expect("it has a trail").clone();
    assert_eq!((newest.len(), newest[0]["changes"][0]["to"].as_str()), (SHOWN, was.as_str()));
    assert!(rest.len() >= 2 && rest.iter().all(|entry| !newest.contains(entry)), "{rest:#?}");
    let first = json!([{ "field": "person_low", "from": was, "to": "critical" }]);
    assert_eq!((&rest[0]["changes"][0]["to"], &rest[1]["changes"]), (&was, &first));

    let mut ada = portal.visitor();
    let _ = ada.sign_in("administrator").await.expect(200);
    let html = ada.see("/priorities").await.expect(200).html();
    assert!(html.contains(&format!("href=\"/priorities?before={older}#trail-title\"")), "{html}");
    let _ = ada.see(&format!("/priorities?before={older}")).await.expect(200);
    for path in ["/priorities", "/reasons"] {
        for wrong in ["", "x", "2026-01-01T00:00:00Z%23"] {
            admin.get(&format!("{path}?before={wrong}")).await.problem(400, "cursor");
        }
        let early =
            admin.get(&format!("{path}?before=2020-01-01T00:00:00.000Z%23n")).await.expect(200).json();
        assert_eq!(early["trail"], json!([]), "{path}");
    }
}

/// A7: administrators keep a list of reasons, on the version they read; engineers close and reopen a case for one of them, in
/// words too or without. The case keeps what the reason said.
#[tokio::test]
async fn a7_cases_are_closed_and_reopened_for_a_reason_from_the_list() {
    let portal = Portal::alone();
    let (admin, anna, eva) = (portal.administrator().await, portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, &unique("Closed for a reason")).await;
    let page = admin.get("/reasons").await.expect(200).json();
    let before = json!({ "reasons": page["reasons"], "version": page["version"] });
    let label = |text: &str| json!({ "en": text, "nl": text, "fr": text });
    let mut body = before.clone();
    let code = caseport_tests::records::unique("reason");
    let reason = json!({ "code": code, "label": label("A known fault"), "closes": true, "reopens": false });
    body["reasons"].as_array_mut().expect("it is a list").push(reason);
    let cost = portal.aws_calls("settings-reasons-save").len();
    let version = admin.post("/reasons", body.clone()).await.expect(200).json()["version"].clone();
    let calls = portal.aws_calls("settings-reasons-save").split_off(cost);
    assert_eq!(calls, ["dynamodb:GetItem", "dynamodb:TransactWriteItems"]);
    let mut late = before.clone();
    late["reasons"] = json!([]);
    admin.post("/reasons", late).await.problem(409, "outdated");
    let trail = admin.get("/reasons").await.expect(200).json()["trail"][0].clone();
    let change = json!({ "field": format!("reasons/{code}"), "from": "", "to": "A known fault / A known fault / A known fault (close)" });
    assert_eq!((&trail["what"], &trail["changes"]), (&json!("reasons-changed"), &json!([change])));

    let offered = case.seen_by(&eva).await["reasons"].clone();
    assert!(
        offered.as_array().is_some_and(|all| all.iter().any(|reason| reason["code"] == code)),
        "{offered:#}"
    );
    assert_eq!(case.seen_by(&anna).await.get("reasons"), None, "customers say why in words");
    let flaws = case.post(&eva, "close", json!({ "listed": "no-such-reason" })).await.flaws();
    assert_eq!(flaws, ["/listed no-such-choice"]);
    case.done(&eva, "close", json!({ "listed": code, "reason": "See the release notes." })).await;
    let seen = case.seen_by(&anna).await;
    let closed = &seen["events"][1];
    assert_eq!(
        (&closed["listed"]["code"], &closed["text"]),
        (&json!(code), &json!("See the release notes."))
    );
    portal.mail(case, &anna.email, "A known fault").await;

    let flaws = case.post(&eva, "reopening", json!({ "listed": code })).await.flaws();
    assert_eq!(flaws, ["/listed no-such-choice"], "it is none to reopen for");
    assert_eq!(case.post(&eva, "reopening", json!({})).await.flaws(), ["/reason required"]);
    case.done(&eva, "reopening", json!({ "listed": "came-back" })).await;
    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let html = visitor.see(&case.path("")).await.expect(200).html();
    assert!(html.contains("A known fault") && html.contains("The problem came back"), "{html}");

    let mut back = before;
    back["version"] = version;
    let _ = admin.post("/reasons", back).await.expect(200);
    assert_eq!(case.seen_by(&anna).await["events"][1]["listed"]["label"]["en"], "A known fault");
    let twice = json!({ "version": 0, "reasons": [
        { "code": "one", "label": label("One"), "closes": true },
        { "code": "one", "label": { "en": "Two" } },
    ] });
    let flaws = admin.post("/reasons", twice).await.flaws();
    let expected = [
        "/reasons/1/code taken",
        "/reasons/1/label/nl required",
        "/reasons/1/label/fr required",
        "/reasons/1/closes required",
    ];
    assert_eq!(flaws, expected);
}

/// A7, without any script: a line is added to the list on its page, and what is wrong stands beside its field. What was saved is
/// chosen on a case's page to close it, and its customer reads it there.
#[tokio::test]
async fn a7_the_list_has_a_page() {
    let portal = Portal::alone();
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see("/reasons").await.expect(200);
    let (code, said) = (caseport_tests::records::unique("reason"), unique("Of a page"));
    let again =
        ada.submit(&page, "/reasons", &[("reasons/0/code", &code), ("reasons/0/label/en", &said)]).await;
    let again = again.expect(422);
    for told in
        ["Reason 1: Reason (Nederlands) is required.", "Reason 1: Closing or reopening is required.", &*said]
    {
        assert!(again.html().contains(told), "{told} is missing in {}", again.html());
    }
    let (admin, anna) = (portal.administrator().await, portal.customer().await);
    let before = admin.get("/reasons").await.expect(200).json();
    assert!(!before.to_string().contains(&code), "nothing was saved");

    let page = ada.see("/reasons").await.expect(200);
    let listed = page.filled_in("/reasons");
    let free =
        listed.iter().find_map(|(name, value)| name.strip_suffix("/code").filter(|_| value.is_empty()));
    let free = free.expect("there is a line for another");
    let names = ["code", "label/en", "label/nl", "label/fr", "closes"].map(|part| format!("{free}/{part}"));
    let line = [&*code, &*said, &*said, &*said, "yes"];
    let line = names.iter().zip(line).map(|(name, value)| (&**name, value));
    let others = listed.iter().filter(|(name, _)| !names.contains(name));
    let fields: Vec<(&str, &str)> = others.map(|(name, value)| (&**name, &**value)).chain(line).collect();
    let saved = ada.submit(&page, "/reasons", &fields).await.expect(200);
    assert_eq!(saved.path, "/reasons?done=saved");
    let after = admin.get("/reasons").await.expect(200).json();
    let label = json!({ "en": said, "nl": said, "fr": said });
    let mut expected = before["reasons"].clone();
    let reason = json!({ "code": code, "label": label, "closes": true, "reopens": false });
    expected.as_array_mut().expect("it is a list").push(reason);
    assert_eq!(after["reasons"], expected);

    let case = Case::open(&anna, &unique("Closed on its page")).await;
    let mut eva = portal.visitor();
    eva.sign_in("engineer").await;
    let page = eva.see(&case.path("")).await.expect(200);
    let choice = format!("<option value=\"{code}\">{said}</option>");
    assert!(page.html().contains(&choice), "{}", page.html());
    let fields = [("listed", &*code), ("reason", "")];
    let closed = eva.submit(&page, &case.path("close"), &fields).await.expect(200);
    assert!(closed.path.contains("done=closed") && closed.html().contains(&said), "{}", closed.html());
    assert_eq!(case.status(&anna).await, "closed");
    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let html = visitor.see(&case.path("")).await.expect(200).html();
    assert!(html.contains(&said), "{html}");

    let back = json!({ "reasons": before["reasons"], "version": after["version"] });
    let _ = admin.post("/reasons", back).await.expect(200);
}
