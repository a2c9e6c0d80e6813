//! A case that was marked in every way, and what gives cases their priority.

use caseport_domain::actor::{Actor, Author, Engineer};
use caseport_domain::audit::Entry;
use caseport_domain::case::{Case, Details, Event, Happened, Impact, Matrix, Priority, Refused, Urgency};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::{self, Action};
use caseport_pages::records::Trail;
use caseport_pages::settings::Priorities;
use caseport_pages::{Attempt, CasePage};

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
    let over = [marked, ended(&by)].concat();
    let then = case(&over);
    let seat = policy::enter(engineer, &then).expect("an engineer sees all");
    add("desk-case-unmarked", Some(engineer), "/cases/20601", &CasePage::new(&seat, &over, &mails[..2]));
    priorities(add, engineer);
}

fn priorities(add: &mut Add<'_>, engineer: &Actor) {
    let person = engineer.person().clone();
    let admin = &Actor::Engineer(Engineer { person, is_admin: true });
    let changed = Entry::new(at("2026-11-20T09:30:00Z"), admin.author(), "matrix-changed");
    let trail = || Trail(vec![changed.clone().with("person_low", "low", "medium")]);
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
