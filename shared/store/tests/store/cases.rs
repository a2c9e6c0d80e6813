//! Cases: each step at the version that was read, and no number twice.

use std::collections::BTreeSet;

use caseport_domain::case::{Command, MessageKind};
use caseport_domain::id::CaseNumber;
use caseport_store::cases::Stored;
use tokio::task::JoinSet;

use crate::engine::Engine;
use crate::sample::{customer, engineer, opened, then, write};

#[tokio::test]
async fn what_is_stored_is_read_back_in_its_order() {
    let store = Engine::new().store();
    let first = opened(20_601, 0).stored(&store).await;
    let taken = first.and(&store, &engineer(), Command::Take, 1).await;
    let asked = taken.and(&store, &engineer(), write(MessageKind::Question), 2).await;
    let number = CaseNumber(20_601);
    assert_eq!(store.case(number).await.unwrap().as_ref(), Some(&asked.case));
    let history = store.history(number).await.unwrap().unwrap();
    assert_eq!(history.case, asked.case);
    assert_eq!(history.events, [first.event, taken.event, asked.event]);
    assert!(history.earlier.is_none() && history.deliveries.is_empty());
    assert!(store.case(CaseNumber(20_602)).await.unwrap().is_none());
    assert!(store.history(CaseNumber(20_602)).await.unwrap().is_none());
}

#[tokio::test]
async fn of_many_cases_those_are_read_that_are_there() {
    let store = Engine::new().store();
    assert_eq!(store.last_number().await.unwrap(), 0);
    let first = opened(20_601, 0).stored(&store).await;
    let other = opened(20_603, 0).stored(&store).await;
    let mut found = store.cases(&[20_601, 20_602, 20_603].map(CaseNumber)).await.unwrap();
    found.sort_by_key(|case| case.number);
    assert_eq!(found, [first.case, other.case]);
    assert!(store.cases(&[]).await.unwrap().is_empty());
    let number = store.next_number().await.unwrap();
    assert_eq!(store.last_number().await.unwrap(), number.0);
}

#[tokio::test]
async fn a_step_is_stored_at_the_version_it_was_decided_on_only() {
    let store = Engine::new().store();
    let first = opened(20_601, 0).stored(&store).await;
    let reply = then(&first.case, &customer(), write(MessageKind::Reply), 1);
    let question = then(&first.case, &engineer(), write(MessageKind::Question), 1);
    assert_eq!(reply.store_once(&store, None).await, Stored::Now);
    assert_eq!(question.store_once(&store, None).await, Stored::Overtaken);
    assert_eq!(reply.store_once(&store, None).await, Stored::Overtaken, "the same again");
    assert_eq!(first.store_once(&store, None).await, Stored::Overtaken, "nor is a case opened twice");
    let history = store.history(CaseNumber(20_601)).await.unwrap().unwrap();
    assert_eq!(history.case, reply.case);
    assert_eq!(history.events, [first.event, reply.event]);
}

#[tokio::test]
async fn of_steps_that_race_exactly_one_is_stored() {
    let store = Engine::new().store();
    let first = opened(20_601, 0).stored(&store).await;
    let mut racing = JoinSet::new();
    for minutes in 1..=8 {
        let step = then(&first.case, &customer(), write(MessageKind::Reply), minutes);
        let store = store.clone();
        racing.spawn(async move { step.store_once(&store, None).await });
    }
    let outcomes = racing.join_all().await;
    let won = outcomes.iter().filter(|outcome| **outcome == Stored::Now).count();
    assert_eq!(won, 1, "{outcomes:?}");
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Stored::Now | Stored::Overtaken)));
    let history = store.history(CaseNumber(20_601)).await.unwrap().unwrap();
    assert_eq!((history.case.version, history.events.len()), (2, 2));
}

#[tokio::test]
async fn no_number_is_given_twice() {
    let store = Engine::new().store();
    let mut asking = JoinSet::new();
    for _ in 0..20 {
        let store = store.clone();
        asking.spawn(async move { store.next_number().await.unwrap() });
    }
    let numbers: BTreeSet<CaseNumber> = asking.join_all().await.into_iter().collect();
    let expected: BTreeSet<CaseNumber> = (10_001..=10_020).map(CaseNumber).collect();
    assert_eq!(numbers, expected);
}

/// More than the megabyte that one query answers with.
#[tokio::test]
async fn a_long_history_is_read_whole_or_from_its_end() {
    let store = Engine::new().store();
    let first = opened(20_601, 0).stored(&store).await;
    let long = || Command::Write {
        kind: MessageKind::Reply,
        text: "x".repeat(20_000).try_into().unwrap(),
        attachments: Vec::new(),
    };
    let mut last = first.clone();
    for minutes in 1..=60 {
        last = last.and(&store, &customer(), long(), minutes).await;
    }
    let short = store.history(CaseNumber(20_601)).await.unwrap().unwrap();
    let earlier = short.earlier.expect("there is more");
    assert_eq!(short.case, last.case);
    assert_eq!(short.events.last(), Some(&last.event));
    let part = store.earlier(CaseNumber(20_601), earlier).await.unwrap().unwrap();
    assert_eq!((part.earlier, &part.case), (None, &last.case));
    assert_eq!(store.first_event(&short).await.unwrap(), Some(first.event.read().unwrap()));
    assert_eq!(store.first_event(&part).await.unwrap(), None, "it reaches back to it");
    let parts: Vec<_> = part.events.iter().chain(&short.events).map(|event| event.seq).collect();
    assert_eq!(parts, (1..=61).collect::<Vec<_>>());
    let whole = store.whole_history(CaseNumber(20_601)).await.unwrap().unwrap();
    assert_eq!(whole.earlier, None);
    assert_eq!(whole.events.iter().map(|event| event.seq).collect::<Vec<_>>(), (1..=61).collect::<Vec<_>>());
    assert_eq!(whole.events.first(), Some(&first.event));
}
