//! Who may do what, as a complete matrix of actors and actions.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

use caseport_domain::actor::{Actor, Contact, Level, Person, Scope};
use caseport_domain::case::chain::Digest;
use caseport_domain::case::{Case, CaseType, Impact, Opening, Urgency};
use caseport_domain::contract::{Company, Product};
use caseport_domain::id::CaseNumber;
use caseport_domain::policy::{self, Action, Denied, enter};

fn person(id: &str) -> Person {
    Person { id: id.parse().unwrap(), name: id.to_owned() }
}

fn contact(id: &str, company: &str, level: Level, scope: Scope) -> Actor {
    Actor::Contact(Contact { person: person(id), company: company.parse().unwrap(), level, scope })
}

fn case() -> Case {
    let opening = Opening {
        company: Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() },
        reporter: person("anna"),
        observers: vec![person("otto")],
        product: Product { id: "voice".parse().unwrap(), name: "Voice".into() },
        case_type: CaseType::Incident,
        title: "No calls".to_owned().try_into().unwrap(),
        reference: None,
        impact: Impact::Everybody,
        urgency: Urgency::High,
        description: "Nobody can call.".to_owned().try_into().unwrap(),
        attachments: Vec::new(),
    };
    Case::opened(CaseNumber(1), opening, "2026-01-01T00:00:00Z".parse().unwrap(), Digest::ZERO)
}

const CUSTOMERS: [Action; 2] = [Action::Reply, Action::Decide];
const EITHERS: [Action; 2] = [Action::Close, Action::Observe];
const ENGINEERS: [Action; 7] = [
    Action::ViewInternal,
    Action::Take,
    Action::Message,
    Action::Note,
    Action::Plan,
    Action::Propose,
    Action::Reopen,
];

/// M13, G5, G12–G14, X5: somebody of another company, or without the scope, does not learn that the case exists.
#[test]
fn who_enters() {
    use Level::{Basic, ReadOnly, ReadWrite};
    use Scope::{Company, Own};
    let case = case();
    for (who, company, level, scope, enters) in [
        ("anna", "acme", ReadWrite, Own, true),
        ("anna", "acme", ReadOnly, Own, true),
        ("anna", "acme", Basic, Company, false),
        ("otto", "acme", ReadOnly, Own, true),
        ("bram", "acme", ReadOnly, Company, true),
        ("bram", "acme", ReadWrite, Own, false),
        ("chloe", "globex", ReadWrite, Company, false),
        ("anna", "globex", ReadWrite, Company, false),
        ("otto", "globex", ReadOnly, Own, false),
    ] {
        let actor = contact(who, company, level, scope);
        let outcome = enter(&actor, &case).err();
        assert_eq!(outcome.is_none(), enters, "{who} of {company} with {level:?} and {scope:?}");
        assert!(outcome.is_none_or(|denied| denied == Denied::Unknown));
    }
    assert!(enter(&Actor::engineer(person("eva")), &case).is_ok());
}

#[test]
fn what_each_may_do() {
    let case = case();
    let writes = contact("anna", "acme", Level::ReadWrite, Scope::Company);
    let reads = contact("bram", "acme", Level::ReadOnly, Scope::Company);
    let engineer = Actor::engineer(person("eva"));
    let (writes, reads, engineer) =
        (enter(&writes, &case).unwrap(), enter(&reads, &case).unwrap(), enter(&engineer, &case).unwrap());
    for seat in [writes, reads, engineer] {
        assert_eq!(seat.may(Action::View), Ok(()));
    }
    for action in CUSTOMERS {
        assert_eq!(writes.may(action), Ok(()));
        assert_eq!(reads.may(action), Err(Denied::ReadOnly));
        assert_eq!(engineer.may(action), Err(Denied::CustomerOnly));
    }
    for action in EITHERS {
        assert_eq!(writes.may(action), Ok(()));
        assert_eq!(reads.may(action), Err(Denied::ReadOnly));
        assert_eq!(engineer.may(action), Ok(()));
    }
    for action in ENGINEERS {
        assert_eq!(writes.may(action), Err(Denied::EngineerOnly));
        assert_eq!(reads.may(action), Err(Denied::EngineerOnly));
        assert_eq!(engineer.may(action), Ok(()));
    }
}

#[test]
fn what_is_offered_is_allowed() {
    let case = case();
    for actor in [
        contact("anna", "acme", Level::ReadWrite, Scope::Company),
        contact("bram", "acme", Level::ReadOnly, Scope::Company),
        Actor::engineer(person("eva")),
    ] {
        let seat = enter(&actor, &case).unwrap();
        for action in seat.offers() {
            assert_eq!(seat.may(action), Ok(()));
        }
    }
}

#[test]
fn who_opens_and_lists_cases() {
    let of = |level| contact("anna", "acme", level, Scope::Company);
    assert_eq!(policy::open(&of(Level::Basic)), Err(Denied::NoCases));
    assert_eq!(policy::open(&of(Level::ReadOnly)), Err(Denied::ReadOnly));
    assert!(policy::open(&of(Level::ReadWrite)).is_ok());
    assert_eq!(policy::list(&of(Level::Basic)), Err(Denied::NoCases));
    assert!(policy::list(&of(Level::ReadOnly)).is_ok());
    assert_eq!(policy::open(&Actor::engineer(person("eva"))), Err(Denied::CustomerOnly));
}
