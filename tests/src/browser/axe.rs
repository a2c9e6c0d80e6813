//! What keeps people from using a page, as far as a program can find it: axe-core's rules.

use std::fmt::Write as _;
use std::sync::LazyLock;

use caseport_local::venv;
use serde_json::{Value, json};

use super::Browser;

/// WCAG 2.2 at the levels A and AA, and what the rules' makers advise beyond it.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The rules that look at colours and sizes, which take most of the time.
const OF_LOOKS: [&str; 4] =
    ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/// Which rules a page is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// All of them.
    All,
    /// Those that its words can break: for a page that is held to all of them in other words.
    OfWords,
}

impl Rules {
    /// Which rules axe leaves out.
    fn but(self) -> Value {
        let left_out = if self == Self::All { &[][..] } else { &OF_LOOKS };
        left_out.iter().map(|rule| ((*rule).to_owned(), json!({ "enabled": false }))).collect()
    }
}

static AXE: LazyLock<String> =
    LazyLock::new(|| venv::axe().unwrap_or_else(|error| panic!("These tests need axe-core. {error:#}")));

impl Browser {
    /// Checks the page as it is now: in this width, in this colour scheme.
    ///
    /// # Panics
    /// When one of these rules is violated.
    pub async fn is_accessible(&self, name: &str, rules: Rules) {
        let told = self.barriers(rules).await;
        assert!(told.is_empty(), "{name} has what keeps people from using it:{told}");
    }

    /// What keeps people from using the page as it is now, in words; nothing where nothing does.
    ///
    /// The script gets there as `WebDriver`'s scripts do, so that the page's Content-Security-Policy stays as it is: half a
    /// megabyte, so that the browser is handed it once and gives it to all further pages.
    pub async fn barriers(&self, rules: Rules) -> String {
        if self.has_axe.set(()).is_ok() {
            self.script(&AXE).await;
            self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": *AXE })).await;
        }
        let options = json!({
            "runOnly": { "type": "tag", "values": TAGS },
            "rules": rules.but(),
            "resultTypes": ["violations"],
            // The rules that would fetch the style sheets again are none of these.
            "preload": false,
        });
        let run = format!("return axe.run({options}).then(({{ violations }}) => violations)");
        let violations = self.script(&run).await;
        violations.as_array().into_iter().flatten().fold(String::new(), tell)
    }
}

/// A violation in words: the rule, and for each element that breaks it where it is and why.
fn tell(mut told: String, violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let _ = write!(told, "\n{}: {}", text(&violation["id"]), text(&violation["help"]));
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let _ = write!(
            told,
            "\n  {}\n    {}",
            node["target"],
            text(&node["failureSummary"]).replace('\n', "\n    ")
        );
    }
    told
}
