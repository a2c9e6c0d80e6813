//! Lists filtered and sorted: exactly what was asked for, at a bounded cost, page by page.

use caseport_domain::actor::{Author, Person};
use caseport_domain::case::{CaseType, Command, Mark};
use caseport_domain::contract::{Company, Product};
use caseport_domain::records::Typed;
use caseport_domain::selection::{Selection, Side};
use caseport_store::lists::{ListError, Page};
use caseport_store::{Lists, Of, Span, Store, Wanted};
use jiff::tz::TimeZone;

use crate::engine::Engine;
use crate::sample::{Made, engineer, opened, person, user};

pub fn acme() -> Of {
    Of::Company("acme".parse().unwrap())
}

fn own() -> Of {
    Of::Contact(user("anna"), "acme".parse().unwrap())
}

pub fn asked(side: Side, fields: &[(&str, &str)]) -> Selection {
    let typed = fields.iter().fold(Typed::default(), |typed, (field, value)| typed.with(field, *value));
    Selection::read(&typed, side).unwrap()
}

pub async fn page(
    lists: &Lists,
    of: &Of,
    selection: &Selection,
    size: usize,
    after: Option<&str>,
) -> Result<Page, ListError> {
    let wanted = Wanted { of: of.clone(), selection, zone: &TimeZone::UTC };
    lists.select(&wanted, size, after).await
}

/// The numbers on every page.
async fn pages(lists: &Lists, of: &Of, selection: &Selection, size: usize) -> Vec<Vec<u64>> {
    let mut pages = Vec::new();
    let mut after = None;
    loop {
        let page = page(lists, of, selection, size, after.as_deref()).await.unwrap();
        assert!(page.rows.len() <= size);
        pages.push(page.rows.iter().map(|row| row.number.0).collect());
        after = page.next;
        if after.is_none() {
            return pages;
        }
        assert!(pages.len() < 40, "a list ends");
    }
}

/// Case `number`, opened at the minute of its number: of another product if it is even, a question if it can be divided by
/// three.
fn mixed(number: u64) -> Made {
    let mut made = opened(number, number.cast_signed());
    if number.is_multiple_of(2) {
        made.case.product = Some(Product { id: "chat".parse().unwrap(), name: "Chat".into() });
    }
    if number.is_multiple_of(3) {
        made.case.case_type = CaseType::Question;
    }
    made
}

/// Cases 1 to 12; 1, 4, 7 and 10 are closed.
async fn dozen(store: &Store) {
    for number in 1..=12 {
        let made = mixed(number).stored(store).await;
        if number % 3 == 1 {
            let _ = made.and(store, &engineer(), Command::Close { reason: None, listed: None }, 20).await;
        }
    }
}

/// What a list is asked for by, as in its address.
type Fields = &'static [(&'static str, &'static str)];

/// M19, M20, E53: whatever the page's size, each case that fits is there once, in the order asked for.
#[tokio::test]
async fn m19_e53_every_case_that_fits_is_there_once_and_in_order() {
    let engine = Engine::new();
    dozen(&engine.store()).await;
    let lists = engine.lists(b"key");
    let expected: [(Fields, &[u64]); 9] = [
        (&[], &[12, 11, 9, 8, 6, 5, 3, 2]),
        (&[("sort", "oldest")], &[2, 3, 5, 6, 8, 9, 11, 12]),
        (&[("show", "all")], &[12, 11, 9, 8, 6, 5, 3, 2, 10, 7, 4, 1]),
        (&[("show", "all"), ("sort", "oldest")], &[2, 3, 5, 6, 8, 9, 11, 12, 1, 4, 7, 10]),
        (&[("status", "closed")], &[10, 7, 4, 1]),
        (&[("product", "chat")], &[12, 8, 6, 2]),
        (&[("product", "chat"), ("case_type", "question")], &[12, 6]),
        (&[("show", "all"), ("product", "chat"), ("sort", "oldest")], &[2, 6, 8, 12, 4, 10]),
        (&[("product", "nothing"), ("show", "all")], &[]),
    ];
    for (fields, numbers) in expected {
        let selection = asked(Side::Customer, fields);
        for size in [1, 2, 3, 5, 12, 50] {
            for of in [acme(), own()] {
                assert_eq!(
                    pages(&lists, &of, &selection, size).await.concat(),
                    numbers,
                    "{fields:?} by {size}"
                );
            }
        }
    }
}

/// G19: a case of no product is in every list, but for those of a product.
#[tokio::test]
async fn g19_a_case_of_no_product_is_in_no_list_of_one() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    for number in 1..=3 {
        let mut made = opened(number, number.cast_signed());
        if number == 2 {
            (made.case.case_type, made.case.product) = (CaseType::Admin, None);
        }
        let _ = made.stored(&store).await;
    }
    let listed =
        async |fields: Fields| pages(&lists, &acme(), &asked(Side::Customer, fields), 5).await.concat();
    assert_eq!(listed(&[]).await, [3, 2, 1]);
    assert_eq!(listed(&[("product", "voice")]).await, [3, 1]);
    let of_type = asked(Side::Customer, &[("case_type", "admin")]);
    let found = page(&lists, &own(), &of_type, 5, None).await.unwrap().rows;
    assert_eq!(found.iter().map(|row| row.number.0).collect::<Vec<_>>(), [2]);
    assert_eq!((&found[0].product, &found[0].product_id), (&None, &None));
}

/// Days are keys: open and closed cases of them, and none of the day before or after.
#[tokio::test]
async fn days_begin_and_end_to_the_instant() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    // The first instant of these tests is ten o'clock in the morning.
    let midnight = -10 * 60;
    for (number, minute) in [(1, midnight - 1), (2, midnight), (3, 0), (4, midnight + 24 * 60)] {
        let made = opened(number, minute).stored(&store).await;
        if number == 3 {
            let _ = made.and(&store, &engineer(), Command::Close { reason: None, listed: None }, 1).await;
        }
    }
    let day = [("show", "all"), ("from", "2026-11-22"), ("to", "2026-11-22")];
    assert_eq!(pages(&lists, &acme(), &asked(Side::Customer, &day), 5).await, [[2, 3]]);
    let since = asked(Side::Customer, &[("show", "all"), ("from", "2026-11-22")]);
    assert_eq!(pages(&lists, &acme(), &since, 1).await.concat(), [4, 2, 3]);
    let until = asked(Side::Customer, &[("show", "all"), ("to", "2026-11-21"), ("sort", "oldest")]);
    assert_eq!(pages(&lists, &acme(), &until, 5).await.concat(), [1]);
    // On the desk it is the day of the last change.
    let changed = asked(Side::Desk, &[("show", "all"), ("from", "2026-11-22"), ("to", "2026-11-22")]);
    assert_eq!(pages(&lists, &Of::Desk, &changed, 1).await.concat(), [2, 3]);
}

#[tokio::test]
async fn the_desk_has_what_is_closed_behind_what_is_open() {
    let engine = Engine::new();
    let store = engine.store();
    dozen(&store).await;
    let taken = mixed(13).stored(&store).await;
    let _ = taken.and(&store, &engineer(), Command::Take, 30).await;
    let lists = engine.lists(b"key");
    let all = asked(Side::Desk, &[("show", "all")]);
    let everything = pages(&lists, &Of::Desk, &all, 5).await.concat();
    assert_eq!(everything[..9], [2, 3, 5, 6, 8, 9, 11, 12, 13], "longest untouched first");
    assert_eq!(everything.len(), 13);
    let recent = asked(Side::Desk, &[("sort", "recent")]);
    assert_eq!(pages(&lists, &Of::Desk, &recent, 5).await.concat()[0], 13);
    assert_eq!(pages(&lists, &Of::Engineer(Some(user("eva"))), &all, 5).await.concat(), [13]);
    assert_eq!(pages(&lists, &Of::Engineer(None), &asked(Side::Desk, &[]), 5).await.concat().len(), 8);
}

/// The desk, of one company: its cases by when they were opened, all or those that somebody or nobody works on, and none of
/// another's.
#[tokio::test]
async fn e53_the_desk_has_a_companys_cases_by_themselves() {
    let engine = Engine::new();
    let store = engine.store();
    dozen(&store).await;
    let mut elsewhere = opened(13, 13);
    // Its identifier begins as the other's does.
    elsewhere.case.company =
        Company { id: "acme-2".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() };
    let _ = elsewhere.stored(&store).await.and(&store, &engineer(), Command::Take, 30).await;
    let taken = mixed(14).stored(&store).await.and(&store, &engineer(), Command::Take, 31).await;
    let lists = engine.lists(b"key");
    let assigned = |company: &str, id: Option<&str>| Of::Assigned(company.parse().unwrap(), id.map(user));
    let expected: [(Of, Fields, &[u64]); 7] = [
        (acme(), &[("company", "acme")], &[14, 12, 11, 9, 8, 6, 5, 3, 2]),
        (acme(), &[("company", "acme"), ("sort", "untouched")], &[2, 3, 5, 6, 8, 9, 11, 12, 14]),
        (assigned("acme", Some("eva")), &[("company", "acme"), ("show", "all")], &[14]),
        (assigned("acme", None), &[("company", "acme")], &[12, 11, 9, 8, 6, 5, 3, 2]),
        (assigned("acme", None), &[("company", "acme"), ("status", "closed")], &[10, 7, 4, 1]),
        (
            assigned("acme", None),
            &[("company", "acme"), ("show", "all"), ("product", "chat")],
            &[12, 8, 6, 2, 10, 4],
        ),
        (assigned("acme-2", Some("eva")), &[("company", "acme-2")], &[13]),
    ];
    for (of, fields, numbers) in expected {
        let selection = asked(Side::Desk, fields);
        for size in [1, 3, 50] {
            let found = pages(&lists, &of, &selection, size).await.concat();
            assert_eq!(found, numbers, "{of:?} {fields:?} by {size}");
        }
    }

    let farid = Author::Engineer(person("farid"));
    let _ = taken.and(&store, &farid, Command::Take, 32).await;
    let selection = asked(Side::Desk, &[("company", "acme")]);
    assert!(pages(&lists, &assigned("acme", Some("eva")), &selection, 5).await.concat().is_empty());
    let his = assigned("acme", Some("farid"));
    assert_eq!(pages(&lists, &his, &selection, 5).await.concat(), [14]);

    let nobodys = assigned("acme", None);
    let cursor = page(&lists, &nobodys, &selection, 1, None).await.unwrap().next.unwrap();
    for of in [acme(), his, assigned("acme-2", None)] {
        let other = page(&lists, &of, &selection, 1, Some(&cursor)).await;
        assert!(matches!(other, Err(ListError::Cursor(_))), "X8: {of:?}");
    }
}

/// E53: customers find cases by the name of who works on them, or by nobody's working on them, in the company's list as in their
/// own; for as long as it is so.
#[tokio::test]
async fn e53_customers_find_cases_by_who_works_on_them() {
    let engine = Engine::new();
    let store = engine.store();
    dozen(&store).await;
    let engineer = |id: &str, name: &str| Author::Engineer(Person { id: user(id), name: name.into() });
    let (eva, namesake) = (engineer("e1", "Eva Lindqvist"), engineer("e2", "Eva Lindqvist"));
    let farid = engineer("e3", "Farid");
    let first = mixed(13).stored(&store).await.and(&store, &eva, Command::Take, 30).await;
    let _ = mixed(14).stored(&store).await.and(&store, &namesake, Command::Take, 31).await;
    let _ = mixed(15).stored(&store).await.and(&store, &farid, Command::Take, 32).await;
    let lists = engine.lists(b"key");
    let expected: [(Fields, &[u64]); 7] = [
        (&[("engineer", "Eva Lindqvist")], &[14, 13]),
        (&[("engineer", "Eva Lindqvist"), ("sort", "oldest")], &[13, 14]),
        (&[("engineer", "Eva")], &[]),
        (&[("engineer", "e1")], &[]),
        (&[("engineer", "Farid"), ("case_type", "question")], &[15]),
        (&[("engineer", "nobody")], &[12, 11, 9, 8, 6, 5, 3, 2]),
        (&[("engineer", "nobody"), ("product", "chat"), ("show", "all")], &[12, 8, 6, 2, 10, 4]),
    ];
    for (fields, numbers) in expected {
        let selection = asked(Side::Customer, fields);
        for size in [1, 3, 50] {
            for of in [acme(), own()] {
                let found = pages(&lists, &of, &selection, size).await.concat();
                assert_eq!(found, numbers, "{of:?} {fields:?} by {size}");
            }
        }
    }

    let evas = asked(Side::Customer, &[("engineer", "Eva Lindqvist")]);
    let cursor = page(&lists, &acme(), &evas, 1, None).await.unwrap().next.unwrap();
    for name in ["Farid", "nobody"] {
        let other = asked(Side::Customer, &[("engineer", name)]);
        let other = page(&lists, &acme(), &other, 1, Some(&cursor)).await;
        assert!(matches!(other, Err(ListError::Cursor(_))), "X8: {name}");
    }
    let _ = first.and(&store, &farid, Command::Take, 33).await;
    assert_eq!(pages(&lists, &acme(), &evas, 5).await.concat(), [14]);
}

/// X5, X27: a contact who spoke for another company sees there nothing of what they opened for this one.
#[tokio::test]
async fn x5_ones_own_cases_are_those_of_the_company_one_speaks_for() {
    let engine = Engine::new();
    let store = engine.store();
    let _ = opened(1, 1).stored(&store).await;
    let mut elsewhere = opened(2, 2);
    elsewhere.case.company =
        Company { id: "globex".parse().unwrap(), name: "Globex".into(), city: "Ghent".into() };
    let _ = elsewhere.stored(&store).await;
    let mut colleagues = opened(3, 3);
    colleagues.case.reporter = person("bert");
    let _ = colleagues.stored(&store).await;
    let lists = engine.lists(b"key");
    let all = asked(Side::Customer, &[("show", "all")]);
    assert_eq!(pages(&lists, &own(), &all, 5).await.concat(), [1]);
    assert_eq!(pages(&lists, &acme(), &all, 5).await.concat(), [3, 1]);
    let there = Of::Contact(user("anna"), "globex".parse().unwrap());
    assert_eq!(pages(&lists, &there, &all, 5).await.concat(), [2]);
}

/// A4, A5, A2: what a case is marked with, it is found by in every list that it is in, for as long as it is.
#[tokio::test]
async fn a2_a4_a_case_is_found_by_what_it_is_marked_with() {
    let engine = Engine::new();
    let store = engine.store();
    dozen(&store).await;
    let begun = opened(13, 13).stored(&store).await;
    let begun = begun.and(&store, &engineer(), Command::Mark(Mark::DeclareOutage), 20).await;
    let lists = engine.lists(b"key");
    let outages = asked(Side::Desk, &[("mark", "outage")]);
    let everywhere = [acme(), own(), Of::Desk, Of::Engineer(None)];
    for of in &everywhere {
        for size in [1, 5, 50] {
            assert_eq!(pages(&lists, of, &outages, size).await.concat(), [13], "{of:?} by {size}");
        }
        let escalated = asked(Side::Desk, &[("mark", "escalated"), ("show", "all")]);
        assert!(pages(&lists, of, &escalated, 5).await.concat().is_empty(), "{of:?}");
    }
    let _ = begun.and(&store, &engineer(), Command::Mark(Mark::EndOutage), 21).await;
    for of in &everywhere {
        assert!(pages(&lists, of, &outages, 5).await.concat().is_empty(), "{of:?}");
    }
}

/// X5, X8, X27: who opens cases for several companies has those of each by themselves, page by page, and no cursor leads from one
/// to the other.
#[tokio::test]
async fn x5_what_one_opened_for_another_company_is_not_among_those_of_this_one() {
    let engine = Engine::new();
    for number in 1..=6 {
        let mut made = opened(number, number.cast_signed());
        if number % 2 == 0 {
            // Its name begins as the other's does.
            made.case.company.id = "acme-2".parse().unwrap();
        }
        let _ = made.stored(&engine.store()).await;
    }
    let lists = engine.lists(b"key");
    let of = |company: &str| Of::Contact(user("anna"), company.parse().unwrap());
    let all = asked(Side::Customer, &[("show", "all")]);
    for selection in [&asked(Side::Customer, &[]), &all] {
        assert_eq!(pages(&lists, &of("acme"), selection, 2).await.concat(), [5, 3, 1]);
        assert_eq!(pages(&lists, &of("acme-2"), selection, 1).await.concat(), [6, 4, 2]);
    }
    let cursor = page(&lists, &of("acme"), &all, 1, None).await.unwrap().next.unwrap();
    let other = page(&lists, &of("acme-2"), &all, 1, Some(&cursor)).await;
    assert!(matches!(other, Err(ListError::Cursor(_))));
}

/// However long a list is, a page is found among a bounded number of cases; one that is not full says where to look
/// further, and nothing is missed.
#[tokio::test]
async fn a_rare_case_is_found_at_a_bounded_cost() {
    let engine = Engine::new();
    let store = engine.store();
    // More than a page of one looks through: one, and three times ten.
    let _ = mixed(3).stored(&store).await;
    for number in 4..=40 {
        let _ = opened(number, number.cast_signed()).stored(&store).await;
    }
    let lists = engine.lists(b"key").looking_through(10);
    let questions = asked(Side::Customer, &[("case_type", "question")]);
    let first = page(&lists, &acme(), &questions, 1, None).await.unwrap();
    assert!(first.rows.is_empty() && first.next.is_some(), "it lies deeper");
    let second = page(&lists, &acme(), &questions, 1, first.next.as_deref()).await.unwrap();
    assert_eq!(second.rows[0].number.0, 3);
}

/// What is more than a sheet holds is in the sheets behind it: each case once and in order, and no sheet before the last has
/// room left, nor the last nothing, but where cases are looked for.
#[tokio::test]
async fn a_sheet_goes_on_where_the_one_before_it_ended() {
    let engine = Engine::new();
    dozen(&engine.store()).await;
    let lists = engine.lists(b"key").looking_through(2);
    let expected: [(Fields, &[u64]); 4] = [
        (&[], &[12, 11, 9, 8, 6, 5, 3, 2]),
        (&[("show", "all")], &[12, 11, 9, 8, 6, 5, 3, 2, 10, 7, 4, 1]),
        (&[("show", "all"), ("sort", "oldest")], &[2, 3, 5, 6, 8, 9, 11, 12, 1, 4, 7, 10]),
        (&[("show", "all"), ("product", "chat")], &[12, 8, 6, 2, 10, 4]),
    ];
    for (fields, numbers) in expected {
        let selection = asked(Side::Customer, fields);
        let wanted = Wanted { of: acme(), selection: &selection, zone: &TimeZone::UTC };
        for (size, most) in [(1, 1), (1, 5), (2, 2), (3, 2), (4, 3), (5, 2), (12, 1), (3, 4)] {
            let (mut found, mut after, mut sheets) = (Vec::new(), None::<String>, 0);
            loop {
                let span = Span { after: after.as_deref(), until: None };
                let sheet = lists.select_pages(&wanted, size, most, span).await.unwrap();
                let lines = sheet.rows.len();
                found.extend(sheet.rows.iter().map(|row| row.number.0));
                sheets += 1;
                assert!(lines <= size * most && sheets < 40, "{fields:?}: {most} pages of {size}");
                after = sheet.next;
                if after.is_none() {
                    break;
                }
                let looked_for = fields.contains(&("product", "chat"));
                assert!(lines == size * most || looked_for, "{fields:?}: {lines} in {most} pages of {size}");
            }
            assert_eq!(found, numbers, "{fields:?}: {most} pages of {size}");
            // Where cases are looked for, one may be read that has none.
            let fewest = numbers.len().div_ceil(size * most);
            assert!(
                sheets == fewest || fields.contains(&("product", "chat")),
                "{fields:?}: {sheets} of {most} pages of {size}"
            );
        }
    }
}

/// The parts of a sheet end where the next ones begin: what is opened between two readings of one puts no case between them.
#[tokio::test]
async fn no_case_falls_between_two_parts_of_a_sheet() {
    let lists_asked_for: [(Of, Side, Fields); 7] = [
        (acme(), Side::Customer, &[]),
        (acme(), Side::Customer, &[("show", "all")]),
        (acme(), Side::Customer, &[("show", "all"), ("sort", "oldest")]),
        (acme(), Side::Customer, &[("show", "all"), ("product", "chat")]),
        (own(), Side::Customer, &[("show", "all")]),
        (Of::Desk, Side::Desk, &[("show", "all")]),
        (Of::Desk, Side::Desk, &[("show", "all"), ("sort", "recent")]),
    ];
    for (of, side, fields) in lists_asked_for {
        let engine = Engine::new();
        dozen(&engine.store()).await;
        let lists = engine.lists(b"key").looking_through(2);
        let selection = asked(side, fields);
        let wanted = Wanted { of: of.clone(), selection: &selection, zone: &TimeZone::UTC };
        let mut begins = vec![None::<String>];
        loop {
            let span = Span { after: begins.last().and_then(Option::as_deref), until: None };
            let sheet = lists.select_pages(&wanted, 2, 2, span).await.unwrap();
            if sheet.next.is_none() {
                break;
            }
            begins.push(sheet.next);
        }
        assert!(begins.len() > 1, "{of:?} {fields:?}");
        let _ = mixed(14).stored(&engine.store()).await;
        let mut found = Vec::new();
        for (part, after) in begins.iter().enumerate() {
            let until = begins.get(part + 1).and_then(Option::as_deref);
            let span = Span { after: after.as_deref(), until };
            let sheet = lists.select_pages(&wanted, 2, 3, span).await.unwrap();
            assert_eq!(sheet.next, None, "{of:?} {fields:?}: part {part} is whole");
            found.extend(sheet.rows.iter().map(|row| row.number.0));
        }
        assert_eq!(found, pages(&lists, &of, &selection, 50).await.concat(), "{of:?} {fields:?}");
        assert!(found.contains(&14), "{of:?} {fields:?}");
    }
}

/// X8: a part that ends before it begins, or at a place of another list, is refused.
#[tokio::test]
async fn x8_a_part_that_ends_before_it_begins_is_refused() {
    let engine = Engine::new();
    dozen(&engine.store()).await;
    let lists = engine.lists(b"key");
    let orders: [Fields; 2] = [&[], &[("sort", "oldest")]];
    for fields in orders {
        let selection = asked(Side::Customer, fields);
        let wanted = Wanted { of: acme(), selection: &selection, zone: &TimeZone::UTC };
        let first = page(&lists, &acme(), &selection, 2, None).await.unwrap().next.unwrap();
        let second = page(&lists, &acme(), &selection, 2, Some(&first)).await.unwrap().next.unwrap();
        let read = async |after: &str, until: &str| {
            let span = Span { after: Some(after), until: Some(until) };
            lists.select_pages(&wanted, 2, 3, span).await
        };
        assert_eq!(read(&first, &second).await.unwrap().rows.len(), 2, "{fields:?}");
        assert!(read(&first, &first).await.unwrap().rows.is_empty(), "{fields:?}");
        let all = asked(Side::Customer, &[("show", "all")]);
        let foreign = page(&lists, &acme(), &all, 2, None).await.unwrap().next.unwrap();
        for (after, until) in [(&second, &first), (&first, &foreign)] {
            assert!(matches!(read(after, until).await, Err(ListError::Cursor(_))), "{fields:?}");
        }
    }
}

/// X8: a cursor is good for its own filter, order, days and owner, and for no other.
#[tokio::test]
async fn x8_a_cursor_of_another_filter_is_refused() {
    let engine = Engine::new();
    dozen(&engine.store()).await;
    let lists = engine.lists(b"key");
    let chat = [("product", "chat")];
    let selection = asked(Side::Customer, &chat);
    let cursor = page(&lists, &acme(), &selection, 1, None).await.unwrap().next.unwrap();
    assert!(page(&lists, &acme(), &selection, 1, Some(&cursor)).await.is_ok());
    let others: [&[(&str, &str)]; 7] = [
        &[],
        &[("product", "voice")],
        &[("product", "chat"), ("show", "all")],
        &[("product", "chat"), ("sort", "oldest")],
        &[("product", "chat"), ("from", "2026-11-22")],
        &[("product", "chat"), ("status", "open")],
        &[("product", "chat"), ("engineer", "nobody")],
    ];
    let refused = async |of: &Of, selection: &Selection, cursor: &str| {
        matches!(page(&lists, of, selection, 1, Some(cursor)).await, Err(ListError::Cursor(_)))
    };
    for other in others {
        assert!(refused(&acme(), &asked(Side::Customer, other), &cursor).await, "{other:?}");
    }
    let globex = Of::Company("globex".parse().unwrap());
    for of in [globex, own(), Of::Desk, Of::Engineer(None)] {
        assert!(refused(&of, &selection, &cursor).await, "{of:?}");
    }
    for forged in ["", "A", &cursor[1..]] {
        assert!(refused(&acme(), &selection, forged).await, "{forged}");
    }
}
