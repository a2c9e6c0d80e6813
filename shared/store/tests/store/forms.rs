//! Forms: each version stays, and the next follows the one before.

use caseport_domain::form::Form;
use caseport_store::Committed;
use caseport_store::forms::{SavedForm, VersionsPart};

use crate::engine::Engine;
use crate::sample::{engineer, minute};

fn saved(id: &str, version: u32) -> SavedForm {
    let form: Form =
        serde_json::from_str(include_str!("../../../domain/src/form/sample.json")).expect("it is a form");
    SavedForm {
        form: Form { id: id.parse().unwrap(), version, ..form },
        at: minute(version.into()),
        by: engineer(),
    }
}

/// A13
#[tokio::test]
async fn a13_a_form_is_saved_on_the_version_it_was_made_from() {
    let engine = Engine::new();
    let store = engine.store();
    for (id, version, expected) in [
        ("a", 1, Committed::Done),
        ("a", 1, Committed::Failed(vec![0, 1])),
        ("a", 3, Committed::Failed(vec![0])),
        ("a", 2, Committed::Done),
        ("a", 2, Committed::Failed(vec![0, 1])),
        ("a-b", 1, Committed::Done),
    ] {
        let saving = store.transaction().save_form(&saved(id, version));
        assert_eq!(saving.commit().await.unwrap(), expected, "{id} {version}");
    }
    assert_eq!(store.forms().await.unwrap(), [saved("a", 2), saved("a-b", 1)]);
    let all = store.form_versions(&"a".parse().unwrap(), None, 10).await.unwrap();
    assert_eq!(all.versions, [saved("a", 2), saved("a", 1)], "another form's are not among them");
}

/// A13: the versions are read part by part, to the first.
#[tokio::test]
async fn a13_the_versions_of_a_form_go_on_behind_its_newest() {
    let engine = Engine::new();
    let (store, id) = (engine.store(), "a".parse().unwrap());
    for version in 1..=7 {
        let saving = store.transaction().save_form(&saved("a", version));
        assert_eq!(saving.commit().await.unwrap(), Committed::Done);
    }
    let part = |versions: &[u32], older| VersionsPart {
        versions: versions.iter().map(|version| saved("a", *version)).collect(),
        older,
    };
    for (before, most, expected) in [
        (None, 3, part(&[7, 6, 5], Some(5))),
        (Some(5), 3, part(&[4, 3, 2], Some(2))),
        (Some(2), 3, part(&[1], None)),
        (Some(4), 3, part(&[3, 2, 1], None)),
        (Some(u32::MAX), 1, part(&[7], Some(7))),
        (Some(1), 3, part(&[], None)),
        (Some(0), 3, part(&[], None)),
    ] {
        assert_eq!(store.form_versions(&id, before, most).await.unwrap(), expected, "{before:?}");
    }
}
