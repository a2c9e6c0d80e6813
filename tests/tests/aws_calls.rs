//! Invariant 4: each route's number of AWS calls is fixed.

use caseport_routes::{ROUTES, Who};
use caseport_tests::routes::Stage;
use caseport_tests::{Portal, records};

const NONE: &[&str] = &[];
const READ: &[&str] = &["dynamodb:Query"];
/// The account with what they are mailed for; the sessions and where requests are found, told as one; the requests; then the companies, the lists and
/// their cases, told as one.
const EXPORT: &[&str] = &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:Query"];
/// A change of address, the second factor, what they are mailed for, the trail, the sessions, the tokens, the drafts, whom they
/// acted for and what these are called, what access was asked for by identifier and by address, the company, which others there are, the lists, and as many
/// cases as are looked through at most.
const MOST_OF_EXPORT: usize = 3 + 4 + 2 + 4 + 1 + 2 + 10 + 25;
/// What every command on a case costs: read it, store snapshot, event and idempotency key at once.
const COMMAND: &[&str] = &["dynamodb:GetItem", "dynamodb:TransactWriteItems"];

/// What having a mail sent costs, whoever asks: three counts, and the letter.
const LETTER: &[&str] =
    &["dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:PutItem"];

/// What a call that is carried out costs, in order.
#[rustfmt::skip]
const EXPECTED: &[(&str, &[&str])] = &[
    ("public-home", NONE),
    ("public-assets", NONE),
    ("public-openapi", NONE),
    ("public-language", NONE),
    ("public-not-found", NONE),
    ("public-soon", NONE),
    ("public-contact", NONE),
    ("public-remote-access", NONE),
    ("accounts-act", &["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:Query"]),
    ("access-mine", &["dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:GetItem"]),
    ("access-ask", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("access-withdraw", COMMAND),
    ("access-answer", COMMAND),
    ("access-queue", READ),
    ("access-request", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:GetItem"]),
    ("access-ask-more", COMMAND),
    ("access-ask-prime", &[
        "dynamodb:GetItem", "dynamodb:Query", "dynamodb:GetItem", "dynamodb:TransactWriteItems",
    ]),
    ("access-decide", COMMAND),
    // No link is good for whoever has none.
    ("access-confirm-page", NONE),
    ("access-confirm", &["dynamodb:GetItem"]),
    ("access-login-form", NONE),
    ("access-login", &[
        "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:TransactWriteItems",
    ]),
    ("accounts-sign-in-page", NONE),
    // The try is counted by account and by source before it is made, and taken back when it was right.
    ("accounts-sign-in", &[
        "dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem",
        "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query",
    ]),
    // What they cost when they are right is told with the test that signs in by them.
    ("accounts-code", NONE),
    ("accounts-token", &["dynamodb:UpdateItem"]),
    ("accounts-refresh", &["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:GetItem", "dynamodb:Query"]),
    // By the access token: what it costs by a refresh token is told below.
    ("accounts-sign-out", &["dynamodb:TransactWriteItems"]),
    ("public-rules", NONE),
    ("accounts-register-page", &["dynamodb:PutItem"]),
    // The puzzle, three counts, and the letter.
    ("accounts-register", &[
        "dynamodb:DeleteItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem",
        "dynamodb:PutItem",
    ]),
    ("accounts-contact-id-page", NONE),
    ("accounts-contact-id", LETTER),
    ("accounts-password-page", NONE),
    ("accounts-password", LETTER),
    // Without a link there is nothing to look up.
    ("accounts-activate-page", NONE),
    ("accounts-activate", &["dynamodb:GetItem"]),
    ("accounts-email-page", NONE),
    ("accounts-email", &["dynamodb:GetItem"]),
    ("accounts-new-password-page", NONE),
    ("accounts-new-password", &["dynamodb:GetItem"]),
    ("profile-password-page", NONE),
    // Refused, for what is missing.
    ("profile-password", &["dynamodb:GetItem"]),
    ("profile-rules", &["dynamodb:GetItem"]),
    // Refused, for what was not accepted.
    ("profile-rules-accept", &["dynamodb:GetItem"]),
    ("profile-two-factor-page", &["dynamodb:GetItem"]),
    ("profile-two-factor", &["dynamodb:GetItem"]),
    ("profile-two-factor-off", &["dynamodb:GetItem", "dynamodb:GetItem"]),
    ("profile-sessions", &["dynamodb:GetItem", "dynamodb:Query"]),
    ("profile-end-session", &["dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    ("profile-end-others", &["dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    ("profile-tokens", &["dynamodb:GetItem", "dynamodb:Query"]),
    ("profile-new-token", &[
        "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:Query",
        "dynamodb:TransactWriteItems",
    ]),
    ("profile-end-token", &["dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    // All at once.
    ("home-page", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Query", "dynamodb:Query"]),
    ("profile-details", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:GetItem"]),
    // All stays as it is: what a change costs is in the tests of profiles.
    ("profile-change", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:GetItem"]),
    ("profile-email", &["dynamodb:GetItem", "dynamodb:GetItem"]),
    // Refused, for the password that is missing; nothing is under way to be withdrawn.
    ("profile-email-ask", &["dynamodb:GetItem", "dynamodb:GetItem"]),
    ("profile-email-withdraw", &["dynamodb:GetItem", "dynamodb:GetItem"]),
    ("profile-notifications", &["dynamodb:GetItem"]),
    ("profile-notifications-save", COMMAND),
    ("profile-pin", NONE),
    // The try at the password is counted before it is made, and taken back when it was right.
    ("profile-pin-show", &["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:GetItem"]),
    ("profile-pin-replace", &[
        "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem", "dynamodb:GetItem",
        "dynamodb:TransactWriteItems",
    ]),
    ("profile-data", NONE),
    ("profile-data-export", EXPORT),
    // Without a password there is nothing to check.
    ("profile-erase", &["dynamodb:GetItem"]),
    ("cases-list", READ),
    ("cases-filter", READ),
    // Nothing is found: what is, is read at once.
    ("search-cases", &["s3:GetObject"]),
    // All at once: the draft, the company, and the forms.
    ("cases-new", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Query"]),
    ("cases-open", &[
        "dynamodb:Query", "dynamodb:Query", "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:TransactWriteItems",
    ]),
    // At once, with the drafts of a reply, of a refusal and of a closing.
    ("cases-view", &["dynamodb:BatchGetItem", "dynamodb:Query"]),
    ("cases-transcript", READ),
    ("cases-reply", COMMAND),
    ("cases-decide", COMMAND),
    ("cases-keep-open", COMMAND),
    ("cases-close", COMMAND),
    ("cases-notifications", &["dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    // A link that is none is looked up nowhere.
    ("cases-unsubscribe-page", NONE),
    ("cases-unsubscribe", NONE),
    // The case and the colleague; how often they were added is counted with it.
    ("cases-observe", &[
        "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:BatchGetItem", "dynamodb:TransactWriteItems",
    ]),
    ("cases-dismiss", COMMAND),
    // What they cost when a link is good is told with the test that follows one.
    ("cases-follow-page", NONE),
    ("cases-follow", NONE),
    // The drafts, and the cases they are written to.
    ("drafts-list", &["dynamodb:Query", "dynamodb:BatchGetItem"]),
    ("drafts-read", &["dynamodb:GetItem", "dynamodb:GetItem"]),
    // The first of a case: the case, how many drafts there are, and the draft.
    ("drafts-save", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("drafts-discard", &["dynamodb:TransactWriteItems"]),
    // Counted, then announced: files that are announced at once would be in each other's way in one transaction.
    ("attachments-begin", &["dynamodb:UpdateItem", "dynamodb:PutItem"]),
    ("attachments-progress", &["dynamodb:GetItem"]),
    ("attachments-parts", &["dynamodb:GetItem"]),
    // The permission to ask for an object's size and digest is that to read it.
    ("attachments-complete", &["dynamodb:GetItem", "s3:GetObject", "dynamodb:UpdateItem"]),
    // With which event it came, then that, what is known of the file, and the case.
    ("attachments-download", &["dynamodb:GetItem", "dynamodb:BatchGetItem"]),
    ("attachments-preview", &["dynamodb:GetItem", "dynamodb:BatchGetItem"]),
    ("attachments-archive", &["dynamodb:Query", "dynamodb:GetItem"]),
    ("attachments-pack", &["dynamodb:Query", "dynamodb:PutItem"]),
    ("desk-queue", READ),
    ("desk-filter", &["dynamodb:Query", "dynamodb:Query"]),
    ("desk-callers-page", NONE),
    ("desk-callers", &[
        "dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:GetItem", "dynamodb:UpdateItem",
        "dynamodb:TransactWriteItems", "dynamodb:Query",
    ]),
    ("desk-take", COMMAND),
    // The case, then the engineers.
    ("desk-assign-page", &["dynamodb:GetItem", "dynamodb:Query"]),
    ("desk-message", COMMAND),
    ("desk-note", COMMAND),
    ("desk-plan", COMMAND),
    ("desk-resume", COMMAND),
    ("desk-propose", COMMAND),
    ("desk-escalate", COMMAND),
    ("desk-workaround", COMMAND),
    ("desk-outage", COMMAND),
    // The case, then what gives it its priority.
    ("desk-classify", &["dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    ("desk-prioritize", COMMAND),
    ("desk-detail", COMMAND),
    ("desk-reopen", COMMAND),
    ("records-companies", READ),
    ("records-company-new", NONE),
    ("records-company-add", &["dynamodb:TransactWriteItems"]),
    ("records-company", &["dynamodb:Query", "dynamodb:Query", "dynamodb:Query", "dynamodb:Query", "dynamodb:Query"]),
    ("records-company-change", &["dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-contract-add", &["dynamodb:Query", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-contract-change", &["dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-hardware-add", &["dynamodb:Query", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-hardware-change", &["dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-licence-add", &["dynamodb:Query", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-licence-change", &["dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-contact-add", &["dynamodb:Query", "dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    ("records-relate", &["dynamodb:Query", "dynamodb:Query", "dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    ("records-contact", &["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Query"]),
    ("records-contact-change", &["dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    ("records-contact-invite", &["dynamodb:GetItem", "dynamodb:TransactWriteItems"]),
    // Refused, for want of a password.
    ("records-contact-password", &["dynamodb:GetItem"]),
    // And of a second factor.
    ("records-contact-two-factor", &["dynamodb:GetItem"]),
    ("records-contact-erase", &["dynamodb:GetItem", "dynamodb:Query"]),
    ("records-products", READ),
    ("records-product-save", &["dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("records-export", READ),
    ("records-imports", NONE),
    ("records-import", &["dynamodb:BatchGetItem", "dynamodb:TransactWriteItems"]),
    ("forms-list", READ),
    ("forms-new", READ),
    ("forms-add", &["dynamodb:Query", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("forms-form", &["dynamodb:Query", "dynamodb:Query"]),
    ("forms-change", &["dynamodb:Query", "dynamodb:Query", "dynamodb:TransactWriteItems"]),
    ("settings-priorities", &["dynamodb:GetItem", "dynamodb:Query"]),
    // All stays as it is: what a change costs is in the test that changes it.
    ("settings-priorities-save", &["dynamodb:GetItem"]),
    ("settings-reasons", &["dynamodb:GetItem", "dynamodb:Query"]),
    ("settings-reasons-save", &["dynamodb:GetItem"]),
];

/// A case, and what its reader has begun to write there.
const AT_ONCE: &[&str] = &["dynamodb:BatchGetItem", "dynamodb:Query"];
/// Earlier parts of a case: the case as it stands, and that part of its history.
const EARLIER: &[&str] = &["dynamodb:GetItem", "dynamodb:Query"];

/// The key that signs tokens is fetched once in a process's life.
const ONCE: &str = "secretsmanager:GetSecretValue";

#[tokio::test]
async fn every_route_costs_what_it_should() {
    let portal = Portal::alone();
    let mut stage = Stage::new(&portal).await;
    let engineer = portal.engineer().await;
    let admin = portal.administrator().await;
    let mut wrong = Vec::new();
    for route in ROUTES {
        let expected = EXPECTED.iter().find(|(name, _)| *name == route.name);
        let (_, expected) = expected.unwrap_or_else(|| panic!("say in EXPECTED what {} costs", route.name));
        stage.set(route).await;
        let before = portal.aws_calls(route.name).len();
        let caller = match (route.name.split('-').next(), route.who) {
            (Some("desk"), _) => &engineer,
            (Some("records" | "forms" | "settings"), _) | (Some("access"), Who::Engineer) => &admin,
            _ => &stage.customer,
        };
        let reply = stage.call(route, caller).await;
        // Refused are those that are called with nothing right in their fields, or with a link that is none.
        let status = reply.status.as_u16();
        assert!(status < 405 || matches!(status, 410 | 422), "{}: {}", route.name, reply.text());
        let calls = portal.aws_calls(route.name).split_off(before);
        let calls: Vec<&str> = calls.iter().map(String::as_str).filter(|call| *call != ONCE).collect();
        let all_at_once = ["home-page", "cases-new", "cases-view"].contains(&route.name);
        let mut calls = calls;
        if all_at_once {
            calls.sort_unstable();
        }
        if route.name == "profile-data-export" {
            assert!(calls.len() <= 1 + MOST_OF_EXPORT, "{}", calls.len());
            calls.dedup();
        }
        if calls != *expected {
            wrong.push(format!("{}: {calls:?} and not {expected:?}", route.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A case is opened by two writes, its number and all of it, whoever follows it and whatever comes with it.
#[tokio::test]
async fn an_opening_is_two_writes_whatever_it_brings() {
    let portal = Portal::alone();
    let (admin, lotte) = (portal.administrator().await, portal.newcomer().await);
    let contacts = format!("/companies/{}/contacts", lotte.firm.company);
    let mut observers = Vec::new();
    for _ in 0..2 {
        let person = lotte.firm.person();
        observers.push(person["email"].as_str().expect("a person has an address").to_owned());
        let _ = admin.post(&contacts, person).await.expect(201);
    }
    let opening = serde_json::json!({
        "product": lotte.firm.product, "case_type": "incident", "impact": "person", "urgency": "low",
        "title": "With two observers and a file", "description": "It hums.",
        "observers": observers.join(", "), "attachments": [lotte.api.upload("hum.txt", b"hmm").await],
    });
    let before = portal.aws_calls("cases-open").len();
    let _ = lotte.api.post("/cases", opening).await.expect(201);
    let calls = portal.aws_calls("cases-open").split_off(before);
    let expected = [
        "dynamodb:Query",
        "dynamodb:Query",
        "dynamodb:BatchGetItem",
        "dynamodb:BatchGetItem",
        "dynamodb:BatchGetItem",
        "dynamodb:GetItem",
        "dynamodb:UpdateItem",
        "dynamodb:TransactWriteItems",
    ];
    assert_eq!(calls, expected);
}

/// A session is ended by its refresh token with one write.
#[tokio::test]
async fn signing_out_by_a_refresh_token_costs_one_write() {
    let portal = Portal::alone();
    let anna = portal.customer().await;
    let before = portal.aws_calls("accounts-sign-out").len();
    let body = serde_json::json!({ "refresh_token": anna.refresh_token() });
    let _ = portal.anonymous().post("/session/end", body).await.expect(200);
    assert_eq!(portal.aws_calls("accounts-sign-out").split_off(before), ["dynamodb:DeleteItem"]);
}

/// Earlier versions of a form cost one query beside the newest of it, and so does one of them.
#[tokio::test]
async fn an_earlier_version_of_a_form_costs_a_query() {
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let path = format!("/forms/{}", caseport_tests::forms::kept(&admin).await);
    let mut form = admin.get(&path).await.expect(200).json()["draft"].take();
    form["version"] = 1.into();
    form["name"]["en"] = "Changed".into();
    let _ = admin.post(&path, form).await.expect(200);
    for (query, cost) in [("?version=2", 2), ("?before=2", 3), ("?version=1", 3), ("?version=1&before=2", 4)]
    {
        let before = portal.aws_calls("forms-form").len();
        let _ = admin.get(&format!("{path}{query}")).await.expect(200);
        let calls = portal.aws_calls("forms-form").split_off(before);
        assert_eq!(calls, vec!["dynamodb:Query"; cost], "{query}");
    }
}

/// A list costs one query however long it is, and so does a case with a long history.
#[tokio::test]
async fn what_a_read_costs_does_not_grow() {
    let portal = Portal::alone();
    let anna = portal.customer().await;
    let case = caseport_tests::Case::open(&anna, "With a long history").await;
    for n in 0..10 {
        case.done(&anna, "replies", serde_json::json!({ "text": format!("{n} {}", "x".repeat(9_000)) }))
            .await;
    }
    for (route, path, cost) in [
        ("cases-view", case.path(""), AT_ONCE),
        ("cases-view", case.path("?before=9"), EARLIER),
        ("cases-list", "/cases?show=all".to_owned(), READ),
        ("cases-list", "/cases?sort=oldest&from=2020-01-01&to=2099-12-31".to_owned(), READ),
        ("cases-list", "/cases?status=closed".to_owned(), READ),
        ("cases-list", "/cases?show=all&as=csv".to_owned(), READ),
        ("cases-list", "/cases?whose=followed&show=all".to_owned(), READ),
    ] {
        let before = portal.aws_calls(route).len();
        let _ = anna.get(&path).await.expect(200);
        let mut calls = portal.aws_calls(route).split_off(before);
        if cost == AT_ONCE {
            calls.sort_unstable();
        }
        assert_eq!(calls, cost, "{path}");
    }
    // An engineer, who closes cases, has the reasons to choose from beside it, and drafts of all that one writes.
    let (eva, before) = (portal.engineer().await, portal.aws_calls("cases-view").len());
    let _ = eva.get(&case.path("")).await.expect(200);
    let mut calls = portal.aws_calls("cases-view").split_off(before);
    calls.sort_unstable();
    assert_eq!(calls, ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"]);
    // A case by its number is one item, whether it is found or not.
    for (number, status) in [(case.number, 303), (99_999_999, 422)] {
        let before = portal.aws_calls("cases-list").len();
        let _ = anna.get(&format!("/cases?number={number}")).await.expect(status);
        assert_eq!(portal.aws_calls("cases-list").split_off(before), ["dynamodb:GetItem"], "{number}");
    }
}

/// The files of a draft cost one read where it is shown or saved, and each of them a write a day; a draft without files, nothing.
#[tokio::test]
async fn the_files_of_a_draft_cost_one_read() {
    let portal = Portal::alone();
    let anna = portal.customer().await;
    let case = caseport_tests::Case::open(&anna, "With a draft").await;
    let (place, upload) =
        (format!("/drafts/reply-{}", case.number), anna.upload("agent.log", b"07:12").await);
    let save = async |version: u64| {
        let before = portal.aws_calls("drafts-save").len();
        let draft = serde_json::json!({ "text": "Still so", "attachments": [upload], "draft": version });
        let saved = anna.post(&place, draft).await.expect(200).json();
        (
            saved["version"].as_u64().expect("it has a version"),
            portal.aws_calls("drafts-save").split_off(before),
        )
    };
    let (version, first) = save(0).await;
    let (read, kept) =
        (["dynamodb:GetItem", "dynamodb:Query"], ["dynamodb:BatchGetItem", "dynamodb:UpdateItem"]);
    assert_eq!(first, [&read[..], &kept, &["dynamodb:TransactWriteItems"]].concat());
    let (_, second) = save(version).await;
    assert_eq!(second, ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:TransactWriteItems"]);
    let before = portal.aws_calls("cases-view").len();
    let _ = anna.get(&case.path("")).await.expect(200);
    let mut calls = portal.aws_calls("cases-view").split_off(before);
    calls.sort_unstable();
    assert_eq!(calls, ["dynamodb:BatchGetItem", "dynamodb:BatchGetItem", "dynamodb:Query"]);
    // However many drafts have files, the list reads them at once.
    let before = portal.aws_calls("drafts-list").len();
    let list = anna.get("/drafts").await.expect(200).json();
    let calls = portal.aws_calls("drafts-list").split_off(before);
    assert_eq!(calls, ["dynamodb:Query", "dynamodb:BatchGetItem", "dynamodb:BatchGetItem"]);
    let lines = list["drafts"].as_array().expect("there are drafts");
    let line = lines.iter().find(|line| place.ends_with(line["place"].as_str().unwrap_or("?")));
    assert_eq!(line.expect("it is listed")["files"], serde_json::json!(["agent.log"]));
    let _ = anna.post(&format!("{place}/discard"), serde_json::json!({})).await.expect(200);
}

/// What is looked for by product, type, status, mark or engineer is looked for by four queries at most, whatever is found; and a
/// parameter that is wrong costs nothing.
#[tokio::test]
async fn what_is_looked_for_costs_a_bounded_number_of_queries() {
    let portal = Portal::alone();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    for (api, route, path) in [
        (&anna, "cases-list", "/cases?show=all&product=none-of-ours&sort=oldest"),
        (&anna, "cases-list", "/cases?status=planned&case_type=question"),
        (&anna, "cases-list", "/cases?mark=escalated"),
        (&anna, "cases-list", "/cases?engineer=nobody&show=all"),
        (&anna, "cases-list", "/cases?engineer=Nobody+Here&whose=own"),
        (&anna, "cases-list", "/cases?whose=own&show=all&sort=oldest&from=2020-01-01"),
        (&anna, "cases-list", "/cases?whose=followed&mark=outage&show=all"),
        (&eva, "desk-queue", "/desk?show=all&product=none-of-ours"),
        (&eva, "desk-queue", "/desk?engineer=nobody&status=planned"),
        (&eva, "desk-queue", "/desk?mark=outage&show=all"),
        (&eva, "desk-queue", "/desk?company=acme&engineer=nobody&show=all"),
    ] {
        let before = portal.aws_calls(route).len();
        let _ = api.get(path).await.expect(200);
        let calls = portal.aws_calls(route).split_off(before);
        assert!((1..=4).contains(&calls.len()), "{path}: {calls:?}");
        assert!(calls.iter().all(|call| call == "dynamodb:Query"), "{path}: {calls:?}");
    }
    // A company's cases are not looked for: they have keys of their own.
    let before = portal.aws_calls("desk-queue").len();
    let _ = eva.get("/desk?company=acme").await.expect(200);
    assert_eq!(portal.aws_calls("desk-queue").split_off(before), ["dynamodb:Query"]);
    let before = portal.aws_calls("cases-list").len();
    let _ = anna.get("/cases?status=lost").await.expect(422);
    assert_eq!(portal.aws_calls("cases-list").split_off(before), NONE);
}

/// A2: to give a case away takes one read more than to take it, of whom it is given to; to hand it back takes none.
#[tokio::test]
async fn a2_a_case_that_is_given_costs_one_read_more() {
    let portal = Portal::alone();
    let eva = portal.engineer().await;
    let case = caseport_tests::Case::open(&portal.customer().await, "Given at a price").await;
    let page = eva.get(&case.path("assignment")).await.expect(200).json();
    let other = page["engineers"][0]["id"].clone();
    let given = ["dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:TransactWriteItems"];
    for (engineer, cost) in [(other, &given[..]), ("nobody".into(), COMMAND)] {
        let before = portal.aws_calls("desk-take").len();
        case.done(&eva, "assignment", serde_json::json!({ "engineer": engineer })).await;
        assert_eq!(portal.aws_calls("desk-take").split_off(before), cost);
    }
}

/// X9: a wrong sign-in costs the same, and so takes as long, whether it names somebody, nobody, who has not registered, or who
/// has left.
#[tokio::test]
async fn x9_what_a_wrong_sign_in_costs_does_not_tell_who_is_registered() {
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let (known, invited) = (portal.newcomer().await, records::Firm::founded(&admin).await);
    let unregistered = invited.address(&admin).await;
    let left = portal.newcomer().await;
    let mut record = left.firm.contact_form(&admin).await;
    record["active"] = "no".into();
    let _ = admin.post(&format!("/contacts/{}", left.firm.contact), record).await.expect(200);
    let nobody = format!("{}@nowhere.example", records::unique("nobody"));
    for email in [known.email, nobody, unregistered, left.email] {
        let before = portal.aws_calls("accounts-sign-in").len();
        let body = serde_json::json!({ "email": email, "password": "a guess" });
        portal.anonymous().post("/session", body).await.problem(401, "credentials");
        let calls = portal.aws_calls("accounts-sign-in").split_off(before);
        let calls: Vec<&str> = calls.iter().map(String::as_str).filter(|call| *call != ONCE).collect();
        let expected = ["dynamodb:GetItem", "dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:UpdateItem"];
        assert_eq!(calls, expected, "{email}");
    }
}

/// A10: to remove a product takes a look at all that may be for it, whatever there is; another kind of company, one at whom it
/// serves; and a contract is removed like any change of it.
#[tokio::test]
async fn a10_what_removing_and_another_kind_cost() {
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let firm = records::Firm::founded(&admin).await;
    let id = records::unique("p");
    let product = serde_json::json!({ "id": id, "name": "Zither of a test" });
    let added = admin.post("/products", product).await.expect(201).json();
    let before = portal.aws_calls("records-product-save").len();
    let removal = serde_json::json!({ "id": id, "revision": added["revision"], "remove": "yes" });
    let _ = admin.post("/products", removal).await.expect(200);
    let calls = portal.aws_calls("records-product-save").split_off(before);
    assert_eq!(calls, [&["dynamodb:Query"; 5][..], &["dynamodb:TransactWriteItems"]].concat());

    let before = portal.aws_calls("records-company-change").len();
    let _ = firm.change(&admin, "companies", "company_kind", "end-user").await.expect(200);
    let calls = portal.aws_calls("records-company-change").split_off(before);
    assert_eq!(calls, ["dynamodb:Query", "dynamodb:Query", "dynamodb:TransactWriteItems"]);

    let before = portal.aws_calls("records-contract-change").len();
    let _ = firm.change(&admin, "contracts/k-1", "remove", "yes").await.expect(200);
    let calls = portal.aws_calls("records-contract-change").split_off(before);
    let as_a_change = EXPECTED.iter().find(|(name, _)| *name == "records-contract-change");
    let (_, as_a_change) = as_a_change.expect("it is told above");
    assert_eq!(calls, *as_a_change);
}
