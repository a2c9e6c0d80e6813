//! What is kept of a person, for them to take along.

use caseport_domain::agent::Agent;
use caseport_domain::audit::Entry;
use caseport_domain::case::Status;
use caseport_domain::delivery::DeliveryState;
use caseport_domain::draft::Draft;
use caseport_domain::form::Answers;
use caseport_domain::person::Language;
use caseport_domain::profile::Profile;
use caseport_domain::registration::Accepted;
use caseport_i18n::Tr;
use jiff::Timestamp;
use serde::Serialize;

use super::email::PendingEmail;
use super::notifications::NotificationsPage;
use super::sessions::signed_in;
use super::tokens::TokenLine;
use crate::Mailing;
use crate::access::{ConfirmationView, RequestView};

/// What is kept of a person: no password, no PIN, no key of a second factor, and of others nothing but their names where they
/// stand in the person's own cases or changed the person's record.
#[derive(Clone, Debug, Serialize)]
pub struct Export {
    /// The instant it says how things were at.
    pub exported_at: Timestamp,
    /// The account.
    pub account: ExportAccount,
    /// What they say of themselves, once they did.
    pub profile: Option<Profile>,
    /// Where they are or were signed in, as far as it is kept: the newest 50 sessions, the newest first, in the first part.
    pub sessions: Vec<ExportSession>,
    /// Their personal access tokens, as far as they are kept, the newest first, in the first part.
    pub tokens: Vec<TokenLine>,
    /// The companies that they ever acted for, in the first part.
    pub acted_for: Vec<ExportCompany>,
    /// Who changed what of their record and of how they sign in, the newest first, in the first part.
    pub trail: Vec<Entry>,
    /// What they asked for of access in the last year, also by an address from before they had an account, in the first part.
    pub access_requests: Vec<RequestView>,
    /// What others asked for in the last year and they were to confirm, in the first part.
    pub access_confirmations: Vec<ConfirmationView>,
    /// What they have begun to write and not sent yet, in the first part.
    pub drafts: Vec<Draft>,
    /// The cases of this part that they opened, follow or wrote in.
    pub cases: Vec<ExportCase>,
    /// The address of the part with further cases, if there is one.
    pub next: Option<String>,
}

/// An account.
#[derive(Clone, Debug, Serialize)]
pub struct ExportAccount {
    /// Its identifier, also called Contact ID.
    pub id: String,
    /// The name shown beside what they do.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
    /// The name they sign in with beside that.
    pub username: Option<String>,
    /// The language of their pages and mails.
    pub language: Language,
    /// The zone their times are shown in.
    pub zone: String,
    /// Name of their employer; none for the vendor's own people.
    pub company: Option<String>,
    /// Code of their access level.
    pub level: Option<caseport_domain::actor::Level>,
    /// Code of whose cases they see.
    pub scope: Option<caseport_domain::actor::Scope>,
    /// For what they are mailed about cases, where they chose nothing for a case itself, and when.
    pub notifications: NotificationsPage,
    /// When they last signed in.
    pub last_sign_in: Option<Timestamp>,
    /// The rules they last accepted.
    pub rules: Option<Accepted>,
    /// Since when they sign in with a second factor, if they do.
    pub second_factor_since: Option<Timestamp>,
    /// The change of their address that is under way.
    pub pending_email: Option<PendingEmail>,
}

/// A company that somebody acted for.
#[derive(Clone, Debug, Serialize)]
pub struct ExportCompany {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A session, running or ended.
#[derive(Clone, Debug, Serialize)]
pub struct ExportSession {
    /// What signed in.
    #[serde(flatten)]
    pub agent: Agent,
    /// When it began.
    pub begun_at: Timestamp,
    /// When it was last used, to a quarter of an hour.
    pub last_used_at: Timestamp,
    /// When it ends, or ended, by itself.
    pub ends_at: Timestamp,
}

impl ExportSession {
    /// What signed in, in words.
    pub(crate) fn what(&self, tr: Tr) -> String {
        signed_in(&self.agent, tr)
    }
}

/// A case, as far as it tells of the person.
#[derive(Clone, Debug, Serialize)]
pub struct ExportCase {
    /// Its number.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// Name of its product, if it is about one.
    pub product: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Whether they opened it.
    pub reporter: bool,
    /// Whether they follow it.
    pub observer: bool,
    /// For what they are mailed about it.
    pub mailing: Mailing,
    /// What they did in it.
    pub entries: Vec<ExportEntry>,
    /// The mails about it that were sent to them.
    pub mails: Vec<ExportMail>,
}

/// Something they did in a case.
#[derive(Clone, Debug, Serialize)]
pub struct ExportEntry {
    /// When.
    pub at: Timestamp,
    /// Code of what.
    pub event: &'static str,
    /// What they wrote.
    pub text: Option<String>,
    /// What they answered to the questions the case was opened with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Answers>,
    /// The names of the files they sent along.
    pub attachments: Vec<String>,
    #[serde(skip)]
    pub(crate) sentence: caseport_domain::case::Happened,
    /// Whether they did it to nobody but themself.
    #[serde(skip)]
    pub(crate) themself: bool,
}

impl ExportEntry {
    /// The entry of an event of theirs.
    #[must_use]
    pub fn of(event: &caseport_domain::case::Event) -> Self {
        Self {
            at: event.at,
            event: event.what.code(),
            text: event.what.text().map(str::to_owned),
            answers: event.what.answers().cloned(),
            attachments: event.what.attachments().iter().map(|file| file.name.as_str().to_owned()).collect(),
            sentence: event.what.clone(),
            themself: event.is_about_oneself(),
        }
    }
}

/// A mail that was sent to them. Its text, which quotes others, is not repeated.
#[derive(Clone, Debug, Serialize)]
pub struct ExportMail {
    /// When it was queued.
    pub at: Timestamp,
    /// Its subject.
    pub subject: String,
    /// What became of it.
    pub state: DeliveryState,
}

crate::page!(Export, "profile/export.html");
