//! Drafts: saved on the version before, sent with what they are of, nobody else's.

use caseport_domain::actor::{Actor, Contact, Level, Revisions, Scope};
use caseport_domain::case::MessageKind;
use caseport_domain::draft::{DAYS, Draft, Field, Place};
use caseport_domain::person::{Language, User};
use caseport_store::cases::{Step, Stored};
use caseport_store::drafts::Sent;
use caseport_store::users::Account;
use caseport_store::{Committed, Permit, Store};

use crate::engine::Engine;
use crate::sample::{customer, minute, opened, person, then, user, write};

fn contact(id: &str, company: &str) -> Actor {
    let company = company.parse().unwrap();
    Actor::Contact(Contact { person: person(id), company, level: Level::ReadWrite, scope: Scope::Partner })
}

fn draft(place: Place, text: &str, before: u64, minutes: i64) -> Draft {
    let field = Field { name: "text".into(), value: text.into() };
    Draft::new(place, vec![field], before, minute(minutes))
}

/// Saves a draft of this text in the place of a version; its version, if it was saved.
async fn save(store: &Store, actor: &Actor, text: &str, before: u64, minutes: i64) -> Option<u64> {
    let draft = draft(Place::New, text, before, minutes);
    let saved = store.transaction().save_draft(actor, &draft, before).commit().await.unwrap();
    assert!([Committed::Done, Committed::Failed(vec![0])].contains(&saved), "{saved:?}");
    (saved == Committed::Done).then_some(draft.version)
}

async fn text(store: &Store, actor: &Actor, minutes: i64) -> Option<String> {
    let draft = store.draft(actor, Place::New, minute(minutes)).await.unwrap();
    draft.map(|draft| draft.get("text").to_owned())
}

#[tokio::test]
async fn a_draft_is_saved_on_the_version_it_was_made_from() {
    let store = Engine::new().store();
    let anna = contact("anna", "acme");
    let first = save(&store, &anna, "a", 0, 0).await.unwrap();
    assert_eq!(save(&store, &anna, "b", 0, 1).await, None, "another device began first");
    let second = save(&store, &anna, "c", first, 2).await.unwrap();
    assert_eq!(save(&store, &anna, "d", first, 3).await, None, "another device went on");
    assert_eq!(text(&store, &anna, 3).await.as_deref(), Some("c"));
    // One that has expired is none, whether it has been taken away yet or not.
    let later = 2 + DAYS * 24 * 60;
    assert_eq!(text(&store, &anna, later).await, None);
    assert_eq!(store.drafts(&anna, minute(later)).await.unwrap(), []);
    assert!(save(&store, &anna, "e", 0, later).await.is_some());
    assert_eq!(save(&store, &anna, "f", second, later).await, None);
}

/// X5
#[tokio::test]
async fn x5_a_draft_is_of_one_person_in_one_company() {
    let store = Engine::new().store();
    let anna = contact("anna", "acme");
    assert!(save(&store, &anna, "a", 0, 0).await.is_some());
    for other in [contact("bram", "acme"), contact("anna", "globex"), Actor::engineer(person("anna"))] {
        assert_eq!(text(&store, &other, 1).await, None);
        assert_eq!(store.drafts(&other, minute(1)).await.unwrap(), []);
    }
    assert!(save(&store, &contact("anna", "globex"), "b", 0, 1).await.is_some());
    assert_eq!(store.all_drafts(&user("anna"), minute(2)).await.unwrap().len(), 2);
    assert_eq!(store.all_drafts(&user("bram"), minute(2)).await.unwrap(), []);
}

/// What is sent goes with what it became; what another device has written since stays; and nothing goes with what fails.
#[tokio::test]
async fn a_draft_goes_with_what_it_became() {
    let store = Engine::new().store();
    let anna = contact("anna", "acme");
    let account = Account::new(User {
        actor: anna.clone(),
        email: "anna@acme.example".into(),
        language: Language::En,
        zone: "UTC".into(),
    });
    assert!(store.add_user(&account).await.unwrap());
    let permit = |user| Permit { actor: &anna, revisions: Revisions { user, company: None } };
    let mut case = opened(20_601, 0).stored(&store).await;
    let place = Place::Case(caseport_domain::draft::Writing::Reply, case.case.number);
    let there = async || store.draft(&anna, place, minute(9)).await.unwrap().is_some();
    let keep = async |before, minutes| {
        let draft = draft(place, "a", before, minutes);
        let saving = store.transaction().save_draft(&anna, &draft, before);
        assert_eq!(saving.commit().await.unwrap(), Committed::Done);
        draft.version
    };
    let first = keep(0, 0).await;
    let second = keep(first, 1).await;
    for (version, revision, stored, stays) in [
        (second, 7, Stored::NoPermit, true),
        (first, 0, Stored::Now, true),
        (second, 0, Stored::Now, false),
        (second, 0, Stored::Now, false),
    ] {
        let next = then(&case.case, &customer(), write(MessageKind::Reply), 2);
        let draft = Some(Sent { place, version });
        let permit = Some(permit(revision));
        let step = Step { permit, draft, ..Step::new(&next.case, &next.event) };
        assert_eq!(store.store(&step).await.unwrap(), stored);
        assert_eq!(there().await, stays, "{version} of {first} and {second}");
        if stored == Stored::Now {
            case = next;
        }
    }
}
