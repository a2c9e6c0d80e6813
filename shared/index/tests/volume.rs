//! An index through its life: filled, changed, packed, split, searched.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::search::Findable;
use caseport_index::{Query, Volume};

fn case(number: u64, title: &str, text: &str) -> Findable {
    Findable {
        number: CaseNumber(number),
        people: vec!["anna".parse().unwrap()],
        company: None,
        reference: Some(format!("PO-{number}-x")),
        title: title.into(),
        files: vec![format!("dump_{number}.log")],
        text: text.into(),
    }
}

fn filled(cases: &[Findable]) -> Volume {
    let volume = Volume::new(0, Vec::new()).unwrap();
    volume.update(cases, &[]).unwrap();
    volume
}

fn numbers(volume: &Volume, typed: &str) -> Vec<u64> {
    let query = Query::new(typed, None).unwrap();
    volume.find(&query, 0, 25).unwrap().hits.iter().map(|hit| hit.number.0).collect()
}

/// E54: by number, own reference, and words of titles, texts and attachments' names, in whatever form; all of them.
#[test]
fn e54_cases_are_found_by_whatever_is_in_them() {
    let volume = filled(&[
        case(20_601, "No connection", "De storingen begonnen vanochtend."),
        case(20_602, "Printer on fire", "L’imprimante ne répond plus."),
    ]);
    for (typed, expected) in [
        ("20601", vec![20_601]),
        ("#20602", vec![20_602]),
        ("po-20601-X", vec![20_601]),
        ("connections", vec![20_601]),
        ("storing", vec![20_601]),
        ("imprimantes repond", vec![20_602]),
        ("dump_20602.log", vec![20_602]),
        ("connection printer", vec![]),
        ("printer 20601", vec![]),
        ("nothing-like-it", vec![]),
    ] {
        assert_eq!(numbers(&volume, typed), expected, "{typed}");
    }
    let both = numbers(&volume, "dump");
    assert_eq!(both.len(), 2);
}

#[test]
fn what_fits_best_comes_first_and_the_rest_is_behind_it() {
    let cases: Vec<_> =
        (1..=7).map(|n| case(n, if n == 5 { "Modem" } else { "Other" }, "The modem.")).collect();
    let volume = filled(&cases);
    assert_eq!(numbers(&volume, "modem")[0], 5, "a title says more");
    let query = Query::new("modem", None).unwrap();
    let first = volume.find(&query, 0, 4).unwrap();
    let rest = volume.find(&query, 4, 4).unwrap();
    assert_eq!((first.hits.len(), first.more, rest.hits.len(), rest.more), (4, true, 3, false));
    let mut all: Vec<u64> = first.hits.iter().chain(&rest.hits).map(|hit| hit.number.0).collect();
    all.sort_unstable();
    assert_eq!(all, (1..=7).collect::<Vec<_>>());
}

/// X5: who sees only their own finds only these.
#[test]
fn x5_only_the_cases_of_a_person_if_that_is_asked_for() {
    let theirs = Findable { people: vec!["otto".parse().unwrap()], ..case(2, "Modem", "") };
    let volume = filled(&[case(1, "Modem", ""), theirs]);
    let found = |id: &str| {
        let id: UserId = id.parse().unwrap();
        let found = volume.find(&Query::new("modem", Some(&id)).unwrap(), 0, 25).unwrap();
        found.hits.iter().map(|hit| hit.number.0).collect::<Vec<_>>()
    };
    assert_eq!(found("otto"), [2]);
    assert_eq!(found("anna"), [1]);
    assert_eq!(found("ann"), [0; 0]);
    assert_eq!(found("OTTO"), [0; 0]);
}

/// X8: what a query language would take for syntax is nothing.
#[test]
fn x8_there_is_no_syntax() {
    let volume = filled(&[case(1, "Modem", ""), case(2, "Printer", "")]);
    for typed in ["title:modem", "people:anna", "modem OR printer", "NOT modem", "[* TO *]", "/.*/", "mod*"] {
        let found = Query::new(typed, None).map(|query| volume.find(&query, 0, 25).unwrap().hits.len());
        assert!(found.is_none_or(|found| found == 0), "{typed}: {found:?}");
    }
    assert_eq!(numbers(&volume, "+\"modem\"~2^9"), [0; 0], "2 and 9 are words");
    assert_eq!(numbers(&volume, "(modem)"), [1]);
    assert_eq!(Query::new("*", None), None);
    assert_eq!(Query::new(" ", None), None);
}

/// What a case no longer says is neither found nor in the bytes: an erasure reaches the index.
#[test]
fn what_was_said_before_is_gone_from_the_bytes() {
    let volume = filled(&[case(1, "Of Henkpostma", "Henkpostma saw it."), case(2, "Another", "Calm.")]);
    let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    assert!(has(&volume.pack().unwrap(), "enkpostma"));
    volume.update(&[case(1, "Of somebody", "Somebody saw it.")], &[]).unwrap();
    let bytes = volume.pack().unwrap();
    assert!(!has(&bytes, "enkpostma"));
    assert_eq!(numbers(&volume, "henkpostma"), [0; 0]);
    assert_eq!(numbers(&volume, "somebody"), [1]);
    volume.update(&[], &[CaseNumber(1), CaseNumber(2)]).unwrap();
    assert_eq!(volume.cases().unwrap(), 0);
    assert!(!has(&volume.pack().unwrap(), "omebody"));
}

#[test]
fn a_volume_is_the_same_unpacked_and_does_not_grow_by_being_changed() {
    let volume = filled(&[case(1, "Modem", "")]);
    for _ in 0..5 {
        volume.update(&[case(1, "Modem", "again")], &[]).unwrap();
    }
    let bytes = volume.pack().unwrap();
    let once = filled(&[case(1, "Modem", "again")]).pack().unwrap();
    assert!(bytes.len() < once.len() + 200, "{} and {}", bytes.len(), once.len());
    let again = Volume::open(&bytes).unwrap();
    assert_eq!(numbers(&again, "modem again"), [1]);
    again.update(&[case(2, "Modem", "")], &[]).unwrap();
    assert_eq!(again.cases().unwrap(), 2);
    assert!(Volume::open(b"").is_err() && Volume::open(&bytes[..bytes.len() - 1]).is_err());
}

#[test]
fn a_full_volume_is_split_by_number() {
    let cases: Vec<_> = [9, 3, 7, 1, 5].map(|n| case(n, "Modem", "")).to_vec();
    let mut volume = filled(&cases);
    let lower = volume.split().unwrap().unwrap();
    let sorted = |volume: &Volume| {
        let mut found = numbers(volume, "modem");
        found.sort_unstable();
        found
    };
    assert_eq!((lower.from(), sorted(&lower)), (0, vec![1, 3, 5]));
    assert_eq!((volume.from(), volume.older(), sorted(&volume)), (6, &[0][..], vec![7, 9]));
    let places = [1, 5, 6, 7, 100].map(|n| volume.place(CaseNumber(n)));
    assert_eq!(places, [Some(0), Some(0), None, None, None]);
    let again = Volume::open(&volume.pack().unwrap()).unwrap();
    assert_eq!((again.from(), again.older()), (6, &[0][..]));
    assert!(filled(&cases[..1]).split().unwrap().is_none());
}
