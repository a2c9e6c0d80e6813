//! Mails that are held: recorded and held together, found when they are due, sent by one.

use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::held::Held;
use caseport_domain::id::CaseNumber;
use caseport_domain::notice::Role;
use caseport_store::Store;
use caseport_store::deliveries::Queued;
use caseport_store::keys::{self, SHARDS};
use jiff::Timestamp;
use tokio::task::JoinSet;

use crate::engine::Engine;
use crate::sample::{minute, opened, user};

const NUMBER: CaseNumber = CaseNumber(20_601);

fn mail(to: &str, seq: u32) -> (Delivery, Held) {
    let delivery = Delivery {
        seq,
        to: user(to),
        name: to.to_owned(),
        role: Role::Observer,
        subject: "Re: [#20601] No calls".into(),
        text: "Eva works on it.".into(),
        at: minute(0),
        state: DeliveryState::HeldForDigest,
    };
    (delivery, Held { user: user(to), number: NUMBER, seq, until: minute(60) })
}

/// What is due by then, of all shards.
async fn due(store: &Store, now: Timestamp) -> Vec<Held> {
    let mut all = Vec::new();
    for shard in 0..SHARDS {
        all.extend(store.due_mails(shard, now, None).await.unwrap());
    }
    all
}

#[tokio::test]
async fn what_is_held_is_found_when_it_is_due_and_settled_once() {
    let store = Engine::new().store();
    let _ = opened(NUMBER.0, 0).stored(&store).await;
    for seq in [2, 1] {
        let (delivery, held) = mail("anna", seq);
        assert_eq!(store.hold(1, &delivery, &held).await.unwrap(), Queued::Overtaken);
        assert_eq!(store.hold(0, &delivery, &held).await.unwrap(), Queued::Now);
        assert_eq!(store.hold(0, &delivery, &held).await.unwrap(), Queued::Before, "it is held once");
        assert_eq!(store.hold(1, &delivery, &held).await.unwrap(), Queued::Overtaken);
    }
    assert_eq!(due(&store, minute(59)).await, []);
    let found = due(&store, minute(60)).await;
    assert_eq!(found.iter().map(|held| held.seq).collect::<Vec<_>>(), [1, 2], "as they happened");

    let mut racing = JoinSet::new();
    for _ in 0..4 {
        let store = store.clone();
        racing.spawn(async move { store.claim_held(&user("anna"), minute(60), minute(61)).await.unwrap() });
    }
    assert_eq!(racing.join_all().await.into_iter().filter(|won| *won).count(), 1, "one sends it");
    let again = store.claim_held(&user("anna"), minute(60), minute(72)).await.unwrap();
    assert!(again, "another takes it over from who never came back");

    store.settle_held(&found[0], DeliveryState::Sent, "message-1").await.unwrap();
    assert_eq!(due(&store, minute(60)).await, [found[1].clone()]);
    let states = store.history(NUMBER).await.unwrap().unwrap().deliveries.into_iter().map(|mail| mail.state);
    assert_eq!(states.collect::<Vec<_>>(), [DeliveryState::Sent, DeliveryState::HeldForDigest]);
    // Of who was erased meanwhile there is no record to settle.
    let gone = Held { seq: 9, ..found[1].clone() };
    store.settle_held(&gone, DeliveryState::Suppressed, "").await.unwrap();
}

/// E63: nobody gets two digests because a page ends among what is held for them.
#[tokio::test]
async fn e63_what_goes_together_is_not_parted() {
    let store = Engine::new().store();
    let _ = opened(NUMBER.0, 0).stored(&store).await;
    for (to, mails) in [("anna", 300), ("nana", 300)] {
        for seq in 1..=mails {
            let (delivery, held) = mail(to, seq);
            assert_eq!(store.hold(0, &delivery, &held).await.unwrap(), Queued::Now);
        }
    }
    let (_, held) = mail("anna", 1);
    let shard = (0..SHARDS).find(|shard| keys::held_list(*shard) == keys::held(&held).pk).unwrap();
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let due = store.due_mails(shard, minute(60), after.as_ref()).await.unwrap();
        after = due.last().cloned();
        if after.is_none() {
            break;
        }
        let groups = due.chunk_by(Held::goes_with);
        pages.push(groups.map(|group| (group[0].user.clone(), group.len())).collect::<Vec<_>>());
    }
    assert_eq!(pages, [[(user("anna"), 300)], [(user("nana"), 300)]]);
}

/// A mail whose record others write at that moment is settled all the same; one that is written again and again stays due.
#[tokio::test]
async fn a_mail_that_was_held_is_settled_between_other_writes() {
    let engine = Engine::new();
    let store = engine.store();
    let _ = opened(NUMBER.0, 0).stored(&store).await;
    let (delivery, held) = mail("anna", 1);
    assert_eq!(store.hold(0, &delivery, &held).await.unwrap(), Queued::Now);
    engine.meets(4);
    assert!(store.settle_held(&held, DeliveryState::Sent, "message-1").await.is_err());
    assert_eq!(due(&store, minute(60)).await, std::slice::from_ref(&held));
    engine.meets(3);
    store.settle_held(&held, DeliveryState::Sent, "message-1").await.unwrap();
    assert_eq!(due(&store, minute(60)).await, []);
    let settled = store.delivery(NUMBER, 1, &held.user).await.unwrap().unwrap();
    assert_eq!(settled.state, DeliveryState::Sent);
}
