//! Questions that come with what is chosen, and their editor, in a browser.

use caseport_tests::forms::{keep, of_demo};
use caseport_tests::{Browser, Portal, eventually, unique};

use crate::{open, without_drafts};

const PRODUCT: &str = "recorder";
/// A product whose cases are opened in the words of a service desk.
const WORKPLACE: &str = "dialer";
const WITHIN: std::time::Duration = std::time::Duration::from_secs(20);

async fn choose(browser: &Browser, css: &str, value: &str) {
    let script = format!(
        "const field = document.querySelector('{css}'); field.value = '{value}';
         field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    browser.script(&script).await;
}

async fn hidden(browser: &Browser, name: &str) -> bool {
    let script =
        format!("return document.querySelector('[name=\"answers/{name}\"]').closest('.question').hidden");
    browser.script(&script).await == true
}

/// C8–C21, E44, E47: product and type bring their questions, an answer brings further ones, and nothing typed is lost.
#[tokio::test]
async fn c8_to_c21_questions_come_with_what_is_chosen() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    for form in ["incident", "request"] {
        keep(&admin, &of_demo("appliance", form, PRODUCT)).await;
    }
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    without_drafts(&browser).await;
    browser.go("/cases/new").await;
    let title = unique("Three workstations do not join the domain");
    browser.fill("#new-title", &title).await;
    browser.fill("#new-description", "Since this morning.").await;
    choose(&browser, "#new-product", PRODUCT).await;
    browser.click("#new-case_type").await;
    browser.says("#new-form", "What kind of incident is it?").await;
    assert_eq!(browser.value("#new-title").await, title);
    assert!(hidden(&browser, "console").await && hidden(&browser, "box_name").await);
    browser.click("[name='answers/nature'][value='console']").await;
    assert!(!hidden(&browser, "console").await && hidden(&browser, "box_name").await);
    browser.fill("[name='answers/console']", "watchdog: reset").await;
    browser.fill("[name='answers/account']", "Acme Leeds").await;
    browser.pictures("questions").await;
    // Another type has other questions; what both ask stays, and what was typed comes back with its question.
    browser.click("#new-case_type-request").await;
    browser.says("#new-form", "What would you like?").await;
    assert_eq!(browser.value("[name='answers/account']").await, "Acme Leeds");
    browser.click("#new-case_type").await;
    browser.says("#new-form", "What kind of incident is it?").await;
    browser.click("[name='answers/nature'][value='console']").await;
    assert_eq!(browser.value("[name='answers/console']").await, "watchdog: reset");
    browser.says("#new-form", "Details").await;
    for unasked in ["impact", "urgency", "reference"] {
        assert!(!browser.is_there(&format!("[name={unasked}]")).await, "C9–C11: {unasked}");
    }
    let case = open(&browser).await;
    browser.says(".answers", "watchdog: reset").await;
    browser.pictures("answers").await;
    let seen = case.seen_by(&portal.customer().await).await;
    assert_eq!(seen["events"][0]["answers"]["form"], "appliance-incident");
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}

/// M26, M27, M29: impact and urgency come in the desk's own words, and no title is asked: the first line of the description is
/// one. G19: an admin case is asked for none of that, nor for a product.
#[tokio::test]
async fn m26_m29_standard_questions_come_in_the_forms_own_words() {
    let portal = Portal::from_env();
    keep(&portal.administrator().await, &of_demo("it-services", "melding", WORKPLACE)).await;
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    without_drafts(&browser).await;
    browser.go("/cases/new").await;
    let line = unique("The scanner beeps twice");
    browser.fill("#new-description", &line).await;
    choose(&browser, "#new-product", WORKPLACE).await;
    browser.click("#new-case_type").await;
    browser.says("#new-form", "We can manage for half a day").await;
    assert_eq!(browser.value("#new-description").await, line, "what was typed stays");
    assert!(!browser.is_there("#new-title").await);
    choose(&browser, "[name=\"answers/applies_to\"]", "printer").await;
    for choice in ["#new-impact", "#new-urgency-medium"] {
        browser.click(choice).await;
    }
    browser.pictures("standard-questions").await;
    let case = open(&browser).await;
    browser.says("h1", &line).await;
    browser.says(".facts", "We can manage for half a day").await;
    browser.says(".facts", "Printer or scanner").await;
    assert!(!browser.is_there(".answers").await, "M37: short answers are among the facts only");
    let seen = case.seen_by(&portal.customer().await).await;
    assert_eq!((&seen["impact"], &seen["urgency"]), (&"person".into(), &"medium".into()));

    browser.go("/cases/new").await;
    browser.click("#new-case_type-admin").await;
    let hidden = "return document.querySelector('#new-product').offsetParent === null";
    eventually("the product to be asked no more", WITHIN, async || {
        (browser.script(hidden).await == true).then_some(())
    })
    .await;
    assert!(!browser.is_there("[name=impact]").await && browser.is_there("#new-title").await);
    browser.click("#new-case_type").await;
    eventually("the product to be asked again", WITHIN, async || {
        (browser.script(hidden).await == false).then_some(())
    })
    .await;
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}

/// A13: the editor's buttons work in place, and the preview follows what is typed.
#[tokio::test]
async fn a13_the_preview_follows_what_is_typed() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("administrator").await;
    browser.go("/forms").await;
    browser.pictures("forms").await;
    browser.click("a[href='/forms/new']").await;
    browser.fill("[name='name/en']", "A form of a test").await;
    browser.says("#preview", "A form of a test").await;
    browser.click("#do-add").await;
    browser.see("[name='fields/0/key']").await;
    browser.fill("[name='fields/0/key']", "since").await;
    browser.fill("[name='fields/0/label/en']", "Since when is it so?").await;
    choose(&browser, "[name=\"fields/0/kind\"]", "moment").await;
    browser.says("#preview", "Since when is it so?").await;
    browser.click("#do-add").await;
    browser.see("[name='fields/1/key']").await;
    browser.fill("[name='fields/1/key']", "first").await;
    browser.click("[id='do-up.1']").await;
    eventually("the question to have moved up", WITHIN, async || {
        (browser.value("[name='fields/0/key']").await == "first").then_some(())
    })
    .await;
    assert_eq!(browser.value("[name='fields/1/label/en']").await, "Since when is it so?");
    browser.click(".standard-edit:nth-of-type(3) summary").await;
    browser.fill("[name='standard/title/label/en']", "In a few words").await;
    browser.says("#preview", "In a few words").await;
    browser.click("[name='standard/title/left_out']").await;
    eventually("the title to be left out", WITHIN, async || {
        (!browser.text("#preview").await.contains("In a few words")).then_some(())
    })
    .await;
    browser.pictures("form-editor").await;
    browser.click("form[data-editor] > .buttons button.primary").await;
    browser.says(".problems", "Name (Nederlands) is required.").await;
    browser.pictures("form-flaws").await;
    assert_eq!(browser.errors().await, [""; 0]);
    browser.close().await;
}

/// Lets what the page sends from now on be under way long enough to go on meanwhile.
const SLOWLY: &str = "const send = window.fetch;
    window.fetch = async (...request) => {
      await new Promise((over) => setTimeout(over, 1500));
      return send(...request);
    }";

/// The editor of a new form that has one question, in a browser whose requests are slow from then on.
async fn slow_editor(portal: &Portal) -> Browser {
    let browser = Browser::start(portal).await;
    browser.sign_in("administrator").await;
    browser.go("/forms/new").await;
    browser.fill("[name='name/en']", "A form of a test").await;
    browser.click("#do-add").await;
    browser.fill("[name='fields/0/key']", "since").await;
    browser.fill("[name='fields/0/label/en']", "Since when is it so?").await;
    browser.says("#preview", "Since when is it so?").await;
    browser.script(SLOWLY).await;
    browser
}

async fn has_questions(browser: &Browser, count: usize) {
    let questions = "return document.querySelectorAll('.question-edit').length";
    let what = format!("the editor to have {count} questions");
    eventually(&what, WITHIN, async || (browser.script(questions).await == count).then_some(())).await;
}

/// Presses a button of the editor twice before anything is answered.
async fn press_twice(browser: &Browser, id: &str) {
    let script = format!("const button = document.getElementById('{id}'); button.click(); button.click()");
    browser.script(&script).await;
}

/// A13: a preview that is due while a button's answer is on its way does not take its place, nor is what is typed lost.
#[tokio::test]
async fn a13_what_is_typed_and_what_is_pressed_wait_for_each_other() {
    let portal = Portal::from_env();
    let browser = slow_editor(&portal).await;
    browser.fill("[name='fields/0/help/en']", "The day is enough.").await;
    browser.click("#do-add").await;
    browser.fill("[name='fields/0/label/en']", "Since which day is it so?").await;
    has_questions(&browser, 2).await;
    assert_eq!(browser.script("return document.activeElement.id").await, "form-fields/0/label/en");
    assert_eq!(browser.value("[name='fields/0/label/en']").await, "Since which day is it so?");
    assert_eq!(browser.value("[name='fields/0/help/en']").await, "The day is enough.");
    browser.says("#preview", "Since which day is it so?").await;
    browser.says("#preview", "The day is enough.").await;
    browser.close().await;
}

/// A13: each press of a button counts, and is for the question it was pressed at, wherever an earlier one has moved that.
#[tokio::test]
async fn a13_each_press_of_a_button_counts() {
    let portal = Portal::from_env();
    let browser = slow_editor(&portal).await;
    press_twice(&browser, "do-add").await;
    has_questions(&browser, 3).await;
    browser.fill("[name='fields/2/key']", "last").await;
    press_twice(&browser, "do-up.2").await;
    // Goes with its question.
    browser.fill("[name='fields/2/label/en']", "What else?").await;
    eventually("the question to have moved up twice", WITHIN, async || {
        (browser.value("[name='fields/0/key']").await == "last").then_some(())
    })
    .await;
    assert_eq!(browser.value("[name='fields/0/label/en']").await, "What else?");
    // What is removed already is not removed again, nor is another in its place.
    press_twice(&browser, "do-remove.0").await;
    has_questions(&browser, 2).await;
    browser.click("#do-add").await;
    has_questions(&browser, 3).await;
    assert_eq!(browser.value("[name='fields/0/key']").await, "since");
    browser.close().await;
}
