//! The record of a mail: that somebody was to be told, what was written, and what became of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::UserId;
use crate::notice::Role;

/// A mail about a case. Every notice becomes one, and every one ends in a state that says what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The event it tells of.
    pub seq: u32,
    /// To whom.
    pub to: UserId,
    /// Their name.
    pub name: String,
    /// In which capacity they were told.
    pub role: Role,
    /// Its subject.
    pub subject: String,
    /// Its text, as the plain part says it.
    pub text: String,
    /// When it was queued.
    pub at: Timestamp,
    /// What became of it.
    pub state: DeliveryState,
}

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryState {
    /// It waits to be sent.
    Queued,
    /// The mail service took it.
    Sent,
    /// The recipient's server refused it.
    Bounced,
    /// The recipient called it unwanted.
    Complained,
    /// It was not to be sent: there is no address to send it to, or none that the mail service takes.
    Suppressed,
    /// It waits to be sent with others, once a day.
    HeldForDigest,
    /// It waits for the end of the recipient's quiet hours.
    HeldForQuietHours,
    /// It was not sent: the recipient is mailed for other things.
    NotChosen,
    /// It was not sent: the recipient wants no mails about the case.
    Unsubscribed,
    /// It was not sent, and why is the recipient's own to know. Shown to others, and never stored.
    NotSent,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Queued,
        Self::Sent,
        Self::Bounced,
        Self::Complained,
        Self::Suppressed,
        Self::HeldForDigest,
        Self::HeldForQuietHours,
        Self::NotChosen,
        Self::Unsubscribed,
        Self::NotSent,
    ];

    /// Its stable code, as in JSON and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Suppressed => "suppressed",
            Self::HeldForDigest => "held-for-digest",
            Self::HeldForQuietHours => "held-for-quiet-hours",
            Self::NotChosen => "not-chosen",
            Self::Unsubscribed => "unsubscribed",
            Self::NotSent => "not-sent",
        }
    }

    /// What it is for who is not to know what the recipient chose.
    #[must_use]
    pub const fn to_others(self) -> Self {
        match self {
            Self::HeldForDigest | Self::HeldForQuietHours => Self::Queued,
            Self::NotChosen | Self::Unsubscribed => Self::NotSent,
            state => state,
        }
    }
}
