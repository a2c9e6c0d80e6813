//! What administrators set: the next version follows the one before.

use caseport_domain::case::{Matrix, Priority};
use caseport_store::Committed;
use caseport_store::settings::{MATRIX, Setting};

use crate::engine::Engine;
use crate::sample::{engineer, minute};

fn saved(version: u32) -> Setting<Matrix> {
    let mut value = Matrix::default();
    value.person.low = if version.is_multiple_of(2) { Priority::Low } else { Priority::Critical };
    Setting { value, version, at: minute(version.into()), by: engineer() }
}

/// A2
#[tokio::test]
async fn a2_the_matrix_is_saved_on_the_version_it_was_made_from() {
    let engine = Engine::new();
    let store = engine.store();
    assert_eq!(store.matrix().await.unwrap(), Setting::default());
    for (version, expected) in [
        (1, Committed::Done),
        (1, Committed::Failed(vec![0])),
        (3, Committed::Failed(vec![0])),
        (2, Committed::Done),
        (2, Committed::Failed(vec![0])),
    ] {
        let saving = store.transaction().save_setting(MATRIX, &saved(version));
        assert_eq!(saving.commit().await.unwrap(), expected, "{version}");
    }
    assert_eq!(store.matrix().await.unwrap(), saved(2));
}
