//! What a mail says, before it is laid out.

use caseport_domain::case::Event;
use caseport_domain::notice::Role;
use caseport_domain::person::User;
use caseport_domain::policy::{Action, Seat};
use caseport_i18n::{Language, Tr};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::Deployment;
use crate::quote::Quote;
use crate::words::{self, Words};

/// What a mail says.
pub(crate) struct Letter<'a> {
    pub language: Language,
    pub brand: &'a str,
    /// What happened.
    pub lead: String,
    /// What is asked of the reader, if only to do nothing.
    pub ask: String,
    /// When the case closes by itself.
    pub closes: Option<String>,
    /// What somebody wrote.
    pub quote: Option<Quote>,
    /// The files that came with it, by name.
    pub files: Option<String>,
    /// What the link is for.
    pub button: String,
    /// The address of the case.
    pub link: String,
    /// The facts of the case: label and value.
    pub facts: Vec<(String, String)>,
    /// Who sends the mail and why the reader gets it.
    pub why: String,
    /// That one answers in the portal.
    pub answer: String,
}

impl<'a> Letter<'a> {
    /// What the person in this seat is told of this event.
    pub fn new(deployment: &Deployment<'a>, to: &User, role: Role, seat: Seat<'_>, event: &Event) -> Self {
        let tr = Tr::new(to.language);
        let moment = Moments { tr, zone: TimeZone::get(&to.zone).unwrap_or(TimeZone::UTC) };
        let may_act = role == Role::Engineer || seat.may(Action::Reply).is_ok();
        let closes_at = words::closes_at(seat.case(), event).map(|at| moment.long(at));
        let author = event.by.person().map_or(deployment.brand, |person| &person.name);
        let words = Words::new(deployment, tr, role, seat.case(), event, author, closes_at.as_deref());
        Self {
            language: to.language,
            brand: deployment.brand,
            lead: words.say(words::lead(&event.what, &to.actor.person().id)),
            ask: words.say(if may_act { words::ask(&event.what) } else { "notice-nothing" }),
            closes: closes_at.is_some().then(|| words.say("notice-closes")),
            quote: Quote::of(event, author, moment.short(event.at), || words.say("notice-more")),
            files: words.files(event.what.attachments()),
            button: words.say(words::button(&event.what, role, may_act)),
            link: format!("{}/cases/{}", deployment.origin, seat.case().number),
            facts: facts(tr, role, may_act, seat),
            why: words.say("notice-why"),
            answer: words.say("notice-answer"),
        }
    }
}

/// The facts of the case that this reader goes by.
fn facts(tr: Tr, role: Role, may_act: bool, seat: Seat<'_>) -> Vec<(String, String)> {
    let case = seat.case();
    let status =
        if may_act && role != Role::Engineer { tr.your_status(case.status) } else { tr.status(case.status) };
    let mut facts = vec![
        (tr.t("column-number"), case.number.to_string()),
        (tr.t("column-title"), case.title.to_string()),
        (tr.t("column-product"), case.product.name.clone()),
        (tr.t("column-status"), status.into_owned()),
    ];
    if let Some(day) = case.planned_on {
        facts.push((tr.t("case-planned"), tr.long_day(day)));
    }
    if role == Role::Engineer {
        facts.push((tr.t("case-company"), case.company.name.clone()));
        facts.push((tr.t("field-impact"), tr.impact(case.impact).into_owned()));
        facts.push((tr.t("field-urgency"), tr.urgency(case.urgency).into_owned()));
    } else {
        facts.extend(case.reference.iter().map(|text| (tr.t("column-reference"), text.to_string())));
        facts.extend(case.engineer.iter().map(|person| (tr.t("case-engineer"), person.name.clone())));
    }
    facts.into_iter().map(|(label, value)| (label.into_owned(), value)).collect()
}

/// Instants as the reader's clock shows them.
struct Moments {
    tr: Tr,
    zone: TimeZone,
}

impl Moments {
    fn short(&self, at: Timestamp) -> String {
        self.tr.moment(at, &self.zone)
    }

    /// With the zone's name: a deadline is kept by it, and mail is forwarded to other zones.
    fn long(&self, at: Timestamp) -> String {
        let moment = self.tr.long_moment(at, &self.zone);
        format!("{moment} ({})", self.zone.to_offset_info(at).abbreviation())
    }
}
