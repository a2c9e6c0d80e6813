//! Drafts: kept by the portal for who writes them, and for nobody else.

use std::time::Duration;

use caseport_tests::records::PASSWORD;
use caseport_tests::{Api, Case, Newcomer, Opening, Portal, Reply, eventually, unique};
use jiff::SignedDuration;
use serde_json::{Value, json};

/// Saves a draft: what it is answered.
async fn save(api: &Api, place: &str, version: &Value, text: &str) -> Reply {
    let field = match place.split('-').next() {
        Some("new") => "title",
        Some("refusal" | "closing" | "priority" | "reopening") => "reason",
        _ => "text",
    };
    api.post(&format!("/drafts/{place}"), json!({ "draft": version, field: text })).await
}

/// The places of somebody's drafts, as the list has them.
async fn places(api: &Api) -> Vec<String> {
    let list = api.get("/drafts").await.expect(200).json();
    let drafts = list["drafts"].as_array().cloned().unwrap_or_default();
    drafts.iter().filter_map(|draft| draft["place"].as_str().map(str::to_owned)).collect()
}

/// What somebody's draft says.
async fn text(api: &Api, place: &str) -> String {
    let draft = api.get(&format!("/drafts/{place}")).await.expect(200).json();
    draft["fields"][0]["value"].as_str().unwrap_or_default().to_owned()
}

/// The last to save is told of a later version and loses nothing; a draft is listed and discarded.
#[tokio::test]
async fn a_draft_is_saved_on_the_version_it_was_made_from() {
    let portal = Portal::from_env();
    let Newcomer { api, .. } = portal.newcomer().await;
    assert_eq!(api.get("/drafts/new").await.status, 404);
    let first = save(&api, "new", &json!(0), "One").await.expect(200).json();
    let kept = |draft: &Value, name: &str| draft[name].as_str().unwrap_or_default()[..10].to_owned();
    assert!(kept(&first, "expires_at") > kept(&first, "saved_at"));
    save(&api, "new", &json!(0), "Two").await.problem(409, "outdated");
    let second = save(&api, "new", &first["version"], "Two").await.expect(200).json();
    save(&api, "new", &first["version"], "Three").await.problem(409, "outdated");
    assert_eq!(text(&api, "new").await, "Two");
    assert_eq!(places(&api).await, ["new"]);
    let _ = api.post("/drafts/new/discard", json!({})).await.expect(200);
    let _ = api.post("/drafts/new/discard", json!({})).await.expect(200);
    assert_eq!(places(&api).await, [""; 0]);
    save(&api, "new", &second["version"], "Four").await.problem(409, "outdated");
}

/// A draft is deleted by what sends it, with it and not before; one that another device has saved since stays.
#[tokio::test]
async fn a_draft_goes_with_what_it_became() {
    let portal = Portal::from_env();
    let Newcomer { api, .. } = portal.newcomer().await;
    let opening = Opening::new(&api, "Begun as a draft").await;
    let draft = save(&api, "new", &json!(0), "Begun as a draft").await.expect(200).json();
    let version = draft["version"].to_string();
    let flawed = opening.clone().with("draft", version.as_str()).with("title", "");
    let _ = api.post("/cases", flawed.0).await.expect(422);
    assert_eq!(places(&api).await, ["new"], "what failed has taken nothing away");
    let case = Case::open_with(&api, &opening.clone().with("draft", version.as_str())).await;
    assert_eq!(places(&api).await, [""; 0]);

    let place = format!("reply-{}", case.number);
    let first = save(&api, &place, &json!(0), "Still so").await.expect(200).json()["version"].clone();
    case.done(&api, "replies", json!({ "text": "Without a draft" })).await;
    assert_eq!(places(&api).await, [&*place], "a program that knows of no draft takes none away");
    let second = save(&api, &place, &first, "Still so, and more").await.expect(200).json()["version"].clone();
    let body = |version: &Value| json!({ "text": "Still so", "draft": version.to_string() });
    case.done(&api, "replies", body(&first)).await;
    assert_eq!(text(&api, &place).await, "Still so, and more", "that was written elsewhere");
    case.done(&api, "replies", body(&second)).await;
    assert_eq!(places(&api).await, [""; 0]);
    case.done(&api, "replies", body(&second)).await;
}

/// An engineer has a draft of a message and one of a note in each case.
#[tokio::test]
async fn an_engineers_message_and_note_are_two_drafts() {
    let portal = Portal::from_env();
    let (anna, farid) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Written about by engineers").await;
    let (message, note) = (format!("message-{}", case.number), format!("note-{}", case.number));
    let secret = unique("Their cable again");
    let _ = save(&farid, &message, &json!(0), "Which build?").await.expect(200);
    let version = save(&farid, &note, &json!(0), &secret).await.expect(200).json()["version"].to_string();
    let reply = format!("reply-{}", case.number);
    save(&farid, &reply, &json!(0), "a").await.problem(403, "denied");
    save(&anna, &note, &json!(0), "a").await.problem(403, "denied");
    assert!(!case.seen_by(&anna).await.to_string().contains(&secret), "X26");
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("engineer").await.expect(200);
    let page = visitor.see(&case.path("")).await.expect(200).html();
    assert!(page.contains("Which build?") && page.contains(&secret));
    let body = json!({ "audience": "internal", "text": secret, "draft": version });
    case.done(&farid, "notes", body).await;
    let left = places(&farid).await;
    assert!(left.contains(&message) && !left.contains(&note), "{left:?}");
    let _ = farid.post(&format!("/drafts/{message}/discard"), json!({})).await.expect(200);
}

/// A workaround, an escalation and a solution are begun as drafts, too: the list leads to the form, open and filled in, and what
/// sends one ends it. None is the customer's to begin.
#[tokio::test]
async fn what_engineers_tell_a_customer_is_begun_as_drafts() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Helped by drafts").await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("engineer").await.expect(200);
    for kind in ["workaround", "escalation", "solution"] {
        let (place, text) = (format!("{kind}-{}", case.number), unique(kind));
        save(&anna, &place, &json!(0), "a").await.problem(403, "denied");
        let begun = save(&eva, &place, &json!(0), &text).await.expect(200).json();
        let list = eva.get("/drafts").await.expect(200).json();
        let lines = list["drafts"].as_array().expect("there are drafts");
        let line = lines.iter().find(|line| line["place"] == *place).expect("it is listed");
        let page = visitor.see(line["address"].as_str().expect("it has an address")).await.expect(200).html();
        let open = page.split("<details name=\"compose\" open>").nth(1).expect("one form is open");
        assert!(open.split("</details>").next().is_some_and(|form| form.contains(&text)), "{kind}");
        assert!(!case.seen_by(&anna).await.to_string().contains(&text), "X26");

        let mut body = json!({ "text": text, "draft": begun["version"].to_string() });
        if kind == "escalation" {
            body["step"] = "begin".into();
        }
        case.done(&eva, kind, body).await;
        assert!(!places(&eva).await.contains(&place), "{kind}");
    }
}

/// What cannot be sent as the case stands is read and discarded on its page: an escalation that another began, and a message to a
/// closed case. Nobody takes one step of an escalation for the other.
#[tokio::test]
async fn a_draft_that_cannot_be_sent_is_read_on_its_case() {
    let portal = Portal::from_env();
    let (anna, eva, farid) =
        (portal.customer().await, portal.engineer().await, portal.other_engineer().await);
    let case = Case::open(&anna, "Escalated and closed meanwhile").await;
    let place = |kind: &str| format!("{kind}-{}", case.number);
    let begun = json!({ "draft": 0, "step": "begin", "text": "To be escalated" });
    let _ = eva.post(&format!("/drafts/{}", place("escalation")), begun).await.expect(200);
    let _ = save(&eva, &place("message"), &json!(0), "To be asked").await.expect(200);
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("engineer").await.expect(200);
    let page = visitor.see(&case.path("")).await.expect(200).html();
    assert!(page.contains("To be escalated</textarea>") && page.contains("To be asked</textarea>"));

    case.done(&farid, "escalation", json!({ "step": "begin", "text": "Development has it." })).await;
    let page = visitor.see(&case.path("")).await.expect(200).html();
    assert!(page.contains("<pre>To be escalated</pre>") && !page.contains("To be escalated</textarea>"));
    case.done(&anna, "close", json!({})).await;
    let page = visitor.see(&case.path("")).await.expect(200);
    assert!(page.html().contains("<pre>To be asked</pre>"));
    for kind in ["escalation", "message"] {
        let discard = format!("/drafts/{}/discard", place(kind));
        assert!(visitor.submit(&page, &discard, &[]).await.path.starts_with("/drafts?done="), "{kind}");
        assert!(!places(&eva).await.contains(&place(kind)), "{kind}");
    }
}

/// Why a solution is refused is begun as a draft, without scripts as with them; the answer to the solution ends it, be it that one
/// or approval after all.
#[tokio::test]
async fn a_refusal_is_begun_as_a_draft() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let eva = portal.engineer().await;
    let case = Case::proposed(&api, &eva, "Refused by a draft").await;
    let (place, decision) = (format!("refusal-{}", case.number), case.path("decision"));
    save(&eva, &place, &json!(0), "a").await.problem(403, "denied");

    let mut visitor = portal.visitor();
    let page = visitor.see(&format!("/sign-in?to={}", case.path(""))).await;
    let page =
        visitor.submit(&page, "/session", &[("email", &email), ("password", PASSWORD)]).await.expect(200);
    let csrf = page.hidden(&decision, "csrf").expect("a form has a token");
    let post = [("csrf", &*csrf), ("decision", "refuse"), ("reason", "It stops still."), ("draft", "")];
    let page = visitor.post(&format!("/drafts/{place}"), &post).await.expect(200);
    assert!(page.path.starts_with(&case.path("?done=draft-saved")), "{}", page.path);
    assert_eq!(case.status(&api).await, "solution-proposed", "nothing is refused yet");
    assert_eq!(text(&api, &place).await, "It stops still.");
    let open = page.html().split("<details open>").nth(1).map(str::to_owned).expect("the form is open");
    assert!(open.contains("It stops still."));
    let refuse = [("decision", "refuse"), ("reason", "It stops still.")];
    let page = visitor.submit(&page, &decision, &refuse).await.expect(200);
    assert!(page.path.starts_with(&case.path("?done=refused")), "{}", page.path);
    assert_eq!(places(&api).await, [""; 0]);

    case.done(&eva, "solution", json!({ "text": "Install build 42." })).await;
    let begun = save(&api, &place, &json!(0), "And still").await.expect(200).json();
    let approve = json!({ "decision": "approve", "draft": begun["version"].to_string() });
    case.done(&api, "decision", approve).await;
    assert_eq!(places(&api).await, [""; 0]);
}

/// Why a case is closed is begun as a draft by either side, without scripts as with them: closing it ends one's own, and the other's
/// is read on the case.
#[tokio::test]
async fn a_closing_is_begun_as_a_draft() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let eva = portal.engineer().await;
    let case = Case::open(&api, "Closed by a draft").await;
    let (place, close) = (format!("closing-{}", case.number), case.path("close"));
    let _ = save(&eva, &place, &json!(0), "They have not answered.").await.expect(200);
    save(&portal.other_customer().await, &place, &json!(0), "a").await.problem(404, "not-found");

    let mut visitor = portal.visitor();
    let page = visitor.see(&format!("/sign-in?to={}", case.path(""))).await;
    let page =
        visitor.submit(&page, "/session", &[("email", &email), ("password", PASSWORD)]).await.expect(200);
    let csrf = page.hidden(&close, "csrf").expect("a form has a token");
    let post = [("csrf", &*csrf), ("reason", "We have replaced it."), ("draft", "")];
    let page = visitor.post(&format!("/drafts/{place}"), &post).await.expect(200);
    assert!(page.path.starts_with(&case.path("?done=draft-saved")), "{}", page.path);
    assert_eq!(text(&api, &place).await, "We have replaced it.");
    let open = page.html().split("<details open>").nth(1).map(str::to_owned).expect("the form is open");
    assert!(open.contains("We have replaced it.") && !page.html().contains("They have not answered."));
    assert_eq!(case.status(&api).await, "open", "nothing is closed yet");
    let page = visitor.submit(&page, &close, &[("reason", "We have replaced it.")]).await.expect(200);
    assert!(page.path.starts_with(&case.path("?done=closed")), "{}", page.path);
    assert_eq!(places(&api).await, [""; 0]);

    let mut engineer = portal.visitor();
    let _ = engineer.sign_in("engineer").await.expect(200);
    let page = engineer.see(&case.path("")).await.expect(200);
    assert!(page.html().contains("<pre>They have not answered.</pre>"));
    let _ = eva.post(&format!("/drafts/{place}/discard"), json!({})).await.expect(200);
}

/// What an engineer says when going on with a case, giving it another priority or reopening it is begun as a draft, too, without
/// scripts as with them: the list leads to the case, where the form is open and filled in, and what sends it ends it. None is the
/// customer's to begin.
#[tokio::test]
async fn what_engineers_say_beside_a_step_is_begun_as_drafts() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::proposed(&anna, &eva, "Gone on with by drafts").await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("engineer").await.expect(200);
    for (kind, field) in [("resumption", "text"), ("priority", "reason"), ("reopening", "reason")] {
        if kind == "reopening" {
            case.done(&anna, "close", json!({})).await;
        }
        let (place, words, form) = (format!("{kind}-{}", case.number), unique(kind), case.path(kind));
        save(&anna, &place, &json!(0), "a").await.problem(403, "denied");
        let page = visitor.see(&case.path("")).await.expect(200);
        let csrf = page.hidden(&form, "csrf").expect("a form has a token");
        let post = [("csrf", &*csrf), (field, &*words), ("draft", "")];
        let page = visitor.post(&format!("/drafts/{place}"), &post).await.expect(200);
        assert!(page.path.starts_with(&case.path("?done=draft-saved")), "{}", page.path);
        assert_eq!(text(&eva, &place).await, words);
        let list = eva.get("/drafts").await.expect(200).json();
        let lines = list["drafts"].as_array().expect("there are drafts");
        let line = lines.iter().find(|line| line["place"] == *place).expect("it is listed");
        assert_eq!((&line["address"], &line["excerpt"]), (&json!(case.path("")), &json!(words)));
        let html = page.html();
        let open = html.split("<details open>").nth(1).and_then(|rest| rest.split("</details>").next());
        let open = open.expect("the form is open");
        assert!(open.contains(&format!("{words}</textarea>")), "{kind}: {open}");
        // Without one in the draft it is the case's.
        assert_eq!(open.contains("\" selected>"), kind == "priority", "{open}");
        assert!(!case.seen_by(&anna).await.to_string().contains(&words), "X26");

        let mut typed = vec![(field, &*words)];
        if kind == "priority" {
            typed.push(("priority", "critical"));
        }
        let sent = visitor.submit(&page, &form, &typed).await.expect(200);
        assert!(sent.path.contains("done=") && sent.html().contains(&words), "{}", sent.path);
        assert!(!places(&eva).await.contains(&place), "{kind}");
    }
}

/// X5, X16, X26: nobody else sees, lists, changes or discards a draft: a colleague, another company's contact, an engineer.
#[tokio::test]
async fn x5_a_draft_is_its_authors() {
    let portal = Portal::from_env();
    let Newcomer { api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Nobody else's draft").await;
    let place = format!("reply-{}", case.number);
    let secret = unique("Only for me");
    let _ = save(&api, &place, &json!(0), &secret).await.expect(200);
    let others = [portal.customer().await, portal.other_customer().await, portal.engineer().await];
    for other in &others {
        for path in ["/drafts".to_owned(), format!("/drafts/{place}"), case.path("")] {
            assert!(!other.get(&path).await.text().contains(&secret), "{path} by {}", other.email);
        }
        let _ = other.post(&format!("/drafts/{place}/discard"), json!({})).await;
        let _ = save(other, &place, &json!(0), "Mine now").await;
    }
    assert_eq!(text(&api, &place).await, secret);
    for none in ["New", "reply", "reply-01", "plan-1", "reply-99999999999"] {
        api.get(&format!("/drafts/{none}")).await.problem(404, "not-found");
    }

    // A form of another site saves and discards nothing.
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    visitor.origin = "https://evil.example".to_owned();
    for path in ["/drafts/new", "/drafts/new/discard"] {
        assert_eq!(visitor.post(path, &[]).await.reply.status, 403, "{path}");
    }
}

/// X6, X17: what is none of the form's fields, or too much, is refused by its name.
#[tokio::test]
async fn x6_x17_a_draft_is_bounded() {
    let portal = Portal::from_env();
    let Newcomer { api, .. } = portal.newcomer().await;
    for (body, flaw) in [
        (json!({ "role": "admin" }), "/role no-such-field"),
        (json!({ "text": "a" }), "/text no-such-field"),
        (json!({ "draft": "yes" }), "/draft wrong-type"),
        (json!({ "description": "x".repeat(100_001) }), "/draft too-long"),
    ] {
        assert_eq!(api.post("/drafts/new", body).await.flaws(), [flaw]);
    }
    let _ = api.post("/drafts/new", json!({ "description": "x".repeat(90_000) })).await.expect(200);
    assert_eq!(text(&api, "new").await.len(), 90_000);
}

/// When access ends, so does what was begun: it is neither listed nor read, until it is given again.
#[tokio::test]
async fn who_may_not_send_a_draft_any_more_does_not_see_it() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let case = Case::open(&api, "Before access ended").await;
    let place = format!("reply-{}", case.number);
    let _ = save(&api, &place, &json!(0), "Still so").await.expect(200);
    let version = save(&api, "new", &json!(0), "Another").await.expect(200).json()["version"].clone();
    let level = async |level: &str| {
        let mut form = firm.contact_form(&admin).await;
        form["level"] = level.into();
        let _ = admin.post(&format!("/contacts/{}", firm.contact), form).await.expect(200);
    };
    level("basic").await;
    // The access token that was given before reads on for a while, and writes no more.
    save(&api, "new", &version, "Yet another").await.problem(401, "signed-out");
    let now = portal.signed_in_with(&email, PASSWORD).await;
    assert_eq!(places(&now).await, [""; 0]);
    now.get(&format!("/drafts/{place}")).await.problem(404, "not-found");
    now.get("/drafts/new").await.problem(403, "denied");
    level("read-write").await;
    let again = portal.signed_in_with(&email, PASSWORD).await;
    assert_eq!(places(&again).await.len(), 2);
}

/// Drafts are part of what is kept of a person: taken along, and erased with them.
#[tokio::test]
async fn drafts_are_taken_along_and_erased() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let words = unique("Not sent yet");
    let _ = save(&api, "new", &json!(0), &words).await.expect(200);
    let export = api.get("/profile/data/export").await.expect(200).json();
    assert_eq!(export["drafts"][0]["fields"], json!([{ "name": "title", "value": words }]));
    let _ = api.post("/profile/data/erase", json!({ "password": PASSWORD })).await.expect(202);
    let back = save(&api, "new", &export["drafts"][0]["version"], "Brought back").await.status.as_u16();
    assert!(
        [401, 409].contains(&back),
        "{back}: what they may write has ended, or the draft is gone already"
    );
    let gone = async || (admin.get(&format!("/contacts/{}", firm.contact)).await.status == 404).then_some(());
    eventually("the account to be gone", Duration::from_secs(40), gone).await;
    // The access token that was given before reads on for a while.
    assert_eq!(api.get("/drafts/new").await.status, 404);
}

/// The files of a draft have their names wherever it is shown; one that is gone is said to be, and the rest is sent.
#[tokio::test]
async fn the_files_of_a_draft_are_named_or_said_to_be_gone() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Written to with files").await;
    let kept = api.upload("agent.log", b"07:12 late").await;
    let gone = api.upload("lost.log", b"07:13 later").await;
    for (place, field) in [("new".to_owned(), "title"), (format!("reply-{}", case.number), "text")] {
        let draft = json!({ field: "With two files", "attachments": [kept, gone] });
        let _ = api.post(&format!("/drafts/{place}"), draft).await.expect(200);
    }
    portal.expire_upload(&gone).await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    for path in ["/cases/new".to_owned(), case.path("")] {
        let html = visitor.see(&path).await.expect(200).html();
        assert!(html.contains("agent.log") && html.contains(&format!("value=\"{kept}\"")), "{html}");
        assert!(html.contains("bestand wordt niet meer bewaard") && !html.contains(&gone), "{html}");
    }
    let replies = case.path("replies");
    let page = visitor.see(&case.path("")).await.expect(200);
    // What comes back has its files, too.
    let page = visitor.submit(&page, &replies, &[("text", "")]).await.expect(422);
    assert!(page.html().contains("agent.log"), "{}", page.html());
    let page = visitor.submit(&page, &replies, &[("text", "With one file")]).await.expect(200);
    assert!(page.path.starts_with(&case.path("?done=replied")), "{}", page.path);
    assert_eq!(case.seen_by(&api).await["events"][1]["attachments"][0]["name"], "agent.log");
}

/// The files of a draft live as long as it: eight days on they are there, under their names, and are sent.
#[tokio::test]
async fn the_files_of_a_draft_live_as_long_as_it() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let opening = Opening::new(&api, "Begun a week ago").await;
    let upload = api.upload("agent.log", b"07:12 late").await;
    let draft = json!({ "title": "Begun a week ago", "attachments": [upload] });
    let _ = api.post("/drafts/new", draft).await.expect(200);
    clock.set(SignedDuration::from_hours(8 * 24));
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let page = visitor.see("/cases/new").await.expect(200);
    assert!(page.html().contains("agent.log"), "{}", page.html());
    let typed = opening.0.as_object().expect("it has fields");
    let typed: Vec<(&str, &str)> =
        typed.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?))).collect();
    let page = visitor.submit(&page, "/cases", &typed).await.expect(200);
    assert!(page.path.contains("done=opened") && page.html().contains("agent.log"), "{}", page.html());
    let later = portal.signed_in_with(&email, PASSWORD).await;
    assert_eq!(places(&later).await, [""; 0]);
}

/// Without scripts: a button saves what is typed, the form is filled in with it, and who wrote on elsewhere gets back all that
/// they typed, beside what is there.
#[tokio::test]
async fn a_draft_is_saved_without_a_script() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "Written to without scripts").await;
    let mut visitor = portal.visitor();
    let page = visitor.see(&format!("/sign-in?to=/cases/{}", case.number)).await;
    let page =
        visitor.submit(&page, "/session", &[("email", &email), ("password", PASSWORD)]).await.expect(200);
    let place = format!("/drafts/reply-{}", case.number);
    assert!(page.html().contains(&format!("formaction=\"{place}\"")));
    let replies = case.path("replies");
    let csrf = page.hidden(&replies, "csrf").expect("a form has a token");
    let post = [("csrf", &*csrf), ("text", "Still <so>\r\nand so"), ("draft", "")];
    let page = visitor.post(&place, &post).await.expect(200);
    assert!(page.path.starts_with(&case.path("?done=draft-saved")), "{}", page.path);
    assert!(page.html().contains("Still &#60;so&#62;") || page.html().contains("Still &lt;so&gt;"));
    let version = page.hidden(&replies, "draft").expect("the form says which draft it is");

    let newer = json!({ "text": "Written elsewhere", "draft": version });
    let newer = api.post(&place, newer).await.expect(200).json()["version"].to_string();
    let post = [("csrf", &*csrf), ("text", "Written here"), ("draft", &*version)];
    let page = visitor.post(&place, &post).await.expect(409);
    assert!(page.html().contains("Written here") && page.html().contains("Written elsewhere"));
    assert_eq!(page.hidden(&place, "draft"), Some(newer));
    let page = visitor.submit(&page, &place, &[]).await.expect(200);
    assert!(page.html().contains("Written here") && !page.html().contains("Written elsewhere"));
    let page = visitor.submit(&page, &replies, &[("text", "Written here")]).await.expect(200);
    assert!(page.path.starts_with(&case.path("?done=replied")), "{}", page.path);
    assert_eq!(places(&api).await, [""; 0]);
    let list = visitor.see("/drafts").await.expect(200);
    assert_eq!(list.path, "/drafts");
}
