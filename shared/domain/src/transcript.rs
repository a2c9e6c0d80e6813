//! A case as a file that anybody can verify.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::chain::{Digest, Salt, Sealed, commit, link};
use crate::id::CaseNumber;
use crate::policy::Seat;

/// The format's name and version.
pub const FORMAT: &str = "caseport-transcript-1";

/// A case's history with its seals. Bodies its reader may not see are withheld; their commitments stay.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transcript {
    /// [`FORMAT`].
    pub format: String,
    /// The case.
    pub number: CaseNumber,
    /// Its title.
    pub title: String,
    /// The hash of the last event.
    pub head: Digest,
    /// Its events, from the first.
    pub entries: Vec<Entry>,
}

/// One event of a transcript.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its place, from 1.
    pub seq: u32,
    /// When it happened.
    pub at: Timestamp,
    /// The commitment to its body.
    pub commitment: Digest,
    /// Its hash.
    pub hash: Digest,
    /// Its body and salt, unless withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
    /// What may still be told of an event whose body was erased. Nothing vouches for it: its commitment is to what was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<String>,
}

/// What opens a commitment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Opened {
    /// The body, as the very bytes committed to.
    pub body: String,
    /// The salt.
    pub salt: Salt,
}

/// Why a transcript is not what it claims to be.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forged {
    /// It is of another format or version.
    #[error("the file's format is not {FORMAT}")]
    Format,
    /// An event is missing, doubled or out of order.
    #[error("event {0} is not where it belongs")]
    OutOfOrder(u32),
    /// A body is not the one committed to.
    #[error("the text of event {0} was changed")]
    Body(u32),
    /// A hash does not fit.
    #[error("event {0} was changed, or something before it")]
    Hash(u32),
    /// The last hash is not the one the file names.
    #[error("events are missing at the end")]
    Head,
}

impl Transcript {
    /// The transcript of these events as this seat may read them.
    #[must_use]
    pub fn of(seat: &Seat<'_>, events: &[Sealed]) -> Self {
        let entry = |sealed: &Sealed| {
            let visible = sealed.read().is_ok_and(|event| seat.sees(&event));
            Entry {
                seq: sealed.seq,
                at: sealed.at,
                commitment: sealed.commitment(),
                hash: sealed.hash,
                opened: sealed
                    .salt
                    .filter(|_| visible)
                    .map(|salt| Opened { body: sealed.body.clone(), salt }),
                told: (visible && sealed.erased.is_some()).then(|| sealed.body.clone()),
            }
        };
        let case = seat.case();
        Self {
            format: FORMAT.to_owned(),
            number: case.number,
            title: case.title.to_string(),
            head: case.head,
            entries: events.iter().map(entry).collect(),
        }
    }

    /// Checks every link, and every body that is not withheld.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn verify(&self) -> Result<(), Forged> {
        if self.format != FORMAT {
            return Err(Forged::Format);
        }
        let mut previous = Digest::ZERO;
        for (entry, seq) in self.entries.iter().zip(1..) {
            if entry.seq != seq {
                return Err(Forged::OutOfOrder(seq));
            }
            if let Some(Opened { body, salt }) = &entry.opened
                && commit(*salt, body) != entry.commitment
            {
                return Err(Forged::Body(seq));
            }
            if link(self.number, seq, entry.at, previous, entry.commitment) != entry.hash {
                return Err(Forged::Hash(seq));
            }
            previous = entry.hash;
        }
        if previous == self.head { Ok(()) } else { Err(Forged::Head) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Actor, Author, Contact, Level, Person, Scope};
    use crate::case::{
        Audience, Case, CaseType, Command, Details, Event, Happened, Impact, MessageKind, Opening, RuleBook,
        Urgency,
    };
    use crate::contract::{Company, Product};
    use crate::policy::enter;

    fn transcript() -> Transcript {
        let anna = Person { id: "anna".parse().unwrap(), name: "Anna".into() };
        let opening = Opening {
            company: Company { id: "acme".parse().unwrap(), name: "Acme".into(), city: "Ghent".into() },
            reporter: anna.clone(),
            observers: Vec::new(),
            product: Some(Product { id: "voice".parse().unwrap(), name: "Voice".into() }),
            case_type: CaseType::Incident,
            title: "No calls".to_owned().try_into().unwrap(),
            reference: None,
            impact: Impact::Person,
            urgency: Urgency::Low,
            priority: None,
            details: Details::default(),
            answers: None,
            description: "Nobody can call.".to_owned().try_into().unwrap(),
            attachments: Vec::new(),
        };
        let at: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let by = Author::Contact(anna.clone());
        let what = Happened::Opened(Box::new(opening.clone()));
        let number = CaseNumber(1);
        let first = Sealed::seal(number, Digest::ZERO, Salt::new([1; 16]), &Event { seq: 1, at, by, what });
        let case = Case::opened(number, opening, at, first.hash);
        let note = Command::Write {
            kind: MessageKind::Note(Audience::Internal),
            text: "Known to R&D.".to_owned().try_into().unwrap(),
            attachments: Vec::new(),
        };
        let eva = Author::Engineer(Person { id: "eva".parse().unwrap(), name: "Eva".into() });
        let (case, second) = RuleBook::default().step(&case, &eva, note, at, Salt::new([2; 16])).unwrap();
        let actor = Actor::Contact(Contact {
            person: anna,
            company: "acme".parse().unwrap(),
            level: Level::ReadOnly,
            scope: Scope::Company,
        });
        Transcript::of(&enter(&actor, &case).unwrap(), &[first, second])
    }

    /// X26: the note is withheld, and yet its place in the chain can be verified.
    #[test]
    fn a_withheld_note_leaves_the_chain_whole() {
        let transcript = transcript();
        let json = serde_json::to_string(&transcript).unwrap();
        assert!(!json.contains("Known to") && json.contains("Nobody can call."));
        let read: Transcript = serde_json::from_str(&json).unwrap();
        assert_eq!(read.verify(), Ok(()));
    }

    #[test]
    fn whatever_is_changed_shows() {
        let change = |change: fn(&mut Transcript)| {
            let mut transcript = transcript();
            change(&mut transcript);
            transcript.verify()
        };
        assert_eq!(change(|t| t.format.push('2')), Err(Forged::Format));
        assert_eq!(change(|t| t.number = CaseNumber(2)), Err(Forged::Hash(1)));
        assert_eq!(change(|t| drop(t.entries.pop())), Err(Forged::Head));
        assert_eq!(change(|t| drop(t.entries.remove(0))), Err(Forged::OutOfOrder(1)));
        assert_eq!(change(|t| t.entries[1].at += jiff::SignedDuration::from_secs(1)), Err(Forged::Hash(2)));
        let text = |t: &mut Transcript| t.entries[0].opened.as_mut().unwrap().body.push(' ');
        assert_eq!(change(text), Err(Forged::Body(1)));
    }
}
