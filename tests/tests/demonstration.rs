//! Whether a demonstration portal works, whichever it is: `cargo xtask test` runs this on each of them, and everything else on the
//! first.

use std::collections::BTreeSet;

use caseport_brand::Palette;
use caseport_domain::case::CaseType;
use caseport_domain::case_lists::{CaseLists, Column};
use caseport_domain::form::{self, Answers, Field, FieldKey, Form, Kind, Standard, YES};
use caseport_domain::person::Language;
use caseport_i18n::Tr;
use caseport_local::{DEMOS, Demo};
use caseport_tests::forms::ids_of_demo;
use caseport_tests::{Api, Case, Opening, Portal, Visitor, unique};
use serde_json::{Map, Value, json};

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

/// Which demonstration the portal is, as its pages say, and a visitor who reads these in English.
async fn met(portal: &Portal) -> (&'static Demo, Visitor) {
    let mut visitor = portal.visitor();
    visitor.cookies.insert("__Host-language".into(), "en".into());
    let page = visitor.see("/sign-in").await.expect(200).html();
    let demo = DEMOS.iter().find(|demo| page.contains(demo.brand));
    (demo.expect("its pages have the brand of a demonstration"), visitor)
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
    let (demo, mut visitor) = met(&portal).await;
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

/// A valid answer to a question, as programs send it: with this code if it is to be chosen, or else the first there is.
async fn valid(anna: &Api, field: &Field, code: Option<&FieldKey>) -> Value {
    match &field.kind {
        Kind::Line { .. } | Kind::Paragraph { .. } => json!(format!("Said of {}", field.key)),
        Kind::Choice { choices } => json!(code.unwrap_or(&choices[0].code)),
        Kind::Check => json!(code.map_or(YES, FieldKey::as_str)),
        Kind::Number { min, max } => json!(7_i64.clamp(*min, *max)),
        Kind::Moment => json!({ "how": "about", "at": "2026-11-22T10:15:00Z" }),
        Kind::Ip => json!("192.0.2.10"),
        Kind::Email => json!("ruth@joins.example"),
        Kind::Phone => json!("+32 2 555 01 23"),
        Kind::File => json!([anna.upload("works.log", LOG).await]),
    }
}

/// Answers to all that a form asks once this is chosen: a question, and the code of the answer to it.
async fn filled(anna: &Api, form: &Form, chosen: Option<&(FieldKey, FieldKey)>) -> Map<String, Value> {
    let mut answers = Map::new();
    for field in &form.fields {
        let is_asked = field.shown_if.as_ref().is_none_or(|condition| {
            let given = answers.get(condition.field.as_str()).and_then(Value::as_str);
            condition.values.iter().any(|code| Some(code.as_str()) == given)
        });
        if is_asked {
            let code = chosen.filter(|(key, _)| *key == field.key).map(|(_, code)| code);
            answers.insert(field.key.to_string(), valid(anna, field, code).await);
        }
    }
    answers
}

/// Each choice after which a form asks more; nothing in particular, once, where there is none.
fn turns(form: &Form) -> Vec<Option<(FieldKey, FieldKey)>> {
    let conditions = form.fields.iter().filter_map(|field| field.shown_if.as_ref());
    let choices =
        conditions.flat_map(|of| of.values.iter().map(move |code| (of.field.clone(), code.clone())));
    let choices: BTreeSet<_> = choices.collect();
    if choices.is_empty() { vec![None] } else { choices.into_iter().map(Some).collect() }
}

/// What is answered to a standard question.
fn standard(question: Standard, product: &str, title: &str) -> Value {
    match question {
        Standard::Product => json!(product),
        Standard::Impact => json!("department"),
        Standard::Urgency => json!("medium"),
        Standard::Title => json!(title),
        // Where no title is asked for, its first line is the title.
        Standard::Description => json!(format!("{title}\nAll that its form asks is answered.")),
        Standard::Reference => json!("PO-2026-1"),
    }
}

/// An answer as it was sent.
fn as_sent(value: &form::Value) -> Value {
    match value {
        form::Value::Choice(chosen) => json!(chosen.code),
        form::Value::Check => json!(YES),
        value => serde_json::to_value(value).expect("it is JSON")["value"].take(),
    }
}

/// A case shows all that was answered when it was opened, on its page and as JSON.
async fn shows(case: Case, (anna, visitor): (&Api, &mut Visitor), title: &str, sent: &Map<String, Value>) {
    let seen = case.seen_by(anna).await;
    assert_eq!(seen["title"], title);
    let kept: Option<Answers> = serde_json::from_value(seen["events"][0]["answers"].clone())
        .unwrap_or_else(|error| panic!("{error}: {seen:#}"));
    let kept = kept.map(|kept| kept.answers).unwrap_or_default();
    let html = visitor.see(&case.path("")).await.expect(200).html();
    assert!(html.contains(title), "{title} in {html}");
    for (key, sent) in sent {
        let answer = kept.iter().find(|answer| answer.key.as_str() == key);
        let answer = answer.unwrap_or_else(|| panic!("{key} in {seen:#}"));
        assert_eq!(as_sent(&answer.value), *sent, "{key}");
        let label = answer.label.get(Language::En).to_string();
        for said in [Some(label), answer.value.plain(Language::En)].into_iter().flatten() {
            assert!(html.contains(&said), "{key}: {said} in {html}");
        }
    }
}

/// The page to open a case of this type with shows the questions of this form, and every one of them is answered in a case that
/// is opened with it.
async fn opens_cases(
    form: &Form,
    (anna, visitor): (&Api, &mut Visitor),
    (product, case_type): (&str, CaseType),
) {
    let path = format!("/cases/new?product={product}&case_type={}", case_type.code());
    let html = visitor.see(&path).await.expect(200).html();
    for field in &form.fields {
        let label = field.label.get(Language::En).to_string();
        assert!(html.contains(&label), "{}: {label} in {html}", form.id);
    }
    let page = anna.get(&path).await.expect(200).json();
    assert_eq!(page["form"], form.id.as_str());
    let asks: Vec<Standard> = serde_json::from_value(page["asks"].clone()).expect("these are questions");
    let mut answered = BTreeSet::new();
    for turn in turns(form) {
        let title = unique("By its form");
        let answers = filled(anna, form, turn.as_ref()).await;
        let mut opening = json!({ "case_type": case_type.code(), "answers": answers });
        for question in &asks {
            opening[question.code()] = standard(*question, product, &title);
        }
        let case = Case::open_with(anna, &Opening(opening)).await;
        shows(case, (anna, &mut *visitor), &title, &answers).await;
        answered.extend(answers.into_iter().map(|(key, _)| key));
    }
    let questions: BTreeSet<String> = form.fields.iter().map(|field| field.key.to_string()).collect();
    assert_eq!(answered, questions, "{}", form.id);
}

/// C8, C9, C14–C21, E47, E48, M21–M29, G15, G19, A13: a customer opens cases with each form that the demonstration begins with,
/// and answers all that it asks, also what it asks only after another answer.
#[tokio::test]
async fn each_form_of_a_demonstration_portal_opens_cases() {
    let portal = Portal::from_env();
    let (demo, mut visitor) = met(&portal).await;
    visitor.sign_in("customer").await;
    let anna = portal.customer().await;
    let page = anna.get("/cases/new").await.expect(200).json();
    let offered: Vec<Form> = serde_json::from_value(page["forms"].clone()).expect("these are forms");
    let types: Vec<CaseType> = serde_json::from_value(page["case_types"].clone()).expect("these are types");
    let opening = Opening::new(&anna, "Of which product").await;
    let product = opening.0["product"].as_str().expect("it is about a product");
    for id in ids_of_demo(demo.name) {
        let form = offered.iter().find(|form| form.id.as_str() == id);
        let form = form.unwrap_or_else(|| panic!("{} offers no form {id}", demo.name));
        let is_for = |of: &&CaseType| form.case_types.is_empty() || form.case_types.contains(of);
        let case_type = types.iter().find(is_for);
        let case_type = case_type.unwrap_or_else(|| panic!("{} has no cases for the form {id}", demo.name));
        opens_cases(form, (&anna, &mut visitor), (product, *case_type)).await;
    }
}
