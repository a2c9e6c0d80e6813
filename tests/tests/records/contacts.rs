//! What is kept of a contact beside their account, by administrators and by themselves.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Api, Newcomer, Portal};
use reqwest::Method;
use serde_json::json;

/// A10, G19: a name that an administrator changes stays, whatever its owner changes of their details afterwards.
#[tokio::test]
async fn a10_a_name_that_was_put_right_stays() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let save = async |api: &Api, field: &str, value: &str| {
        let mut details = api.get("/profile").await.expect(200).json()["details"].clone();
        details[field] = value.into();
        details["country"] = "BE".into();
        api.post("/profile", details).await.expect(200).json()["details"].clone()
    };
    let own = save(&api, "job_title", "Planner").await;
    assert_eq!((&own["first_name"], &own["last_name"]), (&json!("Lotte"), &json!("Maes")));
    let path = format!("/contacts/{}", firm.contact);
    let mut form = firm.contact_form(&admin).await;
    form["name"] = "Lotte De Smet".into();
    let _ = admin.post(&path, form).await.expect(200);

    let lotte = portal.signed_in_with(&email, PASSWORD).await;
    let own = save(&lotte, "phone", "+32 9 555 01 02").await;
    assert_eq!((&own["first_name"], &own["last_name"]), (&json!("Lotte"), &json!("De Smet")));
    assert_eq!(admin.get(&path).await.expect(200).json()["contact"]["name"], "Lotte De Smet");
}

/// G19, A10: how a contact is reached is seen by all who see contacts, and kept by administrators: one by one, and by sheets, of
/// which those without these columns leave it as it is. The contact's trail says who changed what of it, the company's nothing.
#[tokio::test]
async fn g19_how_a_contact_is_reached_is_kept() {
    let portal = Portal::from_env();
    let (admin, eva) = (portal.administrator().await, portal.engineer().await);
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let path = format!("/contacts/{}", firm.contact);
    let seen = async |fields: [&str; 3]| {
        let contact = eva.get(&path).await.expect(200).json()["contact"].clone();
        fields.map(|field| contact[field].as_str().unwrap_or_default().to_owned())
    };
    let mut own = api.get("/profile").await.expect(200).json()["details"].clone();
    (own["country"], own["phone"]) = ("BE".into(), "+32 9 555 01 02".into());
    let _ = api.post("/profile", own).await.expect(200);
    assert_eq!(seen(["country", "phone", "city"]).await, ["BE", "+32 9 555 01 02", ""]);
    let newest = admin.get(&path).await.expect(200).json()["trail"][0].clone();
    let expected = json!([
        { "field": "country", "from": "", "to": "BE" },
        { "field": "phone", "from": "", "to": "+32 9 555 01 02" },
    ]);
    assert_eq!((&newest["what"], &newest["changes"]), (&json!("profile-changed"), &expected));
    assert_eq!(newest["by"]["id"], firm.contact, "they did it themselves");
    let mut visitor = portal.visitor();
    visitor.sign_in("engineer").await;
    assert!(visitor.see(&path).await.expect(200).html().contains("<dd>+32 9 555 01 02</dd>"));

    let mut form = firm.contact_form(&admin).await;
    (form["job_title"], form["phone"]) = ("Planner".into(), "+32 9 555 01 03".into());
    form["city"] = "Gent".into();
    let _ = admin.post(&path, form).await.expect(200);
    let own = portal.signed_in_with(&email, PASSWORD).await.get("/profile").await.expect(200).json();
    assert_eq!(
        (&own["details"]["phone"], &own["details"]["city"]),
        (&json!("+32 9 555 01 03"), &json!("Gent"))
    );
    let newest = admin.get(&path).await.expect(200).json()["trail"][0].clone();
    let expected = json!([
        { "field": "job_title", "from": "", "to": "Planner" },
        { "field": "phone", "from": "+32 9 555 01 02", "to": "+32 9 555 01 03" },
        { "field": "city", "from": "", "to": "Gent" },
    ]);
    assert_eq!((&newest["by"]["id"], &newest["changes"]), (&json!("ada"), &expected));
    let company = admin.get(&format!("/companies/{}", firm.company)).await.expect(200).json();
    assert!(!company["trail"].to_string().contains("555"), "{company:#}");
    let mut wrong = firm.contact_form(&admin).await;
    (wrong["country"], wrong["phone"]) = ("XX".into(), "0".repeat(41).into());
    assert_eq!(
        admin.post(&path, wrong.clone()).await.flaws(),
        ["/country no-such-choice", "/phone too-long"]
    );
    (wrong["country"], wrong["phone"]) = ("".into(), "".into());
    assert_eq!(admin.post(&path, wrong).await.flaws(), ["/country required"], "G20");

    let sheet = admin.send(admin.request(Method::GET, "/exports/contacts.csv")).await.expect(200).text();
    let line = sheet.lines().find(|line| line.contains(&firm.contact)).expect("they are in it");
    let cells = "\"yes\",\"BE\",\"Planner\",\"'+32 9 555 01 03\",\"\",\"\",\"Gent\"";
    assert!(line.ends_with(cells), "{line}");
    for (csv, outcome, city) in [
        (format!("id,name\n{},Lotte Peeters\n", firm.contact), "changed", "Gent"),
        (format!("id,postcode,city\n{},9300,Aalst\n", firm.contact), "changed", "Aalst"),
        (format!("id,postcode,city\n{},9300,Aalst\n", firm.contact), "unchanged", "Aalst"),
    ] {
        let sheet = json!({ "sheet": "contacts", "csv": csv });
        let report = admin.post("/imports", sheet).await.expect(200).json()["report"].clone();
        assert_eq!(report[outcome], 1, "{csv}: {report:#}");
        assert_eq!(seen(["phone", "job_title", "city"]).await, ["+32 9 555 01 03", "Planner", city]);
    }
}
