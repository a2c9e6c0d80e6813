//! Mails to people outside the portal: the link by which they confirm that they want to follow a case, and from then on what
//! an observer is mailed (C29).

use caseport_domain::case::{Case, Event};
use caseport_domain::id::{LetterId, UserId};
use caseport_domain::letter::Says;

use crate::account::{Note, Recipient, compose_note};
use crate::reader::Reader;
use crate::words::{self, one_line};
use crate::{Deployment, Mail, told};

/// What stands in the place of a link in a text that others read.
const STRUCK: &str = "[…]";

/// The mail that tells somebody outside of this event, with the address `opt_out` that ends it. It leads nowhere into the
/// portal. `case` is the case after the event.
///
/// There is none for what only engineers may know (X26).
#[must_use]
pub fn compose_outside(
    deployment: &Deployment<'_>,
    to: &Recipient<'_>,
    id: &UserId,
    case: &Case,
    event: &Event,
    opt_out: &str,
) -> Option<Mail> {
    let reader = Reader::outside(id, to.language);
    (!event.what.is_internal()).then(|| told(deployment, to, &reader, case, event, Some(opt_out)))
}

/// The mail by which somebody outside is asked whether they want to follow a case: it says who would like that, and nothing of
/// the case. `path` is where its link leads to, which is theirs alone: the mail's text, which others read on the case's page, is
/// without it.
///
/// # Panics
/// Never: its identifier is two numbers.
#[must_use]
pub fn compose_invitation(
    deployment: &Deployment<'_>,
    to: &Recipient<'_>,
    case: &Case,
    event: &Event,
    path: &str,
) -> Mail {
    let id = format!("case-{}-{}", case.number, event.seq);
    let id = LetterId::try_from(id).expect("two numbers are an identifier");
    let about = format!("{} ({})", words::author(deployment, event), one_line(&case.company.name));
    let note = Note { id: &id, at: event.at, says: Says::OutsideInvitation, about: &about, path };
    let mail = compose_note(deployment, to, &note);
    let text = mail.text.replace(&format!("{}{path}", deployment.origin), STRUCK);
    Mail { text, ..mail }
}
