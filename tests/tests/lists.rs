//! Lists of cases: filtered, sorted, by number and as sheets; for customers and at the desk (M10–M11, M18–M20, E45, E53,
//! C22–C23).

use caseport_domain::case_lists::Column;
use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Api, Case, Newcomer, Opening, Portal};
use reqwest::Method;
use serde_json::{Value, json};

/// The numbers of the cases that a list has on its first page.
async fn numbers(api: &Api, path: &str) -> Vec<u64> {
    let list = api.get(path).await.expect(200).json();
    let cases = list["cases"].as_array().expect("a list has cases");
    cases.iter().map(|case| case["number"].as_u64().expect("a case has a number")).collect()
}

/// A case of this type.
async fn opened(api: &Api, case_type: &str, title: &str) -> Case {
    let opening = Opening::new(api, title).await.with("case_type", case_type);
    Case::open_with(api, &opening).await
}

/// M10, M19, M20, E45, E53: what is open by default, the newest first; all when asked for; and what fits all filters.
#[tokio::test]
async fn m19_m20_e53_open_cases_by_default_all_when_asked_for_and_what_fits() {
    let portal = Portal::from_env();
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let mut made = Vec::new();
    for case_type in ["incident", "question", "request"] {
        made.push(opened(&api, case_type, &format!("About a {case_type}")).await);
    }
    let [incident, question, request] = [made[0].number, made[1].number, made[2].number];
    made[1].done(&api, "close", json!({})).await;
    let product = &firm.product;
    for (path, expected) in [
        ("/cases".to_owned(), vec![request, incident]),
        ("/cases?show=open&status=&sort=newest".to_owned(), vec![request, incident]),
        ("/cases?sort=oldest".to_owned(), vec![incident, request]),
        ("/cases?show=all".to_owned(), vec![request, incident, question]),
        ("/cases?status=closed".to_owned(), vec![question]),
        ("/cases?case_type=incident".to_owned(), vec![incident]),
        ("/cases?case_type=question".to_owned(), vec![]),
        ("/cases?show=all&case_type=question".to_owned(), vec![question]),
        (format!("/cases?product={product}"), vec![request, incident]),
        ("/cases?product=nothing-of-theirs&show=all".to_owned(), vec![]),
        ("/cases?from=2000-01-01&to=2000-01-02&show=all".to_owned(), vec![]),
        ("/cases?from=2000-01-01&show=all".to_owned(), vec![request, incident, question]),
        ("/cases?whose=own".to_owned(), vec![request, incident]),
    ] {
        assert_eq!(numbers(&api, &path).await, expected, "{path}");
    }
    let asked = api.get("/cases?case_type=incident&status=").await.expect(200).json();
    assert_eq!(asked["asked"], json!({ "case_type": "incident" }));
    assert_eq!(asked["cases"][0]["product_id"], json!(firm.product));
}

/// E55, C22: a line of the list leads to the page with the details of its case (E56). C24: so does its address, by way of signing
/// in.
#[tokio::test]
async fn e55_c24_a_line_and_an_address_lead_to_the_details_of_a_case() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let opening = Opening::new(&api, "With details to be seen").await.with("reference", "INC-55");
    let case = Case::open_with(&api, &opening).await;
    let mut visitor = portal.visitor();
    let page = visitor.see(&case.path("")).await;
    assert!(page.path.starts_with("/sign-in"), "{}", page.path);
    let credentials = [("email", email.as_str()), ("password", PASSWORD)];
    let page = visitor.submit(&page, "/session", &credentials).await.expect(200);
    assert_eq!(page.path, case.path(""), "C24");
    let (html, list) = (page.html(), visitor.see("/cases").await.expect(200).html());
    for detail in ["With details to be seen", "INC-55", "class=\"facts\""] {
        assert!(html.contains(detail), "{detail} is missing in {html}");
    }
    assert!(list.contains(&format!("href=\"{}\"", case.path(""))), "{list}");
}

/// M13: one's own cases are those one opened, also for who sees all of the company's; whoever sees only their own cannot
/// ask for others (X8).
#[tokio::test]
async fn m13_x8_ones_own_cases_and_nobody_elses() {
    let portal = Portal::from_env();
    let (anna, gareth) = (portal.customer().await, portal.person("gareth@acme.example").await);
    let (hers, his) = (Case::open(&anna, "Of Anna").await, Case::open(&gareth, "Of Gareth").await);
    let own = numbers(&anna, "/cases?whose=own").await;
    assert!(own.contains(&hers.number) && !own.contains(&his.number));
    let all = numbers(&anna, "/cases").await;
    assert!(all.contains(&hers.number) && all.contains(&his.number));
    for path in [
        "/cases",
        "/cases?whose=company",
        "/cases?show=all&whose=company&company=acme",
        "/cases?engineer=nobody",
    ] {
        let seen = numbers(&gareth, path).await;
        assert!(seen.contains(&his.number) && !seen.contains(&hers.number), "{path}");
    }
}

/// C23, E54: a number leads to its case; one that is nobody's, or another company's, is told to be none, and stays typed.
#[tokio::test]
async fn c23_x5_a_number_leads_to_its_case_or_there_is_none() {
    let portal = Portal::from_env();
    let (anna, chloe, eva) =
        (portal.customer().await, portal.other_customer().await, portal.engineer().await);
    let case = Case::open(&anna, "Known by its number").await;
    for typed in [case.number.to_string(), format!("%23{}", case.number), format!("+{}+", case.number)] {
        let led = anna.get(&format!("/cases?number={typed}")).await.expect(303);
        assert_eq!(led.header("location"), case.path(""), "{typed}");
    }
    let led = eva.get(&format!("/desk?number={}", case.number)).await.expect(303);
    assert_eq!(led.header("location"), case.path(""));
    let foreign = chloe.get(&format!("/cases?number={}", case.number)).await;
    let nobodys = chloe.get("/cases?number=99999999").await;
    assert_eq!(foreign.flaws(), ["/number no-such-case"]);
    assert_eq!(nobodys.flaws(), foreign.flaws());
    for typed in ["abc", "-1", "0", "20601.0", "18446744073709551616"] {
        assert_eq!(
            eva.get(&format!("/desk?number={typed}")).await.flaws(),
            ["/number no-such-case"],
            "{typed}"
        );
    }
    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page = visitor.see("/cases?number=99999999&status=planned").await.expect(422).html();
    assert!(page.contains("value=\"99999999\"") && page.contains("there is no such case"));
    assert!(page.contains("<option value=\"planned\" selected>"), "what else was asked for stays");
    let page = visitor.see(&format!("/cases?number={}", case.number)).await.expect(200);
    assert_eq!(page.path, case.path(""));
}

/// X8: a value that is none is told beside its field, and the rest is kept.
#[tokio::test]
async fn x8_what_cannot_be_asked_for_is_told_and_the_rest_is_kept() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let wrong = "/cases?status=lost&sort=title&from=x&to=2026-11-22&product=a%20b&whose=acme";
    let wrong = anna.get(&format!("{wrong}&engineer={}", "x".repeat(121))).await;
    let mut told = wrong.flaws();
    told.sort_unstable();
    let expected = [
        "/engineer too-long",
        "/from not-a-date",
        "/product not-an-id",
        "/sort no-such-choice",
        "/status no-such-choice",
        "/whose no-such-choice",
    ];
    assert_eq!(told, expected);
    assert_eq!(anna.get("/cases?from=2026-11-22&to=2026-11-21").await.flaws(), ["/to ends-before-start"]);
    assert_eq!(eva.get("/desk?show=mine&sort=title").await.flaws().len(), 2);
    assert_eq!(anna.get("/cases?as=csv&status=lost").await.flaws(), ["/status no-such-choice"]);
    assert_eq!(anna.get("/cases?as=pdf").await.flaws(), ["/as no-such-choice"]);
    // Whatever else a query has says nothing.
    let _ = anna.get("/cases?company=a%20b&is_admin=1").await.expect(200);

    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page =
        visitor.see("/cases?status=%3Cb%3E&case_type=incident&from=2026-01-31").await.expect(422).html();
    assert!(page.contains("class=\"problems\"") && page.contains("href=\"#list-status\""));
    assert!(page.contains("<option value=\"incident\" selected>") && page.contains("value=\"2026-01-31\""));
    assert!(!page.contains("<b>\""), "what was typed is text");
}

/// X8: a cursor is good for the list it comes from, narrowed and sorted as that was, and for no other.
#[tokio::test]
async fn x8_a_cursor_is_good_for_its_own_list_only() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { api, .. } = portal.newcomer().await;
    // One more than a page has.
    let opening = Opening::new(&api, "One of many").await;
    let first = Case::open_with(&api, &opening).await;
    for _ in 0..25 {
        let _ = Case::open_with(&api, &opening).await;
    }
    let cursor = async |query: &str| {
        let list = api.get(&format!("/cases?{query}")).await.expect(200).json();
        list["next"].as_str().unwrap_or_else(|| panic!("{query} has no next page: {list:#}")).to_owned()
    };
    let next = cursor("show=all&sort=newest").await;
    for same in ["show=all&sort=newest", "show=all"] {
        assert_eq!(numbers(&api, &format!("/cases?{same}&after={next}")).await, [first.number], "{same}");
    }
    let sheet = api.get(&format!("/cases?as=csv&show=all&after={next}")).await.expect(200).text();
    assert_eq!(sheet.lines().count(), 2, "{sheet}");
    for other in [
        "show=all&sort=oldest",
        "show=all&product=voice",
        "show=all&from=2020-01-01",
        "show=all&engineer=nobody",
        "show=open",
    ] {
        api.get(&format!("/cases?{other}&after={next}")).await.problem(400, "cursor");
        api.get(&format!("/cases?as=csv&{other}&after={next}")).await.problem(400, "cursor");
    }
    eva.get(&format!("/desk?show=all&after={next}")).await.problem(400, "cursor");

    let next = cursor("engineer=nobody").await;
    let _ = api.get(&format!("/cases?engineer=nobody&after={next}")).await.expect(200);
    for other in ["engineer=Eva", "show=open"] {
        api.get(&format!("/cases?{other}&after={next}")).await.problem(400, "cursor");
    }
}

/// X3: a sheet has exactly the cases that the same filters list, in the reader's language and with the separator of its
/// spreadsheets, and no cell that one would carry out, whichever separator it expects.
#[tokio::test]
async fn x3_a_sheet_is_what_the_filters_select_and_does_nothing() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let evil = "=HYPERLINK(\"http://evil.example\",\"Click, here\")";
    let opening =
        Opening::new(&api, evil).await.with("reference", "@SUM(1+1)*cmd").with("case_type", "question");
    let evil_case = Case::open_with(&api, &opening).await;
    let plain = opened(&api, "incident", "Eénvoudig, met een komma").await;
    let split = opened(&api, "incident", "x;=1+1;y, @z").await;
    let closed = opened(&api, "incident", "-2+3").await;
    closed.done(&api, "close", json!({})).await;

    let whole = api.get("/cases?as=csv&show=all").await.expect(200);
    assert_eq!(whole.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(whole.header("content-disposition"), "attachment; filename=\"cases.csv\"");
    assert_eq!(whole.header("link"), "", "it is all of them");
    let text = whole.text();
    let text = text.strip_prefix('\u{feff}').expect("spreadsheets know the encoding by it");
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 5, "{text}");
    let columns = r#""Nummer";"Titel";"Uw referentie";"Bedrijf";"Plaats";"#;
    assert!(lines[0].starts_with(columns), "{}", lines[0]);
    assert_eq!(lines[0].split(';').count(), Column::SHEET.len());
    let defused = r#"'=HYPERLINK(""http://evil.example"",""Click, here"")";"'@SUM(1+1)*cmd";"#;
    for (line, case, cells) in [
        (lines[1], split, r#"x;'=1+1;y,' @z";"";"Firm "#),
        (lines[2], plain, r#"Eénvoudig, met een komma";"";"Firm "#),
        (lines[3], evil_case, defused),
        (lines[4], closed, "'-2+3\";"),
    ] {
        assert!(line.starts_with(&format!("\"{}\";\"{cells}", case.number)), "{line}");
    }
    // In another language it has another separator.
    let english = api.request(Method::GET, "/cases?as=csv&show=all").header("cookie", "__Host-language=en");
    let english = api.send(english).await.expect(200).text();
    let lines: Vec<&str> = english.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with(r#""Number","Title","Your reference","Company","#), "{}", lines[0]);
    assert!(lines[1].starts_with(&format!("\"{}\",\"x;'=1+1;y,' @z\",\"\",", split.number)), "{}", lines[1]);
    for sheet in [text, &*english] {
        let mut cells = sheet.split([',', ';', '\n']).map(|cell| cell.trim_start_matches(['"', ' ']));
        assert!(!cells.any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{sheet}");
    }

    for query in
        ["", "show=all", "case_type=question", "status=closed", "show=all&sort=oldest", "product=none"]
    {
        let sheet = api.get(&format!("/cases?as=csv&{query}")).await.expect(200).text();
        let first = |line: &str| line.split('"').nth(1).and_then(|number| number.parse().ok());
        let listed: Vec<u64> = sheet.lines().skip(1).filter_map(first).collect();
        assert_eq!(listed, numbers(&api, &format!("/cases?{query}")).await, "{query}");
    }
    // X7: another's sheet is another's.
    let chloe = portal.other_customer().await.get("/cases?as=csv&show=all").await.expect(200).text();
    assert!(!chloe.contains("Eénvoudig"));
    // The page links to the sheet of what it shows.
    let mut lotte = portal.visitor();
    let page = lotte.see("/sign-in").await;
    lotte.submit(&page, "/session", &[("email", &email), ("password", PASSWORD)]).await;
    let page = lotte.see("/cases?show=all&case_type=incident").await.expect(200).html();
    assert!(page.contains("href=\"/cases?show=all&#38;case_type=incident&#38;as=sheet\""), "{page}");
}

/// A sheet that does not hold everything: programs are led on by its header, people by a page for each part. The parts have each
/// case once, also when one is opened while somebody downloads them.
#[tokio::test]
async fn a_sheet_in_parts_has_each_case_once() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    // More than a page of the list: a part may end wherever a page does.
    let opening = Opening::new(&api, "One of many").await;
    for _ in 0..27 {
        let _ = Case::open_with(&api, &opening).await;
    }
    let next = api.get("/cases").await.expect(200).json()["next"].clone();
    let next = next.as_str().expect("27 cases are two pages");
    let listed = async |query: &str| {
        let sheet = api.get(&format!("/cases?as=csv{query}")).await.expect(200).text();
        sheet.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let (until, after) = (format!("&until={next}"), format!("&after={next}"));
    assert_eq!((listed(&until).await.len(), listed(&after).await.len()), (25, 2));
    let _ = Case::open_with(&api, &opening).await;
    let (first, rest, all) = (listed(&until).await, listed(&after).await, listed("").await);
    assert_eq!((first.len(), all.len()), (26, 28), "the first has the new one too");
    assert_eq!([first, rest].concat(), all);

    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&email, PASSWORD).await;
    let whole = lotte.see("/cases?as=sheet").await.expect(200).reply;
    assert_eq!(
        whole.header("content-disposition"),
        "attachment; filename=\"cases.csv\"",
        "it is all of them"
    );
    let page = lotte.see(&format!("/cases?as=sheet{after}&part=2")).await.expect(200).html();
    assert!(page.contains("Werkblad, deel 2") && page.contains("Dit is het laatste deel."), "{page}");
    let file = format!("/cases?as=csv{after}&part=2");
    assert!(page.contains(&format!("href=\"{}\"", file.replace('&', "&#38;"))), "{page}");
    let file = lotte.see(&file).await.expect(200).reply;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"cases-2.csv\"");
    assert_eq!(file.text().lines().count(), 3);
    // A program is given what there is, whichever it asks for.
    let sheet = api.get(&format!("/cases?as=sheet{after}")).await.expect(200);
    assert_eq!(sheet.header("content-type"), "text/csv; charset=utf-8");
    api.get(&format!("/cases?as=csv&show=all{until}")).await.problem(400, "cursor");
}

/// A page that is empty says why, and offers the way out; without a script.
#[tokio::test]
async fn m18_an_empty_list_says_why_and_what_to_do() {
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let mut lotte = portal.visitor();
    let page = lotte.see("/sign-in").await;
    lotte.submit(&page, "/session", &[("email", &email), ("password", PASSWORD)]).await;
    let page = lotte.see("/cases").await.expect(200).html();
    assert!(page.contains("Geen openstaande cases") && !page.contains("class=\"count\""));
    let _ = opened(&api, "incident", &unique("open")).await;
    let page = lotte.see("/cases?case_type=question&status=").await.expect(200).html();
    assert!(page.contains("Geen case voldoet") && page.contains("1 filter<"), "{page}");
    assert!(
        page.contains("href=\"/cases\">Filters wissen")
            && page.contains("<option value=\"question\" selected>")
    );
    assert!(page.contains("show=all\">Ook in gesloten cases zoeken"));
    let page = lotte.see("/cases?case_type=question&show=all&sort=oldest").await.expect(200).html();
    assert!(page.contains("href=\"/cases?show=all&#38;sort=oldest\">Filters wissen"), "{page}");
}

/// The desk: by engineer, with what is closed behind what is open; engineers are known by identifier to engineers only.
#[tokio::test]
async fn the_desk_is_filtered_by_engineer_and_has_closed_cases_too() {
    let portal = Portal::from_env();
    let (eva, other) = (portal.engineer().await, portal.other_engineer().await);
    let Newcomer { api, .. } = portal.newcomer().await;
    let (taken, waiting) =
        (opened(&api, "incident", "Taken").await, opened(&api, "question", "Not taken").await);
    taken.done(&eva, "assignment", json!({})).await;
    let on = async |api: &Api, query: &str, case: Case| {
        numbers(api, &format!("/desk?sort=recent&{query}")).await.contains(&case.number)
    };
    assert!(on(&eva, "engineer=me", taken).await && !on(&eva, "engineer=me", waiting).await);
    assert!(!on(&other, "engineer=me", taken).await);
    assert!(on(&other, "engineer=nobody", waiting).await && !on(&other, "engineer=nobody", taken).await);
    let desk = eva.get("/desk?sort=recent&engineer=me").await.expect(200).json();
    let row = desk["cases"].as_array().into_iter().flatten().find(|row| row["number"] == taken.number);
    let id = row.expect("it is there")["engineer_id"].as_str().expect("they have one").to_owned();
    assert!(on(&other, &format!("engineer={id}&case_type=incident"), taken).await);
    assert!(!on(&other, &format!("engineer={id}&case_type=question"), taken).await);
    let seen = api.get("/cases").await.expect(200).json();
    let lines = seen["cases"].as_array().cloned().unwrap_or_default();
    assert!(lines.iter().all(|row: &Value| row.get("engineer_id").is_none()), "X26: {seen:#}");

    taken.done(&api, "close", json!({})).await;
    assert!(!on(&eva, "engineer=me", taken).await);
    assert!(on(&eva, "engineer=me&status=closed", taken).await);
    assert!(on(&eva, "status=closed", taken).await && !on(&eva, "show=open", taken).await);
    let sheet = eva.get("/desk?as=csv&engineer=me&status=closed&sort=recent").await.expect(200).text();
    assert!(sheet.lines().any(|line| line.starts_with(&format!("\"{}\",", taken.number))));
}

/// E53: the desk, of one company: by when its cases were opened, and with all else that a desk is narrowed by.
#[tokio::test]
async fn e53_the_desk_is_filtered_by_company() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let elsewhere = portal.newcomer().await.api;
    let first = opened(&api, "incident", "The first of this company").await;
    let second = opened(&api, "question", "The second of this company").await;
    let _ = opened(&elsewhere, "question", "Of another company").await;
    first.done(&eva, "assignment", json!({})).await;
    let id = &firm.company;
    for (more, expected) in [
        ("", vec![second.number, first.number]),
        ("&sort=recent", vec![second.number, first.number]),
        ("&sort=oldest", vec![first.number, second.number]),
        ("&sort=untouched", vec![first.number, second.number]),
        ("&engineer=me", vec![first.number]),
        ("&engineer=nobody", vec![second.number]),
        ("&engineer=nobody&case_type=incident", vec![]),
        ("&case_type=question&show=all", vec![second.number]),
        ("&from=2000-01-01&to=2000-01-02&show=all", vec![]),
        ("&from=2000-01-01", vec![second.number, first.number]),
        ("&status=closed", vec![]),
    ] {
        assert_eq!(numbers(&eva, &format!("/desk?company={id}{more}")).await, expected, "{more}");
    }
    assert_eq!(numbers(&eva, "/desk?company=nobody-we-know").await, [0; 0]);
    assert_eq!(eva.get("/desk?company=Acme%20%26%20Co").await.flaws(), ["/company not-an-id"]);
    let desk = eva.get(&format!("/desk?company={id}")).await.expect(200).json();
    assert_eq!((&desk["asked"], &desk["cases"][0]["company_id"]), (&json!({ "company": id }), &json!(id)));
    let seen = api.get("/cases").await.expect(200).json();
    assert!(seen["cases"][0].get("company_id").is_none(), "X26: {seen:#}");
    let sheet = eva.get(&format!("/desk?as=csv&company={id}&engineer=nobody")).await.expect(200).text();
    assert_eq!(sheet.lines().count(), 2, "{sheet}");

    let mut visitor = portal.visitor();
    visitor.sign_in("engineer").await;
    let page = visitor.see(&format!("/desk?company={id}&sort=untouched")).await.expect(200).html();
    for part in [
        format!("list=\"list-companies\" value=\"{id}\""),
        format!("<option value=\"{id}\">Firm {id}</option>"),
        format!("href=\"/desk?company={id}&#38;sort=untouched&#38;engineer=nobody\""),
        "<option value=\"oldest\" selected>".to_owned(),
    ] {
        assert!(page.contains(&part), "{part} is missing in {page}");
    }
}

/// E53, X26: customers ask for an engineer's cases by the name that these show, or for those of nobody. They are offered whom they
/// see on the page, and learn of nobody else, nor by which identifier the desk knows them.
#[tokio::test]
async fn e53_x26_customers_find_cases_by_who_works_on_them() {
    let portal = Portal::from_env();
    let (eva, finn) = (portal.engineer().await, portal.other_engineer().await);
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let evas = opened(&api, "incident", "Worked on by one").await;
    let finns = opened(&api, "question", "Worked on by another").await;
    let nobodys = opened(&api, "incident", "Worked on by nobody").await;
    evas.done(&eva, "assignment", json!({})).await;
    finns.done(&finn, "assignment", json!({})).await;
    let told = async |case: Case| {
        let name = case.seen_by(&api).await["engineer"].clone();
        name.as_str().expect("the case says who works on it").to_owned()
    };
    let (one, another) = (told(evas).await, told(finns).await);
    let encoded = |name: &str| form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>();
    let (by_one, by_another) =
        (format!("engineer={}", encoded(&one)), format!("engineer={}", encoded(&another)));
    let row = eva.get(&format!("/desk?company={}&engineer=me", firm.company)).await.expect(200).json();
    let id = row["cases"][0]["engineer_id"].as_str().expect("the desk knows them by it").to_owned();
    for (query, expected) in [
        (by_one.clone(), vec![evas.number]),
        (format!("{by_one}&whose=own&sort=oldest"), vec![evas.number]),
        (format!("{by_one}&case_type=question"), vec![]),
        (by_another.clone(), vec![finns.number]),
        ("engineer=nobody".to_owned(), vec![nobodys.number]),
        ("engineer=nobody&whose=own&show=all".to_owned(), vec![nobodys.number]),
        (format!("engineer={id}"), vec![]),
        ("engineer=me".to_owned(), vec![]),
    ] {
        assert_eq!(numbers(&api, &format!("/cases?{query}")).await, expected, "{query}");
        let sheet = api.get(&format!("/cases?as=csv&{query}")).await.expect(200).text();
        assert_eq!(sheet.lines().count(), 1 + expected.len(), "{query}: {sheet}");
    }
    let list = api.get(&format!("/cases?{by_one}")).await.expect(200).json();
    assert_eq!((&list["asked"], &list["cases"][0]["engineer"]), (&json!({ "engineer": one }), &json!(one)));
    let elsewhere = numbers(&portal.other_customer().await, &format!("/cases?{by_one}&show=all")).await;
    assert!(!elsewhere.contains(&evas.number), "X5");

    let offers = |page: &str, name: &str| page.contains(&format!("<option value=\"{name}\""));
    let chosen = |page: &str, name: &str| page.contains(&format!("<option value=\"{name}\" selected>"));
    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&email, PASSWORD).await;
    let page = lotte.see("/cases").await.expect(200).html();
    assert!(offers(&page, &one) && offers(&page, &another) && offers(&page, "nobody"), "{page}");
    assert!(!offers(&page, &id) && !offers(&page, "me"), "X26: {page}");
    let page = lotte.see(&format!("/cases?{by_one}")).await.expect(200).html();
    assert!(chosen(&page, &one) && !offers(&page, &another) && page.contains("1 filter<"), "{page}");
    // The form by itself offers whom the page has that led to it, and who was asked for.
    let page = lotte.see("/cases/filter").await.expect(200).html();
    assert!(!offers(&page, &one) && !offers(&page, &another), "{page}");
    let led = format!("/cases/filter?{by_another}&engineers={}", encoded(&format!("{one}\r\n{another}")));
    let page = lotte.see(&led).await.expect(200).html();
    assert!(offers(&page, &one) && chosen(&page, &another), "{page}");
    let all = api.get("/cases/filter").await.expect(200).json();
    assert!(all.get("engineers").is_none(), "X26: {all:#}");

    evas.done(&api, "close", json!({})).await;
    assert_eq!(numbers(&api, &format!("/cases?{by_one}")).await, [0; 0]);
    assert_eq!(numbers(&api, &format!("/cases?{by_one}&show=all")).await, [evas.number]);
}

/// E45, E53: whatever the newest cases are about, all products of the company's contracts can be chosen, also once they have
/// ended; what was asked for is offered beside an empty list too.
#[tokio::test]
async fn e45_e53_any_product_can_be_chosen_however_old_its_cases_are() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (old, new) = (unique("old"), unique("new"));
    for id in [&old, &new] {
        let product = json!({ "id": id, "name": format!("Zither {id}") });
        let _ = admin.post("/products", product).await.expect(201);
    }
    let _ = firm.change(&admin, "contracts/k-1", "products", json!([old, new])).await.expect(200);
    let api = firm.registered(&admin).await;
    let opening = Opening::new(&api, "One of many").await;
    let about = |product: &str| opening.clone().with("product", product);
    let first = Case::open_with(&api, &about(&old)).await;
    for _ in 0..26 {
        let _ = Case::open_with(&api, &about(&new)).await;
    }

    let offers = |page: &str, id: &str| page.contains(&format!("<option value=\"{id}\""));
    let chosen = |page: &str, id: &str| page.contains(&format!("<option value=\"{id}\" selected>"));
    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&firm.address(&admin).await, PASSWORD).await;
    let page = lotte.see("/cases").await.expect(200).html();
    assert!(offers(&page, &new) && !offers(&page, &old) && page.contains("formaction=\"/cases/filter\""));
    let page = lotte.see("/cases/filter?show=&case_type=incident&sort=oldest").await.expect(200).html();
    assert!(offers(&page, &new) && offers(&page, &old), "{page}");
    assert!(chosen(&page, "incident") && chosen(&page, "oldest"), "what else was asked for stays");
    let asked = format!("/cases?product={old}");
    assert_eq!(numbers(&api, &asked).await, [first.number]);
    for query in ["", "&case_type=question"] {
        let page = lotte.see(&format!("{asked}{query}")).await.expect(200).html();
        assert!(chosen(&page, &old), "{query}: {page}");
    }
    let page = lotte.see("/cases/filter?mark=lost&product=x").await.expect(422).html();
    assert!(page.contains("id=\"list-mark-flaw\"") && chosen(&page, "lost") && chosen(&page, "x"));
    assert_eq!(api.get("/cases/filter?mark=lost").await.flaws(), ["/mark no-such-choice"]);

    let _ = firm.change(&admin, "contracts/k-1", "ends", "2020-12-31").await.expect(200);
    let expected = [&new, &old].map(|id| json!({ "id": id, "name": format!("Zither {id}") }));
    let all = api.get("/cases/filter").await.expect(200).json();
    assert_eq!(all, json!({ "products": expected }), "and nothing of others (X5)");
}

/// E53: at the desk, any product and any engineer can be chosen, whoever works on the cases of the page.
#[tokio::test]
async fn e53_any_product_and_any_engineer_can_be_chosen_at_the_desk() {
    let portal = Portal::from_env();
    let (eva, finn) = (portal.engineer().await, portal.other_engineer().await);
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let case = opened(&api, "incident", "Worked on by Finn").await;
    case.done(&finn, "assignment", json!({})).await;
    let path = format!("/desk?company={}", firm.company);
    let row = eva.get(&path).await.expect(200).json()["cases"][0].clone();
    let (id, product) = (row["engineer_id"].clone(), row["product_id"].clone());
    let all = eva.get("/desk/filter").await.expect(200).json();
    let has = |kind: &str, id: &Value| {
        all[kind].as_array().is_some_and(|all| all.iter().any(|one| one["id"] == *id))
    };
    assert!(has("engineers", &id) && has("products", &product), "{all:#}");

    let mut visitor = portal.visitor();
    visitor.sign_in("engineer").await;
    let option = format!("<option value=\"{}\"", id.as_str().unwrap_or("none"));
    let page = visitor.see(&format!("{path}&engineer=nobody")).await.expect(200).html();
    assert!(!page.contains(&option) && page.contains("formaction=\"/desk/filter\""), "{page}");
    let page = visitor.see(&path.replace("/desk", "/desk/filter")).await.expect(200).html();
    assert!(page.contains(&option) && page.contains(&format!("value=\"{}\"", firm.company)), "{page}");
    assert!(page.contains("<option value=\"newest\"") || page.contains("<option value=\"oldest\""));
}

/// A2, E56: lists say which priority a case has: as JSON, in the sheet and on the desk's page.
#[tokio::test]
async fn a2_e56_lists_say_the_priority() {
    let portal = Portal::from_env();
    let eva = portal.engineer().await;
    let Newcomer { firm, api, .. } = portal.newcomer().await;
    let case = opened(&api, "incident", "Of which priority").await;
    let path = format!("/desk?company={}", firm.company);
    let before = eva.get(&path).await.expect(200).json();
    assert_eq!(before["cases"][0]["priority"], "high", "a department, high");
    let critical = json!({ "priority": "critical", "reason": "The board meets tomorrow." });
    case.done(&eva, "priority", critical).await;
    for (api, path) in [(&eva, path.as_str()), (&api, "/cases")] {
        let list = api.get(path).await.expect(200).json();
        assert_eq!(list["cases"][0]["priority"], "critical", "{path}");
    }
    let place = Column::SHEET.iter().position(|column| *column == Column::Priority).expect("it is a column");
    let sheet = api.get("/cases?as=csv").await.expect(200).text();
    let told: Vec<&str> = sheet.lines().filter_map(|line| line.split(';').nth(place)).collect();
    assert_eq!(told, ["\"Prioriteit\"", "\"Kritiek\""]);
    let mut visitor = portal.visitor();
    visitor.sign_in("engineer").await;
    let page = visitor.see(&path).await.expect(200).html();
    assert!(page.contains("<span class=\"chip is-critical\">"), "{page}");
}

/// C8: a link leads to the form with its type chosen; E45: a product of the home page to its open cases.
#[tokio::test]
async fn c8_e45_entries_lead_to_the_form_and_products_to_their_cases() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    let home = visitor.sign_in("customer").await.expect(200).html();
    assert!(home.contains("href=\"/cases?product="));
    let form = visitor.see("/cases/new?case_type=request").await.expect(200).html();
    let request = form.split("value=\"request\"").nth(1).and_then(|rest| rest.split('>').next());
    assert!(request.is_some_and(|tag| tag.contains("checked")), "{form}");
}
