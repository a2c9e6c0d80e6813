//! Who reads the mail, as far as that decides what it says.

use std::borrow::Cow;

use caseport_domain::attachment::Attachment;
use caseport_domain::case::Status;
use caseport_domain::form::Answer;
use caseport_domain::id::UserId;
use caseport_domain::notice::Role;
use caseport_domain::person::{Language, User};
use caseport_domain::policy::{Action, Seat};
use caseport_i18n::Tr;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Who reads the mail.
pub(crate) struct Reader<'a> {
    pub id: &'a UserId,
    pub role: Role,
    /// Whether they may do what the mail asks; who may only read is asked nothing.
    pub may_act: bool,
    /// Their language.
    pub tr: Tr,
    zone: TimeZone,
}

impl<'a> Reader<'a> {
    /// The person in this seat. An unknown zone reads as UTC.
    pub fn new(user: &'a User, role: Role, seat: Seat<'_>) -> Self {
        Self {
            id: &user.actor.person().id,
            role,
            may_act: role == Role::Engineer || seat.may(Action::Reply).is_ok(),
            tr: Tr::new(user.language),
            zone: TimeZone::get(&user.zone).unwrap_or(TimeZone::UTC),
        }
    }

    /// Somebody outside, who is mailed in this language and asked nothing. Nobody knows their clock: times are in UTC.
    pub const fn outside(id: &'a UserId, language: Language) -> Self {
        Self { id, role: Role::Outsider, may_act: false, tr: Tr::new(language), zone: TimeZone::UTC }
    }

    /// An instant by the reader's clock.
    pub fn moment(&self, at: Timestamp) -> String {
        self.tr.moment(at, &self.zone)
    }

    /// What was answered to a question, by the reader's clock.
    pub fn answer(&self, answer: &Answer, files: &[Attachment]) -> String {
        self.tr.answer(answer, files, &self.zone)
    }

    /// An instant to keep, with the name of the zone: mail is forwarded to where other clocks hang.
    pub fn deadline(&self, at: Timestamp) -> String {
        let zone = self.zone.to_offset_info(at);
        format!("{} ({})", self.tr.long_moment(at, &self.zone), zone.abbreviation())
    }

    /// A status as this reader reads it.
    pub fn status(&self, status: Status) -> Cow<'static, str> {
        let theirs = self.may_act && self.role != Role::Engineer;
        if theirs { self.tr.your_status(status) } else { self.tr.status(status) }
    }
}
