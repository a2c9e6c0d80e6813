//! Personal access tokens.

use caseport_domain::bearer::BearerSecret;
use caseport_domain::grant::Reach;
use caseport_store::tokens::StoredToken;
use caseport_store::{Committed, keys};

use crate::engine::Engine;
use crate::sample::{minute, user};

fn token(id: &str) -> StoredToken {
    StoredToken {
        id: id.parse().unwrap(),
        name: "Nightly report".to_owned().try_into().unwrap(),
        reach: Reach::Read,
        digest: BearerSecret::new("secret".into()).digest(),
        generation: 0,
        made_at: minute(0),
        last_used: None,
        ends_at: minute(60),
    }
}

#[tokio::test]
async fn tokens_are_kept_listed_and_ended() {
    let engine = Engine::new();
    let store = engine.store();
    for id in ["0001-a", "0002-b"] {
        let added = store.transaction().add_token(&user("anna"), &token(id)).commit().await.unwrap();
        assert_eq!(added, Committed::Done);
    }
    let id = "0001-a".parse().unwrap();
    assert_eq!(engine.expires_at(keys::token(&user("anna"), &id)).await, Some(minute(60).as_second()));
    assert!(store.token_was_used(&user("anna"), &id, minute(5)).await.unwrap());
    let used = StoredToken { last_used: Some(minute(5)), ..token("0001-a") };
    assert_eq!(store.tokens(&user("anna")).await.unwrap(), [token("0002-b"), used.clone()]);
    assert_eq!(store.tokens(&user("bram")).await.unwrap(), []);
    assert_eq!(store.token(&user("anna"), &id).await.unwrap(), Some(used));
    assert_eq!(store.token(&user("bram"), &id).await.unwrap(), None);
    let end = async || store.transaction().end_token(&user("anna"), &id).commit().await.unwrap();
    assert_eq!(end().await, Committed::Done);
    assert_eq!(end().await, Committed::Failed(vec![0]));
    assert!(!store.token_was_used(&user("anna"), &id, minute(6)).await.unwrap(), "it is not made anew");
    assert_eq!(store.token(&user("anna"), &id).await.unwrap(), None);
}
