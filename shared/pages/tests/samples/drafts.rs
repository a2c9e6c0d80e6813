//! What people have begun to write: listed, filled in again, and not saved for every reason there is.

use caseport_domain::actor::Actor;
use caseport_domain::case::{CaseType, Event, Happened};
use caseport_domain::draft::{Draft, MAX_BYTES, Writing, fields};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::Typed;
use caseport_domain::text::Message;
use caseport_pages::{Attached, CasePage, DraftList, DraftUnsaved, OpenForm, OpenValues};

use super::{Add, HARMFUL, at, author, case, events, file, products};

/// A draft of this place with these fields.
pub fn draft(place: &str, typed: &[(&str, &str)]) -> Draft {
    let typed = typed.iter().fold(Typed::default(), |typed, (name, value)| typed.with(name, *value));
    let place = place.parse().expect("it is a place");
    let fields = fields(place, &typed, &mut Flaws::default());
    Draft::new(place, fields, 0, at("2026-11-23T16:40:00Z"))
}

/// All of them.
pub fn pages(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let new = draft("new", &[("product", "desk"), ("title", HARMFUL), ("description", "Since Monday.")]);
    let reply = draft("reply-20601", &[("text", "I have tried the build you named, and\nit still stops.")]);
    let note = draft("note-20601", &[("text", HARMFUL), ("audience", "journal")]);
    let solution = draft("solution-20601", &[("text", "Build 41 mends it: please install that.")]);
    let refusal = draft("refusal-20601", &[("reason", "It stops still, and sooner than before.")]);
    let closing = draft("closing-20601", &[("reason", HARMFUL)]);
    let events = events();
    let case = case(&events);
    let cases = std::slice::from_ref(&case);

    add(
        "drafts-none",
        Some(contact),
        "/drafts?done=draft-discarded",
        &DraftList::new(&[], &[], &Attached::default()),
    );
    let untitled = draft("new", &[("product", "desk")]);
    let filed = [("attachments", "u1"), ("text", "It is in the log.")];
    let all = [draft("reply-20601", &filed), refusal.clone(), closing.clone(), new.clone(), untitled];
    let found = file("u1", &format!("{}.log", "trace-".repeat(20)), 18_200);
    let attached = Attached { looked_for: vec![found.id.clone()], found: vec![found] };
    add("drafts", Some(contact), "/drafts", &DraftList::new(&all, cases, &attached));

    let form = OpenForm::new(products(), CaseType::ALL.to_vec(), vec![], OpenValues::begun(&new))
        .drafted(Some(new.clone()));
    add("new-draft", Some(contact), "/cases/new?done=draft-saved", &form);
    let attachments = ["u1", "u2", "u3"].map(String::from).into();
    let values = OpenValues { attachments, ..OpenValues::begun(&new) };
    let found = file("u1", "agent <1>.log", 18_200);
    let gone = "u2".parse().expect("it is an identifier");
    let attached = Attached { looked_for: vec![found.id.clone(), gone], found: vec![found] };
    let form = OpenForm::new(products(), CaseType::ALL.to_vec(), vec![], values).drafted(Some(new.clone()));
    add("new-draft-files", Some(contact), "/cases/new", &form.attached(attached));
    let seat = policy::enter(contact, &case).expect("they see it");
    let page = CasePage::new(&seat, &events, &[]).drafted(vec![reply.clone(), refusal, closing]);
    add("case-draft", Some(contact), "/cases/20601", &page);
    let seat = policy::enter(engineer, &case).expect("an engineer sees all");
    let resumption = draft("resumption-20601", &[("text", "We have found a better one.")]);
    let priority = draft("priority-20601", &[("priority", "low"), ("reason", HARMFUL)]);
    let page = CasePage::new(&seat, &events, &[]).drafted(vec![note, resumption, priority]);
    add("desk-case-draft", Some(engineer), "/cases/20601", &page);
    let seat = policy::enter(engineer, &case).expect("an engineer sees all");
    let page = CasePage::new(&seat, &events, &[]).drafted(vec![solution]).writing(Writing::of("solution"));
    add("desk-case-draft-solution", Some(engineer), "/cases/20601?write=solution", &page);

    leftovers(add, contact, engineer);

    let unsaved = |newer| DraftUnsaved::new(reply.place, reply.fields.clone(), newer);
    let newer = draft("reply-20601", &[("text", "It works now.")]);
    add("draft-newer", Some(contact), "/drafts", &unsaved(Some(newer)));
    add("draft-gone", Some(contact), "/drafts", &unsaved(None));
    let mut flaws = Flaws::default();
    flaws.add("draft", Flaw::TooLong { max: MAX_BYTES });
    add("draft-too-long", Some(contact), "/drafts", &unsaved(None).flawed(flaws));
}

/// What cannot be sent as the case stands: a refusal where no solution waits, and an escalation where there is one.
fn leftovers(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let refusal = draft("refusal-20601", &[("reason", HARMFUL)]);
    let history = events()[..2].to_vec();
    let before = case(&history);
    let seat = policy::enter(contact, &before).expect("they see it");
    let page = CasePage::new(&seat, &history, &[]).drafted(vec![refusal]);
    add("case-draft-left", Some(contact), "/cases/20601", &page);

    let text = Message::try_from("Development has it.".to_owned()).expect("it is a text");
    let what = Happened::Escalated { text, attachments: vec![] };
    let event = Event { seq: 3, at: at("2026-11-20T09:00:00Z"), by: author(engineer), what };
    let history = [&history[..], &[event]].concat();
    let escalated = case(&history);
    for (name, step) in [("desk-case-draft-left", "begin"), ("desk-case-draft-escalation", "end")] {
        let escalation = draft("escalation-20601", &[("text", "Begun some time ago."), ("step", step)]);
        let seat = policy::enter(engineer, &escalated).expect("an engineer sees all");
        let page = CasePage::new(&seat, &history, &[]).drafted(vec![escalation]);
        add(name, Some(engineer), "/cases/20601", &page);
    }
}
