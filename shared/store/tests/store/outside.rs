//! Addresses outside the portal: kept beside the case, and gone with the event that says so.

use caseport_domain::actor::Author;
use caseport_domain::case::{Case, Command, Outside};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::notice::Role;
use caseport_domain::person::Language;
use caseport_store::cases::Stored;
use caseport_store::deliveries::Queued;

use crate::engine::Engine;
use crate::sample::{OUTSIDE, customer, minute, opened, then};

const NUMBER: CaseNumber = CaseNumber(20_601);

fn command(outside: Outside) -> Command {
    Command::Outside(outside)
}

/// C29: the address lies beside the case and not in its events, stays when it is confirmed, and is struck with who had it.
#[tokio::test]
async fn c29_an_address_outside_is_kept_apart_and_struck() {
    let store = Engine::new().store();
    let case = opened(NUMBER.0, 0).stored(&store).await;
    let invite = command(Outside::Invite { email: OUTSIDE.to_owned() });
    let asked = case.and(&store, &customer(), invite, 1).await;
    let zoe = UserId::outside(2);
    let found = store.outside_addresses(NUMBER).await.unwrap();
    assert_eq!(
        found.iter().map(|one| (&one.outsider, one.email.as_str())).collect::<Vec<_>>(),
        [(&zoe, OUTSIDE)]
    );

    let confirm = command(Outside::Confirm { outsider: zoe.clone(), language: Language::Nl });
    let follows = asked.and(&store, &Author::System, confirm.clone(), 2).await;
    let late = then(&asked.case, &Author::System, confirm, 3);
    assert_eq!(late.store_once(&store, None).await, Stored::Overtaken, "of two at once one is stored");
    let history = store.history(NUMBER).await.unwrap().unwrap();
    assert_eq!(history.address_of(&zoe), Some(OUTSIDE));
    assert!(history.events.iter().all(|event| !event.body.contains(OUTSIDE)));
    assert_eq!(history.case.outsiders[0].language(), Some(Language::Nl));

    let dismiss = command(Outside::Dismiss { outsider: zoe.clone() });
    let _ = follows.and(&store, &customer(), dismiss, 4).await;
    let history = store.history(NUMBER).await.unwrap().unwrap();
    assert_eq!((history.address_of(&zoe), history.case.outsiders.len()), (None, 0));
    assert_eq!(Case::replay(NUMBER, &history.events).unwrap(), history.case, "the chain is whole");
    assert!(store.outside_addresses(NUMBER).await.unwrap().is_empty());
}

/// C29: a mail that was being made when its reader was taken off is not recorded, and so not sent.
#[tokio::test]
async fn c29_who_is_taken_off_is_mailed_nothing_more() {
    let store = Engine::new().store();
    let case = opened(NUMBER.0, 0).stored(&store).await;
    let asked =
        case.and(&store, &customer(), command(Outside::Invite { email: OUTSIDE.to_owned() }), 1).await;
    let zoe = UserId::outside(2);
    let mail = |seq| Delivery {
        seq,
        to: zoe.clone(),
        name: String::new(),
        role: Role::Outsider,
        subject: "Case 20601".into(),
        text: "Opened.".into(),
        at: minute(1),
        state: DeliveryState::Queued,
    };
    assert_eq!(store.queue_delivery(NUMBER, 0, &mail(2)).await.unwrap(), Queued::Now);
    assert_eq!(store.queue_delivery(NUMBER, 0, &mail(2)).await.unwrap(), Queued::Before);
    let dismiss = command(Outside::Dismiss { outsider: zoe.clone() });
    let _ = asked.and(&store, &customer(), dismiss, 2).await;
    assert_eq!(store.queue_delivery(NUMBER, 0, &mail(2)).await.unwrap(), Queued::Overtaken);
    assert_eq!(store.queue_delivery(NUMBER, 0, &mail(3)).await.unwrap(), Queued::Overtaken);
    assert_eq!(store.history(NUMBER).await.unwrap().unwrap().deliveries.len(), 1);
}
