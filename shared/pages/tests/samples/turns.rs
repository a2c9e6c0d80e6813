//! Cases that waited, and that an engineer went on with.

use caseport_domain::actor::{Actor, Author};
use caseport_domain::case::{Event, Happened, Refused, TakenBack};
use caseport_domain::input::Flaw;
use caseport_domain::policy::{self, Action};
use caseport_domain::text::Message;
use caseport_pages::CasePage;

use super::{Add, HARMFUL, at, attempt, author, case, deliveries, events};

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
}
