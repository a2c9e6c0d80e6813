//! Keys of people, of what they sign in with, and of what is written down about their records.

use caseport_domain::id::{LetterId, SessionId, TicketId, TokenId, UserId};
use caseport_routes::Entity;
use jiff::Timestamp;

use crate::{Key, instant, key, prefix};

/// The sort key of a mail about an account.
pub const LETTER: &str = "LETTER";
/// The sort key of what asks for an erasure.
pub const ERASURE: &str = "ERASURE";

/// Who signs in with this address or user name, in whatever case it is written.
#[must_use]
pub fn login(address: &str) -> Key {
    key(Entity::Login, address.trim().to_lowercase(), "LOGIN")
}

/// A mail about an account.
#[must_use]
pub fn letter(id: &LetterId) -> Key {
    key(Entity::Letter, id, LETTER)
}

/// The letter that a partition key names; none for other items.
#[must_use]
pub fn letter_of(pk: &str) -> Option<LetterId> {
    pk.strip_prefix(prefix(Entity::Letter))?.parse().ok()
}

/// What a mailed link is good for.
#[must_use]
pub fn ticket(id: &TicketId) -> Key {
    key(Entity::Ticket, id, "TICKET")
}

/// What a picture shows.
#[must_use]
pub fn challenge(id: &str) -> Key {
    key(Entity::Challenge, id, "CHALLENGE")
}

/// A person.
#[must_use]
pub fn user(id: &UserId) -> Key {
    key(Entity::User, id, "USER")
}

/// The change of a record: of which kind and which, when, and something that tells changes of one instant apart.
#[must_use]
pub fn audit(kind: &str, id: &str, at: Timestamp, nonce: &str) -> Key {
    key(Entity::Audit, format_args!("{kind}#{id}"), format!("{}#{nonce}", instant(at)))
}

/// That a person is to be erased.
#[must_use]
pub fn erasure(id: &UserId) -> Key {
    key(Entity::Erasure, id, ERASURE)
}

/// Whose erasure the key of an item asks for; none for other items.
#[must_use]
pub fn erasure_of(pk: &str) -> Option<UserId> {
    pk.strip_prefix(prefix(Entity::Erasure))?.parse().ok()
}

/// That somebody has, or had, this identifier: one that differs by case only is the same to people, and so here.
#[must_use]
pub fn given_id(id: &UserId) -> Key {
    key(Entity::GivenId, id.as_str().to_lowercase(), "GIVEN-ID")
}

/// A contact's PIN.
#[must_use]
pub fn pin(id: &UserId) -> Key {
    key(Entity::Pin, id, "PIN")
}

/// What a person wants to be mailed for, where they chose nothing for the case itself.
#[must_use]
pub fn preferences(id: &UserId) -> Key {
    key(Entity::User, id, "PREFERENCES")
}

/// The second factor of a person.
#[must_use]
pub fn second_factor(id: &UserId) -> Key {
    key(Entity::User, id, "SECOND-FACTOR")
}

/// The change of a person's address that is under way.
#[must_use]
pub fn email_change(id: &UserId) -> Key {
    key(Entity::User, id, "EMAIL-CHANGE")
}

/// A session of a person.
#[must_use]
pub fn session(user: &UserId, id: &SessionId) -> Key {
    key(Entity::Session, user, id.as_str())
}

/// The partition of a person's sessions.
#[must_use]
pub fn sessions(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Session))
}

/// A personal access token.
#[must_use]
pub fn token(user: &UserId, id: &TokenId) -> Key {
    key(Entity::Token, user, id.as_str())
}

/// The partition of a person's personal access tokens.
#[must_use]
pub fn tokens(user: &UserId) -> String {
    format!("{}{user}", prefix(Entity::Token))
}

/// The tries of one window by one account, browser, source or sender: its kind, and a digest of its name, which can be
/// of any length and is nobody's business.
#[must_use]
pub fn throttle(kind: &str, digest: &str, window: i64) -> Key {
    key(Entity::Throttle, format_args!("{kind}#{digest}"), format!("{window:012}"))
}

/// What a person's idempotency key was answered with.
#[must_use]
pub fn once(user: &UserId, token: &str) -> Key {
    key(Entity::Idempotency, format_args!("{user}#{token}"), "ONCE")
}
