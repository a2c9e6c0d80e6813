//! Accounts of the vendor's own people, as an operator orders them.

use caseport_aws::Random;
use caseport_domain::actor::{Actor, Author, Contact, Level, Scope};
use caseport_domain::case::Command;
use caseport_domain::person::{Language, User};
use caseport_domain::second_factor::Secret;
use caseport_domain::staff::{Done, Order, Recruit, Refused};
use caseport_store::second_factors::SecondFactor;
use caseport_store::users::Account;
use caseport_store::{Committed, NotDone, Store};

use crate::engine::Engine;
use crate::sample::{minute, opened, person};

const EMAIL: &str = "ines@vendor.example";

fn add(is_admin: bool) -> Order {
    Order::Add(Recruit {
        email: EMAIL.into(),
        name: "Ines".to_owned().try_into().unwrap(),
        is_admin,
        language: Language::En,
        zone: "UTC".into(),
    })
}

fn disable(email: &str) -> Order {
    Order::Disable { email: email.into() }
}

fn reset() -> Order {
    Order::ResetSecondFactor { email: EMAIL.into() }
}

async fn done(store: &Store, order: &Order, at: i64) -> Result<Done, Refused> {
    match store.order(order, minute(at), Random).await {
        Ok(done) => Ok(done),
        Err(NotDone::Refused(refused)) => Err(refused),
        Err(NotDone::Store(error)) => panic!("{error}"),
    }
}

async fn ines(store: &Store) -> Account {
    store.holder(EMAIL).await.unwrap().unwrap()
}

/// Has her change something herself.
async fn changed(store: &Store, account: &Account) {
    assert_eq!(store.transaction().change_user(account).commit().await.unwrap(), Committed::Done);
}

async fn trail(store: &Store) -> Vec<String> {
    let id = ines(store).await.user.actor.person().id.clone();
    let part = store.trail_part("user", id.as_str(), 10, None).await.unwrap();
    part.entries.into_iter().map(|entry| entry.what).collect()
}

/// C5: somebody is added once, without a password; X12: disabled, all they had has ended, and is not back with them.
#[tokio::test]
async fn who_is_added_is_there_and_who_is_disabled_signs_in_no_more() {
    let store = Engine::new().store();
    assert_eq!(done(&store, &disable(EMAIL), 0).await, Err(Refused::Unknown));
    assert_eq!(done(&store, &add(true), 1).await, Ok(Done::Added));
    assert_eq!(done(&store, &add(false), 2).await, Err(Refused::AddressTaken));
    let mut account = ines(&store).await;
    assert_eq!((account.password.as_deref(), account.revision, account.has_left), (None, 0, false));
    assert!(matches!(&account.user.actor, Actor::Engineer(engineer) if engineer.is_admin));

    account.change_password("a hash".into());
    changed(&store, &account).await;
    let before = ines(&store).await;
    assert_eq!(done(&store, &disable(" INES@vendor.example"), 3).await, Ok(Done::Disabled { open_cases: 0 }));
    let after = ines(&store).await;
    assert!(after.has_left && store.user_by_address(EMAIL).await.unwrap().is_none());
    assert_eq!(after.revision, before.revision + 1);
    assert_eq!(after.session_generation, before.session_generation + 1);
    assert_eq!(after.password_generation, before.password_generation + 1);
    assert_eq!(done(&store, &disable(EMAIL), 4).await, Err(Refused::IsDisabled));
    assert_eq!(done(&store, &reset(), 4).await, Err(Refused::IsDisabled));

    assert_eq!(done(&store, &add(false), 5).await, Ok(Done::BroughtBack));
    let back = store.user_by_address(EMAIL).await.unwrap().unwrap();
    assert_eq!((back.password, back.session_generation), (None, after.session_generation));
    assert_eq!(back.user.actor.person().id, after.user.actor.person().id);
    assert!(matches!(&back.user.actor, Actor::Engineer(engineer) if !engineer.is_admin));
    assert_eq!(trail(&store).await, ["staff-added", "staff-disabled", "administrator-added"]);
}

/// Of who is disabled the open cases are counted, so that somebody takes them over.
#[tokio::test]
async fn who_is_disabled_leaves_so_many_open_cases() {
    let store = Engine::new().store();
    assert_eq!(done(&store, &add(false), 0).await, Ok(Done::Added));
    let ines = Author::Engineer(ines(&store).await.user.actor.person().clone());
    for number in 1..=3 {
        let case = opened(number, 1).stored(&store).await;
        if number < 3 {
            let _ = case.and(&store, &ines, Command::Take, 2).await;
        }
    }
    let disabled = done(&store, &disable(EMAIL), 3).await;
    assert_eq!(disabled, Ok(Done::Disabled { open_cases: 2 }));
    assert!(disabled.is_ok_and(|done| done.leaves().is_some_and(|left| left.contains(": 2."))));
}

/// Who lost their second factor is signed out, their tokens have ended, and they have none until they set up another.
#[tokio::test]
async fn a_second_factor_is_reset() {
    let store = Engine::new().store();
    assert_eq!(done(&store, &add(false), 0).await, Ok(Done::Added));
    assert_eq!(done(&store, &reset(), 1).await, Err(Refused::NoSecondFactor));
    let mut account = ines(&store).await;
    let id = account.user.actor.person().id.clone();
    account.has_second_factor = true;
    let secret = Secret::new([7; 20]);
    let factor = SecondFactor { secret, since: minute(2), last_step: 0, recovery: Vec::new() };
    let set_up = store.transaction().change_user(&account).add_second_factor(&id, &factor);
    assert_eq!(set_up.commit().await.unwrap(), Committed::Done);

    assert_eq!(done(&store, &reset(), 3).await, Ok(Done::SecondFactorReset));
    let after = ines(&store).await;
    assert_eq!((after.has_second_factor, after.revision), (false, 2));
    assert_eq!((after.session_generation, after.password_generation), (1, 1));
    assert_eq!(store.second_factor(&id).await.unwrap(), None);
    assert_eq!(trail(&store).await, ["second-factor-reset", "staff-added"]);
}

/// Contacts are the administrators' to look after: no order touches them.
#[tokio::test]
async fn a_contact_is_no_staff() {
    let store = Engine::new().store();
    let anna = Account::new(User {
        actor: Actor::Contact(Contact {
            person: person("anna"),
            company: "acme".parse().unwrap(),
            level: Level::ReadWrite,
            scope: Scope::Company,
        }),
        email: EMAIL.into(),
        language: Language::En,
        zone: "UTC".into(),
    });
    assert!(store.add_user(&anna).await.unwrap());
    assert_eq!(done(&store, &add(true), 1).await, Err(Refused::AddressTaken));
    assert_eq!(done(&store, &disable(EMAIL), 1).await, Err(Refused::IsContact));
    assert_eq!(done(&store, &reset(), 1).await, Err(Refused::IsContact));
    assert_eq!(ines(&store).await.revision, 0);
}
