//! Keys of requests for access.

use caseport_domain::id::{AccessRequestId, UserId};
use caseport_routes::Entity;

use crate::{Key, key};

/// What the sort key of a request that somebody made begins with.
pub const ASKED: &str = "ASKED#";
/// What the sort key of a request that a prime contact was to confirm begins with.
pub const PRIME: &str = "PRIME#";

/// A request for access.
#[must_use]
pub fn access_request(id: &AccessRequestId) -> Key {
    key(Entity::AccessRequest, id, "REQUEST")
}

/// The last request of somebody: of a contact by identifier, for a login by address in whatever case it is written. Contact
/// IDs that differ by case only are those of different people.
#[must_use]
pub fn latest_access_request(of: &str) -> Key {
    let of = of.trim();
    let of = if of.contains('@') { of.to_lowercase() } else { of.to_owned() };
    key(Entity::AccessRequest, format_args!("OF#{of}"), "LATEST")
}

/// That somebody made a request: a contact by identifier, for a login by address.
#[must_use]
pub fn access_asked(of: &str, id: &AccessRequestId) -> Key {
    Key { sk: format!("{ASKED}{id}"), ..latest_access_request(of) }
}

/// That a prime contact was to confirm a request.
#[must_use]
pub fn access_prime(prime: &UserId, id: &AccessRequestId) -> Key {
    Key { sk: format!("{PRIME}{id}"), ..latest_access_request(prime.as_str()) }
}

/// The partition of the open requests for access.
#[must_use]
pub fn access_list() -> String {
    "ACCESS#OPEN".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_for_access_is_told_apart_by_identifier_and_not_by_spelling() {
        let (one, other) = (latest_access_request("c-1"), latest_access_request("C-1"));
        assert_ne!(one.pk, other.pk, "two people");
        assert_eq!(access_asked("C-1", &"r1".parse().unwrap()).pk, other.pk);
        let spellings = ["nora@new.example", " Nora@New.Example "].map(latest_access_request);
        assert_eq!(spellings[0], spellings[1], "one mailbox");
    }
}
