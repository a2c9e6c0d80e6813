//! What none of them has, 2: a transcript that anyone can verify; `cargo xtask verify-transcript`, as a script calls it, by its
//! exit code.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use caseport_domain::actor::{Actor, Author, Engineer, Person};
use caseport_domain::case::chain::{Digest, Salt, Sealed};
use caseport_domain::case::{Case, CaseType, Details, Event, Happened, Impact, Opening, Urgency};
use caseport_domain::contract::{Company, Product};
use caseport_domain::id::CaseNumber;
use caseport_domain::policy;
use caseport_domain::transcript::Transcript;

/// The transcript of a case of one event.
fn transcript() -> String {
    let eva = Person { id: "eva".parse().expect("an identifier"), name: "Eva".into() };
    let opening = Opening {
        company: Company {
            id: "acme".parse().expect("an identifier"),
            name: "Acme".into(),
            city: "Ghent".into(),
        },
        reporter: eva.clone(),
        observers: Vec::new(),
        product: Some(Product { id: "voice".parse().expect("an identifier"), name: "Voice".into() }),
        case_type: CaseType::Incident,
        title: "No calls".to_owned().try_into().expect("a title"),
        reference: None,
        impact: Impact::Person,
        urgency: Urgency::Low,
        priority: None,
        details: Details::default(),
        answers: None,
        description: "Nobody can call.".to_owned().try_into().expect("a text"),
        attachments: Vec::new(),
    };
    let number = CaseNumber(1);
    let what = Happened::Opened(Box::new(opening.clone()));
    let at = "2026-01-01T00:00:00Z".parse().expect("an instant");
    let event = Event { seq: 1, at, by: Author::Engineer(eva.clone()), what };
    let sealed = Sealed::seal(number, Digest::ZERO, Salt::new([1; 16]), &event);
    let case = Case::opened(number, opening, at, sealed.hash);
    let reader = Actor::Engineer(Engineer { person: eva, is_admin: false });
    let seat = policy::enter(&reader, &case).expect("engineers see every case");
    serde_json::to_string(&Transcript::of(&seat, &[sealed])).expect("it is JSON")
}

/// What the command says of a file with this text.
fn verified(name: &str, text: &str) -> Output {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, text).expect("the file can be written");
    let mut verify = Command::new(env!("CARGO_BIN_EXE_xtask"));
    verify.arg("verify-transcript").arg(&file).output().expect("the command can be run")
}

/// A transcript as it was downloaded is good, and one that was changed is not, nor one that is none.
#[test]
fn a_changed_transcript_fails() {
    let whole = transcript();
    let changed = whole.replace("Nobody can call.", "Everybody can call.");
    assert_ne!(whole, changed);
    for (name, text, code, expected) in [
        ("whole.json", &*whole, 0, "all 1 events are as they were sealed"),
        ("changed.json", &*changed, 1, "the text of event 1 was changed"),
        ("cut.json", &whole[..whole.len() / 2], 1, "is no transcript"),
    ] {
        let output = verified(name, text);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{name}: {said}");
        assert!(said.contains(expected), "{name}: {said}");
    }
}
