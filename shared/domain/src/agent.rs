//! What a browser says of itself, in as few words as tell one's own sessions apart.

use serde::{Deserialize, Serialize};

/// A browser and what it runs on, by the names their makers give them; empty where it cannot be told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// The browser, or the program.
    pub browser: String,
    /// The operating system.
    pub system: String,
}

/// Signs of browsers, the particular before the general: nearly all say that they are Safari, and most that they are
/// Chrome.
const BROWSERS: [(&str, &str); 10] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

/// Signs of systems: an Android says that it is Linux, an iPhone that it is like a Mac.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Agent {
    /// What a `User-Agent` tells.
    #[must_use]
    pub fn of(header: &str) -> Self {
        let find = |signs: &[(&str, &str)]| {
            let found = signs.iter().find(|(sign, _)| header.contains(sign));
            found.map_or_else(String::new, |(_, name)| (*name).to_owned())
        };
        Self { browser: find(&BROWSERS), system: find(&SYSTEMS) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_known_by_what_they_say() {
        let webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
        for (header, browser, system) in [
            (
                format!("Mozilla/5.0 (Windows NT 10.0; Win64; x64) {webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"),
                "Edge",
                "Windows",
            ),
            (format!("Mozilla/5.0 (Linux; Android 10; K) {webkit} Chrome/142.0 Mobile Safari/537.36"), "Chrome", "Android"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0".into(), "Firefox", "Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1 Version/18.1 Mobile Safari/604.1"
                    .into(),
                "Safari",
                "iOS",
            ),
            ("curl/8.5.0".into(), "curl", ""),
            (String::new(), "", ""),
        ] {
            assert_eq!(Agent::of(&header), Agent { browser: browser.into(), system: system.into() }, "{header}");
        }
    }
}
