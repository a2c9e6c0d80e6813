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
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
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
                opened: visible.then(|| Opened { body: sealed.body.clone(), salt: sealed.salt }),
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
