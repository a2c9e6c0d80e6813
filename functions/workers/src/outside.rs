//! Mailing people outside the portal who follow a case, or are asked to (C29).

use caseport_domain::case::{Case, Event, Happened};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::notice::{Notice, Role};
use caseport_domain::person::{Language, User};
use caseport_mail::{Deployment, Mail, Recipient, compose_invitation, compose_outside};
use caseport_routes::Route;
use caseport_store::cases::History;
use caseport_store::{CursorKey, Invitation, OptOut};
use jiff::Timestamp;

/// Who writes whom about what, and the key that signs the links.
pub(crate) struct Writing<'a> {
    pub portal: Deployment<'a>,
    pub key: &'a CursorKey,
    pub history: &'a History,
    /// The case after the event.
    pub case: &'a Case,
    pub event: &'a Event,
    pub now: Timestamp,
}

impl<'a> Writing<'a> {
    /// The address of somebody outside, the mail for them and its record: the link to confirm for who is asked, in the language
    /// of `inviter`; for who confirmed, what happened. Nothing for who is neither any more, or was asked too long ago.
    pub(crate) fn to(&self, notice: &Notice, inviter: Option<&User>) -> Option<(&'a str, Mail, Delivery)> {
        let (number, id) = (self.case.number, &notice.to);
        let email = self.history.address_of(id)?;
        let outsider = self.history.case.outsider(id, self.now).ok()?;
        let recipient = |language| Recipient { name: "", email, language };
        let mail = match (&self.event.what, outsider.language()) {
            (Happened::OutsiderInvited { .. }, None) => {
                let link = Invitation { number, outsider: id.clone() }.seal(self.key);
                let path = format!("{}?link={link}", Route::FOLLOW);
                let language = inviter.map_or(Language::default(), |user| user.language);
                compose_invitation(&self.portal, &recipient(language), self.case, self.event, &path)
            }
            // Who confirmed meanwhile needs no link.
            (Happened::OutsiderInvited { .. }, Some(_)) | (_, None) => return None,
            (_, Some(language)) => {
                let link = OptOut { number, user: id.clone() }.seal(self.key);
                let link = format!("{}{}?link={link}", self.portal.origin, Route::UNSUBSCRIBE);
                compose_outside(&self.portal, &recipient(language), id, self.case, self.event, &link)?
            }
        };
        let delivery = Delivery {
            seq: self.event.seq,
            to: id.clone(),
            // The address is kept in one place only, where it can be struck.
            name: String::new(),
            role: Role::Outsider,
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            at: self.now,
            state: DeliveryState::Queued,
        };
        Some((email, mail, delivery))
    }
}
