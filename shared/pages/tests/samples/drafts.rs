//! What people have begun to write: listed, filled in again, and not saved for every reason there is.

use caseport_domain::actor::Actor;
use caseport_domain::draft::{Draft, MAX_BYTES, fields};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::Typed;
use caseport_pages::{CasePage, DraftList, DraftUnsaved, OpenForm, OpenValues};

use super::{Add, HARMFUL, at, case, events, products};

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
    let events = events();
    let case = case(&events);
    let cases = std::slice::from_ref(&case);

    add("drafts-none", Some(contact), "/drafts?done=draft-discarded", &DraftList::new(&[], &[]));
    let untitled = draft("new", &[("product", "desk")]);
    let all = [reply.clone(), new.clone(), untitled];
    add("drafts", Some(contact), "/drafts", &DraftList::new(&all, cases));

    let form = OpenForm::new(products(), vec![], OpenValues::begun(&new)).drafted(Some(new.clone()));
    add("new-draft", Some(contact), "/cases/new?done=draft-saved", &form);
    let seat = policy::enter(contact, &case).expect("they see it");
    let page = CasePage::new(&seat, &events, &[]).drafted(vec![reply.clone()]);
    add("case-draft", Some(contact), "/cases/20601", &page);
    let seat = policy::enter(engineer, &case).expect("an engineer sees all");
    let page = CasePage::new(&seat, &events, &[]).drafted(vec![note]);
    add("desk-case-draft", Some(engineer), "/cases/20601", &page);

    let unsaved = |newer| DraftUnsaved::new(reply.place, reply.fields.clone(), newer);
    let newer = draft("reply-20601", &[("text", "It works now.")]);
    add("draft-newer", Some(contact), "/drafts", &unsaved(Some(newer)));
    add("draft-gone", Some(contact), "/drafts", &unsaved(None));
    let mut flaws = Flaws::default();
    flaws.add("draft", Flaw::TooLong { max: MAX_BYTES });
    add("draft-too-long", Some(contact), "/drafts", &unsaved(None).flawed(flaws));
}
