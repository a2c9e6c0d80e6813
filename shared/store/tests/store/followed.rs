//! The lists of the cases that people follow (C29).

use caseport_domain::actor::Author;
use caseport_domain::case::{CaseRow, Command, MessageKind};
use caseport_domain::id::CaseNumber;
use caseport_domain::selection::Side;
use caseport_store::cases::Stored;
use caseport_store::once::Once;
use caseport_store::{Of, keys};

use crate::engine::Engine;
use crate::erasures::uploaded;
use crate::sample::{customer, engineer, opened, opened_with, person, then, user, write};
use crate::selected::{asked, page};

const ALL: &[(&str, &str)] = &[("show", "all")];
const NONE: [u64; 0] = [];

/// The cases of a company that somebody follows.
fn of(id: &str, company: &str) -> Of {
    Of::Followed(user(id), company.parse().unwrap())
}

async fn lines(engine: &Engine, of: &Of, fields: &[(&str, &str)]) -> Vec<CaseRow> {
    page(&engine.lists(b"key"), of, &asked(Side::Customer, fields), 25, None).await.unwrap().rows
}

async fn numbers(engine: &Engine, of: &Of, fields: &[(&str, &str)]) -> Vec<u64> {
    lines(engine, of, fields).await.iter().map(|row| row.number.0).collect()
}

fn observe(id: &str) -> Command {
    Command::Observe { observer: person(id) }
}

fn unobserve(id: &str) -> Command {
    Command::Unobserve { observer: user(id) }
}

/// C29: a case is in the list of who follows it, as it is after each step, until they follow it no more; in nobody else's, and in
/// none of what they follow for another company.
#[tokio::test]
async fn c29_a_case_is_listed_for_who_follows_it() {
    let engine = Engine::new();
    let (store, brams) = (engine.store(), of("bram", "acme"));
    let made = opened(1, 0).stored(&store).await;
    assert_eq!(numbers(&engine, &brams, ALL).await, NONE);
    let followed = made.and(&store, &customer(), observe("bram"), 1).await;
    assert_eq!(lines(&engine, &brams, &[]).await, [CaseRow::of(&followed.case)]);
    for other in [of("anna", "acme"), of("chloe", "acme"), of("bram", "globex")] {
        assert_eq!(numbers(&engine, &other, ALL).await, NONE, "{other:?}");
    }
    let taken = followed.and(&store, &engineer(), Command::Take, 2).await;
    assert_eq!(numbers(&engine, &brams, &[("engineer", "eva"), ("status", "in-progress")]).await, [1]);
    let closed = taken.and(&store, &customer(), Command::Close { reason: None, listed: None }, 3).await;
    assert_eq!(numbers(&engine, &brams, &[]).await, NONE);
    assert_eq!(lines(&engine, &brams, ALL).await, [CaseRow::of(&closed.case)]);

    let left = closed.and(&store, &Author::Contact(person("bram")), unobserve("bram"), 4).await;
    assert_eq!(numbers(&engine, &brams, ALL).await, NONE);
    let reason = Some("It came back.".to_owned().try_into().unwrap());
    let reopened = left.and(&store, &engineer(), Command::Reopen { reason, listed: None }, 5).await;
    assert_eq!(numbers(&engine, &brams, ALL).await, NONE, "nor with what comes after");
    let _ = reopened.and(&store, &customer(), observe("bram"), 6).await;
    assert_eq!(numbers(&engine, &brams, &[]).await, [1], "they can be added again");
}

/// A case from before there were these lines gets them with its next step; who has none can leave all the same.
#[tokio::test]
async fn a_case_from_before_is_listed_from_its_next_step_on() {
    let engine = Engine::new();
    let (store, brams) = (engine.store(), of("bram", "acme"));
    let made = opened(1, 0).stored(&store).await;
    let followed = made.and(&store, &customer(), observe("bram"), 1).await;
    let line = || keys::followed(CaseNumber(1), &user("bram"));
    engine.lose(line()).await;
    assert_eq!(numbers(&engine, &brams, ALL).await, NONE);
    let replied = followed.and(&store, &customer(), write(MessageKind::Reply), 2).await;
    assert_eq!(numbers(&engine, &brams, ALL).await, [1]);
    engine.lose(line()).await;
    let _ = replied.and(&store, &customer(), unobserve("bram"), 3).await;
    assert_eq!(numbers(&engine, &brams, ALL).await, NONE);
}

/// Of two steps decided at once one is stored, and the line is that one's.
#[tokio::test]
async fn a_line_is_that_of_the_step_that_was_stored() {
    let engine = Engine::new();
    let (store, brams) = (engine.store(), of("bram", "acme"));
    let made = opened(1, 0).stored(&store).await;
    let followed = made.and(&store, &customer(), observe("bram"), 1).await;
    let left = followed.and(&store, &customer(), unobserve("bram"), 2).await;
    let late = then(&followed.case, &engineer(), Command::Take, 3);
    assert_eq!(late.store_once(&store, None).await, Stored::Overtaken);
    assert_eq!(numbers(&engine, &brams, ALL).await, NONE);
    assert_eq!(store.case(CaseNumber(1)).await.unwrap(), Some(left.case));
}

/// A page is one query of as many lines as it has, however many cases there are; its cursor is good for nobody else's list.
#[tokio::test]
async fn what_is_followed_is_listed_page_by_page() {
    let engine = Engine::new();
    let (store, lists, brams) = (engine.store(), engine.lists(b"key"), of("bram", "acme"));
    for number in 1..=12 {
        let made = opened(number, number.cast_signed()).stored(&store).await;
        if number % 4 == 0 {
            let _ = made.and(&store, &customer(), observe("bram"), 20).await;
        }
    }
    let open = asked(Side::Customer, &[]);
    let _ = engine.looked_at();
    let first = page(&lists, &brams, &open, 2, None).await.unwrap();
    let second = page(&lists, &brams, &open, 2, first.next.as_deref()).await.unwrap();
    let found = [&first, &second].map(|page| page.rows.iter().map(|row| row.number.0).collect::<Vec<_>>());
    assert_eq!((found, second.next), ([vec![12, 8], vec![4]], None));
    assert_eq!(engine.looked_at(), [2, 1]);
    for other in [of("chloe", "acme"), Of::Contact(user("bram"), "acme".parse().unwrap())] {
        assert!(page(&lists, &other, &open, 2, first.next.as_deref()).await.is_err(), "{other:?}");
    }
}

/// A step of a case that as many follow as can, with as many files as there can be, has room in one transaction.
#[tokio::test]
async fn a_case_that_many_follow_has_room_in_a_transaction() {
    let engine = Engine::new();
    let store = engine.store();
    let mut files = Vec::new();
    for n in 0..20 {
        files.push(uploaded(&store, &format!("u{n}"), "anna", "a").await.attachment().unwrap());
    }
    let mut made = opened_with(1, 0, files);
    made.case.observers = (0..20).map(|n| person(&format!("o-{n}"))).collect();
    let once = Once { user: user("anna"), token: "key-of-a-form".into(), print: "of this form".into() };
    assert_eq!(made.store_once(&store, Some(&once)).await, Stored::Now);
    for id in ["o-0", "o-19"] {
        assert_eq!(numbers(&engine, &of(id, "acme"), ALL).await, [1], "{id}");
    }
}
