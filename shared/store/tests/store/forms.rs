//! Forms: each version stays, and the next follows the one before.

use caseport_domain::form::Form;
use caseport_store::Committed;
use caseport_store::forms::SavedForm;

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
    let versions = store.form_versions(&"a".parse().unwrap(), 10).await.unwrap();
    assert_eq!(versions, [saved("a", 2), saved("a", 1)], "another form's are not among them");
    assert_eq!(store.form_versions(&"a".parse().unwrap(), 1).await.unwrap(), [saved("a", 2)]);
}
