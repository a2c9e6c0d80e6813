//! A real browser: headless Chromium, driven as a person would.

mod axe;
mod driver;
mod screens;

use std::sync::OnceLock;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

pub use self::axe::Rules;
use self::driver::Driver;
use crate::Portal;

/// How long a page may take to show something, on a busy machine.
const SHOWS_WITHIN: Duration = Duration::from_secs(20);

/// How often the tab key is pressed to get somewhere: no page has more that takes the focus.
const MOST_TABS: u32 = 150;

/// A browser of its own, with its own cookies. What it is told to do, it does or the test fails.
pub struct Browser {
    web: WebDriver,
    portal: Portal,
    /// Whether its pages get axe as they come.
    has_axe: OnceLock<()>,
    // Ended after `web`, which speaks to it.
    _driver: Driver,
}

impl Browser {
    /// Starts a browser.
    pub async fn start(portal: &Portal) -> Self {
        let driver = Driver::start();
        let web = WebDriver::new(driver.address(), driver.capabilities()).await;
        let web = web.unwrap_or_else(|error| panic!("Chromium cannot be started: {error}"));
        Self { web, portal: portal.clone(), has_axe: OnceLock::new(), _driver: driver }
    }

    /// Goes to a page.
    pub async fn go(&self, path: &str) {
        let address = format!("{}{path}", self.portal.origin());
        self.web.goto(&address).await.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Shows a page that the portal did not make, as if it had: with its policy and its assets.
    pub async fn show(&self, html: &str) {
        self.go("/sign-in").await;
        let tree = self.devtools("Page.getFrameTree", json!({})).await;
        let page = json!({ "frameId": tree["frameTree"]["frame"]["id"], "html": html });
        self.devtools("Page.setDocumentContent", page).await;
        let complete = "return document.readyState === 'complete'
            && [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet?.cssRules.length)";
        crate::eventually(
            "the page and its style sheets, which must be those of the portal, to be complete",
            SHOWS_WITHIN,
            async || (self.script(complete).await == true).then_some(()),
        )
        .await;
    }

    /// Signs in on the page one is on, or is led to.
    pub async fn sign_in(&self, role: &str) {
        let account = self.portal.account(role).clone();
        self.sign_in_as(&account.email, &account.password).await;
    }

    /// Signs in with this address and password, on the page one is on, or is led to.
    pub async fn sign_in_as(&self, email: &str, password: &str) {
        if self.path().await != "/sign-in" && !self.is_there("#sign-in-email").await {
            self.go("/sign-in").await;
        }
        self.fill("#sign-in-email", email).await;
        self.fill("#sign-in-password", password).await;
        self.click("form[action='/session'] button.primary").await;
        // A click may be over before the page it leads to has come, and with it the cookies.
        let gone = async || (!self.is_there("#sign-in-password").await).then_some(());
        crate::eventually("to be signed in", SHOWS_WITHIN, gone).await;
    }

    /// Path of the page one is on.
    pub async fn path(&self) -> String {
        self.url().await.path().to_owned()
    }

    async fn url(&self) -> reqwest::Url {
        self.web.current_url().await.expect("a page has an address")
    }

    /// The element that this selector names, as soon as one sees it.
    pub async fn see(&self, css: &str) -> WebElement {
        let what = format!("{css} to be seen");
        crate::eventually(&what, SHOWS_WITHIN, async || {
            // A page that is just being left answers with errors.
            for element in self.web.find_all(By::Css(css)).await.ok()? {
                if element.is_displayed().await.is_ok_and(|seen| seen) {
                    return Some(element);
                }
            }
            None
        })
        .await
    }

    /// Whether there is such an element now, to be seen or not.
    pub async fn is_there(&self, css: &str) -> bool {
        self.web.find_all(By::Css(css)).await.is_ok_and(|found| !found.is_empty())
    }

    /// The text of the first such element, as soon as one sees it.
    pub async fn text(&self, css: &str) -> String {
        self.see(css).await.text().await.expect("an element has text")
    }

    /// Waits until an element says this.
    pub async fn says(&self, css: &str, words: &str) {
        // ChromeDriver tells of a space that does not break as of any other.
        let breaking = |text: &str| text.replace('\u{a0}', " ");
        let (what, words) = (format!("{css} to say “{words}”"), breaking(words));
        crate::eventually(&what, SHOWS_WITHIN, async || {
            let elements = self.web.find_all(By::Css(css)).await.ok()?;
            for element in elements {
                if element.text().await.is_ok_and(|text| breaking(&text).contains(&words)) {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Types over what is in a field.
    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.see(css).await;
        field.clear().await.expect("a field can be emptied");
        field.send_keys(text).await.expect("a field can be typed into");
    }

    /// What is in a field.
    pub async fn value(&self, css: &str) -> String {
        let _ = self.see(css).await;
        // In one go: a script may put another field in its place at any time.
        let value = self.script(&format!("return document.querySelector({}).value", Value::from(css))).await;
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks, and waits for the page it leads to.
    pub async fn click(&self, css: &str) {
        let element = self.see(css).await;
        element.scroll_into_view().await.expect("an element can be scrolled to");
        element.click().await.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}"));
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) {
        self.web.action_chain().send_keys(keys).perform().await.expect("a key can be pressed");
    }

    /// Presses the tab key until an element that this selector names has the focus, and shows that it has; not at all if it
    /// has it already.
    ///
    /// # Panics
    /// When the focus does not get there.
    pub async fn tab_to(&self, css: &str) {
        let here = format!(
            "const at = document.activeElement;
             const style = getComputedStyle(at);
             const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
             return at.matches({}) ? (outlined ? 'shown' : 'hidden') : ''",
            Value::from(css)
        );
        self.see(css).await;
        for _ in 0..MOST_TABS {
            let there = self.script(&here).await;
            assert_ne!(there, "hidden", "{css} has the focus and does not show it");
            if there == "shown" {
                return;
            }
            self.press(Key::Tab + "").await;
        }
        panic!("{css} cannot be reached by keyboard");
    }

    /// Presses Enter where the focus is, and waits for the page it leads to.
    pub async fn enter(&self) {
        self.script("document.documentElement.dataset.left = ''").await;
        self.press(Key::Enter + "").await;
        let come = async || self.is_there("html:not([data-left])").await.then_some(());
        crate::eventually("the page that Enter leads to", SHOWS_WITHIN, come).await;
    }

    /// Chooses files in a file field, which pages hide behind a label.
    pub async fn choose_file(&self, css: &str, file: &std::path::Path) {
        let field = self.web.find(By::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"));
        let file = file.to_str().expect("a temporary file's path is UTF-8");
        field.send_keys(file).await.expect("a file can be chosen");
    }

    /// Saves what is downloaded from now on into a folder.
    pub async fn saves_into(&self, folder: &std::path::Path) {
        let parameters = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", parameters).await;
    }

    /// Runs a script on the page; what it returns.
    pub async fn script(&self, script: &str) -> Value {
        let value = self.web.execute(script, Vec::new()).await;
        value.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let answer = self.web.cdp().send_raw(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Loses a cookie, as a browser does when its time is over.
    pub async fn lose_cookie(&self, name: &str) {
        let parameters = json!({ "name": name, "url": self.portal.origin() });
        self.devtools("Network.deleteCookies", parameters).await;
    }

    /// Cuts or restores the network, with so many bytes a second to send; -1 for no limit.
    pub async fn network(&self, online: bool, upload_bytes_per_second: i64) {
        self.devtools("Network.enable", json!({})).await;
        let conditions = json!({
            "offline": !online, "latency": 0, "downloadThroughput": -1,
            "uploadThroughput": upload_bytes_per_second,
        });
        self.devtools("Network.emulateNetworkConditions", conditions).await;
    }

    /// What the console says that is an error: scripts that failed, what the Content-Security-Policy kept
    /// out. An address that answered with an error is none: the tests look at those themselves.
    pub async fn errors(&self) -> Vec<String> {
        let log = self.web.browser_log().await.expect("the console can be read");
        let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
        let messages = severe.map(|entry| entry.message);
        messages.filter(|text| !text.contains("Failed to load resource")).collect()
    }

    /// Closes the browser.
    ///
    /// # Panics
    /// When its console told of an error.
    pub async fn close(self) {
        assert_eq!(self.errors().await, [""; 0], "the console tells of errors");
        self.web.quit().await.expect("a browser can be closed");
    }
}
