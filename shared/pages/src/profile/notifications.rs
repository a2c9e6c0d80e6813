//! For what one is mailed about one's cases, where one chose nothing for a case itself, and when.

use caseport_domain::held::Quiet;
use caseport_domain::input::Flaws;
use caseport_domain::wishes::{Preferences, Topic, Topics};
use serde::{Deserialize, Serialize};

use crate::Chrome;

/// For what one is mailed, and when. The form posts [`NotificationsTyped`] and `csrf` to `/profile/notifications`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotificationsPage {
    /// For what.
    pub topics: Topics,
    /// The hour of one's zone at which what can wait is mailed together; none for a mail each.
    pub digest: Option<i8>,
    /// The hours of one's zone in which nothing is mailed that can wait.
    pub quiet: Option<Quiet>,
    #[serde(skip)]
    pub(crate) typed: NotificationsTyped,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// What is typed into the form: codes and hours, empty for none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NotificationsTyped {
    /// Codes of what one is mailed for.
    pub topics: Vec<String>,
    /// The hour of the digest.
    pub digest: String,
    /// The hour that quiet hours begin at.
    pub quiet_from: String,
    /// The hour that they end at.
    pub quiet_until: String,
}

impl NotificationsPage {
    /// The page again, as it was typed and with what is wrong with it.
    #[must_use]
    pub fn again(self, typed: NotificationsTyped, flaws: Flaws) -> Self {
        Self { typed, flaws, ..self }
    }

    pub(crate) fn has(&self, topic: Topic) -> bool {
        self.typed.topics.iter().any(|code| code == topic.code())
    }

    /// What there is to choose from.
    pub(crate) fn offered(chrome: &Chrome<'_>) -> &'static [Topic] {
        if chrome.is_engineer() { &Topic::OF_ENGINEERS } else { &Topic::ALL }
    }

    pub(crate) fn failed(&self) -> bool {
        !self.flaws.is_empty()
    }

    /// The hours of a day, as the form sends them and as people read them.
    pub(crate) fn hours() -> impl Iterator<Item = (String, String)> {
        (0..24).map(|hour| (hour.to_string(), format!("{hour:02}:00")))
    }

    /// Whether this hour was typed into this field.
    pub(crate) fn is_hour(&self, field: &str, hour: &str) -> bool {
        let typed = match field {
            "digest" => &self.typed.digest,
            "quiet_from" => &self.typed.quiet_from,
            _ => &self.typed.quiet_until,
        };
        typed == hour
    }
}

impl From<Preferences> for NotificationsPage {
    fn from(preferences: Preferences) -> Self {
        let Preferences { topics, digest, quiet, .. } = preferences;
        let hour = |hour: Option<i8>| hour.map(|hour| hour.to_string()).unwrap_or_default();
        let typed = NotificationsTyped {
            topics: topics.iter().map(|topic| topic.code().to_owned()).collect(),
            digest: hour(digest),
            quiet_from: hour(quiet.map(|quiet| quiet.from)),
            quiet_until: hour(quiet.map(|quiet| quiet.until)),
        };
        Self { topics, digest, quiet, typed, flaws: Flaws::default() }
    }
}

crate::page!(NotificationsPage, "profile/notifications.html");
