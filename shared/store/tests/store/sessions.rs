//! Sessions: of those who hold the same secret, one gets the next.

use caseport_domain::agent::Agent;
use caseport_domain::bearer::{BearerSecret, SecretDigest};
use caseport_domain::id::SessionId;
use caseport_store::keys;
use caseport_store::sessions::Session;
use tokio::task::JoinSet;

use crate::engine::Engine;
use crate::sample::{minute, user};

fn id() -> SessionId {
    "session-1".parse().unwrap()
}

fn digest(secret: &str) -> SecretDigest {
    BearerSecret::new(secret.to_owned()).digest()
}

fn session() -> Session {
    Session {
        id: id(),
        user: user("anna"),
        agent: Agent { browser: "Firefox".into(), system: "Linux".into() },
        begun_at: minute(0),
        last_sign_in: None,
        generation: 0,
        is_kept: false,
        current: digest("first"),
        previous: None,
        rotated_at: minute(0),
        ends_at: minute(720),
        acting_for: None,
        asks_rules: false,
    }
}

#[tokio::test]
async fn a_secret_is_replaced_once_and_the_one_before_remembered() {
    let store = Engine::new().store();
    assert!(store.add_session(&session()).await.unwrap());
    assert!(!store.add_session(&session()).await.unwrap(), "nor is a session begun twice");
    let mut racing = JoinSet::new();
    for tab in 0..6 {
        let store = store.clone();
        racing.spawn(async move {
            let next = digest(&format!("next of tab {tab}"));
            store.rotate_session(&session(), &next, minute(15)).await.unwrap().then_some(next)
        });
    }
    let won: Vec<SecretDigest> = racing.join_all().await.into_iter().flatten().collect();
    let [next] = won.as_slice() else { panic!("one tab wins: {won:?}") };
    let kept = store.session(&user("anna"), &id()).await.unwrap().unwrap();
    assert_eq!((&kept.current, &kept.previous), (next, &Some(digest("first"))));
    assert_eq!((kept.rotated_at, kept.ends_at), (minute(15), minute(720)));
    assert!(!store.rotate_session(&session(), &digest("later"), minute(16)).await.unwrap());
    assert!(store.rotate_session(&kept, &digest("later"), minute(16)).await.unwrap());
    assert_eq!(store.session(&user("anna"), &id()).await.unwrap().unwrap().previous.as_ref(), Some(next));
}

#[tokio::test]
async fn a_session_is_ended_by_who_holds_its_secret_or_the_one_before() {
    let store = Engine::new().store();
    for (secret, ends) in [("second", true), ("first", true), ("stranger's", false)] {
        let _ = store.add_session(&session()).await.unwrap();
        let _ = store.rotate_session(&session(), &digest("second"), minute(1)).await.unwrap();
        store.end_session(&user("anna"), &id(), &digest(secret)).await.unwrap();
        assert_eq!(store.session(&user("anna"), &id()).await.unwrap().is_none(), ends, "{secret}");
    }
    store.end_session(&user("anna"), &"unknown".parse().unwrap(), &digest("first")).await.unwrap();
    let unknown = Session { id: "unknown".parse().unwrap(), ..session() };
    assert!(!store.rotate_session(&unknown, &digest("b"), minute(1)).await.unwrap());
    let store = Engine::new().store();
    let elsewhere = Session { user: user("bram"), ..session() };
    assert!(store.add_session(&session()).await.unwrap());
    assert!(!store.rotate_session(&elsewhere, &digest("b"), minute(1)).await.unwrap());
    store.end_session(&user("bram"), &id(), &digest("first")).await.unwrap();
    assert!(store.session(&user("anna"), &id()).await.unwrap().is_some(), "nobody ends another's");
}

#[tokio::test]
async fn a_session_is_forgotten_when_it_has_ended() {
    let engine = Engine::new();
    let _ = engine.store().add_session(&session()).await.unwrap();
    assert_eq!(engine.expires_at(keys::session(&user("anna"), &id())).await, Some(minute(720).as_second()));
}

/// Somebody's sessions and nobody else's, the newest first.
#[tokio::test]
async fn sessions_are_listed_by_person() {
    let store = Engine::new().store();
    for (who, id) in [("anna", "0001-a"), ("anna", "0003-c"), ("bram", "0002-b"), ("anna", "0002-b")] {
        let session = Session { id: id.parse().unwrap(), user: user(who), ..session() };
        assert!(store.add_session(&session).await.unwrap());
    }
    let listed = store.sessions(&user("anna")).await.unwrap();
    let ids: Vec<&str> = listed.iter().map(|session| session.id.as_str()).collect();
    assert_eq!(ids, ["0003-c", "0002-b", "0001-a"]);
    assert_eq!(store.sessions(&user("chloe")).await.unwrap(), []);
}
