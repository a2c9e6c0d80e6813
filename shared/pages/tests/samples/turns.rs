//! Cases whose turn engineers change: they go on with what waited, and give cases to each other.

use caseport_domain::actor::{Actor, Author, Person};
use caseport_domain::case::{Closure, Event, Happened, Refused, TakenBack};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy::{self, Action};
use caseport_domain::text::Message;
use caseport_pages::{AssignPage, CasePage};

use super::{Add, HARMFUL, at, attempt, author, case, deliveries, events, person};

fn text(text: &str) -> Message {
    text.to_owned().try_into().expect("it is a text")
}

/// A question, a plan and a solution, each taken back, in words or without, after the case's first events.
fn resumed(by: &Author) -> Vec<Event> {
    let on = "2026-12-01".parse().expect("a day");
    let happened = [
        Happened::Resumed { taken_back: TakenBack::Question, text: Some(text(HARMFUL)) },
        Happened::Planned { on },
        Happened::Resumed { taken_back: TakenBack::Plan(on), text: None },
        Happened::SolutionProposed {
            text: text("Install the update of today."),
            attachments: vec![],
            closes_at: at("2026-11-27T09:00:00Z"),
            remind_at: at("2026-11-25T09:00:00Z"),
        },
        Happened::Resumed {
            taken_back: TakenBack::Solution,
            text: Some(text("Please wait: today's update has the same fault.")),
        },
    ];
    let numbered = happened.into_iter().zip(5..);
    numbered.map(|(what, seq)| Event { seq, at: at("2026-11-20T09:00:00Z"), by: by.clone(), what }).collect()
}

/// The form to go on with a case by all that it can wait for, and what its thread says then.
pub fn pages(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let mails = deliveries();
    let history = [events()[..4].to_vec(), resumed(&author(engineer))].concat();
    for (name, length) in [("question", 4), ("plan", 6), ("solution", 8)] {
        let waiting = case(&history[..length]);
        let seat = policy::enter(engineer, &waiting).expect("an engineer sees all");
        let page = CasePage::new(&seat, &history[..length], &mails[..2]);
        add(&format!("desk-case-waits-{name}"), Some(engineer), "/cases/20601", &page);
        let wrong = attempt(Action::Resume, &[("text", Flaw::TooLong { max: 20_000 })], None);
        add(&format!("desk-case-waits-{name}-again"), Some(engineer), "/cases/20601", &page.again(wrong));
    }
    let then = case(&history);
    let seat = policy::enter(contact, &then).expect("it is theirs");
    add("case-resumed", Some(contact), "/cases/20601", &CasePage::new(&seat, &history, &mails[..2]));
    let seat = policy::enter(engineer, &then).expect("an engineer sees all");
    let done = "/cases/20601?done=resumed";
    add("desk-case-resumed", Some(engineer), done, &CasePage::new(&seat, &history, &mails[..2]));
    let late = attempt(Action::Resume, &[], Some(Refused::NotWaiting));
    let page = CasePage::new(&seat, &history, &mails[..2]).again(late);
    add("desk-case-resumed-late", Some(engineer), "/cases/20601", &page);
    given(add, contact, engineer);
}

/// A case that goes from one engineer to another and back to the desk, and the page it is given on.
fn given(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let (by, mails, own) = (author(engineer), deliveries(), engineer.person().clone());
    let bram = person("bram", HARMFUL);
    let event = |seq, what| Event { seq, at: at("2026-11-20T09:00:00Z"), by: by.clone(), what };
    let history = [
        events()[..2].to_vec(),
        vec![
            event(3, Happened::Assigned { to: bram.clone(), from: Some(own.clone()) }),
            event(4, Happened::Taken { from: Some(bram.clone()) }),
            event(5, Happened::HandedBack { from: own.clone() }),
            event(6, Happened::Closed { how: Closure::ByEngineer, reason: None, listed: None }),
        ],
    ]
    .concat();
    let (theirs, given, nobodys, closed) =
        (case(&history[..2]), case(&history[..3]), case(&history[..5]), case(&history));
    let seat = policy::enter(contact, &nobodys).expect("it is theirs");
    add("case-given", Some(contact), "/cases/20601", &CasePage::new(&seat, &history[..5], &mails[..2]));
    let seat = policy::enter(engineer, &nobodys).expect("an engineer sees all");
    let done = "/cases/20601?done=handed-back";
    add("desk-case-given", Some(engineer), done, &CasePage::new(&seat, &history[..5], &mails[..2]));

    let path = "/cases/20601/assignment";
    let all = || -> Vec<Person> { vec![own.clone(), bram.clone(), person("zoe", "Zoë Hartmann")] };
    add("assign", Some(engineer), path, &AssignPage::new(&theirs, engineer, all()));
    add("assign-over", Some(engineer), path, &AssignPage::new(&given, engineer, all()));
    let mut flaws = Flaws::default();
    flaws.add("engineer", Flaw::NoSuchEngineer);
    add("assign-wrong", Some(engineer), path, &AssignPage::new(&nobodys, engineer, all()).again(flaws));
    add("assign-alone", Some(engineer), path, &AssignPage::new(&theirs, engineer, vec![own.clone()]));
    add("assign-closed", Some(engineer), path, &AssignPage::new(&closed, engineer, all()));
}
