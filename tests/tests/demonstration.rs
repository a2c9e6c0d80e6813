//! Whether a demonstration portal works, whichever it is: `cargo xtask test` runs this on each of them, and everything else on the
//! first.

use caseport_brand::Palette;
use caseport_domain::case_lists::{CaseLists, Column};
use caseport_domain::person::Language;
use caseport_i18n::Tr;
use caseport_local::{DEMOS, Demo};
use caseport_tests::{Case, Opening, Portal, unique};
use serde_json::{Value, json};

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
    let heads = page.split("<th role=\"columnheader\" scope=\"col\">").skip(1);
    let heads: Vec<&str> = heads.filter_map(|rest| rest.split("</th>").next()).collect();
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

/// One signs in, sees its brand, a list with cases and the form; opens a case, sees it on both sides, and is mailed.
#[tokio::test]
async fn a_demonstration_portal_works() {
    let portal = Portal::from_env();
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
    let seeded = anna.get("/cases?show=all").await.expect(200).json();
    assert_ne!(seeded["cases"].as_array().map_or(0, Vec::len), 0, "{} has cases", demo.name);

    let title = unique("It works");
    let opening = Opening::new(&anna, &title).await;
    let case =
        Case::open_with(&anna, &opening.with("case_type", "question").with("answers", answers(demo))).await;
    let page = visitor.see(&case.path("")).await.expect(200).html();
    assert!(page.contains(&title), "{}", demo.name);
    let list = anna.get("/cases").await.expect(200).json();
    assert_eq!(list["cases"][0]["number"], case.number, "{}: the newest comes first: {list:#}", demo.name);
    let desk = eva.get("/desk").await.expect(200).json();
    assert_ne!(desk["cases"].as_array().map_or(0, Vec::len), 0, "{}", demo.name);
    case.done(&eva, "assignment", json!({})).await;
    let mail = portal.mail(case, &anna.email, &title).await;
    let html = mail.html.expect("a mail has HTML");
    let accent = Palette::of(demo.colour).light.accent;
    assert!(html.contains(&format!("background-color: {accent}")), "{}: {html}", demo.name);
}
