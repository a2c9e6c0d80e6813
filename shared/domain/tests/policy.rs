//! Who may do what, as a complete matrix of actors and actions.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

use caseport_domain::actor::{Actor, Contact, Engineer, Level, Person, Scope};
use caseport_domain::case::chain::Digest;
use caseport_domain::case::{Case, CaseType, Details, Impact, Opening, Urgency};
use caseport_domain::case_types::CaseTypes;
use caseport_domain::contract::{Company, Product};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::id::CaseNumber;
use caseport_domain::module::{Modules, Use};
use caseport_domain::notice::Role;
use caseport_domain::policy::{self, Ability, Action, Denied, Listed, enter};
use caseport_domain::search::Readers;
use caseport_domain::selection::Whose;

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
        product: Some(Product { id: "voice".parse().unwrap(), name: "Voice".into() }),
        case_type: CaseType::Incident,
        title: "No calls".to_owned().try_into().unwrap(),
        reference: None,
        impact: Impact::Everybody,
        urgency: Urgency::High,
        priority: None,
        details: Details::default(),
        answers: None,
        description: "Nobody can call.".to_owned().try_into().unwrap(),
        attachments: Vec::new(),
    };
    Case::opened(CaseNumber(1), opening, "2026-01-01T00:00:00Z".parse().unwrap(), Digest::ZERO)
}

const CUSTOMERS: [Action; 2] = [Action::Reply, Action::Decide];
const EITHERS: [Action; 3] = [Action::Close, Action::Observe, Action::Dismiss];
const ENGINEERS: [Action; 15] = [
    Action::ViewInternal,
    Action::Take,
    Action::Assign,
    Action::Message,
    Action::Note,
    Action::Plan,
    Action::Resume,
    Action::Propose,
    Action::Escalate,
    Action::WorkAround,
    Action::Outage,
    Action::Classify,
    Action::Prioritize,
    Action::Detail,
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

/// C29, G5, G12: who only reads can follow a case that they see, and leave one that they follow, and adds nobody else and takes
/// nobody off; who does not follow it has nothing to leave, and who opened it has nothing to follow.
#[test]
fn c29_g12_who_sees_a_case_can_follow_it_and_leave_it() {
    let case = case();
    for (who, level, offered) in [
        ("otto", Level::ReadOnly, vec![Action::Leave]),
        ("otto", Level::ReadWrite, vec![Action::Dismiss, Action::Leave]),
        ("anna", Level::ReadWrite, vec![Action::Dismiss]),
        ("anna", Level::ReadOnly, vec![]),
        ("bram", Level::ReadOnly, vec![Action::Follow]),
        ("bram", Level::ReadWrite, vec![Action::Follow, Action::Dismiss]),
    ] {
        let actor = contact(who, "acme", level, Scope::Company);
        let offers = enter(&actor, &case).unwrap().offers();
        let about = [Action::Follow, Action::Dismiss, Action::Leave];
        let theirs: Vec<Action> = offers.into_iter().filter(|action| about.contains(action)).collect();
        assert_eq!(theirs, offered, "{who}, {level:?}");
    }
    let eva = Actor::engineer(person("eva"));
    for action in [Action::Follow, Action::Leave] {
        assert_eq!(enter(&eva, &case).unwrap().may(action), Err(Denied::CustomerOnly));
    }
}

/// C29: who is told that they see a case without following it is let in to it when nobody follows it, and nobody else is.
#[test]
fn c29_who_sees_a_case_without_following_it() {
    let case = case();
    let mut left = case.clone();
    left.observers.clear();
    for (actor, sees) in [
        (contact("otto", "acme", Level::ReadOnly, Scope::Own), false),
        (contact("otto", "acme", Level::ReadWrite, Scope::Own), false),
        (contact("otto", "acme", Level::ReadOnly, Scope::Company), true),
        (contact("otto", "acme", Level::ReadWrite, Scope::Partner), true),
        (contact("anna", "acme", Level::ReadWrite, Scope::Own), true),
        (Actor::engineer(person("eva")), true),
    ] {
        assert_eq!(enter(&actor, &case).unwrap().sees_unfollowed(), sees, "{actor:?}");
        assert_eq!(enter(&actor, &left).is_ok(), sees, "{actor:?}");
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
    assert_eq!(policy::send_files(&of(Level::Basic)), Err(Denied::NoCases), "X23: a file is for a case");
    assert_eq!(policy::send_files(&of(Level::ReadOnly)), Ok(()));
    assert_eq!(policy::send_files(&Actor::engineer(person("eva"))), Ok(()));
    assert_eq!(policy::open(&Actor::engineer(person("eva"))), Err(Denied::CustomerOnly));
}

/// C29, G12: a case is followed by contacts of its company whose access includes cases, and by nobody else.
#[test]
fn c29_g12_who_can_follow_cases() {
    let acme = "acme".parse().unwrap();
    for (actor, can) in [
        (contact("bram", "acme", Level::ReadOnly, Scope::Own), true),
        (contact("bram", "acme", Level::ReadWrite, Scope::Company), true),
        (contact("bram", "acme", Level::Basic, Scope::Company), false),
        (contact("bram", "globex", Level::ReadWrite, Scope::Partner), false),
        (Actor::engineer(person("eva")), false),
    ] {
        assert_eq!(policy::follower(&actor, &acme).is_some(), can, "{actor:?}");
    }
}

/// M13, G5, G12–G14, A2, A4, A5: every level with every scope and every action, on a case of one's own, of a colleague and of
/// another company: 3 × 3 × 3 × 20.
#[test]
fn m13_the_matrix_is_complete() {
    let case = case();
    for level in [Level::Basic, Level::ReadOnly, Level::ReadWrite] {
        for scope in [Scope::Own, Scope::Company, Scope::Partner] {
            for (who, company) in [("anna", "acme"), ("bram", "acme"), ("anna", "globex")] {
                let actor = contact(who, company, level, scope);
                let seen =
                    company == "acme" && level != Level::Basic && (scope != Scope::Own || who == "anna");
                let told = format!("{who} of {company}, {level:?}, {scope:?}");
                let Ok(seat) = enter(&actor, &case) else {
                    assert!(!seen, "{told} enters");
                    continue;
                };
                assert!(seen, "{told} does not enter");
                assert_eq!(seat.may(Action::View), Ok(()));
                for action in [Action::Follow, Action::Leave] {
                    assert_eq!(seat.may(action), Ok(()), "{told}: {action:?} is about oneself");
                }
                for action in CUSTOMERS.into_iter().chain(EITHERS) {
                    let may = if level == Level::ReadWrite { Ok(()) } else { Err(Denied::ReadOnly) };
                    assert_eq!(seat.may(action), may, "{told}: {action:?}");
                }
                for action in ENGINEERS {
                    assert_eq!(seat.may(action), Err(Denied::EngineerOnly), "{told}: {action:?}");
                }
            }
        }
    }
}

/// M13: a list has the company's cases, or one's own for who sees no others, or wants none; or those that one follows, which
/// everybody can ask for.
#[test]
fn m13_whose_cases_a_list_has() {
    for (scope, sees_all) in [(Scope::Own, false), (Scope::Company, true), (Scope::Partner, true)] {
        let Actor::Contact(anna) = contact("anna", "acme", Level::ReadOnly, scope) else { unreachable!() };
        let (all, own) = (Listed::Company(&anna.company), Listed::Own(&anna.person.id, &anna.company));
        let followed = Listed::Followed(&anna.person.id, &anna.company);
        let usual = if sees_all { all } else { own };
        assert_eq!(policy::listed(&anna, Whose::Company), usual, "{scope:?}");
        assert_eq!(policy::listed(&anna, Whose::Own), own, "{scope:?}");
        assert_eq!(policy::listed(&anna, Whose::Followed), followed, "{scope:?}");
        assert_eq!(policy::sees_all(&anna), sees_all, "{scope:?}");
        assert_eq!(policy::acts_for_others(&anna), scope == Scope::Partner, "{scope:?}");
    }
}

/// G13, G15, G19, A12: who opens a case of which type; a feature request takes what asking for features takes, and an admin
/// case what seeing cases takes.
#[test]
fn g15_who_opens_a_case_of_which_type() {
    let of =
        |ability| CaseType::ALL.into_iter().filter(|of| Ability::opening(*of) == ability).collect::<Vec<_>>();
    assert_eq!(of(Ability::RequestFeatures), [CaseType::FeatureRequest]);
    assert_eq!(of(Ability::ViewCases), [CaseType::Admin]);
    for case_type in CaseType::ALL {
        for (level, denied) in [
            (Level::Basic, Some(Denied::NoCases)),
            (Level::ReadOnly, (case_type != CaseType::Admin).then_some(Denied::ReadOnly)),
            (Level::ReadWrite, None),
        ] {
            let anna = contact("anna", "acme", level, Scope::Company);
            assert_eq!(policy::open_type(&anna, case_type).err(), denied, "{case_type:?} with {level:?}");
        }
        let eva = Actor::engineer(person("eva"));
        assert_eq!(policy::open_type(&eva, case_type).err(), Some(Denied::CustomerOnly), "{case_type:?}");
    }
}

/// G19: with read-only access one replies to one's own admin case, answers its solution and closes it, and does nothing else
/// there; with none of a colleague's, nor of any other type.
#[test]
fn g19_who_only_reads_goes_on_with_their_own_admin_case() {
    let own = [Action::Reply, Action::Decide, Action::Close];
    let denied = |who: &str, level, case_type| {
        let case = Case { case_type, ..case() };
        let actor = contact(who, "acme", level, Scope::Company);
        let seat = enter(&actor, &case).unwrap();
        CUSTOMERS.into_iter().chain(EITHERS).filter(|action| seat.may(*action).is_err()).collect::<Vec<_>>()
    };
    let all: Vec<Action> = CUSTOMERS.into_iter().chain(EITHERS).collect();
    let others: Vec<Action> = all.iter().copied().filter(|action| !own.contains(action)).collect();
    for case_type in CaseType::ALL {
        let expected = if case_type == CaseType::Admin { &others } else { &all };
        assert_eq!(denied("anna", Level::ReadOnly, case_type), *expected, "{case_type:?}");
        assert_eq!(denied("bram", Level::ReadOnly, case_type), all, "{case_type:?}");
        assert_eq!(denied("anna", Level::ReadWrite, case_type), [], "{case_type:?}");
    }
    let basic = contact("anna", "acme", Level::Basic, Scope::Own);
    assert_eq!(policy::open_any(&basic), Err(Denied::NoCases));
    assert!(policy::open_any(&contact("anna", "acme", Level::ReadOnly, Scope::Own)).is_ok());
    assert_eq!(policy::open_any(&Actor::engineer(person("eva"))), Err(Denied::CustomerOnly));
}

/// G7–G16: what each level includes, as its people are told, and as the policy decides.
#[test]
fn g7_g16_what_a_level_includes() {
    use Ability::{
        AttendTutorials, CreateCases, DownloadSoftware, ModifyCases, ReadKnowledge, RequestFeatures, SignIn,
        ViewCases, WatchRecordings,
    };
    let of = |level| contact("anna", "acme", level, Scope::Company);
    for ability in Ability::ALL {
        let (basic, read_only) = match ability {
            SignIn | AttendTutorials | WatchRecordings | ReadKnowledge => (Ok(()), Ok(())),
            ViewCases => (Err(Denied::NoCases), Ok(())),
            CreateCases | ModifyCases | RequestFeatures | DownloadSoftware => {
                (Err(Denied::NoCases), Err(Denied::ReadOnly))
            }
        };
        assert_eq!(policy::able(&of(Level::Basic), ability), basic, "{ability:?}");
        assert_eq!(policy::able(&of(Level::ReadOnly), ability), read_only, "{ability:?}");
        assert_eq!(policy::able(&of(Level::ReadWrite), ability), Ok(()), "{ability:?}");
    }
    for (level, lists, opens) in [
        (Level::Basic, Some(Denied::NoCases), Some(Denied::NoCases)),
        (Level::ReadOnly, None, Some(Denied::ReadOnly)),
        (Level::ReadWrite, None, None),
    ] {
        assert_eq!(policy::list(&of(level)).err(), lists);
        assert_eq!(policy::open(&of(level)).err(), opens);
    }
}

/// E26, G9–G16: of what levels include people are told what the portal has, and what it announces.
#[test]
fn e26_g9_g16_nobody_is_promised_what_the_portal_has_not() {
    let told = |modules: &str, types: &str| {
        let (modules, types): (Modules, CaseTypes) = (modules.parse().unwrap(), types.parse().unwrap());
        let extent = |ability: Ability| ability.extent(|module| modules.extent(module), &types);
        let codes = |of: Use| -> Vec<&str> {
            Ability::ALL.into_iter().filter(|ability| extent(*ability) == of).map(Ability::code).collect()
        };
        (codes(Use::On), codes(Use::Soon))
    };
    let cases = ["sign-in", "view-cases", "create-cases", "modify-cases", "request-features"];
    assert_eq!(told("", ""), (cases.to_vec(), vec!["read-knowledge"]));
    assert_eq!(told("knowledge=off", "incident"), (cases[..4].to_vec(), vec![]));
    assert_eq!(told("cases=off", ""), (vec!["sign-in"], vec!["read-knowledge"]));
}

/// A8: who administers is an engineer who was made an administrator.
#[test]
fn a8_who_administers() {
    let engineer = |is_admin| Actor::Engineer(Engineer { person: person("eva"), is_admin });
    assert!(policy::administer(&engineer(true)).is_ok());
    assert_eq!(policy::administer(&engineer(false)), Err(Denied::AdminOnly));
    let anna = contact("anna", "acme", Level::ReadWrite, Scope::Partner);
    assert_eq!(policy::administer(&anna), Err(Denied::AdminOnly));
    assert!(policy::request_access(&anna).is_ok());
    assert_eq!(policy::request_access(&engineer(true)), Err(Denied::CustomerOnly));
    assert_eq!(policy::desk(&anna), Err(Denied::EngineerOnly));
}

/// E54, X5, X26: one looks for words where one may read: in the company's index, there among one's own cases if one sees no
/// others, and engineers in theirs.
#[test]
fn e54_where_one_may_look_for_words() {
    let acme = Readers::Company("acme".parse().unwrap());
    for level in [Level::ReadOnly, Level::ReadWrite] {
        for (scope, is_only) in [(Scope::Company, false), (Scope::Partner, false), (Scope::Own, true)] {
            let anna = contact("anna", "acme", level, scope);
            let reach = policy::search(&anna).unwrap();
            assert_eq!((&reach.readers, reach.only.is_some()), (&acme, is_only), "{level:?} {scope:?}");
            assert!(reach.only.is_none_or(|id| id.as_str() == "anna"));
        }
    }
    let basic = contact("bo", "acme", Level::Basic, Scope::Company);
    assert_eq!(policy::search(&basic), Err(Denied::NoCases));
    let eva = Actor::Engineer(Engineer { person: person("eva"), is_admin: false });
    let reach = policy::search(&eva).unwrap();
    assert_eq!((reach.readers, reach.only), (Readers::Staff, None));
}

/// X26: what somebody chose to be mailed for is theirs and the engineers' to know.
#[test]
fn what_became_of_a_mail_tells_others_no_choice() {
    use DeliveryState::{
        Bounced, HeldForDigest, HeldForQuietHours, NotChosen, NotSent, Queued, Sent, Unsubscribed,
    };
    let case = case();
    let anna = contact("anna", "acme", Level::ReadWrite, Scope::Own);
    let otto = contact("otto", "acme", Level::ReadOnly, Scope::Own);
    let eva = Actor::engineer(person("eva"));
    for (state, to_others) in [
        (Sent, Sent),
        (Bounced, Bounced),
        (HeldForDigest, Queued),
        (HeldForQuietHours, Queued),
        (NotChosen, NotSent),
        (Unsubscribed, NotSent),
    ] {
        let mail = Delivery {
            seq: 1,
            to: person("anna").id,
            name: "anna".into(),
            role: Role::Reporter,
            subject: String::new(),
            text: String::new(),
            at: "2026-01-01T00:00:00Z".parse().unwrap(),
            state,
        };
        for (actor, expected) in [(&anna, state), (&eva, state), (&otto, to_others)] {
            assert_eq!(enter(actor, &case).unwrap().state_of(&mail), expected, "{state:?}");
        }
    }
}
