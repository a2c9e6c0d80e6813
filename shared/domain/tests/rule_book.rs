//! Properties of the rule book, over histories that nobody would think of writing down.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

use caseport_domain::actor::{Author, Person};
use caseport_domain::case::chain::{Digest, Salt, Sealed};
use caseport_domain::case::{
    Audience, Case, CaseType, Closure, Command, Detail, Details, Event, Given, Happened, Impact, Mark,
    Matrix, MessageKind, Opening, Outside, Priority, Refused, RuleBook, Status, TakenBack, Urgency,
};
use caseport_domain::contract::{Company, Product};
use caseport_domain::erasure::NOBODY;
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::notice::{Notice, Role, confirmation, is_own, is_still_told, notices};
use caseport_domain::person::Language;
use caseport_domain::search::{Findable, Readers};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

const NUMBER: CaseNumber = CaseNumber(20_601);

fn person(id: &str) -> Person {
    Person { id: id.parse().unwrap(), name: id.to_owned() }
}

fn customer() -> Author {
    Author::Contact(person("anna"))
}

fn engineer() -> Author {
    Author::Engineer(person("eva"))
}

fn start() -> Timestamp {
    "2026-03-28T20:00:00Z".parse().unwrap() // The night before the clocks go forward.
}

/// A case with all its events, as the store would hold it.
#[derive(Clone, Debug)]
struct Kept {
    case: Case,
    events: Vec<Sealed>,
}

fn opened() -> Kept {
    let opening = Opening {
        company: Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() },
        reporter: person("anna"),
        observers: Vec::new(),
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
    let what = Happened::Opened(Box::new(opening.clone()));
    let event = Event { seq: 1, at: start(), by: customer(), what };
    let sealed = Sealed::seal(NUMBER, Digest::ZERO, Salt::new([1; 16]), &event);
    Kept { case: Case::opened(NUMBER, opening, start(), sealed.hash), events: vec![sealed] }
}

impl Kept {
    fn carry_out(&mut self, by: &Author, command: Command, now: Timestamp) -> Result<Happened, Refused> {
        let (case, sealed) = RuleBook::default().step(&self.case, by, command, now, Salt::new([2; 16]))?;
        self.case = case;
        let what = sealed.read().unwrap().what;
        self.events.push(sealed);
        Ok(what)
    }

    /// The instant of its last event: later than the clock says where that was set back.
    fn at(&self) -> Timestamp {
        self.events.last().unwrap().at
    }
}

fn write(kind: MessageKind) -> Command {
    Command::Write { kind, text: "text".to_owned().try_into().unwrap(), attachments: Vec::new() }
}

fn reason<T: TryFrom<String>>() -> T
where
    T::Error: std::fmt::Debug,
{
    "because".to_owned().try_into().unwrap()
}

fn resume() -> Command {
    Command::Resume { text: Some(reason()) }
}

fn escalate() -> Command {
    Command::Mark(Mark::Escalate { text: reason(), attachments: Vec::new() })
}

fn end_escalation() -> Command {
    Command::Mark(Mark::EndEscalation { text: reason(), attachments: Vec::new() })
}

/// Anything an engineer may mark a case with, by one of two matrices.
fn any_mark() -> impl Strategy<Value = Mark> {
    let other = Matrix { person: Matrix::default().everybody, ..Matrix::default() };
    let classify = (0..3_usize, 0..3_usize, any::<bool>()).prop_map(move |(impact, urgency, moved)| {
        let matrix = if moved { other } else { Matrix::default() };
        Mark::Classify { impact: Impact::ALL[impact], urgency: Urgency::ALL[urgency], matrix }
    });
    let prioritize =
        (0..4_usize).prop_map(|place| Mark::Prioritize { priority: Priority::ALL[place], reason: reason() });
    let detail = proptest::option::of("[a-c]").prop_map(|version| {
        let version = version.and_then(|version| Detail::try_from(version).ok());
        Mark::Detail(Details { version, ..Details::default() })
    });
    prop_oneof![
        Just(Mark::Escalate { text: reason(), attachments: Vec::new() }),
        Just(Mark::EndEscalation { text: reason(), attachments: Vec::new() }),
        Just(Mark::WorkAround { text: reason(), attachments: Vec::new() }),
        Just(Mark::DeclareOutage),
        Just(Mark::EndOutage),
        classify,
        prioritize,
        detail,
    ]
}

/// Anything about somebody outside, of those whom the first events of a history may have asked.
fn any_outside() -> impl Strategy<Value = Outside> {
    let known = (2..12_u32).prop_map(UserId::outside);
    prop_oneof![
        Just(Outside::Invite { email: "zoe@outside.example".to_owned() }),
        known.clone().prop_map(|outsider| Outside::Confirm { outsider, language: Language::Nl }),
        known.clone().prop_map(|outsider| Outside::Confirm { outsider, language: Language::Fr }),
        known.prop_map(|outsider| Outside::Dismiss { outsider }),
    ]
}

/// Any command with somebody who might give it.
fn any_command() -> impl Strategy<Value = (Author, Command)> {
    let customers = prop_oneof![
        Just(write(MessageKind::Reply)),
        Just(Command::Approve),
        Just(Command::Refuse { reason: reason() }),
        Just(Command::KeepOpen),
        Just(Command::Close { reason: None, listed: None }),
        "[a-z]{1,3}".prop_map(|id| Command::Observe { observer: person(&id) }),
        "[a-c]".prop_map(|id| Command::Observe { observer: person(&id) }),
        "[a-c]".prop_map(|id| Command::Unobserve { observer: id.parse().unwrap() }),
        any_outside().prop_map(Command::Outside),
        any_outside().prop_map(Command::Outside),
        any_outside().prop_map(Command::Outside),
    ];
    let engineers = prop_oneof![
        Just(write(MessageKind::Question)),
        Just(write(MessageKind::Information)),
        Just(write(MessageKind::Note(Audience::Internal))),
        Just(write(MessageKind::Note(Audience::Journal))),
        Just(write(MessageKind::Solution)),
        Just(write(MessageKind::Solution)),
        Just(write(MessageKind::Solution)),
        Just(Command::Take),
        Just(Command::Assign { to: Some(person("eva")) }),
        Just(Command::Assign { to: Some(person("farid")) }),
        Just(Command::Assign { to: None }),
        Just(Command::Close { reason: Some(reason()), listed: None }),
        Just(Command::Reopen { reason: Some(reason()), listed: None }),
        (1..28_i8).prop_map(|day| Command::Plan { on: jiff::civil::date(2027, 1, day) }),
        Just(resume()),
        Just(resume()),
        Just(Command::Resume { text: None }),
        any_mark().prop_map(Command::Mark),
        any_mark().prop_map(Command::Mark),
        any_mark().prop_map(Command::Mark),
    ];
    let system = prop_oneof![Just(Command::Remind), Just(Command::AutoClose)];
    prop_oneof![
        customers.prop_map(|command| (customer(), command)),
        engineers.prop_map(|command| (engineer(), command)),
        system.prop_map(|command| (Author::System, command)),
    ]
}

/// Commands with the hours that pass before each on the clock of who decides it, which may be behind that of who decided the one
/// before.
fn any_history() -> impl Strategy<Value = Vec<(i64, Author, Command)>> {
    let hours = prop_oneof![4 => 0..200_i64, 1 => -200..0_i64];
    let step = (hours, any_command()).prop_map(|(hours, (by, command))| (hours, by, command));
    proptest::collection::vec(step, 0..40)
}

/// What comes back of this from where it is written.
fn read_back<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

proptest! {
    #[test]
    fn the_fold_of_the_events_is_the_stored_snapshot(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let _ = kept.carry_out(&by, command, now);
            // Each is decided on the snapshot as it is read.
            kept.case = read_back(&kept.case);
        }
        let events = read_back(&kept.events);
        prop_assert_eq!(&events, &kept.events);
        prop_assert_eq!(Case::replay(NUMBER, &events).unwrap(), kept.case);
    }

    /// X25: a history goes forward, whatever the clocks of those who write it say.
    #[test]
    fn x25_no_event_is_before_the_one_before_it(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let before = kept.at();
            if kept.carry_out(&by, command, now).is_ok() {
                prop_assert!(kept.at() >= before.max(now));
            }
            prop_assert!(kept.case.updated_at <= kept.at());
        }
    }

    #[test]
    fn nothing_closes_a_case_for_want_of_an_answer_before_its_instant(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let waiting = kept.case.answer;
            let done = kept.carry_out(&by, command, now);
            if let Ok(Happened::Closed { how: Closure::NoAnswer, .. }) = done {
                let waiting = waiting.expect("only a solution can go without an answer");
                prop_assert!(waiting.closes_at <= kept.at());
            }
        }
    }

    #[test]
    fn a_solution_waits_seven_times_24_hours_and_its_traces_end_with_it(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            if let Ok(Happened::SolutionProposed { closes_at, .. }) = kept.carry_out(&by, command, now) {
                prop_assert_eq!(closes_at.duration_since(kept.at()), SignedDuration::from_hours(168));
            }
            let case = &kept.case;
            prop_assert_eq!(case.answer.is_some(), case.status == Status::SolutionProposed);
            prop_assert_eq!(case.planned_on.is_some(), case.status == Status::Planned);
            prop_assert_eq!(case.closed.is_some(), case.status == Status::Closed);
            prop_assert!(case.escalated_at.is_none() || case.status != Status::Closed);
        }
    }

    /// A2, A3: what waits is resumed, and nothing else is; the event says what it waited for, of which nothing is left.
    #[test]
    fn a2_a3_what_waits_is_resumed_and_nothing_else(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let before = kept.case.clone();
            let waits = match before.status {
                Status::WaitingForCustomer => Some(TakenBack::Question),
                Status::Planned => before.planned_on.map(TakenBack::Plan),
                Status::SolutionProposed => Some(TakenBack::Solution),
                Status::Open | Status::InProgress | Status::Closed => None,
            };
            prop_assert_eq!(before.waits_for(), waits);
            let is_resume = matches!(command, Command::Resume { .. });
            let is_reply = matches!(command, Command::Write { kind: MessageKind::Reply, .. });
            let done = kept.carry_out(&by, command, now);
            let after = &kept.case;
            if is_resume {
                let resumed = done.as_ref().ok().map(|what| match what {
                    Happened::Resumed { taken_back, .. } => *taken_back,
                    other => panic!("{other:?}"),
                });
                prop_assert_eq!(resumed, waits);
                if resumed.is_some() {
                    prop_assert_eq!((after.status, after.planned_on, after.answer), (Status::InProgress, None, None));
                } else {
                    let expected = if before.is_closed() { Refused::Closed } else { Refused::NotWaiting };
                    prop_assert_eq!(done, Err(expected));
                }
            }
            // A reply answers what was asked: it ends no plan.
            if is_reply && before.status == Status::Planned {
                prop_assert_eq!((after.status, after.planned_on), (before.status, before.planned_on));
            }
        }
    }

    /// A2: a case is whose it was given to last, and whose turn it is stays; who is given it and whose it was are told, but for
    /// who did it.
    #[test]
    fn a2_a_case_is_whose_it_was_given_to(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let before = kept.case.clone();
            let Ok(what) = kept.carry_out(&by, command, now) else { continue };
            let after = &kept.case;
            match &what {
                Happened::Taken { from } => {
                    prop_assert_eq!(after.engineer.as_ref(), by.person());
                    prop_assert_eq!(from, &before.engineer);
                }
                Happened::Assigned { to, from } => {
                    prop_assert_eq!(after.engineer.as_ref(), Some(to));
                    prop_assert_eq!(from, &before.engineer);
                    prop_assert!(Some(to) != by.person(), "to give it to oneself is to take it");
                }
                Happened::HandedBack { from } => {
                    prop_assert_eq!((&after.engineer, Some(from)), (&None, before.engineer.as_ref()));
                }
                _ => {
                    prop_assert_eq!(&after.engineer, &before.engineer);
                    continue;
                }
            }
            prop_assert!(after.engineer != before.engineer, "nothing would have changed");
            let begins = before.status == Status::Open && after.engineer.is_some();
            let status = if begins { Status::InProgress } else { before.status };
            prop_assert_eq!((after.status, after.planned_on, after.answer), (status, before.planned_on, before.answer));
            let event = kept.events.last().unwrap().read().unwrap();
            let told = notices(after, &event).into_iter().filter(|notice| notice.role == Role::Engineer);
            let told: Vec<UserId> = told.map(|notice| notice.to).collect();
            let concerned = [&after.engineer, &before.engineer].into_iter().flatten();
            let others = concerned.filter(|person| Some(*person) != by.person());
            prop_assert_eq!(told, others.map(|person| person.id.clone()).collect::<Vec<_>>());
        }
    }

    /// A2, A4, A5: marks change nobody's turn, and a priority stays what it was given until it is given anew.
    #[test]
    fn marks_leave_the_status_and_only_giving_it_changes_the_priority(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let before = kept.case.clone();
            let is_mark = matches!(command, Command::Mark(_));
            let done = kept.carry_out(&by, command, now);
            let after = &kept.case;
            if is_mark {
                prop_assert_eq!((after.status, after.answer, after.planned_on), (before.status, before.answer, before.planned_on));
            }
            match done {
                Ok(Happened::Classified { priority, .. }) => {
                    prop_assert_eq!(after.given, Some(Given { priority, by_hand: false }));
                }
                Ok(Happened::Prioritized { priority, .. }) => {
                    prop_assert!(before.priority() != priority, "nothing would have changed");
                    prop_assert_eq!(after.given, Some(Given { priority, by_hand: true }));
                }
                _ => prop_assert_eq!((after.given, after.impact, after.urgency), (before.given, before.impact, before.urgency)),
            }
        }
    }

    /// C29: who is asked from outside is told nothing but that until they confirm, which they do once and in time; from
    /// then on they are told what an observer is, and nothing once they were taken off. No event holds their address.
    #[test]
    fn c29_who_is_outside_is_told_once_they_confirmed_and_until_they_leave(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        let (mut asked, mut following) = (std::collections::BTreeMap::new(), std::collections::BTreeSet::new());
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let Ok(what) = kept.carry_out(&by, command, now) else { continue };
            let at = kept.at();
            match &what {
                Happened::OutsiderInvited { outsider, until } => {
                    prop_assert!(asked.insert(outsider.clone(), *until).is_none(), "asked by the same name twice");
                }
                Happened::OutsiderConfirmed { outsider, .. } => {
                    prop_assert!(at < asked[outsider]);
                    prop_assert!(following.insert(outsider.clone()), "a link is good once");
                }
                Happened::OutsiderRemoved { outsider } => {
                    prop_assert!(asked.contains_key(outsider));
                    following.remove(outsider);
                    asked.remove(outsider);
                }
                _ => {}
            }
            let event = kept.events.last().unwrap().read().unwrap();
            let told: Vec<_> = notices(&kept.case, &event).into_iter().filter(|notice| notice.role == Role::Outsider).collect();
            prop_assert!(!event.what.is_internal() || told.is_empty());
            for notice in told {
                let is_asked = matches!(&what, Happened::OutsiderInvited { outsider, .. } if *outsider == notice.to);
                prop_assert!(is_asked || following.contains(&notice.to));
            }
            prop_assert_eq!(kept.case.outsiders.iter().filter(|outsider| outsider.is_confirmed()).count(), following.len());
            prop_assert!(kept.case.observers.len() + kept.case.outsiders_at(at).count() <= 20);
            prop_assert!(!kept.events.last().unwrap().body.contains("outside.example"));
        }
    }

    /// C29: who follows a case is whoever was added and not taken off since; they are told what happens until then, and nothing
    /// after it. Nobody is taken off who does not follow it.
    #[test]
    fn c29_who_was_taken_off_follows_the_case_no_more(history in any_history()) {
        let mut kept = opened();
        let mut now = start();
        let mut following = std::collections::BTreeSet::new();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let off = if let Command::Unobserve { observer } = &command { Some(observer.clone()) } else { None };
            let done = kept.carry_out(&by, command, now);
            match &done {
                Ok(Happened::ObserverAdded { observer }) => {
                    prop_assert!(following.insert(observer.id.clone()));
                }
                Ok(Happened::ObserverRemoved { observer }) => {
                    prop_assert_eq!(Some(&observer.id), off.as_ref());
                    prop_assert!(following.remove(&observer.id));
                    prop_assert!(!is_still_told(&observer.id, Role::Observer, &kept.case));
                }
                Err(refused) if off.is_some() => {
                    prop_assert_eq!(*refused, Refused::NotObserver);
                    prop_assert!(off.is_some_and(|id| !following.contains(&id)));
                }
                _ => {}
            }
            let event = kept.events.last().unwrap().read().unwrap();
            let told = notices(&kept.case, &event).into_iter().filter(|notice| notice.role == Role::Observer);
            for notice in told {
                prop_assert!(following.contains(&notice.to));
                prop_assert!(is_still_told(&notice.to, notice.role, &kept.case));
            }
            let now_follow: std::collections::BTreeSet<_> =
                kept.case.observers.iter().map(|observer| observer.id.clone()).collect();
            prop_assert_eq!(&now_follow, &following);
        }
    }

    /// X25, A4: of engineers who escalate at once one does, and so with its end and with an outage.
    #[test]
    fn marks_at_once_have_one_winner(order in Just([0, 1, 2, 3, 4, 5]).prop_shuffle()) {
        let rivals = [
            escalate(),
            escalate(),
            end_escalation(),
            Command::Mark(Mark::DeclareOutage),
            Command::Mark(Mark::DeclareOutage),
            Command::Mark(Mark::EndOutage),
        ];
        let mut kept = opened();
        for place in order {
            let (escalated, outage) = (kept.case.escalated_at.is_some(), kept.case.outage_since.is_some());
            let done = kept.carry_out(&engineer(), rivals[place].clone(), start());
            let wins = [!escalated, !escalated, escalated, !outage, !outage, outage][place];
            prop_assert_eq!(done.is_ok(), wins, "{:?}", rivals[place]);
        }
    }

    /// X25: each decides on the case as it was when the solution came; whoever is stored first has won, and the
    /// others are decided again on what the case is then.
    #[test]
    fn approve_refuse_keep_open_resume_close_and_auto_close_have_one_winner(order in Just([0, 1, 2, 3, 4, 5, 6, 7]).prop_shuffle()) {
        let mut kept = opened();
        kept.carry_out(&engineer(), write(MessageKind::Solution), start()).unwrap();
        let late = start() + SignedDuration::from_hours(168);
        let rivals = [
            (customer(), Command::Approve),
            (customer(), Command::Refuse { reason: reason() }),
            (customer(), Command::KeepOpen),
            (Author::System, Command::AutoClose),
            (engineer(), resume()),
            (customer(), write(MessageKind::Reply)),
            (customer(), Command::Close { reason: None, listed: None }),
            (engineer(), Command::Close { reason: Some(reason()), listed: None }),
        ];
        let (mut answers, mut closings) = (0, 0);
        for place in order {
            let (by, command) = rivals[place].clone();
            let (was_waiting, was_open) = (kept.case.answer.is_some(), !kept.case.is_closed());
            let fits = match command {
                // A reply can always be added, and what is open closed; each ends the waiting only while there is one.
                Command::Write { .. } => true,
                Command::Close { .. } => was_open,
                _ => was_waiting,
            };
            let done = kept.carry_out(&by, command.clone(), late);
            prop_assert_eq!(done.is_ok(), fits, "{:?}", command);
            prop_assert_eq!(kept.case.answer, None, "whoever was first ended it");
            answers += usize::from(was_waiting && done.is_ok());
            closings += usize::from(matches!(done, Ok(Happened::Closed { .. })));
        }
        prop_assert_eq!((answers, closings), (1, 1));
    }

    #[test]
    fn no_change_to_a_sealed_event_goes_unseen(history in any_history(), place in any::<prop::sample::Index>(), byte in any::<prop::sample::Index>()) {
        let mut kept = opened();
        let mut now = start();
        for (hours, by, command) in history {
            now += SignedDuration::from_hours(hours);
            let _ = kept.carry_out(&by, command, now);
        }
        let event = &mut kept.events[place.index(kept.case.version as usize)];
        let mut body = std::mem::take(&mut event.body).into_bytes();
        let at = byte.index(body.len());
        body[at] = if body[at] == b'x' { b'y' } else { b'x' };
        event.body = String::from_utf8_lossy(&body).into_owned();
        prop_assert!(Case::replay(NUMBER, &kept.events).is_err());
    }
}

/// C29: nobody is mailed that somebody was taken off, or left; it makes room for another, and of those who were erased, whom
/// nothing tells apart, nobody is taken off.
#[test]
fn c29_who_is_taken_off_makes_room() {
    let mut kept = opened();
    for id in 0..20 {
        let observe = Command::Observe { observer: person(&format!("o-{id}")) };
        kept.carry_out(&customer(), observe, start()).unwrap();
    }
    let bram = || Command::Observe { observer: person("bram") };
    assert_eq!(kept.carry_out(&customer(), bram(), start()), Err(Refused::TooManyObservers));
    let off = |id: &str| Command::Unobserve { observer: id.parse().unwrap() };
    let own = Author::Contact(person("o-7"));
    for by in [&own, &engineer()] {
        let id = if *by == own { "o-7" } else { "o-8" };
        let removed = kept.carry_out(by, off(id), start()).unwrap();
        assert_eq!(removed, Happened::ObserverRemoved { observer: person(id) });
        let event = kept.events.last().unwrap().read().unwrap();
        assert_eq!(notices(&kept.case, &event), []);
        assert_eq!(confirmation(&kept.case, &event), None);
    }
    assert_eq!(kept.carry_out(&customer(), off("o-7"), start()), Err(Refused::NotObserver));
    assert_eq!(kept.carry_out(&customer(), off("anna"), start()), Err(Refused::NotObserver), "she opened it");
    kept.carry_out(&customer(), bram(), start()).unwrap();
    assert_eq!(Case::replay(NUMBER, &kept.events).unwrap(), kept.case);

    let erased = Person { id: NOBODY.parse().unwrap(), name: String::new() };
    kept.case.observers.extend([erased.clone(), erased.clone()]);
    assert_eq!(kept.carry_out(&customer(), off(NOBODY), start()), Err(Refused::NotObserver));
    let what = Happened::ObserverRemoved { observer: erased.clone() };
    let event = Event { seq: kept.case.version + 1, at: start(), by: customer(), what };
    let after = kept.case.clone().apply(&event, Digest::ZERO);
    assert_eq!(after.observers.iter().filter(|observer| **observer == erased).count(), 1, "one each");
}

/// C29: who follows a case by themself is an observer like any other, and nobody is mailed about it.
#[test]
fn c29_who_follows_a_case_by_themself() {
    let mut kept = opened();
    let bram = Author::Contact(person("bram"));
    let followed = kept.carry_out(&bram, Command::Follow, start()).unwrap();
    assert_eq!(followed, Happened::ObserverAdded { observer: person("bram") });
    let event = kept.events.last().unwrap().read().unwrap();
    assert!(event.is_about_oneself());
    assert_eq!(notices(&kept.case, &event), []);
    assert_eq!(confirmation(&kept.case, &event), None);
    for by in [&bram, &customer()] {
        assert_eq!(kept.carry_out(by, Command::Follow, start()), Err(Refused::AlreadyObserver), "{by:?}");
    }
    assert_eq!(kept.carry_out(&engineer(), Command::Follow, start()), Err(Refused::NotObserver));

    let carl = Command::Observe { observer: person("carl") };
    kept.carry_out(&customer(), carl, start()).unwrap();
    let event = kept.events.last().unwrap().read().unwrap();
    assert!(!event.is_about_oneself());
    assert_eq!(notices(&kept.case, &event).len(), 1, "who is added by another is told");
}

/// C29: an invitation that nobody followed lapses after a week, is as if it had never been, and makes room for another.
#[test]
fn c29_an_invitation_lapses() {
    let mut kept = opened();
    let invite = || Command::Outside(Outside::Invite { email: "zoe@outside.example".to_owned() });
    for _ in 0..20 {
        kept.carry_out(&customer(), invite(), start()).unwrap();
    }
    assert_eq!(kept.carry_out(&customer(), invite(), start()), Err(Refused::TooManyObservers));
    let late = start() + SignedDuration::from_hours(7 * 24);
    let first = UserId::outside(2);
    let confirm = Command::Outside(Outside::Confirm { outsider: first.clone(), language: Language::Nl });
    let dismiss = Command::Outside(Outside::Dismiss { outsider: first });
    for command in [confirm.clone(), dismiss] {
        assert_eq!(kept.carry_out(&Author::System, command, late), Err(Refused::NoSuchOutsider));
    }
    let just_before = late - SignedDuration::from_millis(1);
    kept.carry_out(&Author::System, confirm.clone(), just_before).unwrap();
    let event = kept.events.last().unwrap().read().unwrap();
    let told: Vec<_> = notices(&kept.case, &event).into_iter().map(|notice| notice.role).collect();
    assert_eq!(told, [Role::Reporter, Role::Outsider], "X27: who opened the case is told who joins");
    assert_eq!(kept.carry_out(&Author::System, confirm, just_before), Err(Refused::AlreadyAsked));
    kept.carry_out(&customer(), invite(), late).unwrap();
    assert_eq!(kept.case.outsiders.len(), 2, "those who lapsed are forgotten");
    assert_eq!(Case::replay(NUMBER, &kept.events).unwrap(), kept.case);
}

/// E62, C31: what a contact did is confirmed to them alone, if they opened the case or follow it, and by no other mail; the mail at
/// opening is one already.
#[test]
fn e62_c31_what_a_contact_did_is_confirmed_to_them_alone() {
    let mut kept = opened();
    kept.case.observers.push(person("bram"));
    assert_eq!(confirmation(&kept.case, &kept.events[0].read().unwrap()), None);
    let contact = |id| Author::Contact(person(id));
    for (by, command, role) in [
        (customer(), write(MessageKind::Reply), Some(Role::Reporter)),
        (contact("bram"), write(MessageKind::Reply), Some(Role::Observer)),
        (contact("chloe"), write(MessageKind::Reply), None),
        (engineer(), Command::Take, None),
        (customer(), Command::Close { reason: None, listed: None }, Some(Role::Reporter)),
    ] {
        kept.carry_out(&by, command, start()).unwrap();
        let event = kept.events.last().unwrap().read().unwrap();
        let author = &by.person().unwrap().id;
        let expected = role.map(|role| Notice { to: author.clone(), role });
        assert_eq!(confirmation(&kept.case, &event), expected, "{event:?}");
        assert_eq!(is_own(&event, author), matches!(by, Author::Contact(_)), "{event:?}");
        assert!(!is_own(&event, &person("zoe").id));
        assert!(notices(&kept.case, &event).iter().all(|notice| notice.to != *author), "{event:?}");
    }
}

/// M42: a reply after closing changes nothing but the record; an engineer may reopen.
#[test]
fn a_closed_case_takes_replies_and_can_be_reopened() {
    let mut kept = opened();
    kept.carry_out(&customer(), Command::Close { reason: None, listed: None }, start()).unwrap();
    kept.carry_out(&customer(), write(MessageKind::Reply), start()).unwrap();
    assert_eq!(kept.case.status, Status::Closed);
    assert_eq!(kept.carry_out(&engineer(), write(MessageKind::Solution), start()), Err(Refused::Closed));
    kept.carry_out(&engineer(), Command::Reopen { reason: Some(reason()), listed: None }, start()).unwrap();
    assert_eq!(kept.case.status, Status::InProgress);
}

/// A2: nobody is given what they have, a closed case is nobody's to give, and what was handed back has waited all the while.
#[test]
fn a2_a_case_is_given_and_handed_back() {
    let assign = |to: Option<&str>| Command::Assign { to: to.map(person) };
    let mut kept = opened();
    assert_eq!(kept.carry_out(&engineer(), assign(None), start()), Err(Refused::Unchanged), "it is nobody's");
    kept.carry_out(&engineer(), assign(Some("farid")), start()).unwrap();
    assert_eq!(kept.case.status, Status::InProgress);
    assert_eq!(kept.carry_out(&engineer(), assign(Some("farid")), start()), Err(Refused::Unchanged));
    let taken = kept.carry_out(&engineer(), assign(Some("eva")), start()).unwrap();
    assert_eq!(taken, Happened::Taken { from: Some(person("farid")) });
    assert_eq!(kept.carry_out(&engineer(), assign(Some("eva")), start()), Err(Refused::AlreadyTaken));
    kept.carry_out(&engineer(), write(MessageKind::Question), start()).unwrap();
    kept.carry_out(&engineer(), assign(None), start()).unwrap();
    assert_eq!((kept.case.status, &kept.case.engineer), (Status::WaitingForCustomer, &None));
    kept.carry_out(&customer(), Command::Close { reason: None, listed: None }, start()).unwrap();
    assert_eq!(kept.carry_out(&engineer(), assign(Some("farid")), start()), Err(Refused::Closed));
    assert_eq!(Case::replay(NUMBER, &kept.events).unwrap(), kept.case);
}

/// A3: a day is planned, taken back and planned anew; a reply meanwhile leaves it, and what was taken back is reminded of no
/// more and closes nothing.
#[test]
fn a3_a_plan_and_a_solution_are_taken_back() {
    let mut kept = opened();
    assert_eq!(
        kept.carry_out(&engineer(), resume(), start()),
        Err(Refused::NotWaiting),
        "nobody works on it yet"
    );
    let on = jiff::civil::date(2027, 1, 5);
    kept.carry_out(&engineer(), Command::Plan { on }, start()).unwrap();
    kept.carry_out(&customer(), write(MessageKind::Reply), start()).unwrap();
    assert_eq!((kept.case.status, kept.case.planned_on), (Status::Planned, Some(on)));
    let resumed = kept.carry_out(&engineer(), Command::Resume { text: None }, start()).unwrap();
    assert_eq!(resumed, Happened::Resumed { taken_back: TakenBack::Plan(on), text: None });
    assert_eq!(kept.carry_out(&engineer(), resume(), start()), Err(Refused::NotWaiting));
    kept.carry_out(&engineer(), write(MessageKind::Solution), start()).unwrap();
    kept.carry_out(&engineer(), resume(), start()).unwrap();
    let event = kept.events.last().unwrap().read().unwrap();
    assert_eq!(event.what.text(), Some("because"));
    let told: Vec<_> = notices(&kept.case, &event).into_iter().map(|notice| notice.role).collect();
    assert_eq!(told, [Role::Reporter]);
    let late = start() + SignedDuration::from_hours(168);
    for command in [Command::Remind, Command::AutoClose, Command::Approve] {
        assert_eq!(kept.carry_out(&Author::System, command, late), Err(Refused::NoSolution));
    }
    assert_eq!(Case::replay(NUMBER, &kept.events).unwrap(), kept.case);
}

/// X25, C34: a solution that came since is another one, also to who answers the one before.
#[test]
fn x25_c34_a_solution_is_told_from_another() {
    let mut kept = opened();
    kept.carry_out(&engineer(), write(MessageKind::Solution), start()).unwrap();
    let seen = kept.case.answer.map(|answer| answer.closes_at);
    assert_eq!(kept.case.still_proposes(seen), Ok(()));
    let later = start() + SignedDuration::from_secs(1);
    kept.carry_out(&engineer(), write(MessageKind::Solution), later).unwrap();
    for other in [seen, None] {
        assert_eq!(kept.case.still_proposes(other), Err(Refused::OtherSolution));
    }
    kept.carry_out(&customer(), Command::KeepOpen, later).unwrap();
    assert_eq!(kept.case.still_proposes(seen), Ok(()), "that none waits is told otherwise");
}

/// A4: what is closed is escalated no more, and can be filed otherwise but not marked.
#[test]
fn a4_closing_ends_an_escalation() {
    let mut kept = opened();
    kept.carry_out(&engineer(), Command::Mark(Mark::DeclareOutage), start()).unwrap();
    kept.carry_out(&engineer(), escalate(), start()).unwrap();
    assert_eq!(kept.carry_out(&engineer(), escalate(), start()), Err(Refused::AlreadyEscalated));
    kept.carry_out(&customer(), Command::Close { reason: None, listed: None }, start()).unwrap();
    assert_eq!((kept.case.escalated_at, kept.case.outage_since), (None, Some(start())));
    assert_eq!(kept.carry_out(&engineer(), end_escalation(), start()), Err(Refused::Closed));
    let details = Details { build: Some(reason()), ..Details::default() };
    kept.carry_out(&engineer(), Command::Mark(Mark::Detail(details.clone())), start()).unwrap();
    assert_eq!(kept.case.details, details);
    let again = Command::Mark(Mark::Detail(details));
    assert_eq!(kept.carry_out(&engineer(), again, start()), Err(Refused::Unchanged));
}

/// A2: a change of the matrix touches no case; saying anew how much a case matters undoes what an engineer gave it by hand.
#[test]
fn a2_a_case_keeps_the_priority_it_was_given() {
    let mut kept = opened();
    assert_eq!((kept.case.given, kept.case.priority()), (None, Priority::Critical), "from before priorities");
    let classify = |impact, urgency, matrix| Command::Mark(Mark::Classify { impact, urgency, matrix });
    let same = classify(Impact::Everybody, Urgency::High, Matrix::default());
    assert_eq!(kept.carry_out(&engineer(), same.clone(), start()), Err(Refused::Unchanged));
    let prioritize = Command::Mark(Mark::Prioritize { priority: Priority::Low, reason: reason() });
    kept.carry_out(&engineer(), prioritize, start()).unwrap();
    assert_eq!(kept.case.priority(), Priority::Low);
    kept.carry_out(&engineer(), same, start()).unwrap();
    assert_eq!(kept.case.given, Some(Given { priority: Priority::Critical, by_hand: false }));
    let person = classify(Impact::Person, Urgency::Low, Matrix::default());
    kept.carry_out(&engineer(), person, start()).unwrap();
    assert_eq!((kept.case.impact, kept.case.priority()), (Impact::Person, Priority::Low));
}

/// C35, X25: the seven days are hours and not days of a calendar, whatever the clocks do.
#[test]
fn the_instant_of_closing_does_not_move_with_daylight_saving() {
    let mut kept = opened();
    kept.carry_out(&engineer(), write(MessageKind::Solution), start()).unwrap();
    let closes_at = kept.case.answer.unwrap().closes_at;
    assert_eq!(closes_at.to_string(), "2026-04-04T20:00:00Z");
    let just_before = closes_at - SignedDuration::from_millis(1);
    assert_eq!(kept.carry_out(&Author::System, Command::AutoClose, just_before), Err(Refused::NotDue));
    assert!(kept.carry_out(&Author::System, Command::AutoClose, closes_at).is_ok());
}

/// C35: what is to be closed is not reminded of as well, whichever job comes first: nobody could answer in time.
#[test]
fn c35_nobody_is_reminded_of_what_is_to_be_closed() {
    let mut kept = opened();
    kept.carry_out(&engineer(), write(MessageKind::Solution), start()).unwrap();
    let closes_at = kept.case.answer.unwrap().closes_at;
    assert_eq!(kept.carry_out(&Author::System, Command::Remind, closes_at), Err(Refused::NotDue));
    let just_before = closes_at - SignedDuration::from_secs(1);
    assert!(kept.carry_out(&Author::System, Command::Remind, just_before).is_ok());
}

#[test]
fn zero_days_are_no_rule_book() {
    assert!(RuleBook::with_days(0).is_none());
    assert!(RuleBook::with_days(1).is_some());
    for wrong in ["0", "366", "-1", "soon", "1.5"] {
        let error = wrong.parse::<RuleBook>().unwrap_err();
        assert!(error.to_string().contains(wrong), "{error}");
    }
    assert_eq!("".parse::<RuleBook>(), Ok(RuleBook::default()));
    assert_eq!("7".parse::<RuleBook>(), Ok(RuleBook::default()));
}

/// C35: how many days a solution waits is the deployment's, and the reminder comes as much earlier.
#[test]
fn c35_a_solution_waits_as_long_as_the_setting_says() {
    let rules: RuleBook = "3".parse().unwrap();
    let case = opened().case;
    let (proposed, _) =
        rules.step(&case, &engineer(), write(MessageKind::Solution), start(), Salt::new([2; 16])).unwrap();
    let answer = proposed.answer.unwrap();
    assert_eq!(answer.closes_at, start() + SignedDuration::from_hours(72));
    assert!(answer.remind_at.is_some_and(|at| start() < at && at < answer.closes_at));
    // Another setting later moves nothing.
    let close =
        |at| RuleBook::default().step(&proposed, &Author::System, Command::AutoClose, at, Salt::new([3; 16]));
    assert!(close(answer.closes_at).is_ok());
    assert_eq!(close(answer.closes_at - SignedDuration::from_secs(1)).map(drop), Err(Refused::NotDue));
}

/// E54, X26: an internal note is found by engineers only; a note of the journal by the customer too.
#[test]
fn e54_x26_what_is_internal_is_in_the_engineers_index_only() {
    let mut kept = opened();
    for (audience, text) in [(Audience::Internal, "a gremlin"), (Audience::Journal, "a screw")] {
        let note = Command::Write {
            kind: MessageKind::Note(audience),
            text: text.to_owned().try_into().unwrap(),
            attachments: Vec::new(),
        };
        kept.carry_out(&engineer(), note, start()).unwrap();
    }
    let events: Vec<Event> = kept.events.iter().map(|sealed| sealed.read().unwrap()).collect();
    let acme = Findable::of(&kept.case, &events, &Readers::Company("acme".parse().unwrap()));
    assert_eq!(acme.text, "Nobody can call.\na screw");
    assert_eq!((acme.title.as_str(), acme.company), ("No calls", None));
    assert_eq!(acme.people, [person("anna").id]);
    let staff = Findable::of(&kept.case, &events, &Readers::Staff);
    assert_eq!(staff.text, "Nobody can call.\na gremlin\na screw");
    assert_eq!(staff.company.as_deref(), Some("Acme"));
}
