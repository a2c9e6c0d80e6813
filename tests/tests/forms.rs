//! The questions a case is opened with, and how administrators keep them.

use caseport_tests::forms::{changed, keep, kept, of_demo, retire};
use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::search::{finds, word};
use caseport_tests::{ASKED_ABOUT, Api, Case, Opening, Portal};
use serde_json::{Value, json};

/// Products of the customer's that only these tests open cases for.
const APPLIANCE: &str = ASKED_ABOUT[0];
const WORKPLACE: &str = ASKED_ABOUT[1];
/// A product that only the test of versions asks questions about.
const VERSIONED: &str = ASKED_ABOUT[2];
/// A product that only the test of the editor keeps a form for.
const EDITED: &str = ASKED_ABOUT[3];

async fn opening(api: &Api, product: &str, case_type: &str, answers: Value) -> Opening {
    let opening = Opening::new(api, &unique("With answers")).await;
    opening.with("product", product).with("case_type", case_type).with("answers", answers)
}

async fn appliance(portal: &Portal) -> Api {
    let admin = portal.administrator().await;
    for form in ["incident", "request"] {
        keep(&admin, &of_demo("appliance", form, APPLIANCE)).await;
    }
    portal.customer().await
}

/// The answers of a case, as one sees them, by their keys.
async fn answered(case: Case, api: &Api) -> Value {
    let seen = case.seen_by(api).await;
    let answers = seen["events"][0]["answers"]["answers"].as_array().cloned().unwrap_or_default();
    answers
        .iter()
        .map(|answer| (answer["key"].as_str().unwrap_or("?").to_owned(), answer["value"].clone()))
        .collect()
}

/// C8: two forms, one to declare an incident and one to ask for something. E44, E47: product and type decide.
#[tokio::test]
async fn c8_e47_each_type_has_its_form() {
    let portal = Portal::from_env();
    let anna = appliance(&portal).await;
    for (case_type, expected) in
        [("incident", "appliance-incident"), ("request", "appliance-request"), ("question", "version")]
    {
        let path = format!("/cases/new?product={APPLIANCE}&case_type={case_type}");
        let page = anna.get(&path).await.expect(200).json();
        assert_eq!(page["form"], expected);
        assert!(
            page["forms"].as_array().is_some_and(|forms| forms.iter().any(|form| form["id"] == expected))
        );
    }
    // Said to be none yet: else it is that of a draft, if another test has one at that moment.
    let page = anna.get(&format!("/cases/new?product={APPLIANCE}&case_type=")).await.expect(200).json();
    assert_eq!(page["form"], Value::Null, "the type decides");
}

/// C9, C10, C11: what must be answered. C14, C15, C16, C17, C19, C20: account, workstations affected, since when, what was tried, the
/// appliance and its console are checked, and asked only where they apply.
#[tokio::test]
async fn c9_to_c20_what_is_asked_is_checked() {
    let portal = Portal::from_env();
    let anna = appliance(&portal).await;
    let bare = json!({ "product": APPLIANCE, "case_type": "incident" });
    let flaws = anna.post("/cases", bare).await.flaws();
    assert_eq!(flaws, ["/title required", "/description required", "/answers/nature required"]);

    let wrong = json!({
        "nature": "box", "affected": -1, "since": "soon", "box_ip": "192.0.2.300", "is_admin": "yes",
        "account": "x".repeat(81),
    });
    let flaws = anna.post("/cases", opening(&anna, APPLIANCE, "incident", wrong).await.0).await.flaws();
    let expected = [
        "/answers/is_admin no-such-field",
        "/answers/account too-long",
        "/answers/affected not-within",
        "/answers/since not-a-moment",
        "/answers/box_ip not-an-ip-address",
        "/answers/box_name required",
    ];
    assert_eq!(flaws, expected);

    let answers = json!({
        "nature": "console", "console": "watchdog: reset\nin red", "box_name": "quai-1", "tried": "Restarted it.",
        "since": { "how": "about", "at": "2026-11-22T10:15:00Z" }, "affected": 12,
    });
    let case = Case::open_with(&anna, &opening(&anna, APPLIANCE, "incident", answers).await).await;
    let kept = answered(case, &anna).await;
    assert_eq!(kept["nature"]["code"], "console");
    assert_eq!((&kept["affected"], &kept["since"]["how"]), (&json!(12), &json!("about")), "C15, C16");
    assert_eq!(kept["tried"], "Restarted it.", "C17");
    assert_eq!(kept["console"], "watchdog: reset\nin red");
    assert_eq!(kept.get("box_name"), None, "what is not asked is not kept");
}

/// E54, C19: a case is found by what was typed into its questions, the address of a machine too.
#[tokio::test]
async fn e54_c19_answers_are_found() {
    let portal = Portal::from_env();
    let anna = appliance(&portal).await;
    let (title, tried) = (word("cupboard"), word("rebooted"));
    let answers =
        json!({ "nature": "box", "box_name": "quai-1", "box_ipv6": "2001:DB8::0c0d", "tried": tried });
    let case = Case::open_with(
        &anna,
        &opening(&anna, APPLIANCE, "incident", answers).await.with("title", title.as_str()),
    )
    .await;
    finds(&anna, &format!("{title} {tried}"), case).await;
    finds(&anna, &format!("{title} 2001:db8::c0d"), case).await;
}

/// C9–C11: a type, a title and details, and nothing that is not needed: the least impact and urgency stand in. What a program
/// says of them counts all the same.
#[tokio::test]
async fn c9_c11_what_a_form_leaves_out_is_not_asked() {
    let portal = Portal::from_env();
    let anna = appliance(&portal).await;
    let path = format!("/cases/new?product={APPLIANCE}&case_type=incident");
    let form = anna.get(&path).await.expect(200).json();
    assert_eq!(form["asks"], json!(["product", "title", "description"]));
    let bare = Opening(json!({
        "product": APPLIANCE, "case_type": "incident", "title": unique("No more than that"),
        "description": "It beeps.", "answers": { "nature": "other" },
    }));
    for (opening, impact) in [(bare.clone(), "person"), (bare.with("impact", "everybody"), "everybody")] {
        let seen = Case::open_with(&anna, &opening).await.seen_by(&anna).await;
        assert_eq!((&seen["impact"], &seen["urgency"]), (&json!(impact), &json!("low")));
    }

    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page = visitor.see(&path).await.expect(200);
    for unasked in ["impact", "urgency", "reference"] {
        assert!(!page.html().contains(&format!("name=\"{unasked}\"")), "{unasked}: {}", page.html());
    }
    let fields =
        [("product", APPLIANCE), ("case_type", "incident"), ("title", ""), ("answers/nature", "other")];
    let again = visitor.submit(&page, "/cases", &fields).await.expect(422).html();
    assert!(again.contains("Title is required.") && again.contains("Details is required."), "{again}");
}

/// C12, C21: a log where the domain is concerned; it is a file of the case like any other. C13: the transcript has it all.
#[tokio::test]
async fn c21_a_log_is_asked_for_where_it_applies() {
    let portal = Portal::from_env();
    let anna = appliance(&portal).await;
    let log = anna.upload("qgaAgent.log", b"domain not found").await;
    let elsewhere = portal.other_customer().await.upload("theirs.log", b"not hers").await;
    let with = |log: &str| json!({ "nature": "domain", "since": { "how": "unknown" }, "log": [log] });
    let theirs = opening(&anna, APPLIANCE, "incident", with(&elsewhere)).await;
    assert_eq!(anna.post("/cases", theirs.0).await.flaws(), ["/answers/log/0 not-arrived"]);

    let case = Case::open_with(&anna, &opening(&anna, APPLIANCE, "incident", with(&log)).await).await;
    let seen = case.seen_by(&portal.engineer().await).await;
    assert_eq!(seen["events"][0]["attachments"][0]["name"], "qgaAgent.log");
    assert_eq!(answered(case, &anna).await["log"], json!([log]));
    let transcript = anna.get(&case.path("transcript")).await.expect(200).text();
    assert!(transcript.contains("Intégration d’un poste dans le domaine"), "the question as it was asked");
    let transcript: caseport_domain::transcript::Transcript =
        serde_json::from_str(&transcript).expect("it is one");
    assert_eq!(transcript.verify(), Ok(()));

    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let page = visitor.see(&case.path("")).await.expect(200).html();
    assert!(page.contains("Joining the domain") && page.contains("not known"), "{page}");
}

/// M21, M22, M23, M24, M25, M26, M27, M29, M30, M31, on pages without any script: the reporter is filled in and can be corrected,
/// what must be answered is told beside its question, and all that was typed stays.
#[tokio::test]
async fn m21_to_m31_the_questions_of_a_service_desk() {
    let portal = Portal::from_env();
    keep(&portal.administrator().await, &of_demo("it-services", "melding", WORKPLACE)).await;
    let mut anna = portal.visitor();
    anna.sign_in("customer").await;
    let page = anna.see(&format!("/cases/new?product={WORKPLACE}&case_type=incident")).await.expect(200);
    let html = page.html();
    for told in [
        "Name of who reports",
        "value=\"Anna Whitfield\"",
        "User it is about",
        "Telephone number of the user",
        "Applies to",
        "PC (fat client)",
    ] {
        assert!(html.contains(told), "{told} is missing in {html}");
    }
    assert!(html.contains("We can manage for half a day") && !html.contains("name=\"title\""), "{html}");
    let title = unique("My mail program does not start");
    let description = format!("{title}\nIt closes at once.");
    let typed = [
        ("product", WORKPLACE),
        ("case_type", "incident"),
        ("description", &*description),
        ("answers/reporter", "A. Whitfield"),
        ("answers/reporter_phone", "call me"),
        ("answers/user", "Front desk"),
        ("answers/user_phone", "0612345678"),
    ];
    let again = anna.submit(&page, "/cases", &typed).await.expect(422);
    let html = again.html();
    for told in [
        "Applies to is required.",
        "Impact is required.",
        "Urgency is required.",
        "write a telephone number of 6 to 15",
    ] {
        assert!(html.contains(told), "{told} is missing in {html}");
    }
    for kept in
        ["value=\"A. Whitfield\"", "value=\"call me\"", "value=\"Front desk\"", &*title, "It closes at once."]
    {
        assert!(html.contains(kept), "{kept} is missing in {html}");
    }
    let mended = [
        ("answers/reporter_phone", "033 555 01 42"),
        ("answers/applies_to", "laptop"),
        ("impact", "person"),
        ("urgency", "medium"),
    ];
    let all: Vec<(&str, &str)> = typed
        .iter()
        .map(|(name, value)| {
            (*name, mended.iter().find(|(other, _)| other == name).map_or(*value, |(_, value)| *value))
        })
        .chain(mended.iter().filter(|(name, _)| typed.iter().all(|(other, _)| other != name)).copied())
        .collect();
    let case = anna.submit(&again, "/cases", &all).await.expect(200);
    assert!(case.path.contains("done=opened"), "{}", case.path);
    let first = format!("<h1>{title}</h1>");
    for told in ["A. Whitfield", "Front desk", "It closes at once.", "We can manage for half a day", &*first]
    {
        assert!(case.html().contains(told), "{told} is missing in {}", case.html());
    }

    let in_dutch =
        json!({ "product": WORKPLACE, "case_type": "incident", "answers": { "reporter": "Anna" } });
    let customer = portal.customer().await;
    let problem = customer.post_in("nl", "/cases", in_dutch).await.problem(422, "flaws").to_string();
    for told in ["Van toepassing op is verplicht.", "Urgentie is verplicht."] {
        assert!(problem.contains(told), "{told} is missing in {problem}");
    }
}

/// M37, E56: what a case applies to, whom it is about and how they are reached stand among its facts, for the customer and for the
/// engineer, on the page and as JSON, and not once more in the thread. What an engineer says otherwise takes the answer's place.
#[tokio::test]
async fn m37_e56_short_answers_are_facts_of_the_case() {
    let portal = Portal::from_env();
    keep(&portal.administrator().await, &of_demo("it-services", "melding", WORKPLACE)).await;
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let answers = json!({
        "reporter": "A. Whitfield", "user": "Front desk", "user_phone": "0612345678", "applies_to": "laptop",
    });
    let opening = opening(&anna, WORKPLACE, "incident", answers).await;
    let case = Case::open_with(&anna, &opening.with("urgency", "medium")).await;
    for api in [&anna, &eva] {
        let facts = case.seen_by(api).await["facts"].clone();
        let keys: Vec<&Value> = facts.as_array().into_iter().flatten().map(|fact| &fact["key"]).collect();
        assert_eq!(keys, ["reporter", "user", "user_phone", "applies_to"], "{facts:#}");
        let applies = json!({ "en": "Applies to", "nl": "Van toepassing op", "fr": "S’applique à" });
        assert_eq!((&facts[3]["label"], &facts[3]["value"]["code"]), (&applies, &json!("laptop")));
        assert_eq!((&facts[2]["kind"], &facts[2]["value"]), (&json!("phone"), &json!("0612345678")));
    }
    let asked = "<dt>Urgency</dt><dd>We can manage for half a day</dd>";
    for who in ["customer", "engineer"] {
        let mut visitor = portal.visitor();
        visitor.sign_in(who).await;
        let html = visitor.see(&case.path("")).await.expect(200).html();
        let (thread, side) = html.split_once("<aside class=\"case-side\">").expect("a case has facts");
        for fact in [
            "<dt>Applies to</dt><dd>Laptop</dd>",
            "<dt>User it is about</dt><dd>Front desk</dd>",
            "<dt>Telephone number of the user</dt><dd>0612345678</dd>",
            asked,
        ] {
            assert!(side.contains(fact) && !thread.contains(fact), "{who}: {fact} is missing in {html}");
        }
    }
    case.done(&eva, "classification", json!({ "impact": "everybody", "urgency": "low" })).await;
    let mut visitor = portal.visitor();
    visitor.sign_in("customer").await;
    let html = visitor.see(&case.path("")).await.expect(200).html();
    let (thread, side) = html.split_once("<aside class=\"case-side\">").expect("a case has facts");
    assert!(thread.contains(asked), "what was answered stays told: {html}");
    assert!(
        side.contains("<dt>Urgency</dt><dd>Low</dd>") && side.contains("<dt>Impact</dt><dd>Everybody</dd>")
    );
}

/// M21, without any script: who reports is filled in by name and telephone number, as they have said, and can correct both.
#[tokio::test]
async fn m21_name_and_telephone_number_are_filled_in_and_can_be_corrected() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let company = Firm::founded(&admin).await;
    let product = unique("workplace");
    let named = json!({ "id": product, "name": format!("Zither {product}") });
    let _ = admin.post("/products", named).await.expect(201);
    let _ = company.change(&admin, "contracts/k-1", "products", json!([product])).await.expect(200);
    let mut form = of_demo("it-services", "melding", &product);
    form["id"] = unique("melding").into();
    keep(&admin, &form).await;
    let (email, api) = (company.address(&admin).await, company.registered(&admin).await);
    let mut details = api.get("/profile").await.expect(200).json()["details"].clone();
    details["country"] = "BE".into();
    details["phone"] = "+32 9 555 01 42".into();
    let _ = api.post("/profile", details).await.expect(200);

    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&email, PASSWORD).await.expect(200);
    let page = lotte.see(&format!("/cases/new?product={product}&case_type=incident")).await.expect(200);
    let html = page.html();
    for (question, known) in [("reporter", "Lotte Maes"), ("reporter_phone", "+32 9 555 01 42")] {
        let input = html.split('<').find(|tag| tag.contains(&format!("name=\"answers/{question}\"")));
        assert!(
            input.is_some_and(|tag| tag.contains(&format!("value=\"{known}\""))),
            "{question}: {input:?}"
        );
    }
    let title = unique("My telephone is silent");
    let corrected = [
        ("product", &*product),
        ("case_type", "incident"),
        ("title", &*title),
        ("description", "Nobody reaches me."),
        ("answers/reporter", "L. Maes-Claes"),
        ("answers/reporter_phone", "09 555 01 43"),
        ("answers/applies_to", "phone"),
        ("impact", "person"),
        ("urgency", "medium"),
    ];
    let case = lotte.submit(&page, "/cases", &corrected).await.expect(200);
    assert!(case.path.contains("done=opened"), "{}", case.path);
    for told in ["L. Maes-Claes", "09 555 01 43"] {
        assert!(case.html().contains(told), "{told} is missing in {}", case.html());
    }
    assert!(!case.html().contains("555 01 42"), "{}", case.html());
}

/// E44, E46–E48, without any script: product and type first, then their questions, with what was typed kept.
#[tokio::test]
async fn e47_e48_a_button_shows_the_questions_and_opens_nothing() {
    let portal = Portal::from_env();
    let customer = appliance(&portal).await;
    let mut anna = portal.visitor();
    anna.sign_in("customer").await;
    let page = anna.see("/cases/new").await.expect(200);
    let title = unique("Typed before the questions");
    let typed = [
        ("product", APPLIANCE),
        ("case_type", "incident"),
        ("title", &*title),
        ("description", "It stopped."),
    ];
    let shown = anna.submit(&page, "/cases", &[&typed[..], &[("show", "form")]].concat()).await.expect(200);
    assert!(shown.html().contains("What kind of incident is it?") && shown.html().contains(&title));
    assert!(shown.html().contains("Only if “What kind of incident is it?” was answered with: The console"));
    // Sent without looking at them: they are shown first, and nothing else is complained of.
    let rest = [("impact", "person"), ("urgency", "low")];
    let unseen = anna.submit(&page, "/cases", &[&typed[..], &rest].concat()).await.expect(422);
    assert!(
        unseen.html().contains("The questions for this product and type are others"),
        "{}",
        unseen.html()
    );
    assert!(
        unseen.html().contains("What kind of incident is it?")
            && !unseen.html().contains("incident is it?” is required")
    );
    let list = customer.get("/cases?show=all").await.expect(200).text();
    assert!(!list.contains(&title), "nothing was opened");
    let fields = [&typed[..], &rest, &[("answers/nature", "other")]].concat();
    let case = anna.submit(&unseen, "/cases", &fields).await.expect(200);
    assert!(case.path.contains("done=opened") && case.html().contains("Something else"), "{}", case.path);
}

/// E48: build and version are asked for, and may be left out.
#[tokio::test]
async fn e48_build_and_version_of_any_product() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let opening = Opening::new(&anna, &unique("With a version")).await;
    let case = Case::open_with(&anna, &opening.with("answers", json!({ "version": "9.2.4" }))).await;
    let seen = case.seen_by(&anna).await;
    let answers = &seen["events"][0]["answers"];
    assert_eq!((&answers["form"], &answers["answers"][0]["value"]), (&json!("version"), &json!("9.2.4")));
    let none = Case::open(&anna, &unique("Without a version")).await;
    assert_eq!(none.seen_by(&anna).await["events"][0].get("answers"), None);
}

/// A13: a case keeps the questions it was opened with, whatever becomes of the form; and who filled in the form as it was
/// is shown how it is.
#[tokio::test]
async fn a13_an_old_case_shows_the_form_it_was_opened_with() {
    let portal = Portal::from_env();
    let (admin, anna) = (portal.administrator().await, portal.customer().await);
    let id = unique("form");
    let said = |text: &str| json!({ "en": text, "nl": text, "fr": text });
    let form = |question: &str| {
        json!({
            "name": said("Trunks"), "products": [VERSIONED], "case_types": ["question"],
            "fields": [{ "key": "trunk", "kind": "line", "label": said(question), "required": true }],
        })
    };
    let mut first = form("Which trunk?");
    first["id"] = id.clone().into();
    keep(&admin, &first).await;
    let opened = opening(&anna, VERSIONED, "question", json!({ "trunk": "2" })).await;
    let tagged = opened.clone().with("form", format!("{id}.1"));
    let case = Case::open_with(&anna, &tagged).await;

    let mut second = form("Trunk or trunk group?");
    second["version"] = 1.into();
    let path = format!("/forms/{id}");
    assert_eq!(admin.post(&path, second.clone()).await.expect(200).json()["version"], 2);
    let mut late = form("Something else?");
    late["version"] = 1.into();
    admin.post(&path, late).await.problem(409, "outdated");

    let answers = case.seen_by(&anna).await["events"][0]["answers"].clone();
    assert_eq!(
        (&answers["version"], &answers["answers"][0]["label"]["en"]),
        (&json!(1), &json!("Which trunk?"))
    );
    assert_eq!(anna.post("/cases", tagged.0).await.flaws(), ["/form other-form"]);
    let earlier = admin.get(&format!("{path}?version=1")).await.expect(200).json();
    assert_eq!(earlier["draft"]["fields"][0]["label"]["en"], "Which trunk?");
    assert_eq!(earlier["versions"].as_array().map(Vec::len), Some(2));
    assert_eq!(earlier["versions"][0]["by"], "Ada Okafor");
    retire(&admin, &id).await;
    assert_eq!(anna.post("/cases", opened.0).await.flaws(), ["/answers/trunk no-such-field"]);
}

/// A13: the versions of a form are told to the first, a page at a time, and each can be looked at.
#[tokio::test]
async fn a13_every_version_of_a_form_can_be_reached() {
    const SHOWN: u64 = 50;
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let id = kept(&admin).await;
    let path = format!("/forms/{id}");
    let mut form = changed(&admin, &id).await;
    for version in 1..=SHOWN {
        form["version"] = version.into();
        form["name"]["en"] = unique("Of a test").into();
        let _ = admin.post(&path, form.clone()).await.expect(200);
    }
    let numbers = |page: &Value| -> Vec<u64> {
        let lines = page["versions"].as_array().into_iter().flatten();
        lines.filter_map(|line| line["version"].as_u64()).collect()
    };
    let page = admin.get(&path).await.expect(200).json();
    let newest: Vec<u64> = (2..=SHOWN + 1).rev().collect();
    assert_eq!((numbers(&page), &page["older"]), (newest, &json!(2)));
    let rest = admin.get(&format!("{path}?before=2")).await.expect(200).json();
    assert_eq!((numbers(&rest), rest.get("older")), (vec![1], None));
    assert_eq!((&rest["version"], rest.get("shown")), (&json!(SHOWN + 1), None), "that is in the editor");
    let first = admin.get(&format!("{path}?version=1")).await.expect(200).json();
    assert_eq!((&first["shown"], &first["draft"]["name"]["en"]), (&json!(1), &json!("Of a test")));
    admin.get(&format!("{path}?version={}", SHOWN + 2)).await.problem(404, "not-found");
    for wrong in ["", "x", "-1"] {
        admin.get(&format!("{path}?before={wrong}")).await.problem(400, "cursor");
    }

    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    for (query, told) in [
        ("", format!("href=\"{path}?before=2#versions-title\">Earlier versions")),
        ("?before=2", format!("href=\"{path}?version=1&amp;before=2\"")),
        ("?before=2", format!("href=\"{path}#versions-title\">Newest versions")),
        ("?version=1&before=2", "This is version 1.".to_owned()),
    ] {
        let html = ada.see(&format!("{path}{query}")).await.expect(200).html();
        assert!(html.contains(&told), "{told} is missing in {html}");
    }
}

/// A13: the editor, without any script: questions are added, moved and removed by buttons, seen before they are saved, and
/// what is wrong stands beside its field.
#[tokio::test]
async fn a13_a_form_is_made_in_the_editor() {
    let portal = Portal::from_env();
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see("/forms/new").await.expect(200);
    let id = unique("form");
    let own = [("id", &*id), ("products", EDITED), ("case_types", "question")];
    let added = ada.submit(&page, "/forms", &[&own[..], &[("do", "add")]].concat()).await.expect(200);
    assert!(added.html().contains("name=\"fields/0/key\"") && !added.html().contains("is required"));
    let question =
        [("fields/0/kind", "choice"), ("fields/0/key", "place"), ("fields/0/label/en", "Where is it?")];
    let chosen = [("fields/0/choices/0/code", "here"), ("fields/0/choices/0/label/en", "Here, of course")];
    let named = [("name/en", "The place")];
    let fields = [&own[..], &question, &chosen, &named].concat();
    let preview =
        ada.submit(&added, "/forms", &[&fields[..], &[("do", "preview")]].concat()).await.expect(200);
    let html = preview.html();
    let seen = html.split("id=\"preview\"").nth(1).expect("there is a preview");
    assert!(seen.contains("Where is it?") && seen.contains("Here, of course"), "{seen}");
    let again = ada.submit(&preview, "/forms", &fields).await.expect(422);
    for told in ["Name (Nederlands) is required.", "Question 1, choice 1: Choice (Français) is required."] {
        assert!(again.html().contains(told), "{told} is missing in {}", again.html());
    }
    assert!(again.html().contains("value=\"Where is it?\""));
    let whole = [
        ("name/nl", "De plaats"),
        ("name/fr", "Le lieu"),
        ("fields/0/label/nl", "Waar is het?"),
        ("fields/0/label/fr", "Où est-ce ?"),
        ("fields/0/choices/0/label/nl", "Hier"),
        ("fields/0/choices/0/label/fr", "Ici"),
    ];
    let saved = ada.submit(&again, "/forms", &[&fields[..], &whole].concat()).await.expect(200);
    assert_eq!(saved.path, format!("/forms/{id}?done=saved"));

    let admin = portal.administrator().await;
    let mut rival = admin.get(&format!("/forms/{id}")).await.expect(200).json()["draft"].clone();
    rival["id"] = unique("form").into();
    assert_eq!(admin.post("/forms", rival.clone()).await.flaws(), ["/products rival"]);
    rival["products"] = json!(["no-such-product"]);
    rival["fields"][0]["shown_if"] = json!({ "field": "later", "values": ["x"] });
    let flaws = admin.post("/forms", rival).await.flaws();
    assert_eq!(flaws, ["/fields/0/shown_if/field not-before", "/products/0 no-such-record"]);
    let other = json!({ "id": "another", "version": 1, "do": "up.x" });
    assert_eq!(
        admin.post(&format!("/forms/{id}"), other).await.flaws()[..2],
        ["/do no-such-choice", "/id fixed"]
    );
    retire(&admin, &id).await;
    let list = admin.get("/forms").await.expect(200).json();
    let kept = list["forms"].as_array().into_iter().flatten().find(|form| form["id"] == id);
    assert_eq!(kept.map(|form| (&form["retired"], &form["version"])), Some((&json!(true), &json!(2))));
}

/// A13, C9, M27: the editor has the standard questions left out or put in other words, also without any script; what says
/// nothing is not kept, and what must be asked is.
#[tokio::test]
async fn a13_c9_m27_standard_questions_are_left_out_and_worded() {
    let portal = Portal::from_env();
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see("/forms/new").await.expect(200);
    let id = unique("form");
    let own = [("id", &*id), ("products", EDITED), ("case_types", "request")];
    let named = [("name/en", "Shortly"), ("name/nl", "Kort"), ("name/fr", "En bref")];
    let said = [
        ("standard/impact/left_out", "yes"),
        ("standard/urgency/choices/low/en", "Next week will do"),
        ("standard/description/label/en", "Tell us"),
        ("standard/title/help/en", ""),
    ];
    let fields = [&own[..], &named, &said].concat();
    let preview =
        ada.submit(&page, "/forms", &[&fields[..], &[("do", "preview")]].concat()).await.expect(200);
    let html = preview.html();
    let seen = html.split("id=\"preview\"").nth(1).expect("there is a preview");
    assert!(seen.contains("Next week will do") && seen.contains("Tell us"), "{seen}");
    assert!(!seen.contains("name=\"impact\"") && seen.contains("name=\"title\""), "{seen}");
    let again = ada.submit(&preview, "/forms", &fields).await.expect(422);
    for told in ["Description: Question (Nederlands) is required.", "Urgency: Low (Français) is required."] {
        assert!(again.html().contains(told), "{told} is missing in {}", again.html());
    }
    let whole = [
        ("standard/urgency/choices/low/nl", "Volgende week is goed"),
        ("standard/urgency/choices/low/fr", "La semaine prochaine suffit"),
        ("standard/description/label/nl", "Vertel"),
        ("standard/description/label/fr", "Racontez"),
    ];
    let saved = ada.submit(&again, "/forms", &[&fields[..], &whole].concat()).await.expect(200);
    assert_eq!(saved.path, format!("/forms/{id}?done=saved"));

    let admin = portal.administrator().await;
    let path = format!("/forms/{id}");
    let mut draft = admin.get(&path).await.expect(200).json()["draft"].clone();
    for (question, is_kept) in [("impact", true), ("urgency", true), ("title", false), ("description", true)]
    {
        assert_eq!(draft["standard"].get(question).is_some(), is_kept, "{question}: {draft:#}");
    }
    draft["version"] = 1.into();
    draft["standard"]["description"]["left_out"] = true.into();
    let flaws = admin.post(&path, draft).await.flaws();
    assert_eq!(flaws, ["/standard/description/left_out no-such-field"]);
    retire(&admin, &id).await;
}
