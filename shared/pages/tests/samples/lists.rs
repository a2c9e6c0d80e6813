//! Lists of cases: full, narrowed, empty for every reason there is, and as different portals have them.

use caseport_domain::actor::{Actor, Person};
use caseport_domain::case::{CaseRow, CaseType};
use caseport_domain::case_lists::CaseLists;
use caseport_domain::contract::Product;
use caseport_domain::input::Flaw;
use caseport_domain::records::Typed;
use caseport_domain::search::{Highlights, Piece};
use caseport_domain::selection::Side;
use caseport_pages::{CaseList, Desk, FoundCase, ListFilter, Listing, Search, SheetPart};

use super::{Add, HARMFUL, flaws, rows};

/// What was asked for.
fn asked(side: Side, fields: &[(&str, &str)]) -> Listing {
    let typed = fields.iter().fold(Typed::default(), |typed, (field, value)| typed.with(field, *value));
    Listing::new(side, typed, None)
}

/// A page of it, full of these cases.
fn full(list: Listing, cases: &[CaseRow], next: Option<&str>) -> Listing {
    list.page(cases, cases.len(), next.map(str::to_owned))
}

pub fn pages(add: &mut Add<'_>, contact: &Actor, reader: &Actor, engineer: &Actor) {
    customers(add, contact, reader);
    desks(add, engineer);
    filters(add, contact, engineer);
    searches(add, contact, engineer);
    sheets(add, contact, engineer);
}

/// The parts of a sheet: one among others, one in which nothing was found, and the last.
fn sheets(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let first = SheetPart {
        part: 1,
        lines: 5_000,
        file: "/cases?show=all&as=csv&until=one&part=1".into(),
        next: Some("/cases?show=all&as=sheet&after=one&part=2".into()),
        back: "/cases?show=all".into(),
    };
    add("sheet-part", Some(contact), "/cases?show=all&as=sheet", &first);
    let empty = SheetPart { lines: 0, ..first.clone() };
    add("sheet-part-empty", Some(contact), "/cases?show=all&as=sheet", &empty);
    let last = SheetPart {
        part: 12,
        lines: 1,
        file: "/exports/contacts.csv?as=csv&after=end&part=12".into(),
        next: None,
        back: "/imports".into(),
    };
    add("sheet-part-last", Some(engineer), "/exports/contacts.csv?as=sheet&after=end&part=12", &last);
}

/// A text, in pieces: those in brackets were looked for.
fn pieces(text: &str) -> Vec<Piece> {
    let parts = text.split(['[', ']']).enumerate();
    parts.map(|(place, text)| Piece { text: text.to_owned(), found: place % 2 == 1 }).collect()
}

/// Cases found by words, and none, for every reason there is.
fn searches(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let found = || {
        let found = Highlights {
            title: pieces("No [internet] at the Hasselt office since the storm"),
            reference: Some(pieces("[internet]/2026-77")),
            files: vec![pieces("[internet]-trace.log"), pieces(HARMFUL)],
            text: Some(pieces(&format!("Since the storm there is no [internet] {HARMFUL} [connection]"))),
        };
        let harmful = Highlights { title: pieces(&format!("[{HARMFUL}]")), ..Highlights::default() };
        let rows = rows().into_iter().map(CaseRow::for_customer).take(2);
        let lines = rows.zip([found, harmful]).map(|(case, found)| FoundCase { case, found });
        lines.collect::<Vec<_>>()
    };
    let asked = |typed: &str| Search::new(typed, false);
    let path = "/cases/search?q=internet";
    add("search", Some(contact), "/cases/search", &asked(""));
    add("search-found", Some(contact), path, &asked("internet").with(found(), Some("20601-25".into())));
    add("search-staff", Some(engineer), path, &Search::new(HARMFUL, true).with(found(), None));
    add("search-none", Some(contact), path, &asked(HARMFUL).with(Vec::new(), None));
    add("search-looked", Some(engineer), path, &asked("internet").with(Vec::new(), Some("1-0".into())));
    add("search-end", Some(engineer), path, &Search::new("internet", true).with(Vec::new(), None));
    add("search-no-words", Some(contact), "/cases/search?q=%3F", &asked("?"));
    let long = "internet ".repeat(30);
    let told = flaws(&[("q", Flaw::TooLong { max: 200 })]);
    add("search-flaws", Some(contact), path, &asked(&long).flawed(told));
}

fn customers(add: &mut Add<'_>, contact: &Actor, reader: &Actor) {
    let usual = CaseLists::default();
    let of = |fields: &[(&str, &str)]| asked(Side::Customer, fields).shared(true);
    let shown = |list: Listing, next| CaseList::new(rows(), full(list, &rows(), next), &usual);
    let empty = |list: Listing| CaseList::new(Vec::new(), list, &usual);

    add("list", Some(contact), "/cases", &shown(of(&[]), Some("c2Vjb25k/+=")));
    let all = [("show", "all")];
    let past = || Listing::new(Side::Customer, Typed::default(), Some("x"));
    add("list-all", Some(contact), "/cases?show=all", &shown(of(&all), None));
    add("list-empty", Some(contact), "/cases", &empty(asked(Side::Customer, &[])));
    add("list-empty-reader", Some(reader), "/cases", &empty(of(&all)));
    let followed = asked(Side::Customer, &[("whose", "followed")]);
    add("list-followed", Some(contact), "/cases?whose=followed", &shown(followed, None));
    add("list-past", Some(contact), "/cases?after=x", &empty(past()));

    let narrow = [
        ("status", "planned"),
        ("product", "desk"),
        ("case_type", "incident"),
        ("mark", "outage"),
        ("engineer", "Amélie Dujardin"),
        ("whose", "own"),
        ("from", "2026-11-01"),
        ("to", "2026-11-22"),
        ("sort", "oldest"),
    ];
    add("list-narrowed", Some(contact), "/cases?status=planned", &shown(of(&narrow), Some("more")));
    add("list-none", Some(contact), "/cases?product=desk", &empty(of(&[("product", "desk")])));
    add("list-none-all", Some(contact), "/cases?status=planned", &empty(of(&narrow)));
    let looked = of(&narrow).page(&[], 25, Some("further".into()));
    add("list-looked", Some(contact), "/cases?status=planned", &empty(looked));
    let some = of(&narrow).page(&rows()[..2], 25, Some("further".into()));
    let some = CaseList::new(rows()[..2].to_vec(), some, &usual);
    add("list-looked-some", Some(contact), "/cases?status=planned", &some);

    let own = CaseLists { entries: vec![CaseType::Admin], ..CaseLists::default() };
    let listed = CaseList::new(rows(), full(of(&[]), &rows(), None), &own);
    add("list-reader", Some(reader), "/cases", &listed);

    let wrong = [("status", HARMFUL), ("from", "yesterday"), ("to", "2026-11-22"), ("number", "12 or so")];
    let told =
        flaws(&[("status", Flaw::NoSuchChoice), ("from", Flaw::NotADate), ("to", Flaw::EndsBeforeStart)]);
    add("list-flaws", Some(contact), "/cases?status=x", &empty(of(&wrong).flawed(told)));
    let nobodys = of(&[("number", "99999999")]).flawed(flaws(&[("number", Flaw::NoSuchCase)]));
    add("list-number", Some(contact), "/cases?number=99999999", &empty(nobodys));

    // M11: as an IT service company lists them; C8: with the two entries of an appliance vendor.
    let other = "columns=address+status+type+weight+priority+reporter+engineer+updated+closes+outage,entries=incident+request";
    let other: CaseLists = other.parse().expect("it is a setting");
    let listed = CaseList::new(rows(), full(of(&[]), &rows(), None), &other);
    add("list-other", Some(contact), "/cases", &listed);
}

/// The form by itself, with all there is to choose.
fn filters(add: &mut Add<'_>, contact: &Actor, engineer: &Actor) {
    let offered = || {
        let named = [("voice", "Norland Voice 4"), ("desk", "Norland Workplace"), ("odd", HARMFUL)];
        named.map(|(id, name)| Product { id: id.parse().expect("an identifier"), name: name.into() }).to_vec()
    };
    let staff = [("amelie", "Amélie Dujardin"), ("odd", HARMFUL)];
    let staff = staff.map(|(id, name)| Person { id: id.parse().expect("an identifier"), name: name.into() });
    let of = |side, fields: &[(&str, &str)]| asked(side, fields).shared(true);
    let path = "/cases/filter?product=desk&sort=oldest";
    let chosen = of(Side::Customer, &[("product", "desk"), ("sort", "oldest")]);
    let chosen = chosen.of_engineers(&format!("Amélie Dujardin\r\n{HARMFUL}\r\n"));
    add("list-filter", Some(contact), path, &ListFilter::new(chosen, offered(), None));
    let nothing = of(Side::Customer, &[("product", "none-of-ours"), ("engineer", HARMFUL)]);
    let nothing = ListFilter::new(nothing, Vec::new(), None);
    add("list-filter-nothing", Some(contact), "/cases/filter", &nothing);
    let desk = of(Side::Desk, &[("engineer", "amelie"), ("mark", "outage")]);
    let desk = ListFilter::new(desk, offered(), Some(staff.to_vec()));
    add("desk-filter", Some(engineer), "/desk/filter?engineer=amelie&mark=outage", &desk);
    let told = flaws(&[("mark", Flaw::NoSuchChoice), ("from", Flaw::NotADate)]);
    let wrong = of(Side::Desk, &[("mark", HARMFUL), ("from", "yesterday")]).flawed(told);
    let wrong = ListFilter::new(wrong, offered(), Some(Vec::new()));
    add("desk-filter-flaws", Some(engineer), "/desk/filter?from=yesterday", &wrong);
}

fn desks(add: &mut Add<'_>, engineer: &Actor) {
    let of = |fields: &[(&str, &str)]| asked(Side::Desk, fields);
    let shown = |list: Listing, next| Desk::new(rows(), full(list, &rows(), next));
    let empty = |list: Listing| Desk::new(Vec::new(), list);
    add("desk", Some(engineer), "/desk", &shown(of(&[]), Some("next")));
    add("desk-mine", Some(engineer), "/desk?engineer=me", &empty(of(&[("engineer", "me")])));
    let nobodys = [("engineer", "nobody")];
    add("desk-of-nobody", Some(engineer), "/desk?engineer=nobody", &shown(of(&nobodys), Some("next")));
    add("desk-of-nobody-empty", Some(engineer), "/desk?engineer=nobody", &empty(of(&nobodys)));
    add("desk-empty", Some(engineer), "/desk", &empty(of(&[])));
    let narrow = [("engineer", "amelie"), ("show", "all"), ("status", "open"), ("sort", "recent")];
    add("desk-narrowed", Some(engineer), "/desk?engineer=amelie", &shown(of(&narrow), None));
    add("desk-none", Some(engineer), "/desk?engineer=amelie", &empty(of(&narrow)));
    let company = [("company", "schaefers"), ("sort", "oldest"), ("from", "2026-11-01")];
    add("desk-company", Some(engineer), "/desk?company=schaefers", &shown(of(&company), Some("next")));
    let wrong = [("engineer", "a b"), ("company", HARMFUL), ("sort", "title")];
    let told = [("engineer", Flaw::NotAnId), ("company", Flaw::NotAnId), ("sort", Flaw::NoSuchChoice)];
    let told = flaws(&told);
    add("desk-flaws", Some(engineer), "/desk?sort=title", &empty(of(&wrong).flawed(told)));
}
