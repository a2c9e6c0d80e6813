//! The mails that tell people what happened to a case.
//!
//! [`compose`] is all of it: `words` chooses the messages, `letter` puts them together, `layout` makes plain
//! text and HTML of the letter, `mime` the bytes to send.

mod account;
mod digest;
mod layout;
mod letter;
mod mime;
mod outside;
mod quote;
mod reader;
mod words;

pub use crate::account::{Note, Recipient, compose_note};
pub use crate::digest::{Line, compose_digest};
pub use crate::outside::{compose_invitation, compose_outside};

use caseport_brand::Colour;
use caseport_domain::case::{Case, Event};
use caseport_domain::notice::Role;
use caseport_domain::person::User;
use caseport_domain::policy;
use caseport_domain::support::Support;

use crate::letter::Letter;
use crate::reader::Reader;

/// The portal that sends the mail. All of it is configuration: a link must never lead to where a request said
/// it came from (X11).
#[derive(Clone, Copy, Debug)]
pub struct Deployment<'a> {
    /// Where the portal is: `https://support.example.com`, without a path.
    pub origin: &'a str,
    /// The address mail is sent from.
    pub sender: &'a str,
    /// What the portal is called.
    pub brand: &'a str,
    /// The brand's colour, for buttons and links.
    pub colour: Colour,
    /// How the vendor is reached beside the portal, for who cannot go on without.
    pub support: &'a Support,
}

/// A mail to one person about one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its subject, the same for every mail of a case but for the `Re: ` of all after the first.
    pub subject: String,
    /// Its plain text, but for the link that turns mails off: whoever has that can, so that it is the reader's own and kept
    /// nowhere.
    pub text: String,
    /// Its HTML.
    pub html: String,
    /// All of it as MIME, to be sent as it is.
    pub raw: Vec<u8>,
    /// Its `Message-ID`, without the angle brackets.
    pub message_id: String,
}

/// The mail that tells this person, in this capacity, of this event. `case` is the case after the event, `opt_out` the
/// address that turns off the mails about it to them, for who may do that.
///
/// The same arguments make the same mail, to the byte.
///
/// There is none for what only engineers may know, whoever would get it, since mail is forwarded (X26); and
/// none to somebody who may not, or may no longer, see the case (X27). Nothing given to it holds a PIN (G26).
#[must_use]
pub fn compose(
    deployment: &Deployment<'_>,
    recipient: &User,
    role: Role,
    case: &Case,
    event: &Event,
    opt_out: Option<&str>,
) -> Option<Mail> {
    if event.what.is_internal() {
        return None;
    }
    let seat = policy::enter(&recipient.actor, case).ok()?;
    let to = Recipient {
        name: &recipient.actor.person().name,
        email: &recipient.email,
        language: recipient.language,
    };
    Some(told(deployment, &to, &Reader::new(recipient, role, seat), case, event, opt_out))
}

/// The mail that tells a reader of an event.
fn told(
    deployment: &Deployment<'_>,
    to: &Recipient<'_>,
    reader: &Reader<'_>,
    case: &Case,
    event: &Event,
    opt_out: Option<&str>,
) -> Mail {
    let letter = Letter::new(deployment, reader, case, event, opt_out);
    let subject = mime::subject(case, event);
    let text = layout::text(&letter);
    let whole = text.clone() + &layout::opt_out(&letter);
    let html = layout::html(&letter, &subject);
    let message_id = mime::message_id(case.number, event.seq, reader.id, deployment.host());
    let raw = mime::write(&mime::Parts {
        deployment,
        to,
        message_id: &message_id,
        root: Some(&mime::root(case.number, deployment.host())),
        opt_out,
        at: event.at,
        subject: &subject,
        text: &whole,
        html: &html,
    });
    Mail { subject, text, html, raw, message_id }
}

impl Deployment<'_> {
    /// The portal's host, without a port.
    fn host(&self) -> &str {
        let after_scheme = self.origin.split_once("://").map_or(self.origin, |(_, rest)| rest);
        after_scheme.split(['/', ':']).next().unwrap_or_default()
    }
}
