//! What none of them has, 2: a case is its events, hash-chained, as a file that anyone can verify.

use std::process::Command;

use caseport_domain::transcript::{Forged, Transcript};
use caseport_local::paths;
use caseport_tests::{Api, Case, Portal};
use serde_json::json;

async fn download(case: Case, api: &Api) -> String {
    let reply = api.get(&case.path("transcript")).await.expect(200);
    let name = format!("attachment; filename=\"case-{}.json\"", case.number);
    assert_eq!(reply.header("content-disposition"), name);
    reply.text()
}

fn verify(text: &str) -> Result<(), Forged> {
    serde_json::from_str::<Transcript>(text).expect("it is a transcript").verify()
}

#[tokio::test]
async fn a_transcript_verifies_and_a_changed_one_does_not() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::proposed(&anna, &eva, "To be verified").await;
    case.done(&eva, "notes", json!({ "audience": "internal", "text": "A secret of ours" })).await;
    case.done(&anna, "decision", json!({ "decision": "approve" })).await;

    let (ours, theirs) = (download(case, &eva).await, download(case, &anna).await);
    assert_eq!(verify(&ours), Ok(()));
    assert!(ours.contains("A secret of ours") && !theirs.contains("A secret of ours"), "X26");
    assert_eq!(verify(&theirs), Ok(()), "what is withheld leaves the chain whole");

    let mut forged: Transcript = serde_json::from_str(&ours).expect("it is a transcript");
    forged.entries.pop();
    assert_eq!(forged.verify(), Err(Forged::Head), "the end cannot be left out");
    for (text, changed) in [
        ("Restart the agent.", "Restart the agents"),
        ("It stopped this morning", "It stopped this evening"),
        ("Anna Whitfield", "Emma Whitfield"),
        ("\"seq\": 2", "\"seq\": 3"),
    ] {
        assert!(ours.contains(text), "{text} is in the transcript:\n{ours}");
        assert!(verify(&ours.replacen(text, changed, 1)).is_err(), "{text} was changed to {changed}");
    }
}

/// Not one hex digit of any hash, salt or commitment can be changed.
#[tokio::test]
async fn no_digit_of_a_seal_can_be_changed() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let text = download(Case::open(&anna, "Sealed").await, &anna).await;
    let mut tried = 0;
    for (at, _) in text.match_indices("\": \"") {
        let value = &text[at + 4..];
        let value = &value[..value.find('"').expect("a text ends")];
        if value.len() >= 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let mut forged = text.clone();
            let digit = if value.starts_with('0') { "1" } else { "0" };
            forged.replace_range(at + 4..at + 5, digit);
            assert!(verify(&forged).is_err(), "a digit of {value} was changed");
            tried += 1;
        }
    }
    assert_eq!(tried, 4, "head, commitment, hash and salt");
}

/// What was downloaded is a file that `cargo xtask verify-transcript` finds good, and with one byte changed does not.
#[tokio::test]
async fn the_command_tells_a_changed_transcript_by_one_byte() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let whole = download(Case::proposed(&anna, &eva, "To be kept as a file").await, &anna).await;
    let changed = whole.replacen("Restart the agent.", "Restart the agent!", 1);
    assert_ne!(whole, changed);
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("case.json");
    for (text, code, expected) in
        [(whole, 0, "all 3 events are as they were sealed"), (changed, 1, "the text of event 3 was changed")]
    {
        std::fs::write(&file, text).expect("the file can be written");
        let mut verify = Command::new(paths::target().join("debug").join("xtask"));
        let output = verify.arg("verify-transcript").arg(&file).output().expect("cargo xtask is built");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert!(said.contains(expected), "{said}");
    }
}
