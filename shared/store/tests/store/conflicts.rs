//! Transactions that meet others at the same items: DynamoDB lets one through and cancels the rest.

use std::time::{Duration, Instant};

use caseport_domain::case::MessageKind;
use caseport_domain::contract::Company;
use caseport_domain::id::CaseNumber;
use caseport_domain::records::Details;
use caseport_store::Committed;
use caseport_store::cases::Stored;
use caseport_store::companies::Account;

use crate::engine::Engine;
use crate::sample::{customer, opened, then, write};

fn acme() -> Account {
    let company = Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() };
    Account { company, details: Details::default(), contracts: Vec::new(), revision: 0 }
}

/// X25: a step that meets another write is neither stored nor lost: whoever decides it again stores it, once. How often that is
/// tried is the caller's to say.
#[tokio::test]
async fn x25_a_step_that_meets_another_write_is_decided_again() {
    let engine = Engine::new();
    let store = engine.store();
    let number = CaseNumber(20_601);
    let first = opened(number.0, 0).stored(&store).await;
    let before = engine.transactions();
    engine.meets(2);
    for _ in 0..2 {
        let reply = then(&first.case, &customer(), write(MessageKind::Reply), 1);
        assert_eq!(reply.store_once(&store, None).await, Stored::Overtaken);
        assert_eq!(store.case(number).await.unwrap().as_ref(), Some(&first.case), "nothing of it is there");
    }
    let again = store.case(number).await.unwrap().unwrap();
    let reply = then(&again, &customer(), write(MessageKind::Reply), 1).stored(&store).await;
    assert_eq!(engine.transactions() - before, 3);
    let history = store.history(number).await.unwrap().unwrap();
    assert_eq!(history.case, reply.case);
    assert_eq!(history.events, [first.event, reply.event]);
}

/// What has nothing to decide anew is tried four times, each time after a longer pause, and is told to be tried again then.
#[tokio::test]
async fn a_write_has_its_turn_between_others() {
    for (conflicts, committed, tries, pauses) in [
        (0, Committed::Done, 1, 0),
        (1, Committed::Done, 2, 10),
        (3, Committed::Done, 4, 10 + 20 + 40),
        (4, Committed::Conflict, 4, 10 + 20 + 40),
        (9, Committed::Conflict, 4, 10 + 20 + 40),
    ] {
        let engine = Engine::new();
        let store = engine.store();
        engine.meets(conflicts);
        let adding = store.transaction().create_company(&acme());
        let begun = Instant::now();
        assert_eq!(adding.commit_in_turn().await.unwrap(), committed, "{conflicts}");
        assert!(begun.elapsed() >= Duration::from_millis(pauses), "{conflicts}");
        assert_eq!(engine.transactions(), tries, "{conflicts}");
        let is_there = store.account(&acme().company.id).await.unwrap().is_some();
        assert_eq!(is_there, committed == Committed::Done, "{conflicts}");
    }
}

/// That another write is at an item says nothing of what that makes of it: an identifier is taken once somebody has it.
#[tokio::test]
async fn a_conflict_is_told_from_a_condition_that_does_not_hold() {
    let engine = Engine::new();
    let store = engine.store();
    let adding = || store.transaction().create_company(&acme());
    engine.meets(1);
    assert_eq!(adding().commit().await.unwrap(), Committed::Conflict);
    assert_eq!(adding().commit().await.unwrap(), Committed::Done);
    engine.meets(1);
    assert_eq!(adding().commit_in_turn().await.unwrap(), Committed::Failed(vec![0]));
}
