//! Companies and people.

use caseport_domain::actor::Actor;
use caseport_domain::contract::{Company, Contract};
use caseport_domain::id::UserId;
use caseport_domain::person::{Language, User};
use caseport_domain::records::Details;
use caseport_store::{Committed, companies, users};

use crate::engine::Engine;
use crate::sample::{person, user};

pub fn account(id: &str) -> users::Account {
    let email = format!("{id}@caseport.example");
    let user = User {
        actor: Actor::engineer(person(id)),
        email,
        language: Language::En,
        zone: "Europe/Paris".into(),
    };
    users::Account::new(user)
}

#[tokio::test]
async fn a_company_comes_with_its_contracts() {
    let store = Engine::new().store();
    let contract = |id: &str| Contract {
        id: id.parse().unwrap(),
        coverage: "Premium".into(),
        products: Vec::new(),
        starts: "2026-01-01".parse().unwrap(),
        ends: "2026-12-31".parse().unwrap(),
        zone: "Europe/Brussels".into(),
    };
    let company = Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() };
    let acme = companies::Account {
        company,
        details: Details::default(),
        contracts: vec![contract("c-1"), contract("c-2")],
        revision: 0,
    };
    assert!(store.add_account(&acme).await.unwrap());
    assert!(!store.add_account(&acme).await.unwrap());
    assert_eq!(store.account(&acme.company.id).await.unwrap(), Some(acme));
    assert_eq!(store.account(&"globex".parse().unwrap()).await.unwrap(), None);
}

/// A2, E53: the vendor's own people are listed by name, also who has left, to whom no case is given.
#[tokio::test]
async fn e53_the_vendors_own_people_are_listed_by_name() {
    let engine = Engine::new();
    let store = engine.store();
    for id in ["zoe", "Eva", "farid"] {
        assert!(store.add_user(&account(id)).await.unwrap());
    }
    let mut farid = store.user(&user("farid")).await.unwrap().unwrap();
    farid.leave();
    assert_eq!(store.transaction().change_user(&farid).commit().await.unwrap(), Committed::Done);
    let staff = engine.lists(b"key").staff().await.unwrap();
    let listed = |id: &str, has_left| users::Colleague { person: person(id), has_left };
    assert_eq!(staff, [listed("Eva", false), listed("farid", true), listed("zoe", false)]);
    for (id, expected) in [("Eva", Some(person("Eva"))), ("farid", None), ("nobody", None)] {
        assert_eq!(store.engineer(&user(id)).await.unwrap(), expected, "{id}");
    }
}

#[tokio::test]
async fn a_person_is_found_by_their_address_however_it_is_written() {
    let store = Engine::new().store();
    assert!(store.add_user(&account("eva")).await.unwrap());
    assert!(!store.add_user(&account("eva")).await.unwrap(), "an address signs one person in");
    for address in ["eva@caseport.example", " Eva@Caseport.EXAMPLE "] {
        let found = store.user_by_address(address).await.unwrap().unwrap();
        assert_eq!(found.user, account("eva").user);
    }
    assert!(store.user_by_address("farid@caseport.example").await.unwrap().is_none());
    assert!(store.user(&user("farid")).await.unwrap().is_none());
}

/// E8: somebody who chose a user name signs in with that too, in any spelling; nobody else can have it.
#[tokio::test]
async fn e8_a_person_is_found_by_their_user_name() {
    let store = Engine::new().store();
    let named = users::Account { username: Some("Sophie.T".into()), ..account("sophie") };
    assert!(store.add_user(&named).await.unwrap());
    for name in ["sophie.t", " SOPHIE.T ", "sophie@caseport.example"] {
        assert_eq!(store.user_by_address(name).await.unwrap().unwrap().user, named.user, "{name}");
    }
    let other = users::Account { username: Some("sophie.t".into()), ..account("farid") };
    assert!(!store.add_user(&other).await.unwrap());
}

/// E28: signing in is noted and is no change of the record, so that what others write to it meanwhile is not lost.
#[tokio::test]
async fn e28_a_sign_in_leaves_the_revision() {
    let store = Engine::new().store();
    assert!(store.add_user(&account("eva")).await.unwrap());
    store.has_signed_in(&user("eva"), crate::sample::minute(7)).await.unwrap();
    let eva = store.user(&user("eva")).await.unwrap().unwrap();
    assert_eq!((eva.last_sign_in, eva.revision), (Some(crate::sample::minute(7)), 0));
    store.has_signed_in(&user("farid"), crate::sample::minute(7)).await.unwrap();
    assert!(store.user(&user("farid")).await.unwrap().is_none(), "nobody is made by it");
}

/// More than one `BatchGetItem` may ask for.
#[tokio::test]
async fn many_people_are_found_at_once() {
    let store = Engine::new().store();
    let ids: Vec<UserId> = (0..130).map(|n| user(&format!("user-{n}"))).collect();
    for id in &ids {
        assert!(store.add_user(&account(id.as_str())).await.unwrap());
    }
    assert_eq!(store.users(&ids).await.unwrap().len(), 130);
    let addresses: Vec<String> = ids.iter().map(|id| format!("{id}@caseport.example")).collect();
    let mut asked: Vec<&str> = addresses.iter().map(String::as_str).collect();
    asked.push("USER-1@caseport.example");
    asked.push("nobody@caseport.example");
    assert_eq!(store.users_by_address(&asked).await.unwrap().len(), 130);
}
