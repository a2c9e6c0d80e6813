//! Properties of requests for access, over histories that nobody would think of writing down.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

use caseport_domain::access_request::{
    AccessRequest, Command, PRIME_ANSWERS_WITHIN, Pair, Refused, Standing, Subject, What, address, due,
};
use caseport_domain::actor::{Actor, Engineer, Level, Person};
use caseport_domain::input::Flaw;
use caseport_domain::person::Language;
use caseport_domain::policy::{self, Denied};
use caseport_domain::text::Reason;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

fn person(id: &str) -> Person {
    Person { id: id.parse().unwrap(), name: id.to_owned() }
}

fn text() -> Reason {
    "because".to_owned().try_into().unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn brussels() -> TimeZone {
    TimeZone::get("Europe/Brussels").unwrap()
}

fn subject(has: Level, wants: Level) -> Subject {
    Subject::Level {
        contact: person("bram"),
        company: "acme".parse().unwrap(),
        company_name: "Acme".into(),
        has,
        wants,
    }
}

fn asked() -> AccessRequest {
    let subject = subject(Level::ReadOnly, Level::ReadWrite);
    AccessRequest::ask("r1".parse().unwrap(), subject, text(), at("2026-11-20T15:00:00Z"), &brussels())
        .unwrap()
}

fn login() -> AccessRequest {
    let name = |text: &str| text.to_owned().try_into().unwrap();
    let subject = Subject::Login {
        name: name("Nora"),
        email: address("nora@new.example").unwrap(),
        language: Language::Nl,
        pairs: vec![Pair { sold_to: name("Partner"), end_user: name("New") }],
    };
    AccessRequest::ask("r2".parse().unwrap(), subject, text(), at("2026-11-20T15:00:00Z"), &brussels())
        .unwrap()
}

/// G2: the end of the second business day after it was asked, in the vendor's zone and whatever the clocks do.
#[test]
fn g2_a_request_is_due_within_two_business_days() {
    let utc = TimeZone::UTC;
    for (when, zone, until) in [
        ("2026-11-16T08:00:00Z", &utc, "2026-11-19T00:00:00Z"), // Monday: until Wednesday has passed.
        ("2026-11-19T08:00:00Z", &utc, "2026-11-24T00:00:00Z"), // Thursday: Friday and Monday.
        ("2026-11-20T23:59:59Z", &utc, "2026-11-25T00:00:00Z"), // Friday: Monday and Tuesday.
        ("2026-11-21T00:00:00Z", &utc, "2026-11-25T00:00:00Z"), // Saturday: the same.
        ("2026-11-22T12:00:00Z", &utc, "2026-11-25T00:00:00Z"), // Sunday: the same.
        ("2026-11-22T23:30:00Z", &brussels(), "2026-11-25T23:00:00Z"), // Monday already, in Brussels.
        ("2026-10-23T10:00:00Z", &brussels(), "2026-10-27T23:00:00Z"), // The clocks go back on the Sunday between.
    ] {
        assert_eq!(due(at(when), zone), at(until), "{when}");
    }
    let request = asked();
    assert!(!request.is_overdue(request.due_at - SignedDuration::from_secs(1)));
    assert!(request.is_overdue(request.due_at));
    let granted = request.decide(&person("eva"), Command::Grant, at("2026-11-20T16:00:00Z")).unwrap();
    assert!(!granted.is_overdue(granted.due_at), "what is decided is not overdue");
}

/// G4: once asked, the prime contact is waited for, and nothing is granted that they did not agree to.
#[test]
fn g4_the_prime_contact_confirms_or_denies() {
    let (admin, prime, now) = (person("eva"), person("anna"), at("2026-11-20T16:00:00Z"));
    let request = asked().decide(&admin, Command::AskPrime(prime.clone()), now).unwrap();
    assert_eq!(request.standing(), Standing::WaitsForPrime);
    assert_eq!(request.decide(&admin, Command::Grant, now), Err(Refused::WaitsForPrime));
    assert_eq!(request.decide(&person("bram"), Command::Confirm, now), Err(Refused::NotYours));
    let again = request.decide(&admin, Command::AskPrime(prime.clone()), now);
    assert_eq!(again, Err(Refused::PrimeAsked));
    let denied = request.decide(&prime, Command::Deny(None), now).unwrap();
    assert_eq!(denied.decide(&admin, Command::Grant, now), Err(Refused::PrimeDenied));
    assert_eq!(denied.decide(&prime, Command::Confirm, now), Err(Refused::NothingAsked), "once only");
    assert!(denied.decide(&admin, Command::Refuse(text()), now).is_ok());
    let confirmed = request.decide(&prime, Command::Confirm, now).unwrap();
    assert_eq!(confirmed.decide(&admin, Command::Grant, now).unwrap().standing(), Standing::Granted);
    let own = asked().decide(&admin, Command::AskPrime(person("bram")), now);
    assert_eq!(own, Err(Refused::NoPrime), "nobody confirms their own");
}

/// X27: who is prime contact no more is waited for no more, and who lets their time pass is asked again.
#[test]
fn x27_the_prime_contact_asked_last_is_the_one_who_answers() {
    let (admin, now) = (person("eva"), at("2026-11-20T16:00:00Z"));
    let (anna, carla) = (person("anna"), person("carla"));
    let request = asked().decide(&admin, Command::AskPrime(anna.clone()), now).unwrap();
    let late = now + PRIME_ANSWERS_WITHIN;
    let second = SignedDuration::from_secs(1);
    assert_eq!(request.can_ask_prime(&anna, late - second), Err(Refused::PrimeAsked));
    assert_eq!(request.can_ask_prime(&anna, late), Ok(()));
    assert_eq!(request.can_ask_prime(&person("bram"), late), Err(Refused::NoPrime));

    let other = request.decide(&admin, Command::AskPrime(carla.clone()), now).unwrap();
    assert_eq!((other.prime(), other.verdict()), (Some(&carla), Some(None)));
    assert_eq!(other.decide(&anna, Command::Confirm, now), Err(Refused::NotYours));
    assert_eq!(other.decide(&anna, Command::Grant, now), Err(Refused::Own), "it was theirs to confirm");
    let confirmed = other.decide(&carla, Command::Confirm, now).unwrap();
    assert_eq!(confirmed.can_ask_prime(&anna, late), Err(Refused::PrimeAsked), "it is answered");
    assert!(confirmed.decide(&admin, Command::Grant, now).is_ok());
}

/// G3: an administrator may ask for more, and is answered.
#[test]
fn g3_more_is_asked_and_answered() {
    let (admin, now) = (person("eva"), at("2026-11-20T16:00:00Z"));
    let request = asked().decide(&admin, Command::AskMore(text()), now).unwrap();
    assert_eq!(request.standing(), Standing::WaitsForAnswer);
    assert_eq!(request.question(), Some(&text()));
    assert_eq!(request.decide(&admin, Command::AskMore(text()), now), Err(Refused::WaitsForAnswer));
    let answered = request.decide(&person("bram"), Command::Answer(text()), now).unwrap();
    assert_eq!((answered.standing(), answered.question()), (Standing::Open, None));
    let again = answered.decide(&person("bram"), Command::Answer(text()), now);
    assert_eq!(again, Err(Refused::NothingAsked));
}

/// G6: a login is granted or refused; nobody can be asked.
#[test]
fn g6_a_login_is_decided_by_an_administrator_alone() {
    let (admin, now) = (person("eva"), at("2026-11-20T16:00:00Z"));
    for command in [Command::AskMore(text()), Command::AskPrime(person("anna"))] {
        assert_eq!(login().decide(&admin, command, now), Err(Refused::NoAccount));
    }
    for command in [Command::Withdraw, Command::Answer(text())] {
        assert_eq!(login().decide(&person("nora"), command, now), Err(Refused::NotYours));
    }
    // G6: it waits for who asked to be put on record, and for nothing else.
    let granted = login().decide(&admin, Command::Grant, now).unwrap();
    assert_eq!(granted.standing(), Standing::AwaitsContact);
    assert!(granted.standing().is_to_do() && !granted.is_overdue(now));
    assert_eq!(granted.decide(&admin, Command::Grant, now), Err(Refused::Ended));
    // Or it ends without them.
    let ended = granted.decide(&admin, Command::Refuse(text()), now).unwrap();
    assert_eq!((ended.standing(), ended.standing().is_to_do()), (Standing::Refused, false));
    assert!(ended.contact_made(&admin, now).is_none());
    let made = granted.contact_made(&admin, now).unwrap();
    assert_eq!(made.decide(&admin, Command::Refuse(text()), now), Err(Refused::Ended));
    assert_eq!((made.standing(), made.standing().is_to_do()), (Standing::Granted, false));
    assert!(made.contact_made(&admin, now).is_none() && login().contact_made(&admin, now).is_none());
    assert_eq!(login().row().wants, None);
}

#[test]
fn the_level_one_has_is_not_asked_for() {
    let same = subject(Level::ReadOnly, Level::ReadOnly);
    let asked =
        AccessRequest::ask("r1".parse().unwrap(), same, text(), at("2026-11-20T15:00:00Z"), &TimeZone::UTC);
    assert_eq!(asked, Err(Refused::SameLevel));
}

#[test]
fn an_address_is_one_and_carries_no_header() {
    assert!(address(" nora@new.example ").is_ok());
    for wrong in
        ["nora", "@new.example", "nora@", "a@b@c", "nora@new.example, eve@evil.example", "<nora@new.example>"]
    {
        assert_eq!(address(wrong), Err(Flaw::NotAnAddress), "{wrong}");
    }
    assert_eq!(address("nora@new.example\r\nBcc: eve@evil.example"), Err(Flaw::ControlCharacters));
}

/// X27: who decides is an administrator, and never of what is their own.
#[test]
fn x27_nobody_decides_their_own() {
    let engineer = |id: &str, is_admin| Actor::Engineer(Engineer { person: person(id), is_admin });
    assert!(policy::decide_access(&engineer("ada", true), &asked()).is_ok());
    assert_eq!(policy::decide_access(&engineer("eva", false), &asked()), Err(Denied::AdminOnly));
    // The same person, had they both records.
    assert_eq!(policy::decide_access(&engineer("bram", true), &asked()), Err(Denied::OwnRequest));
}

fn any_person() -> impl Strategy<Value = Person> {
    prop_oneof![Just("bram"), Just("anna"), Just("eva"), Just("ada")].prop_map(person)
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        any_person().prop_map(Command::AskPrime),
        Just(Command::Confirm),
        Just(Command::Deny(None)),
        Just(Command::AskMore(text())),
        Just(Command::Answer(text())),
        Just(Command::Grant),
        Just(Command::Refuse(text())),
        Just(Command::Withdraw),
    ]
}

proptest! {
    /// Whatever people try: nobody decides their own, nothing is granted against the prime contact or before they said
    /// so, what has ended stays as it is, and steps are only ever added.
    #[test]
    fn whatever_people_try(history in proptest::collection::vec((any_person(), any_command()), 0..80)) {
        let mut request = asked();
        let mut now = request.asked_at();
        for (by, command) in history {
            now += SignedDuration::from_mins(7);
            let before = request.clone();
            match before.decide(&by, command.clone(), now) {
                Err(_) => {}
                Ok(after) => {
                    prop_assert!(before.standing().is_open());
                    prop_assert_eq!(&after.steps[..before.steps.len()], &before.steps[..]);
                    prop_assert_eq!(after.version(), before.version() + 1);
                    match &after.steps.last().unwrap().what {
                        What::Granted => {
                            prop_assert!(!before.concerns(&by.id));
                            prop_assert!(matches!(before.verdict(), None | Some(Some(true))));
                        }
                        What::Refused { .. } | What::MoreAsked { .. } => prop_assert!(!before.concerns(&by.id)),
                        What::PrimeAsked { prime } => {
                            prop_assert!(prime.id != "bram".parse().unwrap() && by.id != "bram".parse().unwrap());
                        }
                        What::Confirmed | What::Denied { .. } => prop_assert_eq!(before.prime(), Some(&by)),
                        What::Answered { .. } | What::Withdrawn => prop_assert_eq!(by.id.as_str(), "bram"),
                        What::Asked { .. } | What::ContactMade => prop_assert!(false, "asked once"),
                    }
                    request = after;
                }
            }
            let kept = serde_json::to_string(&request).unwrap();
            prop_assert_eq!(&serde_json::from_str::<AccessRequest>(&kept).unwrap(), &request);
            prop_assert_eq!(request.row().standing, request.standing());
            prop_assert!(request.steps.len() <= 41);
        }
    }
}
