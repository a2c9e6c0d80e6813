//! For what people are mailed about cases, and how they have it stop.

use caseport_tests::records::{self, PASSWORD};
use caseport_tests::{Api, Case, Mail, Newcomer, Opening, Portal, eventually, unique};
use jiff::{SignedDuration, ToSpan};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

/// How long a mail may take.
const WITHIN: Duration = Duration::from_secs(30);

/// What became of the mail about the last event of this kind to whoever has this name, as soon as it is recorded.
async fn became(case: Case, event: &str, name: &str, eva: &Api) -> String {
    let what = format!("the record of a mail to {name} about {event} of case {}", case.number);
    eventually(&what, WITHIN, async || {
        let seen = case.seen_by(eva).await;
        let all = |list: &str| seen[list].as_array().cloned().unwrap_or_default();
        let seq = all("events").iter().rev().find(|one| one["event"] == event)?["seq"].clone();
        let mail = all("mails").into_iter().find(|mail| mail["seq"] == seq && mail["to"] == name)?;
        mail["state"].as_str().filter(|state| *state != "queued").map(str::to_owned)
    })
    .await
}

/// A case of Anna's that Bram follows and Eva has taken.
async fn followed(portal: &Portal, anna: &Api, eva: &Api, title: &str) -> Case {
    let opening = Opening::new(anna, &unique(title)).await;
    let bram = portal.account("colleague").email.clone();
    let case = Case::open_with(anna, &opening.with("observers", bram)).await;
    case.done(eva, "assignment", json!({})).await;
    case
}

fn choice(topics: &[&str]) -> Value {
    json!({ "mails": "chosen", "topics": topics })
}

/// The token in the link that turns the mails off.
fn link(mail: &Mail, portal: &Portal) -> String {
    let path = mail.link(portal, "/unsubscribe");
    path.split_once("?link=").expect("it is a link").1.to_owned()
}

/// E63–E67: each is mailed for what they chose for the case, several at once; it stays chosen, the other's choice is their
/// own, and what is not mailed is recorded as that.
#[tokio::test]
async fn e63_to_e67_people_are_mailed_for_what_they_chose() {
    let portal = Portal::from_env();
    let (anna, bram, eva) = (portal.customer().await, portal.colleague().await, portal.engineer().await);
    let case = followed(&portal, &anna, &eva, "Mailed for little").await;
    assert_eq!(case.seen_by(&anna).await["mailing"], json!({ "mails": "default", "topics": [] }));
    assert_eq!(case.seen_by(&eva).await.get("mailing"), None, "engineers choose in their profile");
    let chosen = case.post(&anna, "notifications", choice(&["closed", "workaround"])).await.expect(200);
    assert_eq!(chosen.json(), json!({ "mails": "chosen", "topics": ["workaround", "closed"] }));
    let _ = case.post(&bram, "notifications", choice(&["escalated"])).await.expect(200);
    assert_eq!(case.seen_by(&anna).await["mailing"], chosen.json(), "it is saved, and her own");

    let told = json!({ "kind": "information", "text": "We look at it." });
    case.done(&eva, "messages", told).await;
    case.done(&eva, "escalation", json!({ "step": "begin", "text": "Development looks." })).await;
    case.done(&eva, "workaround", json!({ "text": "Use trunk 1." })).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Does it help?" })).await;
    case.done(&eva, "close", json!({})).await;
    let (to_anna, to_bram) = ("Anna Whitfield", "Bram Verhoeven");
    for (event, name, state) in [
        ("told", to_anna, "not-chosen"),
        ("told", to_bram, "not-chosen"),
        ("escalated", to_anna, "not-chosen"),
        ("escalated", to_bram, "sent"),
        ("workaround-provided", to_anna, "sent"),
        ("workaround-provided", to_bram, "not-chosen"),
        ("asked", to_anna, "sent"),
        ("asked", to_bram, "sent"),
        ("closed", to_anna, "sent"),
        ("closed", to_bram, "not-chosen"),
    ] {
        assert_eq!(became(case, event, name, &eva).await, state, "{event} to {name}");
    }
    let states = async |api: &Api| {
        let seen = case.seen_by(api).await;
        let mails = seen["mails"].as_array().cloned().unwrap_or_default();
        let all = |name: &str| {
            let theirs = mails.iter().filter(|mail| mail["to"] == name);
            theirs.filter_map(|mail| mail["state"].as_str()).map(str::to_owned).collect::<Vec<_>>()
        };
        (all(to_anna), all(to_bram))
    };
    let ((annas_to_her, brams_to_her), (annas_to_him, brams_to_him)) =
        (states(&anna).await, states(&bram).await);
    for (own, others) in [(&annas_to_her, &annas_to_him), (&brams_to_him, &brams_to_her)] {
        assert!(own.iter().any(|state| state == "not-chosen") && own.iter().all(|state| state != "not-sent"));
        assert!(others.iter().any(|state| state == "not-sent"), "X26: {others:?}");
        assert!(others.iter().all(|state| state != "not-chosen"), "X26: what they chose is their own");
    }
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("colleague").await.expect(200);
    let page = visitor.see(&case.path("?tab=mails")).await.expect(200).html();
    assert!(page.contains("is-not-sent") && page.contains("is-not-chosen"), "to Anna and to Bram himself");
    portal.mail(case, &anna.email, "Use trunk 1.").await;
    let mails = portal.mails(case).await;
    let mailed = |words: &str, to: &str| mails.iter().any(|mail| mail.is_to(to) && mail.says(words));
    assert!(!mailed("We look at it.", &anna.email) && !mailed("We look at it.", &bram.email));
    assert!(!mailed("Use trunk 1.", &bram.email) && !mailed("Development looks.", &anna.email));
}

/// C31: an address that the mail service refuses for good is recorded as that, and keeps nobody else from being mailed.
#[tokio::test]
async fn c31_an_address_that_is_refused_keeps_nobody_waiting() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    // No mail service can read it.
    let address = format!("{}@firm.example", records::unique("no[mail"));
    let mut person = firm.person();
    person["name"] = "Anouk Peeters".into();
    person["email"] = address.clone().into();
    let _ = admin.post(&format!("/companies/{}/contacts", firm.company), person).await.expect(201);
    let opening = json!({
        "product": firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": unique("Followed in vain"), "description": "It hums.", "observers": address,
    });
    let case = Case::open_with(&api, &Opening(opening)).await;
    case.done(&eva, "assignment", json!({})).await;
    case.done(&api, "replies", json!({ "text": "It still hums." })).await;
    for event in ["opened", "taken", "replied"] {
        assert_eq!(became(case, event, "Anouk Peeters", &eva).await, "suppressed", "{event}");
    }
    // She is told after the observers.
    portal.mail(case, &eva.email, "It still hums.").await;
}

/// C31: so is a letter: it does not come back until it is put aside.
#[tokio::test]
async fn c31_a_letter_that_is_refused_for_good_does_not_come_back() {
    let portal = Portal::from_env();
    let worker = portal.function("workers-letters");
    let (refused, taken) = (records::unique("letter"), records::unique("letter"));
    portal.posts_letter(&refused, &format!("{}@firm.example", records::unique("no[mail"))).await;
    let address = format!("{}@firm.example", records::unique("nobody"));
    portal.posts_letter(&taken, &address).await;
    for (letter, state) in [(refused, "suppressed"), (taken, "sent")] {
        for _ in 0..2 {
            assert!(worker.does(&json!({ "letter": letter })), "{state}: it is done");
            assert_eq!(portal.letter_became(&letter).await.as_deref(), Some(state));
        }
    }
}

/// C31: a mail that was queued, and not sent before its reader chose not to get it or left, ends as that: none is queued for ever.
#[tokio::test]
async fn c31_a_mail_that_is_not_to_be_sent_any_more_is_queued_no_more() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let opening = json!({
        "product": firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": unique("Confirmed no more"), "description": "It hums.",
    });
    let case = Case::open_with(&api, &Opening(opening)).await;
    let _ = case.post(&api, "notifications", choice(&["updated", "own"])).await.expect(200);
    case.done(&api, "replies", json!({ "text": "It still hums." })).await;
    case.done(&eva, "messages", json!({ "kind": "information", "text": "We look at it." })).await;
    for event in ["replied", "told"] {
        assert_eq!(became(case, event, "Lotte Maes", &eva).await, "sent", "{event}");
    }
    let worker = portal.function("workers-notify");
    let again = async |seq: u32| {
        portal.queues_mail(case, seq, &firm.contact).await;
        assert!(worker.does(&json!({ "number": case.number, "seq": seq })));
    };
    for (chosen, state) in
        [(choice(&["updated"]), "not-chosen"), (json!({ "mails": "none" }), "unsubscribed")]
    {
        let _ = case.post(&api, "notifications", chosen).await.expect(200);
        again(2).await;
        assert_eq!(became(case, "replied", "Lotte Maes", &eva).await, state);
    }
    let mut record = firm.contact_form(&admin).await;
    record["active"] = "no".into();
    let _ = admin.post(&format!("/contacts/{}", firm.contact), record).await.expect(200);
    again(3).await;
    assert_eq!(became(case, "told", "Lotte Maes", &eva).await, "suppressed");
    let mails = portal.mails(case).await;
    let to_her = |words: &str| mails.iter().filter(|mail| mail.is_to(&email) && mail.says(words)).count();
    assert_eq!((to_her("It still hums."), to_her("We look at it.")), (1, 1));
}

/// E62, C31: who chose to has their own updates confirmed, by a mail to nobody else and once; before they chose there is none, and
/// no record of one.
#[tokio::test]
async fn e62_c31_ones_own_updates_are_confirmed_to_who_chose_that() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = followed(&portal, &anna, &eva, "Confirmed to her").await;
    let bram = &portal.account("colleague").email;
    case.done(&anna, "replies", json!({ "text": "Not to be confirmed." })).await;
    portal.mail(case, bram, "Not to be confirmed.").await;
    let all = ["updated", "escalated", "workaround", "closed", "own"];
    let chosen = case.post(&anna, "notifications", choice(&all)).await.expect(200);
    assert_eq!(chosen.json()["topics"], json!(all));
    case.done(&anna, "replies", json!({ "text": "To be confirmed." })).await;
    assert_eq!(became(case, "replied", "Anna Whitfield", &eva).await, "sent");
    let mail = portal.mail(case, &anna.email, "To be confirmed.").await;
    assert!(mail.says(&format!("We have received your update of case {}.", case.number)), "{}", mail.text);
    assert!(mail.says("/unsubscribe?link="), "{}", mail.text);
    let told = portal.mail(case, bram, "To be confirmed.").await;
    assert!(told.says(&format!("Anna Whitfield heeft case {} aangevuld.", case.number)), "{}", told.text);
    case.done(&anna, "close", json!({ "reason": "We have replaced it." })).await;
    assert_eq!(became(case, "closed", "Anna Whitfield", &eva).await, "sent");

    let mails = portal.mails(case).await;
    let to_her =
        |words: &str| mails.iter().filter(|mail| mail.is_to(&anna.email) && mail.says(words)).count();
    assert_eq!((to_her("Not to be confirmed."), to_her("To be confirmed.")), (0, 1));
    let seen = case.seen_by(&eva).await;
    let records = seen["mails"].as_array().cloned().unwrap_or_default();
    let seq = seen["events"].as_array().into_iter().flatten().find(|event| event["event"] == "replied");
    let seq = &seq.expect("she replied")["seq"];
    let of_first = records.iter().filter(|mail| mail["seq"] == *seq && mail["to"] == "Anna Whitfield");
    assert_eq!(of_first.count(), 0, "what nobody asked for is not told as not sent");
}

/// E62, C31: a confirmation that was chosen in the profile can wait for the digest, and brings no mail of what others do.
#[tokio::test]
async fn e62_c31_a_confirmation_waits_for_the_digest() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { api, .. } = portal.newcomer().await;
    let own = json!({ "topics": ["own"], "digest": "8" });
    let saved = api.post("/profile/notifications", own).await.expect(200).json();
    assert_eq!(saved, json!({ "topics": ["own"], "digest": 8, "quiet": null }));
    let case = Case::open(&api, &unique("Confirmed once a day")).await;
    case.done(&api, "replies", json!({ "text": "It hums still." })).await;
    assert_eq!(became(case, "opened", "Lotte Maes", &eva).await, "sent");
    assert_eq!(became(case, "replied", "Lotte Maes", &eva).await, "held-for-digest");
    case.done(&eva, "assignment", json!({})).await;
    assert_eq!(became(case, "taken", "Lotte Maes", &eva).await, "not-chosen");
}

/// Nobody chooses for a case they neither opened nor follow, nor something that is no choice; internal notes are mailed
/// nobody whatever they chose.
#[tokio::test]
async fn e63_only_who_is_mailed_about_a_case_chooses() {
    let portal = Portal::from_env();
    let (anna, bram, eva) = (portal.customer().await, portal.colleague().await, portal.engineer().await);
    let case = Case::open(&anna, &unique("Hers alone")).await;
    assert_eq!(case.seen_by(&bram).await.get("mailing"), None);
    case.post(&bram, "notifications", choice(&[])).await.problem(403, "denied");
    case.post(&eva, "notifications", choice(&[])).await.problem(403, "denied");
    let chloe = portal.other_customer().await;
    case.post(&chloe, "notifications", choice(&[])).await.problem(404, "not-found");
    let wrong = json!({ "mails": "some", "topics": ["closed", "everything"] });
    let flaws = case.post(&anna, "notifications", wrong).await.flaws();
    assert_eq!(flaws, ["/mails no-such-choice", "/topics no-such-choice"]);
    let _ = case.post(&anna, "notifications", choice(&["updated"])).await.expect(200);
    case.done(&eva, "notes", json!({ "audience": "internal", "text": "She is right." })).await;
    case.done(&eva, "notes", json!({ "audience": "journal", "text": "The trace is taken." })).await;
    portal.mail(case, &anna.email, "The trace is taken.").await;
    assert!(!portal.mails(case).await.iter().any(|mail| mail.says("She is right.")), "X26");
}

/// Defaults are each person's own, in their profile; a case of theirs follows them unless they chose for it.
#[tokio::test]
async fn e63_a_profile_has_defaults() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let all = json!(["updated", "escalated", "workaround", "closed"]);
    assert_eq!(api.get("/profile/notifications").await.expect(200).json()["topics"], all);
    let flaws = api.post("/profile/notifications", json!({ "topics": ["all"] })).await.flaws();
    assert_eq!(flaws, ["/topics no-such-choice"]);
    let saved = api.post("/profile/notifications", json!({ "topics": ["closed"] })).await.expect(200);
    assert_eq!(saved.json(), json!({ "topics": ["closed"], "digest": null, "quiet": null }));
    assert_eq!(api.get("/profile/notifications").await.expect(200).json(), saved.json());

    let opening = json!({
        "product": firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": unique("By default"), "description": "It hums.",
    });
    let [one, other] = [
        Case::open_with(&api, &Opening(opening.clone())).await,
        Case::open_with(&api, &Opening(opening)).await,
    ];
    let _ = other.post(&api, "notifications", choice(&["updated"])).await.expect(200);
    for case in [one, other] {
        case.done(&eva, "assignment", json!({})).await;
        case.done(&eva, "close", json!({})).await;
    }
    for (case, event, state) in [
        (one, "opened", "sent"),
        (one, "taken", "not-chosen"),
        (one, "closed", "sent"),
        (other, "taken", "sent"),
        (other, "closed", "not-chosen"),
    ] {
        assert_eq!(became(case, event, "Lotte Maes", &eva).await, state, "{event} of {}", case.number);
    }
    let _ = other.post(&api, "notifications", json!({ "mails": "default" })).await.expect(200);
    assert_eq!(other.seen_by(&api).await["mailing"]["mails"], "default");
    assert!(portal.mails(other).await.iter().all(|mail| mail.is_to(&email)));
}

/// RFC 8058: a mail program turns the mails about that case off by one POST, with no cookie, no token and no origin; looking
/// at the link turns nothing off; it is undone by the page, and other cases and people are not touched.
#[tokio::test]
async fn e63_one_click_turns_off_the_mails_about_one_case() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = followed(&portal, &anna, &eva, "Unsubscribed from").await;
    let mail = portal.mail(case, &anna.email, "We have received your case").await;
    let link = link(&mail, &portal);
    let address = format!("/unsubscribe?link={link}");

    let mut visitor = portal.visitor();
    let page = visitor.see(&address).await.expect(200);
    assert!(page.html().contains(&case.number.to_string()));
    let seen = portal.anonymous().get(&address).await.expect(200).json();
    assert_eq!(seen, json!({ "number": case.number, "is_off": false }), "looking at it turns nothing off");

    let nobody = portal.anonymous();
    for body in ["List-Unsubscribe=One-Click", "List-Unsubscribe=One-Click"] {
        let form = nobody.request(Method::POST, &address);
        let form = form.header("content-type", "application/x-www-form-urlencoded").body(body);
        let answer = nobody.send(form).await.expect(200).json();
        assert_eq!(answer["is_off"], true, "however often it is clicked");
    }
    assert_eq!(case.seen_by(&anna).await["mailing"]["mails"], "none", "she sees it");
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Are you there?" })).await;
    assert_eq!(became(case, "asked", "Anna Whitfield", &eva).await, "unsubscribed");
    let bram = portal.colleague().await;
    assert_eq!(
        became(case, "asked", "Anna Whitfield", &bram).await,
        "not-sent",
        "X26: why is her own to know"
    );
    assert_eq!(became(case, "asked", "Bram Verhoeven", &eva).await, "sent", "the mails are her own");
    let other = Case::open(&anna, &unique("Mailed as ever")).await;
    portal.mail(other, &anna.email, "We have received your case").await;

    let page = visitor.see(&address).await.expect(200);
    let on = visitor.submit(&page, "/unsubscribe", &[("decision", "on")]).await.expect(200);
    assert!(on.html().contains("Mails about this case are on"), "{}", on.html());
    let told = json!({ "kind": "information", "text": "Welcome back." });
    case.done(&eva, "messages", told).await;
    portal.mail(case, &anna.email, "Welcome back.").await;
    let mails = portal.mails(case).await;
    assert!(!mails.iter().any(|mail| mail.is_to(&anna.email) && mail.says("Are you there?")));
    // As some mail programs send it.
    let parts =
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
    let form = nobody.request(Method::POST, &address);
    let form = form.header("content-type", "multipart/form-data; boundary=b").body(parts);
    assert_eq!(nobody.send(form).await.expect(200).json()["is_off"], true);
}

/// X10: a link is good for its own case and person, and made by nobody else; without a decision nothing happens.
#[tokio::test]
async fn x10_a_link_that_turns_mails_off_cannot_be_made() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = followed(&portal, &anna, &eva, "Forged").await;
    let link = link(&portal.mail(case, &anna.email, "We have received your case").await, &portal);
    let nobody = portal.anonymous();
    let first = if link.starts_with('A') { "B" } else { "A" };
    let shorter = &link[..link.len() - 4];
    for other in ["", "none.none", shorter, &format!("{first}{}", &link[1..]), &format!("{link}AAAA")] {
        nobody.get(&format!("/unsubscribe?link={other}")).await.problem(410, "link-gone");
        let body = json!({ "link": other, "decision": "off" });
        let refused = nobody.post("/unsubscribe", body).await;
        assert!([410, 422].contains(&refused.status.as_u16()), "{}", refused.text());
    }
    assert_eq!(nobody.post("/unsubscribe", json!({ "link": link })).await.flaws(), ["/decision required"]);
    let wrong = json!({ "link": link, "decision": "perhaps" });
    assert_eq!(nobody.post("/unsubscribe", wrong).await.flaws(), ["/decision no-such-choice"]);
    assert_eq!(case.seen_by(&anna).await["mailing"]["mails"], "default");
    let seen = case.seen_by(&portal.colleague().await).await.to_string();
    assert!(!seen.contains("/unsubscribe"), "others read her mails on the case's page, without her link");
    // An engineer's mail has no such link: the desk is told of its own cases.
    let mails = portal.mails(case).await;
    let to_desk = mails.iter().filter(|mail| mail.is_to(&eva.email));
    assert!(to_desk.into_iter().all(|mail| !mail.text.contains("/unsubscribe")));
}

/// The forms work without a script: in the case's side panel, and in the profile.
#[tokio::test]
async fn e63_choices_are_made_without_a_script() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let case = Case::open(&anna, &unique("Chosen by a form")).await;
    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page = visitor.see(&case.path("")).await.expect(200);
    let action = case.path("notifications");
    let fields = [("mails", "chosen"), ("topics", "escalated"), ("topics", "closed")];
    let done = visitor.submit(&page, &action, &fields).await.expect(200);
    assert!(done.path.ends_with("done=notifications-saved"), "{}", done.path);
    assert!(done.html().contains("name=\"topics\" value=\"closed\" checked"), "{}", done.html());
    let off = visitor.submit(&done, &action, &[("mails", "none")]).await.expect(200);
    assert!(off.html().contains("Mails to me (off)"), "{}", off.html());
    let seen = case.seen_by(&anna).await["mailing"].clone();
    assert_eq!(seen, json!({ "mails": "none", "topics": ["escalated", "closed"] }), "kept for later");
    let own = visitor.see("/profile/notifications").await.expect(200);
    assert!(own.html().contains("name=\"topics\" value=\"closed\" checked"));
}

/// What can wait is held until the hour of the digest in the reader's zone and comes as one mail, once, however many ticks
/// there are at once; what waits for an answer comes at once. Until then the case says that it is held; what is not wanted any
/// more by then is left out, and what is about a case that they left.
#[tokio::test]
async fn e63_a_digest_comes_once_at_its_hour() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let mut own = json!({ "topics": ["updated", "closed"], "digest": "24", "quiet_from": "7" });
    let flaws = api.post("/profile/notifications", own.clone()).await.flaws();
    assert_eq!(flaws, ["/digest not-within", "/quiet_until required"]);
    own = json!({ "topics": ["updated", "closed"], "digest": "8" });
    assert_eq!(api.post("/profile/notifications", own).await.expect(200).json()["digest"], 8);
    let opening = json!({
        "product": firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": unique("Told once a day"), "description": "It hums.",
    });
    let opening = Opening(opening);
    let (case, other) = (Case::open_with(&api, &opening).await, Case::open_with(&api, &opening).await);
    let eva = portal.engineer().await;
    case.done(&eva, "assignment", json!({})).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Since when?" })).await;
    case.done(&eva, "messages", json!({ "kind": "information", "text": "We look at it." })).await;
    for (event, state) in
        [("opened", "sent"), ("taken", "held-for-digest"), ("asked", "sent"), ("told", "held-for-digest")]
    {
        assert_eq!(became(case, event, "Lotte Maes", &eva).await, state, "{event}");
    }
    other.done(&eva, "assignment", json!({})).await;
    assert_eq!(became(other, "taken", "Lotte Maes", &eva).await, "held-for-digest");
    let _ = other.post(&api, "notifications", choice(&["closed"])).await.expect(200);
    let admin = portal.administrator().await;
    let jeroen = firm.with_colleague(&admin, "company").await.registered(&admin).await;
    let left = Case::open_with(&jeroen, &opening.with("observers", email.as_str())).await;
    left.done(&eva, "assignment", json!({})).await;
    assert_eq!(became(left, "taken", "Lotte Maes", &eva).await, "held-for-digest");
    left.done(&api, "observers/removal", json!({ "observer": firm.contact })).await;
    let news = async || {
        let letters = portal.letters(&email).await;
        letters.into_iter().filter(|mail| mail.says("nieuwe berichten over uw cases")).count()
    };
    portal.tick("DigestsQueue").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(news().await, 0, "it is not eight yet");

    let there = clock.now().in_tz("Europe/Brussels").expect("it is a zone");
    let day = there.date().checked_add(1.day()).expect("there is a tomorrow");
    let eight = day.at(8, 1, 0, 0).in_tz("Europe/Brussels").expect("it is a zone").timestamp();
    clock.set_to(eight);
    for _ in 0..3 {
        portal.tick("DigestsQueue").await;
    }
    let letter = portal.letter(&email, "Er zijn 2 nieuwe berichten over uw cases").await;
    assert!(letter.says("Told once a day") && letter.says("aan de slag gegaan"), "{}", letter.text);
    assert!(letter.says(&format!("{}/profile/notifications", portal.origin())), "{}", letter.text);
    portal.tick("DigestsQueue").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(news().await, 1, "once");
    clock.set(SignedDuration::ZERO);
    for event in ["taken", "told"] {
        assert_eq!(became(case, event, "Lotte Maes", &eva).await, "sent", "{event}");
    }
    let state = became(other, "taken", "Lotte Maes", &eva).await;
    assert_eq!(state, "not-chosen", "they chose otherwise before it came");
    let state = became(left, "taken", "Lotte Maes", &eva).await;
    assert_eq!(state, "suppressed", "C29: they see it and follow it no more");
}

/// E63: an engineer chooses, too, for what they are mailed of the cases they work on, and when.
#[tokio::test]
async fn e63_an_engineer_chooses_for_what_and_when() {
    let portal = Portal::alone();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let finn = portal.other_engineer().await;
    let case = Case::open(&anna, &unique("Hums at Finn's")).await;
    case.done(&finn, "assignment", json!({})).await;
    let choose = async |body: Value| finn.post("/profile/notifications", body).await.expect(200).json();
    let chosen = choose(json!({ "topics": ["closed"] })).await;
    let name = "Finn O\u{2019}Dowd";
    case.done(&anna, "replies", json!({ "text": "It hums." })).await;
    let first = became(case, "replied", name, &eva).await;
    let given = Case::open(&anna, &unique("Rings at Finn's")).await;
    let me = finn.get(&case.path("assignment")).await.expect(200).json()["engineer"]["id"].clone();
    given.done(&eva, "assignment", json!({ "engineer": me })).await;
    assert_eq!(became(given, "assigned", name, &eva).await, "sent", "A2: whatever he chose");
    let _ = choose(json!({ "topics": ["updated", "closed"], "digest": "8" })).await;
    case.done(&anna, "replies", json!({ "text": "It rattles." })).await;
    let second = became(case, "replied", name, &eva).await;
    // As everybody begins, for the tests that come after.
    let _ = choose(json!({ "topics": ["updated", "escalated", "workaround", "closed"] })).await;
    case.done(&anna, "close", json!({})).await;
    let closed = became(case, "closed", name, &eva).await;
    assert_eq!(chosen, json!({ "topics": ["closed"], "digest": null, "quiet": null }));
    assert_eq!([&*first, &*second, &*closed], ["not-chosen", "held-for-digest", "sent"]);
}

/// E63: what can wait is held during the quiet hours that were chosen on the page, and comes when they end where the reader is,
/// not before; what waits for an answer comes at once, and so does everything outside those hours.
#[tokio::test]
async fn e63_in_quiet_hours_mails_are_held_until_they_end() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let there = clock.now().in_tz("Europe/Brussels").expect("it is a zone");
    let evening = there.date().checked_add(1.day()).expect("there is a tomorrow");
    let morning = evening.checked_add(1.day()).expect("there is a day after it");
    let instant = |day: jiff::civil::Date, hour: i8, minute: i8| {
        day.at(hour, minute, 0, 0).in_tz("Europe/Brussels").expect("it is a zone").timestamp()
    };
    clock.set_to(instant(evening, 22, 30));
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&email, PASSWORD).await.expect(200);
    let page = visitor.see("/profile/notifications").await.expect(200);
    let typed = [("topics", "updated"), ("topics", "closed"), ("quiet_from", "22"), ("quiet_until", "7")];
    let saved = visitor.submit(&page, "/profile/notifications", &typed).await.expect(200);
    assert!(saved.path.ends_with("done=notifications-saved"), "{}", saved.path);
    let own = api.get("/profile/notifications").await.expect(200).json();
    assert_eq!((&own["quiet"], &own["digest"]), (&json!({ "from": 22, "until": 7 }), &Value::Null));

    let opening = json!({
        "product": firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": unique("Not at night"), "description": "It hums.",
    });
    let case = Case::open_with(&api, &Opening(opening)).await;
    let eva = portal.engineer().await;
    case.done(&eva, "assignment", json!({})).await;
    case.done(&eva, "messages", json!({ "kind": "question", "text": "Since when?" })).await;
    for (event, state) in [("opened", "sent"), ("taken", "held-for-quiet-hours"), ("asked", "sent")] {
        assert_eq!(became(case, event, "Lotte Maes", &eva).await, state, "{event}");
    }
    let news = async || {
        let letters = portal.letters(&email).await;
        letters.into_iter().filter(|mail| mail.says("over uw cases")).count()
    };
    for now in [instant(evening, 23, 0), instant(morning, 6, 58)] {
        clock.set_to(now);
        portal.tick("DigestsQueue").await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert_eq!(news().await, 0, "it is not seven yet");
    }

    clock.set_to(instant(morning, 7, 1));
    portal.tick("DigestsQueue").await;
    let letter = portal.letter(&email, "aan de slag gegaan").await;
    assert!(letter.says("Not at night"), "{}", letter.text);
    let eva = portal.engineer().await;
    assert_eq!(became(case, "taken", "Lotte Maes", &eva).await, "sent");
    case.done(&eva, "close", json!({})).await;
    assert_eq!(became(case, "closed", "Lotte Maes", &eva).await, "sent", "by day it is mailed at once");
    portal.tick("DigestsQueue").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(news().await, 1, "once");
}
