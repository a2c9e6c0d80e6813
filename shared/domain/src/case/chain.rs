//! The seal that ties each event to the one before it.
//!
//! An event's body (who, what) is committed to by `SHA-256(salt ‖ body)`; its hash covers the case's number,
//! the event's place and instant, the hash before it and that commitment:
//!
//! ```text
//! commitment = SHA-256( salt ‖ body )
//! hash       = SHA-256( "caseport-event-1\n" number "\n" seq "\n" at "\n" previous "\n" commitment )
//! ```
//!
//! with digests and salt's 16 bytes as lower-case hex in `hash`, and the salt as raw bytes in `commitment`.
//! Why so: a body can be withheld (an internal note in a customer's transcript) or erased for good with its
//! salt (a person's data, [`Sealed::without`]), and the chain can still be verified over the commitment that stays.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::actor::Author;
use crate::case::event::{Event, Happened};
use crate::erasure::Leaver;
use crate::id::CaseNumber;

/// A SHA-256 digest; as text, 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

/// 16 random bytes that keep a short body from being guessed by its commitment; as text, 32 hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Salt([u8; 16]);

/// An event as stored: its body as the very bytes that are hashed, and its seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Its place in the case's history, from 1.
    pub seq: u32,
    /// When it happened.
    pub at: Timestamp,
    /// Who and what, as JSON; of an event that was erased, what may still be told of it.
    pub body: String,
    /// The salt of its commitment; none once it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<Salt>,
    /// What the body was committed to as that was erased with the salt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<Digest>,
    /// Its hash.
    pub hash: Digest,
}

/// What is hashed into the commitment.
#[derive(Serialize, Deserialize)]
struct Body {
    by: Author,
    what: Happened,
}

/// Why a sealed event cannot be trusted.
#[derive(Debug, thiserror::Error)]
pub enum Unsealed {
    /// The hash is not that of what it seals.
    #[error("event {0} was changed after it was sealed, or follows another than the one before it")]
    Hash(u32),
    /// The body is no event.
    #[error("event {0} cannot be read")]
    Body(u32, #[source] serde_json::Error),
}

impl Sealed {
    /// Seals an event to the one before it.
    ///
    /// # Panics
    /// Never: an event is always JSON.
    #[must_use]
    pub fn seal(number: CaseNumber, previous: Digest, salt: Salt, event: &Event) -> Self {
        let body = Body { by: event.by.clone(), what: event.what.clone() };
        let body = serde_json::to_string(&body).expect("an event has only string keys and finite numbers");
        let commitment = commit(salt, &body);
        let hash = link(number, event.seq, event.at, previous, commitment);
        Self { seq: event.seq, at: event.at, body, salt: Some(salt), erased: None, hash }
    }

    /// What the body was committed to as.
    #[must_use]
    pub fn commitment(&self) -> Digest {
        match (self.erased, self.salt) {
            (Some(commitment), _) => commitment,
            (None, Some(salt)) => commit(salt, &self.body),
            (None, None) => Digest::ZERO,
        }
    }

    /// The event without what tells of this person; nothing if nothing does. The body that was committed to goes with its
    /// salt, so that nobody can find out any more what it was, and the commitment stays in its place in the chain.
    ///
    /// # Errors
    /// [`Unsealed::Body`].
    pub fn without(&self, leaver: &Leaver<'_>) -> Result<Option<Self>, Unsealed> {
        let unread = |error| Unsealed::Body(self.seq, error);
        let body: Body = serde_json::from_str(&self.body).map_err(unread)?;
        let Some(told) = leaver.taken_from(&body).map_err(unread)? else { return Ok(None) };
        let body = serde_json::to_string(&told).map_err(unread)?;
        Ok(Some(Self { body, salt: None, erased: Some(self.commitment()), ..self.clone() }))
    }

    /// The event, if its seal fits the hash before it.
    ///
    /// # Errors
    /// [`Unsealed`], with the number of this event.
    pub fn open(&self, number: CaseNumber, previous: Digest) -> Result<Event, Unsealed> {
        if link(number, self.seq, self.at, previous, self.commitment()) != self.hash {
            return Err(Unsealed::Hash(self.seq));
        }
        self.read()
    }

    /// The event, its seal unchecked: for showing what the store keeps.
    ///
    /// # Errors
    /// [`Unsealed::Body`].
    pub fn read(&self) -> Result<Event, Unsealed> {
        let body: Body = serde_json::from_str(&self.body).map_err(|error| Unsealed::Body(self.seq, error))?;
        Ok(Event { seq: self.seq, at: self.at, by: body.by, what: body.what })
    }
}

/// The commitment to a body.
#[must_use]
pub fn commit(salt: Salt, body: &str) -> Digest {
    Digest(Sha256::new().chain_update(salt.0).chain_update(body).finalize().into())
}

/// The hash of an event.
#[must_use]
pub fn link(number: CaseNumber, seq: u32, at: Timestamp, previous: Digest, commitment: Digest) -> Digest {
    let text = format!("caseport-event-1\n{number}\n{seq}\n{at}\n{previous}\n{commitment}");
    Digest(Sha256::digest(text).into())
}

impl Digest {
    /// What the first event of a case follows.
    pub const ZERO: Self = Self([0; 32]);

    /// The digest of these bytes' value.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Salt {
    /// A salt of these random bytes.
    #[must_use]
    pub const fn new(random: [u8; 16]) -> Self {
        Self(random)
    }
}

/// Why a text is no digest or salt.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("not lower-case hex of the right length")]
pub struct NotHex;

macro_rules! hex {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotHex;

            fn try_from(text: String) -> Result<Self, NotHex> {
                let digits = text.as_bytes();
                let mut bytes = Self([0; _]);
                if digits.len() != bytes.0.len() * 2 {
                    return Err(NotHex);
                }
                for (byte, pair) in bytes.0.iter_mut().zip(digits.chunks_exact(2)) {
                    *byte = digit(pair[0])? << 4 | digit(pair[1])?;
                }
                Ok(bytes)
            }
        }
    )+};
}

hex!(Digest, Salt);

fn digit(character: u8) -> Result<u8, NotHex> {
    match character {
        b'0'..=b'9' => Ok(character - b'0'),
        b'a'..=b'f' => Ok(character - b'a' + 10),
        _ => Err(NotHex),
    }
}
