//! Keys of mails that are held.

use caseport_domain::held::Held;
use caseport_domain::id::UserId;
use caseport_routes::Entity;
use jiff::Timestamp;

use crate::{Key, SHARDS, instant, key, prefix};

/// The partition of the mails that are held, of this shard.
#[must_use]
pub fn held_list(shard: u64) -> String {
    format!("{}AT#{shard}", prefix(Entity::Held))
}

/// A mail that is held: what is held for one person until one instant lies together.
#[must_use]
pub fn held(held: &Held) -> Key {
    let shard = held.user.as_str().bytes().map(u64::from).sum::<u64>() % SHARDS;
    let sk = format!("{}#{}#{:020}#{:08}", instant(held.until), held.user, held.number.0, held.seq);
    Key { pk: held_list(shard), sk }
}

/// That somebody sends what was held for a person until this instant.
#[must_use]
pub fn held_claim(user: &UserId, until: Timestamp) -> Key {
    key(Entity::Held, user, instant(until))
}
