//! What went to and fro about a case: what the customer wrote here, and the mails.

use caseport_domain::case::Happened;
use jiff::Timestamp;
use serde::Serialize;

use super::entry::{By, Entry, Mail};
use crate::drafts::excerpt;

/// One of what went to and fro: an update or a mail.
#[derive(Clone, Debug, Serialize)]
pub struct Post<'a> {
    /// When it was written or queued.
    pub at: Timestamp,
    /// What the customer wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<Update<'a>>,
    /// The place of a mail among the case's, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<usize>,
}

/// Something the customer wrote to a case after it was opened, which the thread has as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct Update<'a> {
    /// Its place in the case's history.
    pub seq: u32,
    /// Who wrote it.
    pub by: By<'a>,
    /// Its first line, as far as there is room for it.
    pub line: String,
    #[serde(skip)]
    pub(crate) what: &'a Happened,
}

impl<'a> Post<'a> {
    /// These events and mails by time.
    pub(super) fn all(events: &[Entry<'a>], mails: &[Mail<'a>]) -> Vec<Self> {
        let updates = events.iter().filter_map(|entry| {
            Update::of(entry).map(|update| Self { at: entry.at, update: Some(update), mail: None })
        });
        let places = mails.iter().enumerate();
        let mails = places.map(|(place, mail)| Self { at: mail.at, update: None, mail: Some(place) });
        let mut posts: Vec<Self> = updates.chain(mails).collect();
        posts.sort_by_key(|post| (post.at, post.mail));
        posts
    }
}

impl<'a> Update<'a> {
    fn of(entry: &Entry<'a>) -> Option<Self> {
        let is_theirs = entry.by.kind == "contact" && !entry.is_line();
        if !is_theirs || matches!(entry.what, Happened::Opened(..)) {
            return None;
        }
        let text = entry.text.unwrap_or_default();
        let line = text.lines().find(|line| !line.trim().is_empty()).map(excerpt).unwrap_or_default();
        Some(Self { seq: entry.seq, by: entry.by, line, what: entry.what })
    }
}
