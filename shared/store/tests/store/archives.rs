//! Archives: asked for once while somebody waits, ready once.

use caseport_domain::archive::Progress;
use caseport_domain::id::CaseNumber;
use caseport_store::archives::Archive;
use caseport_store::keys;

use crate::engine::Engine;
use crate::sample::minute;

const ID: &str = "0123456789abcdef";

/// An archive that is asked for in this minute.
fn asked(minutes: i64) -> Archive {
    let (id, number) = (ID.parse().unwrap(), CaseNumber(20_601));
    Archive { id, number, files: Vec::new(), progress: Progress::Building, asked_at: minute(minutes) }
}

#[tokio::test]
async fn an_archive_is_asked_for_once_and_forgotten_after_a_day() {
    let engine = Engine::new();
    let store = engine.store();
    let archive = asked(0);
    assert!(!store.archive_ready(&archive.id).await.unwrap(), "nobody waits for it");
    assert!(store.ask_archive(&archive).await.unwrap());
    assert!(!store.ask_archive(&asked(1)).await.unwrap());
    assert_eq!(engine.expires_at(keys::archive(&archive.id)).await, Some(minute(24 * 60).as_second()));
    assert!(store.archive_ready(&archive.id).await.unwrap());
    assert!(!store.archive_ready(&archive.id).await.unwrap(), "it was already");
    assert_eq!(store.archive(&archive.id).await.unwrap().unwrap().progress, Progress::Ready);
}

/// One that failed is asked for anew by one of those who ask, and never once it is ready.
#[tokio::test]
async fn an_archive_that_does_not_come_is_asked_for_anew() {
    let engine = Engine::new();
    let store = engine.store();
    let archive = asked(0);
    assert!(store.ask_archive(&archive).await.unwrap());
    assert_eq!(archive.progress_at(minute(15)), Progress::Building);
    assert!(!store.ask_archive(&asked(15)).await.unwrap(), "somebody still waits");
    assert_eq!(archive.progress_at(minute(16)), Progress::NotAsked);
    assert!(store.ask_archive(&asked(16)).await.unwrap());
    assert!(!store.ask_archive(&asked(16)).await.unwrap(), "by one of them");
    let known = store.archive(&archive.id).await.unwrap().unwrap();
    assert_eq!((known.asked_at, known.progress_at(minute(16))), (minute(16), Progress::Building));
    assert!(store.archive_ready(&archive.id).await.unwrap());
    assert!(!store.ask_archive(&asked(60)).await.unwrap(), "it is there");
    let known = store.archive(&archive.id).await.unwrap().unwrap();
    assert_eq!(known.progress_at(minute(60)), Progress::Ready);
}
