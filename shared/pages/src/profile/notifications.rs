//! For what one is mailed about one's cases, where one chose nothing for a case itself.

use caseport_domain::wishes::{Preferences, Topic, Topics};
use serde::Serialize;

/// For what one is mailed. The form posts `topics` and `csrf` to `/profile/notifications`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotificationsPage {
    /// For what.
    pub topics: Topics,
}

impl NotificationsPage {
    pub(crate) fn has(&self, topic: Topic) -> bool {
        self.topics.contains(&topic)
    }
}

impl From<Preferences> for NotificationsPage {
    fn from(preferences: Preferences) -> Self {
        Self { topics: preferences.topics }
    }
}

crate::page!(NotificationsPage, "profile/notifications.html");
