//! Archives: asked for once, ready once.

use caseport_domain::archive::Progress;
use caseport_domain::id::CaseNumber;
use caseport_store::archives::Archive;
use caseport_store::keys;

use crate::engine::Engine;
use crate::sample::minute;

#[tokio::test]
async fn an_archive_is_asked_for_once_and_forgotten_after_a_day() {
    let engine = Engine::new();
    let store = engine.store();
    let id = "0123456789abcdef".parse().unwrap();
    let archive = Archive { id, number: CaseNumber(20_601), files: Vec::new(), progress: Progress::Building };
    assert!(!store.archive_ready(&archive.id).await.unwrap(), "nobody waits for it");
    assert!(store.ask_archive(&archive, minute(0)).await.unwrap());
    assert!(!store.ask_archive(&archive, minute(1)).await.unwrap());
    assert_eq!(engine.expires_at(keys::archive(&archive.id)).await, Some(minute(24 * 60).as_second()));
    assert!(store.archive_ready(&archive.id).await.unwrap());
    assert!(!store.archive_ready(&archive.id).await.unwrap(), "it was already");
    assert_eq!(store.archive(&archive.id).await.unwrap().unwrap().progress, Progress::Ready);
}
