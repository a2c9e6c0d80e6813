//! Indexes: a case stands where its status says, and nowhere else.

use caseport_domain::case::{Command, MessageKind};
use caseport_domain::id::CaseNumber;
use caseport_domain::records::Typed;
use caseport_domain::selection::{Selection, Side};
use caseport_store::keys::{self, SHARDS};
use caseport_store::lists::{Due, List};
use caseport_store::{Of, Wanted};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::engine::Engine;
use crate::sample::{customer, engineer, minute, opened, person, user, write};

const NUMBER: CaseNumber = CaseNumber(20_601);
const DAY: i64 = 24 * 60;

/// The names of all places at which the case stands.
async fn places(engine: &Engine) -> Vec<&'static str> {
    let lists = engine.lists(b"key");
    let asked = |which: &str| {
        let typed = match which {
            "closed" => Typed::default().with("status", "closed"),
            show => Typed::default().with("show", show),
        };
        Selection::read(&typed, Side::Customer).unwrap()
    };
    let (open, closed, all) = (asked("open"), asked("closed"), asked("all"));
    let company = |id: &str| Of::Company(id.parse().unwrap());
    let hers = |id: &str| Of::Contact(user("anna"), id.parse().unwrap());
    let engineers = |id: &str| Of::Engineer(Some(user(id)));
    let places = [
        ("company, open", company("acme"), &open),
        ("company", company("acme"), &all),
        ("contact, open", hers("acme"), &open),
        ("contact", hers("acme"), &all),
        ("desk", Of::Desk, &open),
        ("nobody's", Of::Engineer(None), &open),
        ("eva's", engineers("eva"), &open),
        ("globex", company("globex"), &all),
        ("contact, elsewhere", hers("globex"), &all),
        ("another engineer's", engineers("farid"), &all),
        ("desk, closed", Of::Desk, &closed),
        ("nobody's, closed", Of::Engineer(None), &closed),
        ("eva's, closed", engineers("eva"), &closed),
    ];
    let mut found = Vec::new();
    for (name, of, selection) in places {
        let wanted = Wanted { of, selection, zone: &TimeZone::UTC };
        let page = lists.select(&wanted, 10, None).await.unwrap();
        assert!(page.rows.iter().all(|row| row.number == NUMBER));
        if !page.rows.is_empty() {
            found.push(name);
        }
    }
    let theirs = lists.page(&List::OpenedBy(user("chloe")), 10, None).await.unwrap();
    assert!(theirs.rows.is_empty(), "chloe's");
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
        found.extend(engine.store().due(due, shard, by, None).await.unwrap().0);
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
    let withdrawn = kept.and(&store, &engineer(), write(MessageKind::Solution), 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's", "closing", "reminder"]));
    let resumed = withdrawn.and(&store, &engineer(), Command::Resume { text: None }, 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's"]));
    let again = resumed.and(&store, &engineer(), write(MessageKind::Solution), 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "eva's", "closing", "reminder"]));
    let back = again.and(&store, &engineer(), Command::Assign { to: None }, 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "nobody's", "closing", "reminder"]));
    let given = back.and(&store, &engineer(), Command::Assign { to: Some(person("farid")) }, 6 * DAY).await;
    assert_eq!(places(&engine).await, with(&["desk", "another engineer's", "closing", "reminder"]));
    let again = given.and(&store, &engineer(), Command::Take, 6 * DAY).await;
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

/// A list line that nobody can read keeps no case, nor those behind it, from being due.
#[tokio::test]
async fn a_case_is_due_whatever_its_list_line_says() {
    let engine = Engine::new();
    let store = engine.store();
    let proposed = opened(NUMBER.0, 0).stored(&store).await;
    let _ = proposed.and(&store, &engineer(), write(MessageKind::Solution), 0).await;
    engine.spoil(keys::snapshot(NUMBER), keys::ROW).await;
    assert!(is_due(&engine, Due::Closing, minute(7 * DAY)).await);
    assert!(is_due(&engine, Due::Reminder, minute(5 * DAY)).await);
}

/// What is due and is not done keeps nothing that is behind it from being found.
#[tokio::test]
async fn all_that_is_due_is_found_page_by_page() {
    let store = Engine::new().store();
    let numbers: Vec<CaseNumber> = (0..130).map(|n| CaseNumber(NUMBER.0 + n * SHARDS)).collect();
    for number in &numbers {
        let opened = opened(number.0, 0).stored(&store).await;
        let _ = opened.and(&store, &engineer(), write(MessageKind::Solution), 0).await;
    }
    let (shard, by) = (NUMBER.0 % SHARDS, minute(7 * DAY));
    let (first, place) = store.due(Due::Closing, shard, by, None).await.unwrap();
    assert_eq!((first.len(), place.is_some()), (100, true));
    let (second, end) = store.due(Due::Closing, shard, by, place).await.unwrap();
    assert!(end.is_none());
    assert_eq!([first, second].concat(), numbers);
}
