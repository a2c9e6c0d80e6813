//! What a mail says, before it is laid out.

use caseport_brand::Palette;
use caseport_domain::case::{Case, Event};
use caseport_domain::notice::Role;
use caseport_i18n::Language;

use crate::Deployment;
use crate::quote::Quote;
use crate::reader::Reader;
use crate::words::{self, Words, one_line};

/// What a mail says.
pub(crate) struct Letter<'a> {
    pub language: Language,
    pub brand: &'a str,
    pub palette: Palette,
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
    /// The address of the case, or what else the mail leads to; none for a reader who sees nothing of the portal.
    pub link: Option<String>,
    /// The facts of the case, or of what else the mail is about.
    pub facts: Vec<Fact>,
    /// Who sends the mail and why the reader gets it.
    pub why: String,
    /// That one answers in the portal.
    pub answer: String,
    /// What turns such mails off: what the link says, and where it leads.
    pub opt_out: Option<(String, &'a str)>,
}

/// Something the reader goes by.
pub(crate) struct Fact {
    pub label: String,
    pub value: String,
    /// Where a click on it leads: it calls or mails somebody.
    pub link: Option<String>,
}

impl Fact {
    /// A fact on one line, which leads nowhere.
    pub fn new(label: impl Into<String>, value: &str) -> Self {
        Self { label: label.into(), value: one_line(value), link: None }
    }

    /// The fact with where it leads.
    pub fn leading(self, link: String) -> Self {
        Self { link: Some(link), ..self }
    }
}

impl<'a> Letter<'a> {
    /// What this reader is told of this event.
    pub fn new(
        deployment: &Deployment<'a>,
        reader: &Reader<'_>,
        case: &Case,
        event: &Event,
        opt_out: Option<&'a str>,
    ) -> Self {
        let words = Words::new(deployment, reader, case, event);
        let author = words::author(deployment, event);
        let is_outside = reader.role == Role::Outsider;
        let more = if is_outside { "notice-more-outside" } else { "notice-more" };
        Self {
            language: reader.tr.language(),
            brand: deployment.brand,
            palette: Palette::of(deployment.colour),
            lead: words.say(words::lead(event, reader)),
            ask: words.say(words::ask(event, reader)),
            closes: words::closes_at(case, event).map(|_| words.say("notice-closes")),
            quote: Quote::of(event, author, reader.moment(event.at), || words.say(more)),
            files: words.files(event.what.attachments()),
            button: words.say(words::button(&event.what, reader)),
            link: (!is_outside).then(|| format!("{}/cases/{}", deployment.origin, case.number)),
            facts: facts(reader, case, event),
            why: words.say(words::why(&event.what, reader)),
            answer: words.say(if is_outside { "letter-answer" } else { "notice-answer" }),
            opt_out: opt_out.map(|link| (words.say("notice-opt-out"), link)),
        }
    }
}

/// The facts of the case that this reader goes by.
fn facts(reader: &Reader<'_>, case: &Case, event: &Event) -> Vec<Fact> {
    let tr = reader.tr;
    let mut facts = vec![
        (tr.t("column-number"), case.number.to_string()),
        (tr.t("column-title"), case.title.to_string()),
    ];
    facts.extend(case.product.iter().map(|product| (tr.t("column-product"), product.name.clone())));
    facts.extend([
        (tr.t("column-status"), reader.status(case.status).into_owned()),
        (tr.t("column-priority"), tr.priority(case.priority()).into_owned()),
    ]);
    if let Some(day) = case.planned_on {
        facts.push((tr.t("case-planned"), tr.long_day(day)));
    }
    if reader.role == Role::Engineer {
        facts.push((tr.t("case-company"), case.company.name.clone()));
        facts.push((tr.t("field-impact"), tr.impact(case.impact).into_owned()));
        facts.push((tr.t("field-urgency"), tr.urgency(case.urgency).into_owned()));
    } else {
        facts.extend(case.reference.iter().map(|text| (tr.t("column-reference"), text.to_string())));
        facts.extend(case.engineer.iter().map(|person| (tr.t("case-engineer"), person.name.clone())));
    }
    let listed = event.what.listed();
    facts.extend(listed.map(|reason| (tr.t("close-reason"), reason.label.get(tr.language()).to_string())));
    let answers = event.what.answers().into_iter().flat_map(|answers| &answers.answers);
    facts.extend(answers.map(|answer| {
        let label = answer.label.get(tr.language()).to_string();
        (label.into(), shortened(&reader.answer(answer, event.what.attachments())))
    }));
    facts.into_iter().map(|(label, value)| Fact::new(label, &value)).collect()
}

/// As much of an answer as a mail has room for: the case's page has all of it.
fn shortened(answer: &str) -> String {
    const MOST: usize = 160;
    match answer.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", answer[..end].trim_end()),
        None => answer.to_owned(),
    }
}
