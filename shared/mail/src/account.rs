//! Mails about accounts: links to choose a password with, Contact IDs, activation, changes of address, and what
//! administrators did.

use caseport_brand::Palette;
use caseport_domain::id::LetterId;
use caseport_domain::letter::Says;
use caseport_domain::person::Language;
use caseport_domain::support::Support;
use caseport_i18n::{Arg, Tr};
use jiff::Timestamp;

use crate::letter::{Fact, Letter};
use crate::words::one_line;
use crate::{Deployment, Mail, layout, mime};

/// Whom a mail is to reach.
#[derive(Clone, Copy, Debug)]
pub struct Recipient<'a> {
    /// Their name; empty for somebody unknown.
    pub name: &'a str,
    /// Their address.
    pub email: &'a str,
    /// Their language.
    pub language: Language,
}

/// A mail about an account.
#[derive(Clone, Copy, Debug)]
pub struct Note<'a> {
    /// Its identifier, of which its `Message-ID` is made.
    pub id: &'a LetterId,
    /// When it was asked for.
    pub at: Timestamp,
    /// What it says.
    pub says: Says,
    /// The name, identifier or address it speaks of.
    pub about: &'a str,
    /// Where it leads to: a path of the portal, with the link's token if it brings one.
    pub path: &'a str,
}

/// Whether it tells its reader to call or mail the vendor.
const fn sends_to_support(says: Says) -> bool {
    matches!(
        says,
        Says::PasswordUnknown
            | Says::ContactIdUnknown
            | Says::RegistrationUnknown
            | Says::RegistrationNoContract
            | Says::EmailTaken
            | Says::EmailChanged
            | Says::SecondFactorOff
    )
}

/// How the vendor is called or mailed, as far as the deployment says it (E23, M8).
fn ways(support: &Support, tr: Tr) -> Vec<Fact> {
    if !support.can_be_reached() {
        return Vec::new();
    }
    let phones = support
        .phones
        .iter()
        .map(|phone| Fact::new(tr.t("field-phone"), &phone.to_string()).leading(phone.link()));
    let email = support
        .email
        .iter()
        .map(|email| Fact::new(tr.t("field-email"), email).leading(format!("mailto:{email}")));
    let hours = support.hours.iter();
    let hours = hours.map(|hours| Fact::new(tr.t("contact-hours"), hours.get(tr.language())));
    phones.chain(email).chain(hours).collect()
}

/// The mail that brings this note to this person.
///
/// The same arguments make the same mail, to the byte.
#[must_use]
pub fn compose_note(deployment: &Deployment<'_>, to: &Recipient<'_>, note: &Note<'_>) -> Mail {
    let tr = Tr::new(to.language);
    let (brand, name) = (one_line(deployment.brand), one_line(to.name));
    let say = |part: &str| {
        let args: [(&str, Arg<'_>); 3] =
            [("brand", brand.as_str().into()), ("name", name.as_str().into()), ("about", note.about.into())];
        tr.t_with(&format!("letter-{}-{part}", note.says.code()), &args)
    };
    let args: [(&str, Arg<'_>); 1] = [("brand", brand.as_str().into())];
    let why = match note.says {
        Says::Invitation => "letter-why-invited",
        Says::EmailAgree | Says::EmailChanged | Says::SecondFactorOff => "letter-why-account",
        Says::OutsideInvitation => "letter-why-outside",
        _ => "letter-why",
    };
    let letter = Letter {
        language: to.language,
        brand: deployment.brand,
        palette: Palette::of(deployment.colour),
        lead: say("lead"),
        ask: say("ask"),
        closes: None,
        quote: None,
        files: None,
        button: say("button"),
        link: Some(format!("{}{}", deployment.origin, note.path)),
        facts: if sends_to_support(note.says) { ways(deployment.support, tr) } else { Vec::new() },
        why: tr.t_with(why, &args),
        answer: tr.t("letter-answer").into_owned(),
        opt_out: None,
    };
    let subject = one_line(&say("subject"));
    let text = layout::text(&letter);
    let html = layout::html(&letter, &subject);
    let message_id = format!("{}.account@{}", note.id, deployment.host());
    let raw = mime::write(&mime::Parts {
        deployment,
        to,
        message_id: &message_id,
        root: None,
        opt_out: None,
        at: note.at,
        subject: &subject,
        text: &text,
        html: &html,
    });
    Mail { subject, text, html, raw, message_id }
}
