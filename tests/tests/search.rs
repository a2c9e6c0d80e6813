//! Cases found by words (E54, C23), by those who may see them and nobody else.

use caseport_tests::records::PASSWORD;
use caseport_tests::search::{WITHIN, finds, found, numbers, word};
use caseport_tests::{Case, Newcomer, Opening, Portal, eventually};
use serde_json::{Value, json};

/// The marked pieces of a text, joined by spaces.
fn marked(pieces: &Value) -> String {
    let pieces = pieces.as_array().into_iter().flatten().filter(|piece| piece["found"] == true);
    pieces.filter_map(|piece| piece["text"].as_str()).collect::<Vec<_>>().join(" ")
}

/// E54, C23: a case is found by number, own reference, and words of its title, its texts and its attachments' names, in
/// whatever form, within seconds of being opened or added to; what was looked for is marked.
#[tokio::test]
async fn e54_c23_a_case_is_found_by_what_is_in_it() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let (title, text, reply, file) = (word("kiosk"), word("humming"), word("buzzing"), word("trace"));
    let reference = caseport_tests::records::unique("PO");
    let upload = anna.upload(&format!("{file}-1.log"), b"hum").await;
    let opening = Opening::new(&anna, &format!("Connections of the {title}")).await;
    let opening = opening
        .with("reference", reference.clone())
        .with("description", format!("De storingen: {text} sinds vanochtend. Les imprimantes aussi."))
        .with("attachments", vec![upload]);
    let case = Case::open_with(&anna, &opening).await;
    finds(&anna, &title, case).await;
    finds(&eva, &title, case).await;
    for words in [
        case.number.to_string(),
        format!("%23{}", case.number),
        reference.to_uppercase(),
        format!("connection {title}"),
        format!("{title} storing"),
        format!("IMPRIMANTE {title}"),
        format!("{file} 1.log"),
        text.to_uppercase(),
    ] {
        assert!(numbers(&anna, &words).await.contains(&case.number), "{words}");
        assert!(numbers(&eva, &words).await.contains(&case.number), "{words}");
    }
    assert_eq!(numbers(&anna, &format!("{title} {text}missing")).await, [0; 0], "all words must be there");
    let line = &found(&anna, &format!("connection {title} storing {file}")).await[0];
    assert_eq!(marked(&line["found"]["title"]), format!("Connections {title}"));
    assert_eq!(marked(&line["found"]["text"]), "storingen");
    assert_eq!(marked(&line["found"]["files"][0]), file);
    assert_eq!(line["found"]["reference"], Value::Null);
    assert_eq!(line["case"]["status"], "open");

    case.done(&anna, "replies", json!({ "text": format!("It is {reply} too.") })).await;
    finds(&anna, &format!("{reply} {title}"), case).await;
    case.done(&anna, "close", json!({})).await;
    finds(&anna, &title, case).await;
    assert_eq!(found(&anna, &title).await[0]["case"]["status"], "closed", "a case is shown as it is now");
}

/// X5, X26: others' cases are not found, nor one's colleagues' by who sees only their own; what engineers note among themselves
/// is found by engineers.
#[tokio::test]
async fn x5_x26_what_one_may_not_see_is_not_found() {
    let portal = Portal::from_env();
    let (anna, chloe, eva) =
        (portal.customer().await, portal.other_customer().await, portal.engineer().await);
    let gareth = portal.person("gareth@acme.example").await;
    let (title, internal, journal) = (word("ours"), word("gremlin"), word("screw"));
    let hers = Case::open(&anna, &title).await;
    let his = Case::open(&gareth, &title).await;
    let note = |audience: &str, text: &str| json!({ "audience": audience, "text": text });
    hers.done(&eva, "notes", note("internal", &internal)).await;
    hers.done(&eva, "notes", note("journal", &journal)).await;
    finds(&anna, &journal, hers).await;
    finds(&eva, &internal, hers).await;
    finds(&gareth, &title, his).await;
    assert_eq!(numbers(&anna, &internal).await, [0; 0]);
    assert_eq!(numbers(&chloe, &title).await, [0; 0]);
    assert_eq!(numbers(&chloe, &hers.number.to_string()).await, [0; 0]);
    assert_eq!(numbers(&gareth, &title).await, [his.number]);
    assert_eq!(numbers(&gareth, &journal).await, [0; 0]);
    let mut both = numbers(&eva, &title).await;
    both.sort_unstable();
    assert_eq!(both, [hers.number, his.number]);
    assert!(found(&anna, &title).await.iter().all(|line| line["case"].get("engineer_id").is_none()));

    // Who follows a case finds it.
    hers.done(&anna, "observers", json!({ "email": "gareth@acme.example" })).await;
    finds(&gareth, &journal, hers).await;
}

/// G5: who acts for a company looks in its cases, and in none of their own company's.
#[tokio::test]
async fn g5_who_acts_for_another_company_finds_its_cases() {
    let portal = Portal::from_env();
    let signe = portal.person("signe@norhaven.example").await;
    let tokens = signe.post("/session/company", json!({ "company": "harbourline" })).await.expect(200).json();
    let acting = signe.with_token(tokens["access_token"].as_str().expect("there is a token"));
    let anna = portal.customer().await;
    let title = word("harbour");
    let case = Case::open(&anna, &title).await;
    finds(&anna, &title, case).await;
    assert_eq!(numbers(&acting, &title).await, [0; 0]);
    let theirs = acting.get("/cases?show=all").await.expect(200).json();
    if let Some(number) = theirs["cases"][0]["number"].as_u64() {
        eventually("a case of Harbourline", WITHIN, async || {
            numbers(&acting, &number.to_string()).await.contains(&number).then_some(())
        })
        .await;
    }
}

/// X10: who is erased is found no more, and their case is still found by what it says without them.
#[tokio::test]
async fn x10_an_erasure_reaches_the_index() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let title = word("lamp");
    let opening = Opening::new(&api, &title).await.with("description", format!("Mail me: {email}."));
    let case = Case::open_with(&api, &opening).await;
    let local = email.split('@').next().expect("an address has a local part").to_owned();
    finds(&eva, &format!("{title} {local}"), case).await;
    let _ = api.post("/profile/data/erase", json!({ "password": PASSWORD })).await.expect(202);
    eventually("them to be found no more", 2 * WITHIN, async || {
        let gone = numbers(&eva, &format!("{title} {local}")).await.is_empty();
        let seen = case.seen_by(&eva).await.to_string();
        (gone && !seen.contains(&email)).then_some(())
    })
    .await;
    finds(&eva, &title, case).await;
    let gone = admin.get(&format!("/contacts/{}", firm.contact)).await.status.as_u16();
    assert!([200, 404].contains(&gone));
}

/// What a search costs does not depend on how many cases there are: the newest of them are one object, which is not even sent
/// again while it is as it was, and what was found is read at once.
#[tokio::test]
async fn e54_a_search_costs_two_calls() {
    let portal = Portal::alone();
    let Newcomer { api, .. } = portal.newcomer().await;
    let title = word("frugal");
    let case = Case::open(&api, &title).await;
    finds(&api, &title, case).await;
    let before = portal.aws_calls("search-cases").len();
    assert_eq!(numbers(&api, &title).await, [case.number]);
    let calls = portal.aws_calls("search-cases").split_off(before);
    assert_eq!(calls, ["s3:GetObject", "dynamodb:BatchGetItem"]);
}

/// An index that is lost is made anew by `cargo xtask reindex`, as are all others; whoever searches meanwhile finds nothing, and
/// is told no error.
#[tokio::test]
async fn e54_an_index_that_is_lost_is_made_anew() {
    let portal = Portal::alone();
    let eva = portal.engineer().await;
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let title = word("phoenix");
    let (first, second) = (Case::open(&api, &title).await, Case::open(&api, &title).await);
    finds(&api, &title, first).await;
    finds(&api, &title, second).await;
    portal.loses(&format!("search/companies/{}/newest", firm.company)).await;
    assert_eq!(numbers(&api, &title).await, [0; 0]);
    let said = portal.xtask("reindex");
    assert!(said.contains("Removing the indexes") && said.contains("Asking for new ones"), "{said}");
    for reader in [&api, &eva] {
        finds(reader, &title, first).await;
        finds(reader, &title, second).await;
        assert_eq!(numbers(reader, &title).await.len(), 2, "each once");
    }
}

/// X1, X8, X22: nothing that is typed is syntax or markup; what is too long or leads nowhere is told.
#[tokio::test]
async fn x1_x8_x22_words_are_words() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let title = word("markup");
    let case = Case::open(&anna, &format!("<b>{title}</b> <script>alert(1)</script>")).await;
    finds(&anna, &title, case).await;
    for typed in
        ["*", "title:*", "\"", "a:b:c", "[* TO *]", "(((((", "NOT", "+", "~", "\\", "/.*/", "%00", "é"]
    {
        let typed = typed.replace('%', "%25").replace('+', "%2B");
        let page = anna.get(&format!("/cases/search?q={typed}")).await;
        assert_eq!(page.status, 200, "{typed}");
        let many = anna.get(&format!("/cases/search?q={}", format!("{typed}+").repeat(20))).await;
        assert_eq!(many.status, 200, "{typed}");
    }
    assert_eq!(anna.get(&format!("/cases/search?q={}", "x".repeat(201))).await.flaws(), ["/q too-long"]);
    assert_eq!(numbers(&anna, &"x".repeat(200)).await, [0; 0]);
    for forged in ["nowhere", "20601-25", "18446744073709551615-0", ""] {
        anna.get(&format!("/cases/search?q=x&after={forged}")).await.problem(400, "cursor");
    }
    let empty = eva.get("/cases/search").await.expect(200).json();
    assert_eq!(empty["cases"], json!([]));

    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let html = visitor.see(&format!("/cases/search?q={title}")).await.expect(200).html();
    assert!(html.contains(&format!("<mark>{title}</mark>")));
    assert!(!html.contains("<script>") && !html.contains("<b>"), "X1");
    let long = visitor.see(&format!("/cases/search?q={}", "y".repeat(201))).await.expect(422).html();
    assert!(long.contains(&"y".repeat(201)), "what was typed is kept");
    let list = visitor.see("/cases").await.expect(200).html();
    assert!(list.contains("action=\"/cases/search\""));
}
