//! What a page of a list costs: so many queries, which look at so many cases, however many cases there are.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use caseport_domain::case::{CaseRow, CaseType, Status};
use caseport_domain::selection::{Selection, Side};
use caseport_store::Of;
use caseport_store::keys::{self, Key};

use crate::engine::Engine;
use crate::sample::opened;
use crate::selected::{acme, asked, page};

/// How many cases there are, each opened at the minute of its number: more open ones than a page looks through.
const CASES: u64 = 4_500;

/// Up to which number they are closed.
const CLOSED: u64 = 500;

/// How many lines a page has.
const PAGE: usize = 25;

/// A list, as it is asked for.
type Asked = (Of, Selection);

/// A page of it.
struct Read {
    numbers: Vec<u64>,
    /// How many cases each query looked at.
    looked: Vec<usize>,
    next: Option<String>,
}

/// A case as lists find it, and nothing else of it. Each third one is a question.
fn line(number: u64) -> HashMap<String, AttributeValue> {
    let mut case = opened(number, number.cast_signed()).case;
    if number <= CLOSED {
        case.status = Status::Closed;
    }
    if number.is_multiple_of(3) {
        case.case_type = CaseType::Question;
    }
    let Key { pk, sk } = keys::snapshot(case.number);
    let row = serde_json::to_string(&CaseRow::of(&case)).unwrap();
    let mut texts = vec![("pk".to_owned(), pk), ("sk".to_owned(), sk), (keys::ROW.to_owned(), row)];
    for (index, pk, sk) in keys::places(&case) {
        let name = keys::index_name(index);
        texts.extend([(format!("{name}_pk"), pk), (format!("{name}_sk"), sk)]);
    }
    let facets = (keys::FACETS.to_owned(), AttributeValue::Ss(keys::facets(&case)));
    texts.into_iter().map(|(name, text)| (name, AttributeValue::S(text))).chain([facets]).collect()
}

fn customers(fields: &[(&str, &str)]) -> Asked {
    (acme(), asked(Side::Customer, fields))
}

fn desks(fields: &[(&str, &str)]) -> Asked {
    (Of::Desk, asked(Side::Desk, fields))
}

async fn read(engine: &Engine, (of, selection): &Asked, size: usize, after: Option<&str>) -> Read {
    let _ = engine.looked_at();
    let page = page(&engine.lists(b"key"), of, selection, size, after).await.unwrap();
    let numbers = page.rows.iter().map(|row| row.number.0).collect();
    Read { numbers, looked: engine.looked_at(), next: page.next }
}

/// The cursor behind so many pages of this size.
async fn behind(engine: &Engine, list: &Asked, pages: usize, size: usize) -> Option<String> {
    let mut after = None;
    for _ in 0..pages {
        after = read(engine, list, size, after.as_deref()).await.next;
        assert!(after.is_some(), "there are more");
    }
    after
}

/// As many numbers as a page has, from this one up.
fn up(first: u64) -> Vec<u64> {
    (first..).take(PAGE).collect()
}

/// From this one down.
fn down(first: u64) -> Vec<u64> {
    (0..=first).rev().take(PAGE).collect()
}

#[tokio::test]
async fn a_page_costs_the_same_at_any_size() {
    let engine = Engine::new();
    engine.fill((1..=CASES).map(line)).await;
    what_keys_say_is_looked_at_and_nothing_else(&engine).await;
    open_and_closed_cases_take_a_query_each(&engine).await;
    what_is_looked_for_is_found_among_a_bounded_number(&engine).await;
    what_is_not_there_costs_four_queries(&engine).await;
}

/// In either order, on the first page as far in: one query, which looks at what the page shows.
async fn what_keys_say_is_looked_at_and_nothing_else(engine: &Engine) {
    let day = [("show", "all"), ("from", "2026-11-23"), ("to", "2026-11-23")];
    for (list, thousands, numbers) in [
        (customers(&[]), 0, down(4_500)),
        (customers(&[]), 3, down(1_500)),
        (customers(&[("sort", "oldest")]), 0, up(501)),
        (customers(&[("sort", "oldest")]), 3, up(3_501)),
        (customers(&[("show", "all")]), 3, down(1_500)),
        (customers(&[("status", "closed")]), 0, down(500)),
        // Of the day after the first, which began at ten o'clock.
        (customers(&day), 1, down(1_279)),
        (desks(&[]), 3, up(3_501)),
        (desks(&[("sort", "recent")]), 0, down(4_500)),
    ] {
        let after = behind(engine, &list, thousands, 1_000).await;
        let page = read(engine, &list, PAGE, after.as_deref()).await;
        assert_eq!((page.numbers, page.looked), (numbers, vec![PAGE]), "{list:?} behind {thousands},000");
        assert!(page.next.is_some());
    }
}

/// Where the open ones end and the closed ones begin on the page.
async fn open_and_closed_cases_take_a_query_each(engine: &Engine) {
    let list = customers(&[("show", "all"), ("sort", "oldest")]);
    let after = behind(engine, &list, 4, 996).await;
    let page = read(engine, &list, PAGE, after.as_deref()).await;
    assert_eq!(page.numbers, (4_485..=4_500).chain(1..=9).collect::<Vec<u64>>());
    assert_eq!(page.looked, [16, 9]);
}

/// Page after page: as many cases as it has lines, then a thousand, among which there are enough.
async fn what_is_looked_for_is_found_among_a_bounded_number(engine: &Engine) {
    let list = customers(&[("case_type", "question")]);
    let mut after = None;
    for part in 0..10 {
        let page = read(engine, &list, PAGE, after.as_deref()).await;
        let numbers: Vec<u64> = (0..25).map(|n| 4_500 - 75 * part - 3 * n).collect();
        assert_eq!((page.numbers, page.looked), (numbers, vec![PAGE, 1_000]), "page {part}");
        after = page.next;
    }
    // Which of these are all.
    let page = read(engine, &customers(&[("engineer", "nobody")]), PAGE, None).await;
    assert_eq!((page.numbers, page.looked), (down(4_500), vec![PAGE]));
}

/// Then the page says where to look further, and the last one that there is nothing.
async fn what_is_not_there_costs_four_queries(engine: &Engine) {
    for fields in [[("mark", "outage")], [("engineer", "Eva Lindqvist")]] {
        for order in ["newest", "oldest"] {
            let asked = customers(&[fields[0], ("sort", order)]);
            let first = read(engine, &asked, PAGE, None).await;
            assert_eq!((first.numbers.len(), first.looked), (0, vec![PAGE, 1_000, 1_000, 1_000]));
            let last = read(engine, &asked, PAGE, first.next.as_deref()).await;
            assert_eq!((last.numbers.len(), last.looked), (0, vec![PAGE, 950]));
            assert!(first.next.is_some() && last.next.is_none());
        }
    }
}
