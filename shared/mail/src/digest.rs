//! A mail that brings what was held: what happened to somebody's cases, a line each.

use caseport_brand::Palette;
use caseport_domain::actor::Actor;
use caseport_domain::id::CaseNumber;
use caseport_i18n::{Arg, Tr};
use jiff::Timestamp;

use crate::account::Recipient;
use crate::letter::{Fact, Letter};
use crate::words::one_line;
use crate::{Deployment, Mail, layout, mime};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The case.
    pub number: CaseNumber,
    /// Its title.
    pub title: String,
    /// What happened, as the mail would have begun.
    pub lead: String,
}

/// The mail that brings these lines to this person, who was to have them at this instant.
///
/// The same arguments make the same mail, to the byte.
#[must_use]
pub fn compose_digest(
    deployment: &Deployment<'_>,
    to: &Recipient<'_>,
    user: &Actor,
    at: Timestamp,
    lines: &[Line],
) -> Mail {
    let tr = Tr::new(to.language);
    let brand = one_line(deployment.brand);
    let args: [(&str, Arg<'_>); 2] = [("brand", brand.as_str().into()), ("n", lines.len().into())];
    let fact = |line: &Line| {
        let told = format!("{} · {}", one_line(&line.title), one_line(&line.lead));
        Fact::new(line.number.to_string(), &told)
    };
    // An engineer's cases are those of the desk, where much waits for them.
    let (list, ask) = match user {
        Actor::Contact(_) => ("/cases", tr.t("notice-digest-ask")),
        Actor::Engineer(_) => ("/desk", tr.t("notice-digest-ask-engineer")),
    };
    let settings = format!("{}/profile/notifications", deployment.origin);
    let letter = Letter {
        language: to.language,
        brand: deployment.brand,
        palette: Palette::of(deployment.colour),
        lead: tr.t_with("notice-digest", &args),
        ask: ask.into_owned(),
        closes: None,
        quote: None,
        files: None,
        button: tr.t("notice-digest-button").into_owned(),
        link: Some(format!("{}{list}", deployment.origin)),
        facts: lines.iter().map(fact).collect(),
        why: tr.t_with("notice-digest-why", &args),
        answer: tr.t("notice-answer").into_owned(),
        opt_out: Some((tr.t("notice-digest-opt-out").into_owned(), settings.as_str())),
    };
    let subject = one_line(&tr.t_with("notice-digest-subject", &args));
    let text = layout::text(&letter) + &layout::opt_out(&letter);
    let html = layout::html(&letter, &subject);
    let message_id = format!("{}.{}.digest@{}", at.as_second(), user.person().id, deployment.host());
    let raw = mime::write(&mime::Parts {
        deployment,
        to,
        message_id: &message_id,
        root: None,
        // A mail program's button would have to do without a session, which that page asks for.
        opt_out: None,
        at,
        subject: &subject,
        text: &text,
        html: &html,
    });
    Mail { subject, text, html, raw, message_id }
}
