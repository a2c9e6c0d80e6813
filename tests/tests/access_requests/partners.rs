//! Acting for a company that one's own serves.

use std::time::Duration;

use caseport_tests::records::Firm;
use caseport_tests::{Api, Case, EVERYBODY, Opening, Portal, eventually, unique};
use serde_json::{Value, json};

use crate::{Partner, path_of};

/// Acts for this company from now on.
async fn acting(who: &Api, company: &str) -> Api {
    let tokens = who.post("/session/company", json!({ "company": company })).await.expect(200).json();
    who.with_token(tokens["access_token"].as_str().expect("there is a token"))
}

/// G5, M13: a partner's contact acts for a company that theirs serves, reads there, and stays there when their token is
/// renewed; for others they cannot.
#[tokio::test]
async fn g5_a_partner_acts_for_those_it_serves() {
    let portal = Portal::from_env();
    let signe = portal.person("signe@norhaven.example").await;
    let own = signe.get("/access").await.expect(200).json();
    assert_eq!(own["serves"][0]["customer"], "harbourline");
    for other in ["acme", "nobody"] {
        let refused = signe.post("/session/company", json!({ "company": other })).await;
        assert_eq!(refused.flaws(), ["/company no-such-choice"]);
    }
    let tokens = signe.post("/session/company", json!({ "company": "harbourline" })).await.expect(200).json();
    let acting = signe.with_token(tokens["access_token"].as_str().expect("there is a token"));
    let there = acting.get("/access").await.expect(200).json();
    assert_eq!(
        (there["company"].as_str(), there["level"].as_str()),
        (Some("harbourline"), Some("read-only"))
    );
    let list = acting.get("/cases?show=all").await.expect(200).json();
    let companies: Vec<_> =
        list["cases"].as_array().into_iter().flatten().map(|case| &case["company"]).collect();
    assert!(!companies.is_empty() && companies.iter().all(|name| **name == companies[0].clone()));
    assert_eq!(acting.get("/cases/new").await.expect(200).json()["case_types"], json!(["admin"]));

    let renewed = signe.renewed().await;
    assert_eq!(renewed.get("/access").await.expect(200).json()["company"], "harbourline");
    let tokens = renewed.post("/session/company", json!({ "company": "norhaven" })).await.expect(200).json();
    let home = renewed.with_token(tokens["access_token"].as_str().expect("there is a token"));
    assert_eq!(home.get("/access").await.expect(200).json()["level"], "read-write");
    // Mikkel speaks for his own company only.
    let mikkel = portal.person("mikkel@norhaven.example").await;
    let refused = mikkel.post("/session/company", json!({ "company": "harbourline" })).await;
    assert_eq!(refused.flaws(), ["/company no-such-choice"]);
}

/// G5, X12: whose company serves another no more acts for it no more: they write nothing there at once. What they wrote
/// there is theirs all the same, and goes when they are erased.
#[tokio::test]
async fn g5_x12_a_relation_that_ends_is_over_at_once() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let lotte = portal.person(&partner.email).await;
    let there = acting(&lotte, &customer.company).await;
    let title = unique("For whom we serve");
    let case = Case::open(&there, &title).await;
    let _ = portal.mail(case, &partner.email, &title).await;
    let name = format!("Firm {}", customer.company);
    assert_eq!(case.seen_by(&admin).await["company"], json!(name));
    let _ = lotte.get(&case.path("")).await.expect(404);
    let theirs = Case::open(&customer.registered(&admin).await, &unique("Of whom we serve")).await;
    theirs.done(&there, "replies", json!({ "text": "We look into it." })).await;
    let told = async || admin.get(&theirs.path("transcript")).await.expect(200).text();
    assert!(told().await.contains(&partner.firm.contact));

    partner.serves(&admin, &customer, "yes").await;
    there.post(&case.path("replies"), json!({ "text": "Still us?" })).await.problem(401, "signed-out");
    let renewed = lotte.renewed().await;
    assert_eq!(renewed.get("/access").await.expect(200).json()["company"], partner.firm.company);
    let refused = renewed.post("/session/company", json!({ "company": customer.company })).await;
    assert_eq!(refused.flaws(), ["/company no-such-choice"]);

    let request = renewed.asks_access().await;
    let export = renewed.get("/profile/data/export").await.expect(200).json();
    assert_eq!(export["access_requests"][0]["id"], request["id"]);
    assert!(export["sessions"][0]["begun_at"].is_string(), "{export:#}");
    let numbers: Vec<_> =
        export["cases"].as_array().into_iter().flatten().map(|case| case["number"].clone()).collect();
    assert!(numbers.contains(&json!(case.number)) && numbers.contains(&json!(theirs.number)), "{export:#}");
    let proof = json!({ "password": EVERYBODY });
    let _ = renewed.post("/profile/data/erase", proof).await.expect(202);
    eventually("Lotte to be out of all that is kept", Duration::from_secs(40), async || {
        let gone = admin.get(&path_of(&request)).await.status == 404;
        let told = told().await;
        let gone = gone && told.contains("We look into it.") && !told.contains(&partner.firm.contact);
        (gone && !case.seen_by(&admin).await.to_string().contains("Lotte")).then_some(())
    })
    .await;
}

/// X27: who sees only what they opened themselves sees at home nothing of what they opened for a company theirs served.
#[tokio::test]
async fn x27_ones_own_cases_are_those_of_the_company_one_acts_for() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let lotte = portal.person(&partner.email).await;
    let there = Case::open(&acting(&lotte, &customer.company).await, &unique("For another")).await;
    partner.serves(&admin, &customer, "yes").await;
    let mut fields = partner.firm.contact_form(&admin).await;
    fields["case_scope"] = "own".into();
    let _ = admin.post(&format!("/contacts/{}", partner.firm.contact), fields).await.expect(200);

    let lotte = portal.person(&partner.email).await;
    let here = Case::open(&lotte, &unique("For us")).await;
    let numbers = |page: &Value| -> Vec<Value> {
        page["cases"].as_array().into_iter().flatten().map(|case| case["number"].clone()).collect()
    };
    for path in ["/cases", "/cases?show=all", "/home"] {
        let listed = numbers(&lotte.get(path).await.expect(200).json());
        assert_eq!(listed, [json!(here.number)], "{path}");
    }
    let _ = lotte.get(&there.path("")).await.expect(404);
}

/// X27: what was filled in for a company is not sent for another, which one acts for since: by choice in another tab, or
/// because the relation has ended. Nothing that was typed is lost, and who means it sends it again.
#[tokio::test]
async fn x27_a_form_is_sent_for_the_company_it_was_filled_in_for() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let (home, away) = (partner.firm.company.as_str(), customer.company.as_str());
    let title = unique("About their systems");
    let fields = [
        ("product", customer.product.as_str()),
        ("case_type", "incident"),
        ("impact", "department"),
        ("urgency", "high"),
        ("title", title.as_str()),
        ("description", "Their exchange rings twice."),
    ];
    let mut lotte = portal.visitor();
    let _ = lotte.sign_in_as(&partner.email, EVERYBODY).await.expect(200);
    let _ = lotte.act_for(away).await;
    let form = lotte.see("/cases/new").await.expect(200);
    assert_eq!(form.hidden("/cases", "company").as_deref(), Some(away));
    assert!(form.html().contains(&format!("data-draft=\"new-{away}\"")));
    let own = lotte.see("/profile").await.expect(200).html();
    assert!(!own.contains("case_type=admin"), "G19: it would be a case of theirs");

    // Another tab.
    let _ = lotte.act_for(home).await;
    let again = lotte.submit(&form, "/cases", &fields).await.expect(422);
    for kept in ["waarvoor u nu optreedt", title.as_str(), "Their exchange rings twice."] {
        assert!(again.html().contains(kept), "{kept}");
    }
    assert_eq!(again.hidden("/cases", "company").as_deref(), Some(home));
    let own = portal.person(&partner.email).await;
    let listed = async || own.get("/cases?show=all").await.expect(200).text().contains(&title);
    assert!(!listed().await);

    // The relation ends while the form is open.
    let _ = lotte.act_for(away).await;
    let form = lotte.see("/cases/new").await.expect(200);
    partner.serves(&admin, &customer, "yes").await;
    let again = lotte.submit(&form, "/cases", &fields).await.expect(422);
    assert!(again.html().contains("waarvoor u nu optreedt") && again.html().contains(&title));
    assert!(!listed().await);
    let _ = lotte.submit(&again, "/cases", &fields).await.expect(200);
    assert!(listed().await);

    let own = own.renewed().await;
    let opening = Opening::new(&own, &unique("By a program")).await;
    let refused = own.post("/cases", opening.clone().with("company", away).0).await;
    assert_eq!(refused.flaws(), ["/company other-company"]);
    let begun =
        async |company: &str| own.post("/drafts/new", json!({ "title": "a", "company": company })).await;
    assert_eq!(begun(away).await.flaws(), ["/draft other-company"]);
    let _ = begun(home).await.expect(200);
    let _ = Case::open_with(&own, &opening.with("company", home)).await;
}

/// G5: the address of a case in a mail leads to it in one click, whomever one acts for at the moment. Who may not act for its
/// company sees what there is where no case is.
#[tokio::test]
async fn g5_a_mailed_link_opens_the_case_of_whom_one_serves() {
    const OFFER: &str = "action=\"/session/company\"";
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (partner, customer) = (Partner::new(&portal, &admin).await, Firm::founded(&admin).await);
    partner.serves(&admin, &customer, "").await;
    let lotte = portal.person(&partner.email).await;
    let title = unique("Mailed about");
    let theirs = Case::open(&acting(&lotte, &customer.company).await, &title).await;
    let mail = portal.mail(theirs, &partner.email, &title).await;
    let link = theirs.path("");
    assert!(mail.text.contains(&format!("{}{link}", portal.origin())), "{}", mail.text);

    let mut visitor = portal.visitor();
    let _ = visitor.sign_in_as(&partner.email, EVERYBODY).await.expect(200);
    let own = Case::open(&portal.person(&partner.email).await, &unique("At home")).await;
    for (case, company) in
        [(theirs, &customer.company), (own, &partner.firm.company), (theirs, &customer.company)]
    {
        let page = visitor.see(&case.path("")).await.expect(404);
        assert_eq!(page.hidden("/session/company", "company").as_ref(), Some(company));
        assert!(!page.html().contains(&title));
        let opened = visitor.submit(&page, "/session/company", &[]).await.expect(200);
        assert_eq!(opened.path, case.path("?done=acting"));
        assert_eq!(opened.html().contains(&title), case == theirs);
    }
    // An API client has the page on which one chooses.
    lotte.get(&link).await.problem(404, "not-found");

    let stranger = Partner::new(&portal, &admin).await;
    let mut other = portal.visitor();
    let _ = other.sign_in_as(&stranger.email, EVERYBODY).await.expect(200);
    let _ = visitor.act_for(&partner.firm.company).await;
    partner.serves(&admin, &customer, "yes").await;
    for who in [&mut other, &mut visitor] {
        for path in [link.as_str(), "/cases/99999999"] {
            let page = who.see(path).await.expect(404).html();
            assert!(!page.contains(OFFER) && !page.contains(&customer.company), "{page}");
        }
    }
}

/// M13, X12: a session that has ended is not prolonged by choosing a company, and programs do not choose.
#[tokio::test]
async fn m13_only_a_session_that_runs_chooses_a_company() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let partner = Partner::new(&portal, &admin).await;
    let (here, elsewhere) = (portal.person(&partner.email).await, portal.person(&partner.email).await);
    let home = json!({ "company": partner.firm.company });
    let _ = elsewhere.post("/session/company", home.clone()).await.expect(200);
    let _ = here.post("/profile/sessions/end-others", json!({})).await.expect(200);
    elsewhere.post("/session/company", home.clone()).await.problem(401, "signed-out");

    let here = here.renewed().await;
    let made = here.makes_token(EVERYBODY, "write").await;
    let exchanged = json!({ "token": made["token"] });
    let tokens = portal.anonymous().post("/session/token", exchanged).await.expect(200).json();
    let program = here.with_token(tokens["access_token"].as_str().expect("there is a token"));
    program.post("/session/company", home).await.problem(403, "denied");
}
