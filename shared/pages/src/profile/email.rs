//! Another address for one's account: asked for, and withdrawn while it waits for both mailboxes.

use caseport_domain::email_change::EmailChange;
use caseport_domain::input::Flaws;
use jiff::Timestamp;
use serde::Serialize;

/// A change of address that waits for both mailboxes.
#[derive(Clone, Debug, Serialize)]
pub struct PendingEmail {
    /// The address in force.
    pub from: String,
    /// The address asked for.
    pub to: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When the mailbox of the address in force agreed.
    pub agreed_at: Option<Timestamp>,
    /// When the mailbox of the address asked for was proved.
    pub proved_at: Option<Timestamp>,
    /// When it lapses.
    pub ends_at: Timestamp,
}

impl From<EmailChange> for PendingEmail {
    fn from(change: EmailChange) -> Self {
        let ends_at = change.ends_at();
        let EmailChange { from, to, asked_at, agreed_at, proved_at, .. } = change;
        Self { from, to, asked_at, agreed_at, proved_at, ends_at }
    }
}

impl PendingEmail {
    /// Each address, and when its mailbox confirmed.
    pub(crate) fn mailboxes(&self) -> [(&str, Option<Timestamp>); 2] {
        [(&self.from, self.agreed_at), (&self.to, self.proved_at)]
    }
}

/// One's address, with the change of it that is under way or the form to ask for one: it posts `email`, `password` and
/// `csrf` to `/profile/email`.
#[derive(Clone, Debug, Serialize)]
pub struct EmailPage {
    /// The address in force.
    pub email: String,
    /// The change of it that is under way.
    pub pending: Option<PendingEmail>,
    /// What was typed.
    #[serde(skip)]
    pub(crate) typed: String,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
    /// Until when there can be no other try.
    #[serde(skip)]
    pub(crate) throttled: Option<Timestamp>,
}

impl EmailPage {
    /// The page.
    #[must_use]
    pub fn new(email: String, pending: Option<PendingEmail>) -> Self {
        Self { email, pending, typed: String::new(), flaws: Flaws::default(), throttled: None }
    }

    /// The page again, as it was typed and with what is wrong with it. The password is not sent back.
    #[must_use]
    pub fn again(self, typed: &str, flaws: Flaws) -> Self {
        Self { typed: typed.to_owned(), flaws, ..self }
    }

    /// The page again, as it was typed, when there were too many tries or mails until this instant.
    #[must_use]
    pub fn throttled(self, typed: &str, until: Timestamp) -> Self {
        Self { typed: typed.to_owned(), throttled: Some(until), ..self }
    }

    /// Whether the form is shown: beside a change that is under way only if it was sent and is shown again.
    pub(crate) fn has_form(&self) -> bool {
        self.pending.is_none() || self.has_failed()
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.throttled.is_some() || !self.flaws.is_empty()
    }
}

crate::page!(EmailPage, "profile/email.html");
