//! Idempotency keys: sent twice, done once.

use caseport_domain::case::MessageKind;
use caseport_domain::id::CaseNumber;
use caseport_store::cases::Stored;
use caseport_store::keys;
use caseport_store::lists::List;
use caseport_store::once::{Once, Receipt};
use tokio::task::JoinSet;

use crate::engine::Engine;
use crate::sample::{customer, minute, opened, then, user, write};

fn once(owner: &str) -> Once {
    Once { user: user(owner), token: "key-of-a-form".into(), print: "of this form".into() }
}

#[tokio::test]
async fn a_case_opened_by_the_same_form_twice_at_once_is_one_case() {
    let engine = Engine::new();
    let store = engine.store();
    let mut racing = JoinSet::new();
    for number in 20_601..20_607 {
        let store = store.clone();
        racing.spawn(async move { opened(number, 0).store_once(&store, Some(&once("anna"))).await });
    }
    let outcomes = racing.join_all().await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Stored::Now).count(), 1, "{outcomes:?}");
    let list = List::Company("acme".parse().unwrap());
    let page = engine.lists(b"key").page(&list, 10, None).await.unwrap();
    let [row] = page.rows.as_slice() else { panic!("one case: {page:?}") };
    let receipt = Receipt { number: row.number, version: 1, print: "of this form".into() };
    let told: Vec<_> = outcomes.into_iter().filter(|outcome| *outcome != Stored::Now).collect();
    assert_eq!(told, vec![Stored::Before(receipt); 5], "the others are told of that case");
    for number in (20_601..20_607).map(CaseNumber) {
        let history = store.history(number).await.unwrap();
        assert_eq!(history.map(|history| history.events.len()), (number == row.number).then_some(1));
    }
}

#[tokio::test]
async fn a_step_sent_again_is_answered_with_its_receipt_even_when_the_case_has_moved_on() {
    let store = Engine::new().store();
    let first = opened(20_601, 0).stored(&store).await;
    let reply = then(&first.case, &customer(), write(MessageKind::Reply), 1);
    assert_eq!(reply.store_once(&store, Some(&once("anna"))).await, Stored::Now);
    let later = reply.and(&store, &customer(), write(MessageKind::Reply), 2).await;
    let again = then(&later.case, &customer(), write(MessageKind::Reply), 3);
    let receipt = Receipt { number: CaseNumber(20_601), version: 2, print: "of this form".into() };
    assert_eq!(again.store_once(&store, Some(&once("anna"))).await, Stored::Before(receipt.clone()));
    assert_eq!(store.receipt(&once("anna")).await.unwrap(), Some(receipt));
    assert_eq!(store.case(CaseNumber(20_601)).await.unwrap().unwrap().version, 3);
}

#[tokio::test]
async fn a_key_is_its_owners() {
    let store = Engine::new().store();
    assert_eq!(opened(20_601, 0).store_once(&store, Some(&once("anna"))).await, Stored::Now);
    assert!(store.receipt(&once("chloe")).await.unwrap().is_none());
    assert_eq!(opened(20_602, 0).store_once(&store, Some(&once("chloe"))).await, Stored::Now);
}

#[tokio::test]
async fn a_key_is_remembered_for_a_week() {
    let engine = Engine::new();
    let _ = opened(20_601, 0).store_once(&engine.store(), Some(&once("anna"))).await;
    let forgotten = engine.expires_at(keys::once(&user("anna"), "key-of-a-form")).await;
    assert_eq!(forgotten, Some(minute(7 * 24 * 60).as_second()));
}
