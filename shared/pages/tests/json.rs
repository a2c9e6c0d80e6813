//! The pages as JSON: codes and data, nothing of the page's own, and nothing its reader may not know.

use caseport_domain::actor::{Actor, Contact, Level, Person, Scope};
use caseport_domain::case::{Details, Event, Happened};
use caseport_domain::case_lists::CaseLists;
use caseport_domain::policy;
use caseport_domain::records::Typed;
use caseport_domain::selection::Side;
use caseport_pages::{CaseList, CasePage, Desk, Listing};

#[expect(dead_code, reason = "only the case is needed here")]
mod samples;

fn seen_by(actor: &Actor) -> String {
    let events = samples::events();
    let case = samples::case(&events);
    let seat = policy::enter(actor, &case).expect("they see it");
    serde_json::to_string_pretty(&CasePage::new(&seat, &events, &[])).expect("it is JSON")
}

#[test]
fn a_case_is_codes_and_data() {
    let json: serde_json::Value = serde_json::from_str(&seen_by(&samples::engineer())).expect("it is JSON");
    assert_eq!(json["number"], 20_601);
    assert_eq!(json["status"], "solution-proposed");
    assert_eq!(json["closes_at"], "2026-11-29T13:05:00Z");
    assert_eq!(
        json["actions"],
        serde_json::json!([
            "close",
            "observe",
            "dismiss",
            "assign",
            "message",
            "note",
            "plan",
            "resume",
            "propose",
            "escalate",
            "work-around",
            "outage",
            "classify",
            "prioritize",
            "detail"
        ])
    );
    assert_eq!((&json["priority"], &json["priority_by_hand"]), (&"high".into(), &false.into()));
    assert_eq!(json["details"], serde_json::json!({ "version": "2410" }));
    assert_eq!(json["events"][0]["event"], "opened");
    assert_eq!(json["events"][0]["by"], serde_json::json!({"kind": "contact", "name": "Norman Schaefers"}));
    assert_eq!(json["events"][5]["planned_on"], "2026-11-19");
    assert!(json.get("tab").is_none() && json.get("attempt").is_none());
}

/// M37, E56: the short answers are facts, in the form's order, with the questions as they were asked; what an engineer has filed the
/// case by since is another fact.
#[test]
fn m37_e56_short_answers_are_facts_as_long_as_they_hold() {
    let keys = |events: &[Event]| {
        let (actor, case) = (samples::engineer(), samples::case(events));
        let seat = policy::enter(&actor, &case).expect("they see it");
        let json = serde_json::to_value(CasePage::new(&seat, events, &[])).expect("it is JSON");
        let facts = json["facts"].as_array().cloned().unwrap_or_default();
        assert_eq!(facts[1]["label"]["nl"], "Wat is er aan de hand?");
        assert_eq!((&facts[1]["kind"], &facts[1]["value"]["code"]), (&"choice".into(), &"domain".into()));
        let keys = facts.iter().map(|fact| fact["key"].as_str().expect("a question has a key").to_owned());
        keys.collect::<Vec<String>>()
    };
    let mut events = samples::events();
    let said = serde_json::json!({ "en": "Version", "nl": "Versie", "fr": "Version" });
    let version = serde_json::json!({ "key": "version", "label": said, "kind": "line", "value": "2410" });
    if let Happened::Opened(opening) = &mut events[0].what {
        let answers = opening.answers.as_mut().expect("a form was filled in");
        answers.answers.push(serde_json::from_value(version).expect("it is an answer"));
    }
    let short = ["account", "nature", "machine", "again", "affected", "since", "ip", "email", "phone"];
    assert_eq!(keys(&events), [&short[..], &["version"]].concat());
    let details = Details { version: "2411".to_owned().try_into().ok(), ..Details::default() };
    let filed = Event { seq: 11, what: Happened::Detailed { details }, ..events[1].clone() };
    events.push(filed);
    assert_eq!(keys(&events), short);
}

#[test]
fn x26_internal_notes_are_for_engineers() {
    let reader = Contact {
        person: Person { id: "norman".parse().expect("an identifier"), name: "Norman Schaefers".into() },
        company: "schaefers".parse().expect("an identifier"),
        level: Level::ReadWrite,
        scope: Scope::Company,
    };
    assert!(seen_by(&samples::engineer()).contains("KB5046740"));
    assert!(!seen_by(&Actor::Contact(reader)).contains("KB5046740"));
}

/// X26: who works on a case, customers know by name; what was asked for comes back as it was typed.
#[test]
fn x26_a_list_is_what_was_asked_for_and_nothing_for_engineers_only() {
    let listing = |side| {
        let asked = Typed::default().with("status", "planned").with("from", "yesterday");
        Listing::new(side, asked, None).page(&samples::rows(), 25, Some("next".into()))
    };
    let list = CaseList::new(samples::rows(), listing(Side::Customer), &CaseLists::default());
    let json = serde_json::to_value(&list).expect("it is JSON");
    let mut names: Vec<&String> = json.as_object().expect("it is an object").keys().collect();
    names.sort();
    assert_eq!(names, ["asked", "cases", "next"]);
    assert_eq!(json["asked"], serde_json::json!({"status": "planned", "from": "yesterday"}));
    assert!(json["cases"][1]["engineer"].is_string() && json["cases"][1].get("engineer_id").is_none());
    assert!(json["cases"][1]["company"].is_string() && json["cases"][1].get("company_id").is_none());
    assert_eq!(json["cases"][0]["priority"], "critical");
    let desk = serde_json::to_value(Desk::new(samples::rows(), listing(Side::Desk))).expect("it is JSON");
    assert!(desk["cases"][1]["engineer_id"].is_string() && desk["cases"][1]["company_id"].is_string());
}
