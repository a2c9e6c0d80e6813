//! Records: changed on the revision they were read at, and found where their lists are.

use caseport_domain::actor::Level;
use caseport_domain::audit::Entry;
use caseport_domain::contract::{Company, Contract, Product};
use caseport_domain::records::{Details, Hardware, Held, Kind};
use caseport_domain::relation::Relation;
use caseport_store::companies::Account;
use caseport_store::lists::ListError;
use caseport_store::records::{Tie, Versioned, first_revision};
use caseport_store::{Committed, Span};

use crate::engine::Engine;
use crate::sample::{engineer, minute, user};

fn company(id: &str, name: &str) -> Account {
    let company = Company { id: id.parse().unwrap(), name: name.into(), city: "Ghent".into() };
    Account { company, details: Details::default(), contracts: Vec::new(), revision: 0 }
}

fn hardware(site: &str) -> Held {
    Held::Hardware(Hardware {
        id: "h-1".parse().unwrap(),
        serial: "SN-1".into(),
        model: "Box".into(),
        product: Product { id: "voice".parse().unwrap(), name: "Voice".into() },
        site: site.into(),
    })
}

#[tokio::test]
async fn companies_are_listed_by_name_a_page_at_a_time() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    for (id, name) in [("c-3", "Émile"), ("c-1", "acme"), ("c-2", "Acme Labs"), ("c-4", "Zeta")] {
        assert!(store.add_account(&company(id, name)).await.unwrap());
    }
    let first = lists.records(Kind::Company, "", 3, None).await.unwrap();
    let ids =
        |rows: &[caseport_domain::records::Typed]| rows.iter().map(|row| row.text("id")).collect::<Vec<_>>();
    assert_eq!(ids(&first.rows), ["c-1", "c-2", "c-3"].map(String::from).to_vec());
    let rest = lists.records(Kind::Company, "", 3, first.next.as_deref()).await.unwrap();
    assert_eq!((ids(&rest.rows), rest.next), (vec!["c-4".to_owned()], None));
    let found = lists.records(Kind::Company, "acme", 3, None).await.unwrap();
    assert_eq!(found.rows.len(), 2);
    assert!(lists.records(Kind::Company, "acme", 3, first.next.as_deref()).await.is_err(), "of another list");
}

/// The parts of a sheet of records end where the next ones begin, whatever has been added between; a part that ends before it
/// begins is refused.
#[tokio::test]
async fn no_record_falls_between_two_parts_of_a_sheet() {
    let engine = Engine::new();
    let (store, lists) = (engine.store(), engine.lists(b"key"));
    for (id, name) in [("c-1", "acme"), ("c-2", "Acme Labs"), ("c-3", "Beta"), ("c-4", "Zeta")] {
        assert!(store.add_account(&company(id, name)).await.unwrap());
    }
    let read = async |pages, after: Option<&str>, until: Option<&str>| {
        let page = lists.record_pages(Kind::Company, 1, pages, Span { after, until }).await?;
        let ids: Vec<String> = page.rows.iter().map(|row| row.text("id")).collect();
        Ok::<_, ListError>((ids, page.next))
    };
    let (ids, next) = read(2, None, None).await.unwrap();
    assert_eq!(ids, ["c-1", "c-2"]);
    let next = next.expect("there are more");
    assert!(store.add_account(&company("c-5", "Acme Keys")).await.unwrap());
    assert_eq!(read(3, None, Some(next.as_str())).await.unwrap().0, ["c-1", "c-5", "c-2"]);
    assert_eq!(read(4, None, Some(next.as_str())).await.unwrap().1, None, "it ends there");
    assert_eq!(read(3, None, Some(next.as_str())).await.unwrap().1, None, "with no room left");
    assert_eq!(read(5, None, None).await.unwrap().1, None, "and so does the list");
    let (rest, end) = read(3, Some(next.as_str()), None).await.unwrap();
    assert_eq!((rest, end), (vec!["c-3".to_owned(), "c-4".to_owned()], None));
    let further = read(1, Some(next.as_str()), None).await.unwrap().1.expect("there is one more");
    assert!(matches!(read(1, Some(further.as_str()), Some(next.as_str())).await, Err(ListError::Cursor(_))));
    let foreign = lists.records(Kind::Company, "acme", 1, None).await.unwrap().next.expect("there are more");
    assert!(matches!(read(1, None, Some(foreign.as_str())).await, Err(ListError::Cursor(_))));
}

/// What was read at another revision takes the place of nothing.
#[tokio::test]
async fn a_record_changes_on_the_revision_it_was_read_at() {
    let engine = Engine::new();
    let store = engine.store();
    let acme = "acme".parse().unwrap();
    let created = store.transaction().create_held(&acme, &hardware("Ghent"), minute(0));
    assert_eq!(created.commit().await.unwrap(), Committed::Done);
    let first = first_revision(minute(0));
    let again = store.transaction().create_held(&acme, &hardware("Bruges"), minute(0));
    assert_eq!(again.commit().await.unwrap(), Committed::Failed(vec![0]));
    for expected in [Committed::Done, Committed::Failed(vec![0])] {
        let changed = store.transaction().change_held(&acme, &hardware("Bruges"), first);
        assert_eq!(changed.commit().await.unwrap(), expected);
    }
    let held = store.held(&acme, Kind::Hardware, "h-1").await.unwrap();
    assert_eq!(held, Some(Versioned { record: hardware("Bruges"), revision: first + 1 }));
    let ids = [(acme.clone(), "h-1".into()), (acme.clone(), "h-2".into())];
    assert_eq!(store.all_held(Kind::Hardware, &ids).await.unwrap(), [(acme.clone(), held.clone().unwrap())]);
    let removed = |revision| Versioned { record: hardware("Bruges"), revision };
    let late = store.transaction().remove_held(&acme, &removed(first));
    assert_eq!(late.commit().await.unwrap(), Committed::Failed(vec![0]));
    let entry = Entry::new(minute(0), engineer(), "hardware-removed");
    let gone = store.transaction().remove_held(&acme, &removed(first + 1));
    assert_eq!(gone.audit("company", "acme", &entry, "n").commit().await.unwrap(), Committed::Done);
    assert_eq!(store.assets(&acme).await.unwrap().hardware, []);
    assert_eq!(store.trail_part("company", "acme", 10, None).await.unwrap().entries, [entry]);

    // What was read of it is of no revision of what is added in its place.
    let created = store.transaction().create_held(&acme, &hardware("Ghent"), minute(1));
    assert_eq!(created.commit().await.unwrap(), Committed::Done);
    for revision in [first, first + 1] {
        let late = store.transaction().change_held(&acme, &hardware("Bruges"), revision);
        assert_eq!(late.commit().await.unwrap(), Committed::Failed(vec![0]));
    }
}

/// What is for a product is found by it, and not what only has its identifier elsewhere; the product itself is removed on the
/// revision it was read at.
#[tokio::test]
async fn what_is_for_a_product_is_found_by_it() {
    let store = Engine::new().store();
    let acme = "acme".parse().unwrap();
    let product = |id: &str| Product { id: id.parse().unwrap(), name: id.to_owned() };
    let contract = Held::Contract(Contract {
        id: "k-1".parse().unwrap(),
        coverage: "premium".into(),
        products: vec![product("sbc"), product("voice")],
        starts: "2026-01-01".parse().unwrap(),
        ends: "2026-12-31".parse().unwrap(),
        zone: "UTC".into(),
    });
    let held_for = async |kind: Kind, product: &str| {
        let line = store.held_for(kind, &product.parse().unwrap()).await.unwrap();
        line.map(|line| [line.text("company"), line.text("id")].join("/"))
    };
    assert_eq!(held_for(Kind::Contract, "voice").await, None);
    for held in [&contract, &hardware("Ghent")] {
        let created = store.transaction().create_held(&acme, held, minute(0));
        assert_eq!(created.commit().await.unwrap(), Committed::Done);
    }
    assert_eq!(held_for(Kind::Contract, "voice").await.as_deref(), Some("acme/k-1"));
    assert_eq!(held_for(Kind::Contract, "sbc").await.as_deref(), Some("acme/k-1"));
    assert_eq!(held_for(Kind::Hardware, "voice").await.as_deref(), Some("acme/h-1"));
    for elsewhere in ["acme", "k-1", "premium", "products", "sb", "h-1", "Ghent", "product"] {
        for kind in [Kind::Contract, Kind::Hardware, Kind::Licence] {
            assert_eq!(held_for(kind, elsewhere).await, None, "{elsewhere}");
        }
    }

    assert!(store.add_product(&product("voice")).await.unwrap());
    for (revision, expected) in [(1, Committed::Failed(vec![0])), (0, Committed::Done)] {
        let removed = Versioned { record: product("voice"), revision };
        let removed = store.transaction().remove_product(&removed).commit().await.unwrap();
        assert_eq!(removed, expected);
    }
    assert_eq!(store.products().await.unwrap(), []);
}

/// A trail is read part by part, also where many changes are of one instant, and nothing but a place leads on.
#[tokio::test]
async fn a_trail_goes_on_behind_its_newest_changes() {
    let store = Engine::new().store();
    let change = |nth: usize| Entry::new(minute(0), engineer(), &format!("change-{nth}"));
    for nth in 0..7 {
        let noted = store.transaction().audit("product", "p-1", &change(nth), &format!("n{nth}"));
        assert_eq!(noted.commit().await.unwrap(), Committed::Done);
    }
    let (mut found, mut before, mut sizes) = (Vec::new(), None, Vec::new());
    loop {
        let part = store.trail_part("product", "p-1", 3, before.as_deref()).await.unwrap();
        sizes.push(part.entries.len());
        found.extend(part.entries);
        before = part.older;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [3, 3, 1]);
    assert_eq!(found, (0..7).rev().map(change).collect::<Vec<_>>());
    let whole = store.trail_part("product", "p-1", 7, None).await.unwrap();
    assert_eq!((whole.entries.len(), whole.older), (7, None));
    for wrong in ["", "2026", "2026-11-24T09:30:00.000Z", "x#n", "2026-11-24T09:30:00.000Z#"] {
        let part = store.trail_part("product", "p-1", 3, Some(wrong)).await;
        assert!(matches!(part, Err(ListError::Cursor(_))), "{wrong}");
    }
}

/// Of two who set the level at which a company serves another, the second sets it on what the first made of it.
#[tokio::test]
async fn a_relation_changes_from_the_level_it_has() {
    let store = Engine::new().store();
    let tie = |level| Tie {
        relation: Relation {
            partner: "norhaven".parse().unwrap(),
            customer: "acme".parse().unwrap(),
            name: "Acme".into(),
            level,
        },
        partner_name: "Norhaven".into(),
    };
    let set = async |level: Level, before: Option<Level>| {
        store.transaction().relate(&tie(level), before).commit().await.unwrap()
    };
    let failed = Committed::Failed(vec![0, 1]);
    assert_eq!(set(Level::ReadWrite, Some(Level::ReadOnly)).await, failed, "there is none");
    assert_eq!(set(Level::ReadOnly, None).await, Committed::Done);
    assert_eq!(set(Level::ReadWrite, None).await, failed);
    assert_eq!(set(Level::ReadWrite, Some(Level::Basic)).await, failed);
    assert_eq!(set(Level::ReadWrite, Some(Level::ReadOnly)).await, Committed::Done);
    let relations = store.relations(&"acme".parse().unwrap()).await.unwrap();
    assert_eq!(relations.served_by, [tie(Level::ReadWrite)], "on both sides");
}

/// An identifier is given once, however it is written: who had it may have been erased.
#[tokio::test]
async fn an_identifier_is_given_once() {
    let store = Engine::new().store();
    let added = async |id: &str| {
        let account = crate::items::account(id);
        store.transaction().create_user(&account).commit().await.unwrap()
    };
    assert_eq!(added("C-1").await, Committed::Done);
    assert_eq!(added("C-1").await, Committed::Failed(vec![0, 1]));
    assert_eq!(added("c-1").await, Committed::Failed(vec![0]));
    assert_eq!(added("C-2").await, Committed::Done);
    let given = store.given(&[user("c-1"), user("C-1"), user("C-3")]).await.unwrap();
    assert_eq!(given, [user("C-1")]);
}
