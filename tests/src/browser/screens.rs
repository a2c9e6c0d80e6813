//! Pictures of pages, for people to look at.

use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_local::paths;
use serde_json::{Value, json};

use super::{Browser, Rules};

/// The narrowest screen that WCAG asks for.
const NARROW: u16 = 320;

/// One of the looks of a page. Widths and colours do not touch each other: two looks show both of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// On a narrow screen, in dark colours.
    NarrowDark,
    /// On a desk's screen, in light colours.
    WideLight,
}

impl Look {
    const ALL: [Self; 2] = [Self::NarrowDark, Self::WideLight];

    const fn parts(self) -> (u16, &'static str) {
        match self {
            Self::NarrowDark => (NARROW, "dark"),
            Self::WideLight => (1280, "light"),
        }
    }
}

impl Browser {
    /// Takes a picture of the page one is on in each look, into `target/screenshots`.
    ///
    /// # Panics
    /// When a narrow screen would have to be scrolled sideways, or the page fails [`Browser::is_well_made`] or, in a look,
    /// [`Browser::is_accessible`].
    pub async fn pictures(&self, name: &str) {
        self.is_well_made(name).await;
        for look in Look::ALL {
            let look = self.look_at(name, look).await;
            self.picture(&look).await;
            self.is_accessible(&look, Rules::All).await;
        }
        self.as_before().await;
    }

    /// Looks at the page one is on without taking a picture: for one that differs by its words only from one of which
    /// [`Browser::pictures`] were taken.
    ///
    /// # Panics
    /// When a narrow screen would have to be scrolled sideways, or the page fails [`Browser::is_well_made`] or
    /// [`Browser::is_accessible`] by the rules of words.
    pub async fn glance(&self, name: &str) {
        self.is_well_made(name).await;
        for look in Look::ALL {
            self.look_at(name, look).await;
        }
        self.is_accessible(name, Rules::OfWords).await;
        self.as_before().await;
    }

    /// Has the page look so; what that is called.
    async fn look_at(&self, name: &str, look: Look) -> String {
        let (width, scheme) = look.parts();
        self.fits(name, width).await;
        self.prefer(scheme).await;
        self.script(SETTLE).await;
        format!("{name}-{width}-{scheme}")
    }

    /// Makes the screen this wide, which the page must not be wider than.
    async fn fits(&self, name: &str, width: u16) {
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(self.script(wider).await, 0, "{name} is wider than a screen of {width}");
    }

    /// Leaves the screen as it was before pictures were taken.
    async fn as_before(&self) {
        self.prefer("").await;
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
    }

    async fn prefer(&self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    async fn picture(&self, name: &str) {
        let whole = json!({ "captureBeyondViewport": true });
        let picture = self.devtools("Page.captureScreenshot", whole).await;
        let png = BASE64_STANDARD.decode(picture["data"].as_str().unwrap_or_default());
        let file: PathBuf = paths::target().join("screenshots").join(format!("{name}.png"));
        fs::create_dir_all(file.parent().expect("it is in a folder")).expect("that folder can be made");
        fs::write(file, png.expect("a picture is base64")).expect("a picture can be written");
    }

    /// Checks what every page must have: a language, one heading of the first rank, a name for every field,
    /// and no identifier twice.
    pub async fn is_well_made(&self, name: &str) {
        let flaws = self.script(FLAWS).await;
        assert_eq!(flaws, Value::Array(Vec::new()), "{name} is not well made");
    }
}

/// Brings the colours that are on their way from one scheme to the other to their end.
const SETTLE: &str = r"
const ends = (animation) => Number.isFinite(animation.effect.getComputedTiming().endTime);
document.getAnimations().filter(ends).forEach((animation) => animation.finish());
";

const FLAWS: &str = r"
const flaws = [];
const all = (css) => [...document.querySelectorAll(css)];
if (!document.documentElement.lang) flaws.push('no language');
if (all('h1').length !== 1) flaws.push(all('h1').length + ' headings h1');
if (!document.title.trim()) flaws.push('no title');
for (const field of all('input:not([type=hidden]), select, textarea')) {
  const named = field.labels?.length || field.getAttribute('aria-label') || field.getAttribute('aria-labelledby');
  if (!named) flaws.push('a field without a name: ' + field.outerHTML.slice(0, 80));
}
for (const button of all('button, a[href]')) {
  if (!button.textContent.trim() && !button.getAttribute('aria-label')) flaws.push('nameless: ' + button.outerHTML.slice(0, 80));
}
const ids = all('[id]').map((element) => element.id);
for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) flaws.push('twice: #' + id);
return flaws;
";
