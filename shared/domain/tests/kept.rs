//! What was stored before cases had marks, priorities and details is read as it was.

#![expect(clippy::unwrap_used, reason = "what is written here is known to be good")]

use caseport_domain::case::chain::Sealed;
use caseport_domain::case::{Case, Details, Priority};
use caseport_domain::id::CaseNumber;
use caseport_domain::transcript::Transcript;
use serde::Deserialize;

/// A case as the store and a download had it then.
#[derive(Deserialize)]
struct Kept {
    events: Vec<Sealed>,
    snapshot: Case,
    transcript: Transcript,
}

fn kept() -> Kept {
    serde_json::from_str(include_str!("kept/case.json")).unwrap()
}

/// X26: the events add up to the snapshot that was stored, and nothing in them was sealed otherwise.
#[test]
fn an_old_case_is_what_its_events_add_up_to() {
    let Kept { events, snapshot, .. } = kept();
    let replayed = Case::replay(CaseNumber(20_601), &events).unwrap();
    // Of what it was kept without, the events know.
    assert_eq!(replayed.last_event_at, replayed.updated_at);
    assert_eq!(Case { last_event_at: snapshot.last_event_at, ..replayed }, snapshot);
    assert_eq!((snapshot.given, &snapshot.details), (None, &Details::default()));
    assert_eq!(
        snapshot.priority(),
        Priority::High,
        "what its impact and urgency came to when there were none"
    );
    assert!(snapshot.escalated_at.is_none() && snapshot.outage_since.is_none());
}

/// An old event is written as it was, so that its seal would be the same.
#[test]
fn an_old_event_is_written_as_it_was() {
    for sealed in kept().events {
        let event = sealed.read().unwrap();
        let body: serde_json::Value = serde_json::from_str(&sealed.body).unwrap();
        assert_eq!(serde_json::to_value(&event.what).unwrap(), body["what"], "event {}", sealed.seq);
    }
}

#[test]
fn an_old_transcript_verifies() {
    let mut transcript = kept().transcript;
    assert_eq!(transcript.verify(), Ok(()));
    transcript.entries.pop();
    assert!(transcript.verify().is_err());
}
