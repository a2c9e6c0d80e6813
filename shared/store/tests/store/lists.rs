//! Lists: complete page by page, and no cursor but one's own.

use caseport_domain::case::Command;
use caseport_domain::id::CaseNumber;
use caseport_store::Lists;
use caseport_store::lists::{List, ListError};

use crate::engine::Engine;
use crate::sample::{engineer, opened, user};

fn of_acme() -> List {
    List::Company("acme".parse().unwrap())
}

/// Every page of a list: the numbers on each.
async fn pages(lists: &Lists, list: &List, size: u8) -> Vec<Vec<u64>> {
    let mut pages = Vec::new();
    let mut after = None;
    loop {
        let page = lists.page(list, size, after.as_deref()).await.unwrap();
        pages.push(page.rows.iter().map(|row| row.number.0).collect());
        after = page.next;
        if after.is_none() {
            return pages;
        }
        assert!(pages.len() < 20, "a list ends");
    }
}

#[tokio::test]
async fn pages_of_any_size_hold_each_case_once_and_in_order() {
    let engine = Engine::new();
    let store = engine.store();
    for number in 1..=7 {
        // Pairs of the same instant: then the number decides.
        let _ = opened(number, (number / 2).cast_signed()).stored(&store).await;
    }
    let lists = engine.lists(b"key");
    for size in 1..=8 {
        let newest_first: Vec<u64> = (1..=7).rev().collect();
        for list in [of_acme(), List::OpenedBy(user("anna"))] {
            let pages = pages(&lists, &list, size).await;
            assert!(pages.iter().all(|page| page.len() <= usize::from(size)));
            assert_eq!(pages.concat(), newest_first, "{list:?} by {size}");
        }
    }
}

#[tokio::test]
async fn closed_cases_come_last() {
    let engine = Engine::new();
    let store = engine.store();
    for number in 1..=4 {
        let made = opened(number, number.cast_signed()).stored(&store).await;
        if number % 2 == 0 {
            let _ = made.and(&store, &engineer(), Command::Close { reason: None, listed: None }, 10).await;
        }
    }
    let lists = engine.lists(b"key");
    for size in [1, 3] {
        assert_eq!(pages(&lists, &of_acme(), size).await.concat(), [3, 1, 4, 2]);
    }
}

/// Who opened cases for several companies opened all of them: their erasure finds each.
#[tokio::test]
async fn what_one_opened_is_found_whichever_company_it_is_for() {
    let engine = Engine::new();
    let store = engine.store();
    for number in 1..=6 {
        let mut made = opened(number, number.cast_signed());
        if number % 2 == 0 {
            // Its name begins as the other's does.
            made.case.company.id = "acme-2".parse().unwrap();
        }
        let _ = made.stored(&store).await;
    }
    let lists = engine.lists(b"key");
    let mut all = pages(&lists, &List::OpenedBy(user("anna")), 4).await.concat();
    all.sort_unstable();
    assert_eq!(all, [1, 2, 3, 4, 5, 6]);
    assert_eq!(pages(&lists, &of_acme(), 2).await.concat(), [5, 3, 1]);
}

/// A case that is opened or closed while somebody pages moves no other case over the page's end.
#[tokio::test]
async fn a_page_begins_where_the_one_before_ended_whatever_happened_meanwhile() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    let mut made = Vec::new();
    for number in 1..=4 {
        made.push(opened(number, number.cast_signed()).stored(&store).await);
    }
    let list = of_acme();
    let first = lists.page(&list, 2, None).await.unwrap();
    let _ = made[2].and(&store, &engineer(), Command::Close { reason: None, listed: None }, 10).await;
    let _ = opened(5, 11).stored(&store).await;
    let second = lists.page(&list, 2, first.next.as_deref()).await.unwrap();
    let numbers = |rows: &[caseport_domain::case::CaseRow]| rows.iter().map(|r| r.number).collect::<Vec<_>>();
    assert_eq!(numbers(&first.rows), [CaseNumber(4), CaseNumber(3)]);
    assert_eq!(numbers(&second.rows), [CaseNumber(2), CaseNumber(1)]);
}

#[tokio::test]
async fn a_cursor_that_is_forged_changed_or_of_another_list_is_refused() {
    let engine = Engine::new();
    let store = engine.store();
    for number in 1..=3 {
        let _ = opened(number, 0).stored(&store).await;
    }
    let lists = engine.lists(b"key");
    let cursor = lists.page(&of_acme(), 1, None).await.unwrap().next.unwrap();
    assert!(lists.page(&of_acme(), 1, Some(&cursor)).await.is_ok());

    let others = [List::Company("globex".parse().unwrap()), List::OpenedBy(user("anna"))];
    for list in others {
        assert!(refused(&lists, &list, &cursor).await, "{list:?}");
    }
    assert!(refused(&engine.lists(b"another key"), &of_acme(), &cursor).await);
    for place in 0..cursor.len() {
        let mut changed = cursor.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        // The last letter of base64 may carry bits that count for nothing.
        let same = place + 1 == cursor.len() && lists.page(&of_acme(), 1, Some(&changed)).await.is_ok();
        assert!(same || refused(&lists, &of_acme(), &changed).await, "changed at {place}");
    }
    for forged in ["", "A", "~", &cursor[1..], &"A".repeat(5000)] {
        assert!(refused(&lists, &of_acme(), forged).await, "{forged}");
    }
}

async fn refused(lists: &Lists, list: &List, cursor: &str) -> bool {
    matches!(lists.page(list, 1, Some(cursor)).await, Err(ListError::Cursor(_)))
}
