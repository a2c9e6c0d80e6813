//! By keyboard alone: records that are begun, people who are looked after, and what is asked of whom.

use std::io::Write;
use std::time::Duration;

use caseport_tests::records::{Firm, PASSWORD, unique};
use caseport_tests::{Api, Browser, Newcomer, Portal, eventually};
use serde_json::{Value, json};

use crate::keyboard::{choose, follow, to_first_flaw, type_into};

const OTHER: &str = "seven lanterns over water";

/// A10: a company, with a mistake and without, its contract, which is removed again, whom it serves, a product, which is removed
/// too, and a sheet that is checked and brought in.
#[tokio::test]
async fn a10_records_are_begun_by_keyboard() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let other = Firm::founded(&admin).await;
    let ada = Browser::start(&portal).await;
    ada.sign_in("administrator").await;
    ada.go("/companies").await;
    follow(&ada, "main a[href='/companies/new']").await;
    let company = unique("firm");
    let name = format!("Firm {company}");
    for (field, text) in [("id", &*company), ("name", &*name)] {
        type_into(&ada, &format!("#company-{field}"), text).await;
    }
    choose(&ada, "#company-company_kind", "both").await;
    follow(&ada, "#company-form button.primary").await;
    assert_eq!(to_first_flaw(&ada).await, "company-city");
    assert_eq!(ada.value("#company-name").await, name);
    ada.press("Ghent").await;
    follow(&ada, "#company-form button.primary").await;
    ada.see("[data-done]").await;
    assert_eq!(ada.path().await, format!("/companies/{company}"));

    follow(&ada, "a[href$='?add=contracts#form']").await;
    let contract = unique("k");
    type_into(&ada, "#contract-id", &contract).await;
    type_into(&ada, "#contract-coverage", "Standard").await;
    ada.tab_to("#contract-products").await;
    ada.press(" ").await;
    // Whether day or month comes first differs with the browser's language.
    for (field, typed, date) in [("starts", "01012020", "2020-01-01"), ("ends", "12122099", "2099-12-12")] {
        let field = format!("#contract-{field}");
        type_into(&ada, &field, typed).await;
        assert_eq!(ada.value(&field).await, date);
    }
    follow(&ada, "#contract-form button.primary").await;
    ada.see("[data-done]").await;
    ada.says(".trail", &contract).await;
    follow(&ada, &format!(".rows a[href$='?edit=contracts/{contract}#form']")).await;
    follow(&ada, "#contract-form .buttons a.button").await;
    follow(&ada, "#contract-remove").await;
    ada.see("[data-done]").await;
    assert!(!ada.is_there(".rows a[href*='?edit=contracts/']").await, "it is gone");

    type_into(&ada, "#relation-customer", &other.company).await;
    choose(&ada, "#relation-level", "read-write").await;
    follow(&ada, "form.search[action$='/relations'] button").await;
    ada.says(".record-list", &other.company).await;
    follow(&ada, ".record-list button[name=remove]").await;
    ada.see("[data-done]").await;
    assert!(!ada.is_there(".record-list").await, "it serves nobody any more");

    follow(&ada, "a.back[href='/companies']").await;
    follow(&ada, ".switch a[href='/products']").await;
    let product = unique("p");
    type_into(&ada, "#product-id", &product).await;
    // The last by name: other tests take the first.
    type_into(&ada, "#product-name", "Zither of a test").await;
    follow(&ada, "#product-form button.primary").await;
    let line = format!(".rows a[href='/products?edit={product}#form']");
    ada.see(&line).await;
    ada.go(&format!("/products?edit={product}#form")).await;
    follow(&ada, "#product-form .buttons a.button").await;
    follow(&ada, "#product-remove").await;
    ada.says(".trail", "Zither of a test").await;
    assert!(!ada.is_there(&line).await, "it is gone");

    follow(&ada, ".switch a[href='/imports']").await;
    a_sheet_is_brought_in(&ada, &admin).await;
    ada.close().await;
}

/// From the page for sheets: a file is read into the form, checked and brought in.
async fn a_sheet_is_brought_in(ada: &Browser, admin: &Api) {
    let company = unique("firm");
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file can be made");
    write!(file, "id,name,city,zone,company_kind\n{company},Sheet,Ghent,Europe/Brussels,both\n")
        .expect("it can be written");
    choose(ada, "#import-sheet", "companies").await;
    ada.tab_to("#import-file").await;
    // The window in which files are chosen is the system's.
    ada.choose_file("#import-file", file.path()).await;
    eventually("the file to be read", Duration::from_secs(5), async || {
        ada.value("#import-csv").await.contains(&company).then_some(())
    })
    .await;
    let path = format!("/companies/{company}");
    for (button, status) in [("button[name=dry_run]", 404), ("button:not([name])", 200)] {
        follow(ada, &format!("form[action='/imports#report'] {button}")).await;
        ada.see("#report .panel").await;
        assert_eq!(admin.get(&path).await.status, status, "{button}");
    }
}

/// A9, C6, A10: who calls is known by their PIN, chooses another password since that is demanded, and is erased.
#[tokio::test]
async fn a9_c6_a10_people_are_looked_after_by_keyboard() {
    let portal = Portal::from_env();
    let Newcomer { firm, email, api } = portal.newcomer().await;
    let pin = api.post("/profile/pin", json!({ "password": PASSWORD })).await.expect(200).json();
    let pin = pin["pin"].as_str().expect("it is a PIN");
    let ada = Browser::start(&portal).await;
    ada.sign_in("administrator").await;
    follow(&ada, ".menu a[href='/desk/callers']").await;
    type_into(&ada, "#callers-contact", &email).await;
    type_into(&ada, "#callers-pin", pin).await;
    ada.enter().await;
    ada.says("[data-check=verified]", "Lotte Maes").await;

    ada.go(&format!("/contacts/{}", firm.contact)).await;
    follow(&ada, "form[action$='/password'] button").await;
    ada.see("[data-done]").await;
    assert!(!ada.is_there("form[action$='/password']").await, "it is demanded once");

    let lotte = Browser::start(&portal).await;
    lotte.go("/sign-in").await;
    type_into(&lotte, "#sign-in-email", &email).await;
    type_into(&lotte, "#sign-in-password", PASSWORD).await;
    lotte.enter().await;
    assert_eq!(lotte.path().await, "/profile/password");
    for (field, text) in [("current", PASSWORD), ("new", OTHER), ("repeat", OTHER)] {
        type_into(&lotte, &format!("#password-{field}"), text).await;
    }
    lotte.enter().await;
    assert_eq!(lotte.path().await, "/home");
    lotte.close().await;

    type_into(&ada, "#erase-confirm", "somebody else").await;
    ada.enter().await;
    assert_eq!(to_first_flaw(&ada).await, "erase-confirm");
    ada.press(firm.contact.as_str()).await;
    ada.enter().await;
    ada.see("[data-done]").await;
    assert_eq!(ada.path().await, format!("/companies/{}", firm.company));
    let tried = json!({ "email": email, "password": OTHER });
    portal.anonymous().post("/session", tried).await.problem(401, "credentials");
    ada.close().await;
}

/// A request of a company's contact, and the link by which its prime contact confirms it.
async fn asked_of_prime_contact(admin: &Api) -> (Value, String) {
    let firm = Firm::founded(admin).await;
    let person = firm.person();
    let email = person["email"].as_str().expect("an address").to_owned();
    let prime = admin.post(&format!("/companies/{}/contacts", firm.company), person).await.expect(201).json();
    let _ = firm.change(admin, "companies", "prime_contact", prime["id"].clone()).await.expect(200);
    let request = firm.registered(admin).await.asks_for("read-only").await;
    let _ = admin.deals(&request, "ask-prime-contact", json!({})).await.expect(200);
    let portal = admin.portal();
    let link = portal.letter(&email, "Lotte Maes").await.link(portal, "/access/confirm");
    (request, link)
}

/// G4, G6: who has no account asks for a login, and a prime contact confirms by the mailed link.
#[tokio::test]
async fn g4_g6_strangers_ask_and_confirm_by_keyboard() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (request, link) = asked_of_prime_contact(&admin).await;
    let browser = Browser::start(&portal).await;
    browser.go("/sign-in").await;
    follow(&browser, "main a[href='/request-a-login']").await;
    follow(&browser, "form[action='/request-a-login'] button.primary").await;
    assert_eq!(to_first_flaw(&browser).await, "login-name");
    browser.press("Nora Lind").await;
    let email = format!("{}@new.example", unique("nora"));
    for (field, text) in
        [("email", &*email), ("sold_to", "Norhaven"), ("end_user", "Harbourline"), ("text", "I run it.")]
    {
        type_into(&browser, &format!("#login-{field}"), text).await;
    }
    follow(&browser, "form[action='/request-a-login'] button.primary").await;
    browser.see("[data-done]").await;

    browser.go(&link).await;
    follow(&browser, "form[action='/access/confirm'] button.primary").await;
    browser.see("h1").await;
    assert!(!browser.is_there("form[action='/access/confirm']").await, "it is said once");
    let id = request["id"].as_str().expect("a request has an id");
    let seen = admin.get(&format!("/access/requests/{id}")).await.expect(200).json();
    assert_eq!(seen["standing"], "open", "it waits for the prime contact no more");
    browser.close().await;
}

/// E14, G5, M15: who was invited accepts the rules, acts for a company that theirs serves and for their own again, reads what is
/// kept of them, and follows the links by which their address is changed.
#[tokio::test]
async fn e14_g5_m15_a_partners_contact_finds_their_way_by_keyboard() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let (firm, customer) = (Firm::founded(&admin).await, Firm::founded(&admin).await);
    let mut contact = firm.contact_form(&admin).await;
    contact["case_scope"] = "partner".into();
    let _ = admin.post(&format!("/contacts/{}", firm.contact), contact).await.expect(200);
    let relation = json!({ "customer": customer.company, "level": "read-write" });
    let _ = admin.post(&format!("/companies/{}/relations", firm.company), relation).await.expect(200);
    let email = firm.invited(&admin).await;

    let lotte = Browser::start(&portal).await;
    lotte.go("/sign-in").await;
    type_into(&lotte, "#sign-in-email", &email).await;
    type_into(&lotte, "#sign-in-password", PASSWORD).await;
    lotte.enter().await;
    assert_eq!(lotte.path().await, "/profile/rules");
    follow(&lotte, "form[action='/profile/rules'] button.primary").await;
    assert_eq!(to_first_flaw(&lotte).await, "accept-rules");
    lotte.press(" ").await;
    assert!(lotte.is_there("#accept-rules:checked").await, "the space bar ticks");
    follow(&lotte, "form[action='/profile/rules'] button.primary").await;
    assert_eq!(lotte.path().await, "/home");

    follow(&lotte, ".menu a[href='/access']").await;
    let choice = |company: &str| format!("form[action='/session/company'] button[value='{company}']");
    follow(&lotte, &choice(&customer.company)).await;
    lotte.says(".acting", &format!("Firm {}", customer.company)).await;
    follow(&lotte, &choice(&firm.company)).await;
    assert!(!lotte.is_there(".acting").await, "it is their own again");

    follow(&lotte, "a.account-name").await;
    follow(&lotte, ".side-menu a[href='/profile/data']").await;
    follow(&lotte, "main a[href='/profile/data/export']").await;
    assert_eq!(lotte.path().await, "/profile/data/export");
    lotte.says("main", &email).await;

    let api = portal.signed_in_with(&email, PASSWORD).await;
    let new = format!("{}@firm.example", unique("lotte"));
    let _ = api.post("/profile/email", json!({ "email": new, "password": PASSWORD })).await.expect(202);
    for (mailbox, says) in [(&new, "bevestig dan met deze link"), (&email, "ga dan met deze link akkoord")] {
        let letter = portal.letter(mailbox, says).await;
        lotte.go(&letter.link(&portal, "/email-change")).await;
        follow(&lotte, "form[action='/email-change'] button[value=confirm]").await;
        assert!(!lotte.is_there("form[action='/email-change']").await, "it is said once");
    }
    follow(&lotte, "main a[href='/profile/email']").await;
    lotte.says(".known", &new).await;
    lotte.close().await;
}
