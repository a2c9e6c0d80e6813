//! Mail records: queued once, settled once.

use caseport_domain::actor::Author;
use caseport_domain::case::Command;
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::id::CaseNumber;
use caseport_domain::notice::Role;
use caseport_store::deliveries::Queued;
use tokio::task::JoinSet;

use crate::engine::Engine;
use crate::sample::{engineer, minute, opened, user};

const NUMBER: CaseNumber = CaseNumber(20_601);

fn delivery(seq: u32, to: &str) -> Delivery {
    Delivery {
        seq,
        to: user(to),
        name: to.to_owned(),
        role: Role::Reporter,
        subject: "Case 20601".into(),
        text: "Opened.".into(),
        at: minute(0),
        state: DeliveryState::Queued,
    }
}

/// A mail that was made of the case as it was read is recorded only while it is so: who was taken out of the case meanwhile
/// is not brought back by it.
#[tokio::test]
async fn a_mail_is_made_of_the_case_as_it_is() {
    let store = Engine::new().store();
    let case = opened(NUMBER.0, 0).stored(&store).await;
    let queue = async |erasures: u32, to: &str| {
        store.queue_delivery(NUMBER, erasures, &delivery(1, to)).await.unwrap()
    };
    assert_eq!(queue(0, "eva").await, Queued::Now);
    assert_eq!(queue(0, "eva").await, Queued::Before);
    let taken = case.and(&store, &engineer(), Command::Take, 1).await;
    assert_eq!(queue(0, "chloe").await, Queued::Now, "whatever else happens");
    let _ = taken.and(&store, &Author::System, Command::ErasePerson, 2).await;
    assert_eq!(queue(0, "anna").await, Queued::Overtaken);
    assert_eq!(queue(0, "eva").await, Queued::Overtaken, "whether it is recorded or not");
    assert_eq!(queue(1, "eva").await, Queued::Before);
    let found = store.history(NUMBER).await.unwrap().unwrap().deliveries;
    assert_eq!(found.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["chloe", "eva"]);
}

#[tokio::test]
async fn a_mail_is_queued_once_and_settled_once() {
    let store = Engine::new().store();
    let _ = opened(NUMBER.0, 0).stored(&store).await;
    let mut racing = JoinSet::new();
    for _ in 0..4 {
        let store = store.clone();
        racing.spawn(async move { store.queue_delivery(NUMBER, 0, &delivery(1, "anna")).await.unwrap() });
    }
    let outcomes = racing.join_all().await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Queued::Now).count(), 1, "{outcomes:?}");
    let another = store.queue_delivery(NUMBER, 0, &delivery(1, "eva")).await.unwrap();
    assert_eq!(another, Queued::Now, "another's is another mail");

    let settle = |state, id| {
        let store = store.clone();
        async move { store.settle_delivery(NUMBER, 1, &user("anna"), state, id).await }
    };
    settle(DeliveryState::Sent, "message-1").await.unwrap();
    assert!(settle(DeliveryState::Suppressed, "message-2").await.is_err(), "it does not wait any more");
    let found = store.history(NUMBER).await.unwrap().unwrap().deliveries;
    let states: Vec<_> = found.iter().map(|mail| (mail.to.as_str(), mail.state)).collect();
    assert_eq!(states, [("anna", DeliveryState::Sent), ("eva", DeliveryState::Queued)]);
    let nobody = store.settle_delivery(NUMBER, 9, &user("anna"), DeliveryState::Sent, "message-3").await;
    assert!(nobody.is_err(), "nor is one settled that was not queued");
}
