//! Indexes: a case stands where its status says, and nowhere else.

use caseport_domain::case::{Command, MessageKind};
use caseport_domain::id::CaseNumber;
use caseport_domain::records::Typed;
use caseport_domain::selection::{Selection, Side};
use caseport_store::keys::SHARDS;
use caseport_store::lists::{Due, List, Which};
use caseport_store::{Of, Wanted};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::engine::Engine;
use crate::sample::{customer, engineer, minute, opened, user, write};

const NUMBER: CaseNumber = CaseNumber(20_601);
const DAY: i64 = 24 * 60;

/// The names of all places at which the case stands.
async fn places(engine: &Engine) -> Vec<&'static str> {
    let lists = engine.lists(b"key");
    let company = |which| List::Company("acme".parse().unwrap(), which);
    let all = [
        ("company, open", company(Which::Open)),
        ("company", company(Which::All)),
        ("contact, open", List::Contact(user("anna"), "acme".parse().unwrap(), Which::Open)),
        ("contact", List::Contact(user("anna"), "acme".parse().unwrap(), Which::All)),
        ("desk", List::Desk),
        ("nobody's", List::Engineer(None)),
        ("eva's", List::Engineer(Some(user("eva")))),
        ("globex", List::Company("globex".parse().unwrap(), Which::All)),
        ("contact, elsewhere", List::Contact(user("anna"), "globex".parse().unwrap(), Which::All)),
        ("chloe's", List::OpenedBy(user("chloe"))),
        ("another engineer's", List::Engineer(Some(user("farid")))),
    ];
    let mut found = Vec::new();
    for (name, list) in all {
        let page = lists.page(&list, 10, None).await.unwrap();
        assert!(page.rows.iter().all(|row| row.number == NUMBER));
        if !page.rows.is_empty() {
            found.push(name);
        }
    }
    let closed = Selection::read(&Typed::default().with("status", "closed"), Side::Desk).unwrap();
    let closed_of = [
        ("desk, closed", Of::Desk),
        ("nobody's, closed", Of::Engineer(None)),
        ("eva's, closed", Of::Engineer(Some(user("eva")))),
    ];
    for (name, of) in closed_of {
        let wanted = Wanted { of, selection: &closed, zone: &TimeZone::UTC };
        if !lists.select(&wanted, 10, None).await.unwrap().rows.is_empty() {
            found.push(name);
        }
    }
    let far: Timestamp = "9999-01-01T00:00:00Z".parse().unwrap();
    for (name, due) in [("closing", Due::Closing), ("reminder", Due::Reminder)] {
        if is_due(engine, due, far).await {
            found.push(name);
        }
    }
    found
}

/// Whether the case is due by this instant: in one shard, and found there only.
async fn is_due(engine: &Engine, due: Due, by: Timestamp) -> bool {
    let mut found = Vec::new();
    for shard in 0..SHARDS {
        found.extend(engine.store().due(due, shard, by).await.unwrap());
    }
    assert!(found.is_empty() || found == [NUMBER], "{found:?}");
    !found.is_empty()
}

#[tokio::test]
async fn a_case_stands_where_its_status_says() {
    let engine = Engine::new();
    let store = engine.store();
    let customers = ["company, open", "company", "contact, open", "contact"];
    let with = |more: &[&'static str]| [&customers[..], more].concat();

    let opened = opened(NUMBER.0, 0).stored(&store).await;
    assert_eq!(places(&engine).await, with(&["desk", "nobody's"]));
    let taken = opened.and(&store, &engineer(), Command::Take, 1).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's"]));
    let proposed = taken.and(&store, &engineer(), write(MessageKind::Solution), 2).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's", "closing", "reminder"]));
    let reminded =
        proposed.and(&store, &caseport_domain::actor::Author::System, Command::Remind, 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's", "closing"]));
    let kept = reminded.and(&store, &customer(), Command::KeepOpen, 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's"]));
    let again = kept.and(&store, &engineer(), write(MessageKind::Solution), 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's", "closing", "reminder"]));
    let closed = again.and(&store, &customer(), Command::Approve, 7 * DAY).await;
    assert_eq!(places(&engine).await, ["company", "contact", "desk, closed", "eva's, closed"]);
    let reason = Some("It came back.".to_owned().try_into().unwrap());
    let _ = closed.and(&store, &engineer(), Command::Reopen { reason, listed: None }, 8 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's"]));
}

#[tokio::test]
async fn a_solution_is_due_to_the_instant() {
    let engine = Engine::new();
    let store = engine.store();
    let proposed = opened(NUMBER.0, 0).stored(&store).await;
    let proposed = proposed.and(&store, &engineer(), write(MessageKind::Solution), 0).await;
    let closes_at = proposed.case.answer.unwrap().closes_at;
    assert_eq!(closes_at, minute(7 * DAY));
    let second = jiff::SignedDuration::from_secs(1);
    assert!(!is_due(&engine, Due::Closing, closes_at - second).await);
    assert!(is_due(&engine, Due::Closing, closes_at).await);
    assert!(is_due(&engine, Due::Closing, closes_at + second).await);
    assert!(!is_due(&engine, Due::Reminder, minute(5 * DAY) - second).await);
    assert!(is_due(&engine, Due::Reminder, minute(5 * DAY)).await);
}
