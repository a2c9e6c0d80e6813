//! Writes demand what the writer's access token was given on.

use caseport_domain::actor::{Actor, Contact, Engineer, Level, Revisions, Scope};
use caseport_domain::audit::Entry;
use caseport_domain::case::{Command, MessageKind};
use caseport_domain::contract::Company;
use caseport_domain::erasure::Erasure;
use caseport_domain::id::CaseNumber;
use caseport_domain::person::{Language, User};
use caseport_domain::records::Details;
use caseport_domain::throttle::By;
use caseport_store::cases::{Step, Stored};
use caseport_store::{Committed, Permit, Store, companies, users};

use crate::engine::Engine;
use crate::sample::{customer, engineer, minute, opened, person, then, user, write};

async fn people(store: &Store) -> (users::Account, companies::Account) {
    let company = Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() };
    let acme =
        companies::Account { company, details: Details::default(), contracts: Vec::new(), revision: 0 };
    let contact = Contact {
        person: person("anna"),
        company: acme.company.id.clone(),
        level: Level::ReadWrite,
        scope: Scope::Company,
    };
    let anna = users::Account::new(User {
        actor: Actor::Contact(contact),
        email: "anna@acme.example".into(),
        language: Language::En,
        zone: "UTC".into(),
    });
    assert!(store.add_account(&acme).await.unwrap() && store.add_user(&anna).await.unwrap());
    (anna, acme)
}

/// X12, X27: a token outlives what it was given on by no write, and what was not written leaves no trace.
#[tokio::test]
async fn a_write_demands_that_access_is_as_it_was() {
    let store = Engine::new().store();
    let (anna, acme) = people(&store).await;
    let case = opened(20_601, 0).stored(&store).await;
    let reply = then(&case.case, &customer(), write(MessageKind::Reply), 1);
    let token = |user, company| Permit {
        actor: &anna.user.actor,
        revisions: Revisions { user, company: Some(company) },
    };
    let stored = async |permit| {
        let step = Step { permit: Some(permit), ..Step::new(&reply.case, &reply.event) };
        store.store(&step).await.unwrap()
    };
    for other in [token(1, 0), token(0, 1), token(7, 7)] {
        assert_eq!(stored(other).await, Stored::NoPermit);
    }
    assert_eq!(store.case(case.case.number).await.unwrap().unwrap().version, 1);

    let entry = Entry::new(minute(2), customer(), "user-changed").with("name", "Anna", "Anne");
    let change = store.transaction().change_user(&anna).audit("user", "anna", &entry, "n1");
    assert_eq!(change.permit_company(&token(0, 0)).commit().await.unwrap(), Committed::Done);
    assert_eq!(store.user(&user("anna")).await.unwrap().unwrap().revision, 1);
    assert_eq!(stored(token(0, 0)).await, Stored::NoPermit);
    assert_eq!(store.transaction().change_company(&acme).commit().await.unwrap(), Committed::Done);
    let again = store.transaction().change_company(&acme).commit().await.unwrap();
    assert_eq!(again, Committed::Failed(vec![0]), "it has changed since it was read");
    assert_eq!(stored(token(1, 0)).await, Stored::NoPermit);
    assert_eq!(stored(token(1, 1)).await, Stored::Now);
}

/// X14: whoever somebody adds to a case is counted with it: what is not stored counts for nothing, and what would add them once
/// too often that day is not stored. What the portal does itself is not counted.
#[tokio::test]
async fn x14_whoever_is_added_is_counted_with_it() {
    let store = Engine::new().store();
    let (anna, _) = people(&store).await;
    let permit = |user| {
        let revisions = Revisions { user, company: Some(0) };
        Some(Permit { actor: &anna.user.actor, revisions })
    };
    let adding = async |number, whom, permit| {
        let case = opened(number, 0).stored(&store).await;
        let added = then(&case.case, &customer(), Command::Observe { observer: person(whom) }, 1);
        let step = Step { permit, ..Step::new(&added.case, &added.event) };
        store.store(&step).await.unwrap()
    };
    let limit = u64::from(By::Added { by: "anna", whom: "bram" }.limit());
    assert_eq!(adding(20_000, "bram", permit(7)).await, Stored::NoPermit);
    for number in 0..limit {
        assert_eq!(adding(30_000 + number, "bram", permit(0)).await, Stored::Now, "{number}");
    }
    assert_eq!(adding(40_000, "bram", permit(0)).await, Stored::AddedTooOften);
    let left = store.case(CaseNumber(40_000)).await.unwrap().unwrap();
    assert_eq!((left.version, left.observers.len()), (1, 0));
    assert_eq!(adding(40_001, "bram", None).await, Stored::Now);
    assert_eq!(adding(40_002, "chloe", permit(0)).await, Stored::Now);
}

/// X27: no case is given to an engineer who leaves at that moment: the account is asked in the transaction. Who is there still, and
/// whose account changes otherwise, gets it.
#[tokio::test]
async fn x27_no_case_is_given_to_an_engineer_who_leaves() {
    let store = Engine::new().store();
    let works_here = async |id: &str| {
        let actor = Actor::Engineer(Engineer { person: person(id), is_admin: false });
        let (email, zone) = (format!("{id}@vendor.example"), "UTC".into());
        let account = users::Account::new(User { actor, email, language: Language::En, zone });
        assert!(store.add_user(&account).await.unwrap());
        account
    };
    let (eva, mut finn) = (works_here("eva").await, works_here("finn").await);
    let given = async |number| {
        let case = opened(number, 0).stored(&store).await;
        let step = then(&case.case, &engineer(), Command::Assign { to: Some(person("finn")) }, 1);
        let revisions = Revisions { user: 0, company: None };
        let step = Step {
            case: &step.case,
            event: &step.event,
            attachments: None,
            once: None,
            permit: Some(Permit { actor: &eva.user.actor, revisions }),
            draft: None,
            email: None,
        };
        let stored = store.store(&step).await.unwrap();
        let engineer = store.case(case.case.number).await.unwrap().unwrap().engineer;
        (stored, engineer.map(|engineer| engineer.id.to_string()))
    };
    assert_eq!(given(20_601).await, (Stored::Now, Some("finn".to_owned())));
    finn.change_password("another".into());
    assert_eq!(store.transaction().change_user(&finn).commit().await.unwrap(), Committed::Done);
    assert_eq!(given(20_602).await, (Stored::Now, Some("finn".to_owned())));
    let mut finn = store.user(&user("finn")).await.unwrap().unwrap();
    finn.leave();
    assert_eq!(store.transaction().change_user(&finn).commit().await.unwrap(), Committed::Done);
    assert_eq!(given(20_603).await, (Stored::EngineerLeft, None));
}

/// X10, X27: once somebody is to be erased, nothing that was decided before changes their record, and no link that was
/// mailed to them does.
#[tokio::test]
async fn who_is_to_be_erased_is_changed_no_more() {
    let store = Engine::new().store();
    let (anna, acme) = people(&store).await;
    let erasure = Erasure::asked(user("anna"), acme.company.id, minute(3));
    let ended = anna.ended(minute(3));
    let asked = store.transaction().change_user(&ended).ask_erasure(&erasure);
    assert_eq!(asked.commit().await.unwrap(), Committed::Done);
    assert_eq!(store.erasure(&user("anna")).await.unwrap(), Some(erasure));
    assert!(store.user_by_address("anna@acme.example").await.unwrap().is_none());
    let mut after = store.user(&user("anna")).await.unwrap().unwrap();
    assert_eq!((after.has_left, after.session_generation, after.password_generation), (true, 1, 1));
    after.has_left = false;
    after.change_password("another".into());
    let back = store.transaction().change_user(&after).commit().await.unwrap();
    assert_eq!(back, Committed::Failed(vec![0]));
}
