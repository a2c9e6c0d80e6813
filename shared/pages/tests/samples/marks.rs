//! A case that was marked in every way, and what gives cases their priority.

use caseport_domain::actor::{Actor, Author, Engineer};
use caseport_domain::audit::Entry;
use caseport_domain::case::{
    Case, Closure, Details, Event, Happened, Impact, ListedReason, Matrix, Occasion, Priority, Reasons,
    Refused, Urgency,
};
use caseport_domain::form::Texts;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::{self, Action};
use caseport_pages::records::Trail;
use caseport_pages::settings::{Priorities, ReasonList};
use caseport_pages::{Attempt, CasePage};

use super::drafts::draft;
use super::{Add, HARMFUL, at, attempt, author, case, deliveries, events, file};

fn text<T: TryFrom<String>>(text: &str) -> T {
    T::try_from(text.to_owned()).ok().expect("it is a text")
}

/// All that an engineer can mark a case with, after its first events.
fn marked(by: &Author) -> Vec<Event> {
    let build: Option<_> = Some(text(HARMFUL));
    let details = Details { category: Some(text("Mail, calendar")), version: Some(text("2410")), build };
    let happened = [
        Happened::OutageDeclared,
        Happened::WorkaroundProvided {
            text: text("Open invitations in the web mail until the update is taken off."),
            attachments: vec![file("u7", "web mail.png", 48_200)],
        },
        Happened::Escalated {
            text: text("The fault is in the update itself. Development has it since this morning."),
            attachments: vec![],
        },
        Happened::Classified {
            impact: Impact::Everybody,
            urgency: Urgency::High,
            priority: Priority::Critical,
        },
        Happened::Prioritized {
            priority: Priority::High,
            reason: text("The workaround holds until Monday."),
        },
        Happened::Detailed { details },
    ];
    let numbered = happened.into_iter().zip(5..);
    numbered.map(|(what, seq)| Event { seq, at: at("2026-11-20T09:00:00Z"), by: by.clone(), what }).collect()
}

fn ended(by: &Author) -> Vec<Event> {
    let over = Happened::EscalationEnded {
        text: text("A corrected update is out since today."),
        attachments: vec![],
    };
    let happened = [Happened::OutageEnded, over, Happened::Detailed { details: Details::default() }];
    let numbered = happened.into_iter().zip(11..);
    numbered.map(|(what, seq)| Event { seq, at: at("2026-11-21T09:00:00Z"), by: by.clone(), what }).collect()
}

/// A marked case as its customer and an engineer see it, and each of the engineer's forms as it comes back.
pub fn pages(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let (mails, by) = (deliveries(), author(engineer));
    let marked = [events()[..4].to_vec(), marked(&by)].concat();
    let now: Case = case(&marked);
    let seat = policy::enter(contact, &now).expect("it is theirs");
    add("case-marked", Some(contact), "/cases/20601", &CasePage::new(&seat, &marked, &mails[..2]));
    let seat = policy::enter(engineer, &now).expect("an engineer sees all");
    let done = "/cases/20601?done=escalated";
    add("desk-case-marked", Some(engineer), done, &CasePage::new(&seat, &marked, &mails[..2]));
    for (name, attempt) in attempts() {
        let page = CasePage::new(&seat, &marked, &mails[..2]).again(attempt);
        add(&format!("desk-case-{name}"), Some(engineer), "/cases/20601", &page);
    }
    let what = Happened::Closed { how: Closure::ByEngineer, reason: None, listed: None };
    let closing = Event { seq: 11, at: at("2026-11-22T09:00:00Z"), by: by.clone(), what };
    let closed = [marked.clone(), vec![closing]].concat();
    let then = case(&closed);
    let seat = policy::enter(contact, &then).expect("it is theirs");
    add("case-marked-closed", Some(contact), "/cases/20601", &CasePage::new(&seat, &closed, &mails[..2]));
    let over = [marked, ended(&by)].concat();
    let then = case(&over);
    let seat = policy::enter(engineer, &then).expect("an engineer sees all");
    add("desk-case-unmarked", Some(engineer), "/cases/20601", &CasePage::new(&seat, &over, &mails[..2]));
    reclassified(add, contact, &by);
    reopening(add, engineer);
    priorities(add, engineer);
    reasons(add, engineer);
}

/// A case whose urgency an engineer has said otherwise than it was opened with: whole, and without its first event.
fn reclassified(add: &mut Add<'_>, contact: &Actor, by: &Author) {
    let what =
        Happened::Classified { impact: Impact::Department, urgency: Urgency::Low, priority: Priority::Low };
    let classified = Event { seq: 2, at: at("2026-11-20T09:00:00Z"), by: by.clone(), what };
    let history = [events()[..1].to_vec(), vec![classified]].concat();
    let now = case(&history);
    let seat = policy::enter(contact, &now).expect("it is theirs");
    add("case-reclassified", Some(contact), "/cases/20601", &CasePage::new(&seat, &history, &[]));
    let newest = CasePage::new(&seat, &history[1..], &[]).part(None, Some(2));
    let newest = newest.opened_by(&seat, history.first());
    add("case-newest-answered", Some(contact), "/cases/20601", &newest);
}

/// Reasons to choose from, and a form of them that is sent with what is none.
fn list() -> Reasons {
    let reason = |code: &str, label: &str, closes| ListedReason {
        code: text(code),
        label: Texts { en: text(label), nl: text(label), fr: text(label) },
        closes,
        reopens: !closes,
    };
    Reasons(vec![
        reason("solved", "Solved", true),
        reason("duplicate", HARMFUL, true),
        reason("came-back", "The problem came back", false),
    ])
}

fn reopening(add: &mut Add<'_>, engineer: &Actor) {
    let (mails, by, reasons) = (deliveries(), author(engineer), list());
    let event = |seq, what| Event { seq, at: at("2026-11-20T09:00:00Z"), by: by.clone(), what };
    let listed = reasons.choose(Occasion::Close, "duplicate").ok();
    let how = Closure::ByEngineer;
    let closed = Happened::Closed { how, reason: Some(text("See case 20544.")), listed: listed.clone() };
    let of_list = Happened::Closed { how, reason: None, listed };
    let listed = reasons.choose(Occasion::Reopen, "came-back").ok();
    let reopened = Happened::Reopened { reason: None, listed };
    let history = [events()[..2].to_vec(), vec![event(3, closed), event(4, reopened), event(5, of_list)]];
    let history = history.concat();
    let open = case(&history[..4]);
    let seat = policy::enter(engineer, &open).expect("an engineer sees all");
    let page = CasePage::new(&seat, &history[..4], &mails[..2]).offering(&reasons);
    let wrong = attempt(Action::Close, &[("listed", Flaw::NoSuchChoice)], None);
    add("desk-case-closing", Some(engineer), "/cases/20601", &page.again(wrong));
    let closed = case(&history);
    let seat = policy::enter(engineer, &closed).expect("an engineer sees all");
    let page = CasePage::new(&seat, &history, &mails[..2]).offering(&reasons);
    let wrong = attempt(Action::Reopen, &[("reason", Flaw::Required)], None);
    add("desk-case-reopening", Some(engineer), "/cases/20601", &page.again(wrong));
    let begun = draft("reopening-20601", &[("listed", "came-back"), ("reason", "It was not the update.")]);
    let page = CasePage::new(&seat, &history, &mails[..2]).offering(&reasons).drafted(vec![begun]);
    add("desk-case-draft-reopening", Some(engineer), "/cases/20601", &page);
}

fn reasons(add: &mut Add<'_>, engineer: &Actor) {
    let person = engineer.person().clone();
    let admin = &Actor::Engineer(Engineer { person, is_admin: true });
    let changed = Entry::new(at("2026-11-20T09:30:00Z"), admin.author(), "reasons-changed");
    let trail = || {
        let older = Some("2026-11-19T09:30:00.000Z#n1".to_owned());
        Trail::part(vec![changed.clone().with("reasons/duplicate", "", HARMFUL)], None, older)
    };
    let page = || ReasonList::new(list(), 2, trail());
    add("reasons", Some(admin), "/reasons", &page());
    let none = ReasonList::new(Reasons::default(), 0, Trail::default());
    add("reasons-none", Some(admin), "/reasons", &none);
    let typed = list().typed().with("reasons/1/code", "Solved!").without("reasons/2/label/fr");
    let mut flaws = Flaws::default();
    Reasons::read(&typed.clone().without("reasons/0/closes").with("reasons/40/code", "x"), &mut flaws);
    add("reasons-wrong", Some(admin), "/reasons", &page().typed(typed).again(flaws));
    add("reasons-overtaken", Some(admin), "/reasons", &page().overtaken());
}

fn priorities(add: &mut Add<'_>, engineer: &Actor) {
    let person = engineer.person().clone();
    let admin = &Actor::Engineer(Engineer { person, is_admin: true });
    let changed = Entry::new(at("2026-11-20T09:30:00Z"), admin.author(), "matrix-changed");
    let trail = || Trail::part(vec![changed.clone().with("person_low", "low", "medium")], None, None);
    let page = || Priorities::new(Matrix::default().typed(), 3, trail());
    add("priorities", Some(admin), "/priorities", &page());
    let first = Priorities::new(Matrix::default().typed(), 0, Trail::default());
    add("priorities-first", Some(admin), "/priorities", &first);
    let mut flaws = Flaws::default();
    flaws.add("person_low", Flaw::NoSuchChoice);
    flaws.add("everybody_high", Flaw::Required);
    add("priorities-wrong", Some(admin), "/priorities", &page().again(flaws));
    add("priorities-overtaken", Some(admin), "/priorities", &page().overtaken());
}

fn attempts() -> [(&'static str, Attempt); 6] {
    let wrong = |action, field: &str, flaw: Flaw| attempt(action, &[(field, flaw)], None);
    [
        ("escalating", wrong(Action::Escalate, "text", Flaw::Required)),
        ("working-around", wrong(Action::WorkAround, "text", Flaw::TooLong { max: 20_000 })),
        ("classifying", wrong(Action::Classify, "impact", Flaw::NoSuchChoice)),
        ("prioritizing", wrong(Action::Prioritize, "reason", Flaw::Required)),
        ("detailing", wrong(Action::Detail, "version", Flaw::TooLong { max: 80 })),
        ("outage-twice", attempt(Action::Outage, &[], Some(Refused::AlreadyOutage))),
    ]
}
