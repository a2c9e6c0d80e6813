//! The vendor's records, kept in a browser.

use std::io::Write;
use std::time::Duration;

use caseport_tests::records::{Firm, unique};
use caseport_tests::{Browser, Portal};

/// A10: from the list to a company, a contract with a mistake, the same without, and the trail that tells of it; and the contract
/// is removed once that was asked.
#[tokio::test]
async fn a10_an_administrator_finds_a_company_and_adds_a_contract() {
    let portal = Portal::from_env();
    let firm = Firm::founded(&portal.administrator().await).await;
    let browser = Browser::start(&portal).await;
    browser.sign_in("administrator").await;
    browser.click(".menu a[href='/companies']").await;
    browser.see("#search-name").await;
    browser.pictures("companies").await;
    browser.fill("#search-name", &format!("firm {}", firm.company)).await;
    browser.click(".search button").await;
    browser.click(&format!(".rows a[href='/companies/{}']", firm.company)).await;
    browser.see("#contracts-title").await;
    browser.pictures("company").await;
    browser.click("a[href$='?add=contracts#form']").await;
    browser.see("#contract-form").await;
    let id = unique("k");
    browser.fill("#contract-id", &id).await;
    browser.fill("#contract-coverage", "Standard").await;
    browser.click("#contract-form button.primary").await;
    browser.see(".problems").await;
    browser.pictures("contract-flaws").await;
    assert_eq!(browser.value("#contract-coverage").await, "Standard");
    browser.click("#contract-products").await;
    browser.script("document.querySelector('#contract-starts').value = '2020-01-01'").await;
    browser.script("document.querySelector('#contract-ends').value = '2099-12-31'").await;
    browser.click("#contract-form button.primary").await;
    browser.see("[data-done]").await;
    browser.says(".trail", &id).await;
    browser.click(&format!(".rows a[href$='?edit=contracts/{id}#form']")).await;
    browser.click("#contract-form .buttons a.button").await;
    browser.see("#contract-remove").await;
    browser.pictures("contract-removal").await;
    browser.click("#contract-remove").await;
    browser.see("[data-done]").await;
    assert!(!browser.is_there(&format!(".rows a[href$='?edit=contracts/{id}#form']")).await, "it is gone");
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}

/// A10: a file is read into the form, checked, mended and brought in.
#[tokio::test]
async fn a10_a_chosen_sheet_is_checked_before_it_is_brought_in() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("administrator").await;
    browser.go("/imports").await;
    let id = unique("firm");
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file can be made");
    write!(file, "id,name,city,zone,company_kind\n{id},Café Zürich,Zürich,Europe/Atlantis,both\n")
        .expect("it can be written");
    browser.script("document.querySelector('#import-sheet').value = 'companies'").await;
    browser.choose_file("#import-file", file.path()).await;
    caseport_tests::eventually("the file is read", Duration::from_secs(5), async || {
        browser.value("#import-csv").await.contains("Café").then_some(())
    })
    .await;
    browser.click("button[name=dry_run]").await;
    browser.says("#report", "zone").await;
    browser.pictures("import-flaws").await;
    let mend = "const area = document.querySelector('#import-csv');
        area.value = area.value.replace('Atlantis', 'Zurich')";
    browser.script(mend).await;
    browser.click("form[action='/imports#report'] button:not([name])").await;
    browser.says("#report .panel", "1").await;
    browser.go(&format!("/companies/{id}")).await;
    browser.says("h1", "Café Zürich").await;
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}
