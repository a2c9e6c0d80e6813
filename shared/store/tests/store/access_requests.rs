//! Requests for access: one that is open at a time, and nothing kept of one that has ended for more than a year.

use caseport_domain::access_request::{AccessRequest, Command, Subject, address};
use caseport_domain::actor::Level;
use caseport_domain::addresses::Addresses;
use caseport_domain::person::Language;
use caseport_domain::text::Reason;
use caseport_store::{Asked, Committed, keys};
use jiff::tz::TimeZone;

use crate::engine::Engine;
use crate::sample::{minute, person, user};

fn asked(id: &str, by: &str) -> AccessRequest {
    let subject = Subject::Level {
        contact: person(by),
        company: "acme".parse().unwrap(),
        company_name: "Acme".into(),
        has: Level::ReadOnly,
        wants: Level::ReadWrite,
    };
    let text: Reason = "because".to_owned().try_into().unwrap();
    AccessRequest::ask(id.parse().unwrap(), subject, text, minute(0), &TimeZone::UTC).unwrap()
}

#[tokio::test]
async fn a_request_that_has_ended_goes_with_all_that_leads_to_it() {
    const YEAR: i64 = 365 * 24 * 60;
    let engine = Engine::new();
    let store = engine.store();
    let request = asked("r1", "anna");
    assert_eq!(store.ask_access(&request, None).await.unwrap(), Asked::Now);
    assert_eq!(store.ask_access(&asked("r2", "anna"), None).await.unwrap(), Asked::OneIsOpen);
    let all = || {
        [
            keys::access_request(&request.id),
            keys::latest_access_request("anna"),
            keys::access_asked("anna", &request.id),
        ]
    };
    for key in all() {
        assert_eq!(engine.expires_at(key).await, None, "it is open");
    }
    let withdrawn = request.decide(&person("anna"), Command::Withdraw, minute(5)).unwrap();
    let change = store.transaction().change_access_request(&request, &withdrawn);
    assert_eq!(change.commit().await.unwrap(), Committed::Done);
    for key in all() {
        let sk = key.sk.clone();
        assert_eq!(engine.expires_at(key).await, Some(minute(5 + YEAR).as_second()), "{sk}");
    }
    assert_eq!(
        store.access_requests_of(&user("anna"), &Addresses::default()).await.unwrap().made,
        [withdrawn]
    );
}

/// Who asks while another write is at the same items is not told that they have asked already.
#[tokio::test]
async fn a_request_that_meets_another_write_is_stored() {
    let engine = Engine::new();
    let store = engine.store();
    engine.meets(1);
    assert_eq!(store.ask_access(&asked("r1", "anna"), None).await.unwrap(), Asked::Now);
    engine.meets(1);
    assert_eq!(store.ask_access(&asked("r2", "anna"), None).await.unwrap(), Asked::OneIsOpen);
}

/// Contacts whose IDs differ by case only are two people: neither stands in the other's way, or is shown the other's.
#[tokio::test]
async fn identifiers_that_differ_by_case_are_those_of_two_people() {
    let store = Engine::new().store();
    for (id, by) in [("r1", "c-1"), ("r2", "C-1")] {
        assert_eq!(store.ask_access(&asked(id, by), None).await.unwrap(), Asked::Now);
    }
    for (id, by) in [("r1", "c-1"), ("r2", "C-1")] {
        let involved = store.access_requests_of(&user(by), &Addresses::default()).await.unwrap();
        assert_eq!(involved.made, [asked(id, by)]);
        assert_eq!(store.latest_access_request(by).await.unwrap(), Some(asked(id, by)));
    }
}

/// G6: who was granted a login asks for none until a contact has their address, or will not.
#[tokio::test]
async fn g6_one_login_waits_for_a_contact_at_a_time() {
    let store = Engine::new().store();
    let login = |id: &str| {
        let subject = Subject::Login {
            name: "Nora".to_owned().try_into().unwrap(),
            email: address("nora@new.example").unwrap(),
            language: Language::En,
            pairs: Vec::new(),
        };
        let text: Reason = "because".to_owned().try_into().unwrap();
        AccessRequest::ask(id.parse().unwrap(), subject, text, minute(0), &TimeZone::UTC).unwrap()
    };
    let mut request = login("r1");
    assert_eq!(store.ask_access(&request, None).await.unwrap(), Asked::Now);
    for command in [Command::Grant, Command::Refuse("no".to_owned().try_into().unwrap())] {
        assert_eq!(store.ask_access(&login("r2"), None).await.unwrap(), Asked::OneIsOpen);
        let after = request.decide(&person("ada"), command, minute(1)).unwrap();
        let change = store.transaction().change_access_request(&request, &after);
        assert_eq!(change.commit().await.unwrap(), Committed::Done);
        let waits = store.ask_access(&login("r2"), None).await.unwrap() == Asked::OneIsOpen;
        assert_eq!(waits, after.standing().is_to_do());
        request = after;
    }
}
