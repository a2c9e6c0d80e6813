//! Records: changed on the revision they were read at, and found where their lists are.

use caseport_domain::audit::Entry;
use caseport_domain::contract::{Company, Product};
use caseport_domain::records::{Details, Hardware, Held, Kind};
use caseport_store::Committed;
use caseport_store::companies::Account;
use caseport_store::records::Versioned;

use crate::engine::Engine;
use crate::sample::{engineer, minute};

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

/// What was read at another revision takes the place of nothing.
#[tokio::test]
async fn a_record_changes_on_the_revision_it_was_read_at() {
    let engine = Engine::new();
    let store = engine.store();
    let acme = "acme".parse().unwrap();
    let created = store.transaction().create_held(&acme, &hardware("Ghent"));
    assert_eq!(created.commit().await.unwrap(), Committed::Done);
    let again = store.transaction().create_held(&acme, &hardware("Bruges"));
    assert_eq!(again.commit().await.unwrap(), Committed::Failed(vec![0]));
    for expected in [Committed::Done, Committed::Failed(vec![0])] {
        let changed = store.transaction().change_held(&acme, &hardware("Bruges"), 0);
        assert_eq!(changed.commit().await.unwrap(), expected);
    }
    let held = store.held(&acme, Kind::Hardware, "h-1").await.unwrap();
    assert_eq!(held, Some(Versioned { record: hardware("Bruges"), revision: 1 }));
    let ids = [(acme.clone(), "h-1".into()), (acme.clone(), "h-2".into())];
    assert_eq!(store.all_held(Kind::Hardware, &ids).await.unwrap(), [(acme.clone(), held.clone().unwrap())]);
    let removed = |revision| Versioned { record: hardware("Bruges"), revision };
    let late = store.transaction().remove_held(&acme, &removed(0));
    assert_eq!(late.commit().await.unwrap(), Committed::Failed(vec![0]));
    let entry = Entry::new(minute(0), engineer(), "hardware-removed");
    let gone = store.transaction().remove_held(&acme, &removed(1));
    assert_eq!(gone.audit("company", "acme", &entry, "n").commit().await.unwrap(), Committed::Done);
    assert_eq!(store.assets(&acme).await.unwrap().hardware, []);
    assert_eq!(store.trail("company", "acme", 10).await.unwrap(), [entry]);
}
