//! Whether a demonstration portal works, whichever it is: `cargo xtask test` runs this on each of them, and everything else on the
//! first.

use caseport_brand::Palette;
use caseport_domain::case_lists::{CaseLists, Column};
use caseport_domain::person::Language;
use caseport_i18n::Tr;
use caseport_local::{DEMOS, Demo};
use caseport_tests::{Api, Case, Opening, Portal, unique};
use serde_json::{Value, json};

/// The environment variable by which `cargo xtask test` says how the portal was begun: `afresh`, or `again` with what it held
/// when it was stopped.
const BEGUN: &str = "CASEPORT_PORTAL_BEGUN";

/// How the titles of this test's cases begin.
const TITLE: &str = "It works";

/// What comes with them.
const LOG: &[u8] = b"07:12 it works";

/// What its forms require of a question, by the name of the demonstration.
fn answers(demo: &Demo) -> Value {
    match demo.name {
        "it-services" => json!({ "reporter": "Anna Whitfield", "applies_to": "laptop" }),
        "enterprise" => json!({ "environment": "production" }),
        _ => json!({}),
    }
}

/// M11: a page of a list has the demonstration's columns in their order, but for what no case of the page has.
fn has_columns(demo: &Demo, page: &str) {
    let heads = page.split("<th role=\"columnheader\"").skip(1);
    let heads = heads.filter_map(|rest| rest.split_once(" scope=\"col\">")?.1.split("</th>").next());
    let heads: Vec<&str> = heads.collect();
    let lists: CaseLists = demo.case_lists.parse().expect("it is a setting");
    let tr = Tr::new(Language::En);
    let said = |column: &Column| {
        let may_lack = matches!(column, Column::Planned | Column::Reference);
        !may_lack || heads.iter().any(|head| *head == tr.column(*column))
    };
    let columns = [Column::Number, Column::Title].into_iter().chain(lists.columns).filter(said);
    let expected: Vec<String> = columns.map(|column| tr.column(column).into_owned()).collect();
    assert_eq!(heads, expected, "{}", demo.name);
}

/// The case that this test has opened before, on a portal that still holds it.
async fn opened_before(anna: &Api) -> Option<Case> {
    let list = anna.get("/cases").await.expect(200).json();
    let is_ours = |case: &&Value| case["title"].as_str().is_some_and(|title| title.starts_with(TITLE));
    let number = list["cases"].as_array()?.iter().find(is_ours)?["number"].as_u64()?;
    Some(Case { number })
}

/// A case from before the portal was stopped is there with its file and its mails, and goes on: what happens next is mailed.
async fn goes_on(case: Case, anna: &Api, eva: &Api) {
    assert_eq!(case.events(anna).await, ["opened", "taken"]);
    anna.portal().mail(case, &anna.email, TITLE).await;
    let files = case.inspected(anna).await;
    let id = files[0]["id"].as_str().expect("a file has an id");
    let file = anna.download(&case.path(&format!("attachments/{id}"))).await.expect(200);
    assert_eq!(file.body, LOG);
    let question = unique("Does it still?");
    case.done(eva, "messages", json!({ "kind": "question", "text": question })).await;
    anna.portal().mail(case, &anna.email, &question).await;
}

/// It has what it held if it was started again, and nothing of before if it was begun afresh. One signs in, sees its brand, a list
/// with cases and the form; opens a case with a file, sees it on both sides, and is mailed.
#[tokio::test]
async fn a_demonstration_portal_works() {
    let portal = Portal::alone();
    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-language".into(), "en".into());
    let page = visitor.see("/sign-in").await.expect(200).html();
    let demo = DEMOS.iter().find(|demo| page.contains(demo.brand));
    let demo = demo.expect("its pages have the brand of a demonstration");
    assert_eq!(visitor.sign_in("customer").await.expect(200).path, "/home");
    for path in ["/home", "/cases", "/cases?show=all", "/cases/new", "/drafts", "/profile", "/access"] {
        let page = visitor.see(path).await.expect(200);
        assert_eq!(page.path, path, "{}", demo.name);
        assert!(page.html().contains(demo.brand), "{}: {path}", demo.name);
    }
    has_columns(demo, &visitor.see("/cases?show=all").await.expect(200).html());
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let before = opened_before(&anna).await;
    match std::env::var(BEGUN).as_deref() {
        Ok("afresh") => assert_eq!(before, None, "{}", demo.name),
        Ok("again") => goes_on(before.expect("it has its cases"), &anna, &eva).await,
        _ => {}
    }
    let seeded = anna.get("/cases?show=all").await.expect(200).json();
    assert_ne!(seeded["cases"].as_array().map_or(0, Vec::len), 0, "{} has cases", demo.name);

    let title = unique(TITLE);
    let opening = Opening::new(&anna, &title).await.with("case_type", "question");
    let opening = opening.with("attachments", vec![anna.upload("works.log", LOG).await]);
    let case = Case::open_with(&anna, &opening.with("answers", answers(demo))).await;
    let page = visitor.see(&case.path("")).await.expect(200).html();
    assert!(page.contains(&title), "{}", demo.name);
    let list = anna.get("/cases").await.expect(200).json();
    let mut listed = list["cases"].as_array().into_iter().flatten();
    // Not the first, perhaps: another test may have opened one at a clock that it moved.
    assert!(listed.any(|it| it["number"] == case.number), "{}: new ones come first: {list:#}", demo.name);
    let desk = eva.get("/desk").await.expect(200).json();
    assert_ne!(desk["cases"].as_array().map_or(0, Vec::len), 0, "{}", demo.name);
    case.done(&eva, "assignment", json!({})).await;
    let mail = portal.mail(case, &anna.email, &title).await;
    let html = mail.html.expect("a mail has HTML");
    let accent = Palette::of(demo.colour).light.accent;
    assert!(html.contains(&format!("background-color: {accent}")), "{}: {html}", demo.name);
}
