//! Changes of address.

use caseport_domain::email_change::{EmailChange, LIFE, Side};
use caseport_store::{Committed, Store, Transaction, keys};

use crate::engine::Engine;
use crate::sample::{minute, user};

fn change(id: &str) -> EmailChange {
    let (from, to) = ("anna@acme.example".to_owned(), "anna.w@acme.example".to_owned());
    EmailChange::new(id.parse().unwrap(), from, to, minute(0))
}

async fn confirm(store: &Store, id: &str, side: Side) -> Committed {
    let confirm = store.transaction().confirm_email_change(&user("anna"), &change(id).id, side, minute(1));
    commit(confirm).await
}

async fn commit(transaction: Transaction<'_>) -> Committed {
    transaction.commit().await.unwrap()
}

/// M15: of both mailboxes only one is the first, and a link of an earlier change does nothing to a later one.
#[tokio::test]
async fn a_change_is_confirmed_once_by_each_and_ended_by_name() {
    let engine = Engine::new();
    let store = engine.store();
    let anna = user("anna");
    let ask = |id: &str, before: Option<&str>| {
        let before = before.map(|before| change(before).id);
        store.transaction().ask_email_change(&anna, &change(id), before.as_ref())
    };
    assert_eq!(commit(ask("a", None)).await, Committed::Done);
    let expires = engine.expires_at(keys::email_change(&anna)).await;
    assert_eq!(expires, Some((minute(0) + LIFE).as_second()));
    assert_eq!(commit(ask("b", None)).await, Committed::Failed(vec![0]), "there is one");
    assert_eq!(commit(ask("b", Some("other"))).await, Committed::Failed(vec![0]));
    assert_eq!(commit(ask("b", Some("a"))).await, Committed::Done);

    assert_eq!(confirm(&store, "a", Side::Old).await, Committed::Failed(vec![0]), "that is over");
    assert_eq!(confirm(&store, "b", Side::Old).await, Committed::Done);
    assert_eq!(confirm(&store, "b", Side::New).await, Committed::Failed(vec![0]), "it is not the first");
    let kept = store.email_change(&anna).await.unwrap().unwrap();
    assert_eq!(kept, EmailChange { agreed_at: Some(minute(1)), ..change("b") });

    let end = |id: &str| store.transaction().end_email_change(&anna, &change(id).id);
    assert_eq!(commit(end("a")).await, Committed::Failed(vec![0]));
    assert_eq!(commit(end("b")).await, Committed::Done);
    assert_eq!(store.email_change(&anna).await.unwrap(), None);
    assert_eq!(confirm(&store, "b", Side::New).await, Committed::Failed(vec![0]), "it is not made anew");
    assert_eq!(commit(ask("c", Some("b"))).await, Committed::Done, "what has lapsed may be gone");
}
