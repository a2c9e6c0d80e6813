//! Second factors: each code is good once.

use caseport_domain::second_factor::{RecoveryCode, Secret};
use caseport_store::second_factors::SecondFactor;
use caseport_store::{Committed, Store};
use tokio::task::JoinSet;

use crate::engine::Engine;
use crate::sample::{minute, user};

async fn set_up(store: &Store) -> SecondFactor {
    let recovery = ["aaaaa", "bbbbb"].map(|code| RecoveryCode::new(code).digest()).into();
    let factor = SecondFactor { secret: Secret::new([7; 20]), since: minute(0), last_step: 0, recovery };
    let added = store.transaction().add_second_factor(&user("anna"), &factor).commit().await.unwrap();
    assert_eq!(added, Committed::Done);
    factor
}

async fn is_good(store: &Store, code: &str, at: i64) -> bool {
    let factor = store.second_factor(&user("anna")).await.unwrap().unwrap();
    store.use_code(&user("anna"), &factor, code, minute(at)).await.unwrap()
}

/// X13: of those who see a code over one's shoulder, none can use it again.
#[tokio::test]
async fn a_code_works_once() {
    let store = Engine::new().store();
    let factor = set_up(&store).await;
    let code = factor.secret.code(minute(5));
    let mut racing = JoinSet::new();
    for _ in 0..6 {
        let (store, code) = (store.clone(), code.clone());
        racing.spawn(async move { is_good(&store, &code, 5).await });
    }
    assert_eq!(racing.join_all().await.into_iter().filter(|good| *good).count(), 1);
    assert!(!is_good(&store, &code, 5).await);
    assert!(!is_good(&store, "000000", 5).await);
    assert!(is_good(&store, &factor.secret.code(minute(6)), 6).await);
    assert!(!is_good(&store, &code, 5).await, "nor one of before");
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    let store = Engine::new().store();
    let _ = set_up(&store).await;
    assert!(is_good(&store, "BBBBB", 5).await);
    assert!(!is_good(&store, "BBBBB", 5).await);
    assert!(is_good(&store, "aaa-aa", 5).await);
    assert_eq!(store.second_factor(&user("anna")).await.unwrap().unwrap().recovery, []);
    let again = store.transaction().add_second_factor(&user("anna"), &set_aside()).commit().await.unwrap();
    assert_eq!(again, Committed::Failed(vec![0]), "there is one");
    let removed = store.transaction().remove_second_factor(&user("anna")).commit().await.unwrap();
    assert_eq!(removed, Committed::Done);
    assert_eq!(store.second_factor(&user("anna")).await.unwrap(), None);
}

fn set_aside() -> SecondFactor {
    SecondFactor { secret: Secret::new([8; 20]), since: minute(9), last_step: 0, recovery: Vec::new() }
}
